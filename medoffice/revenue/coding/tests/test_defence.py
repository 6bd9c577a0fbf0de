"""The defence sheet: each code on its words, where they were said, and the rule; only what the chart holds."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from medoffice.clinic.dictation.types.dictations import Word
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.revenue.coding.actions.add_element import add_element
from medoffice.revenue.coding.api import answer_query, ask_provider, code_diagnosis, code_service, coding
from medoffice.revenue.coding.queries.asked import answer_evidence
from medoffice.revenue.coding.queries.defence import defence, defence_paper
from medoffice.revenue.coding.rules.defence import clock_of, in_note, said_at
from medoffice.revenue.coding.tests.makers import DECIDED, make_decided, make_office
from medoffice.revenue.coding.types import CodedEncounter, Evidence
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM


def spoken(*words: tuple[str, int | None]) -> list[Word]:
    return [Word(number, text, at, None if at is None else at + 400) for number, (text, at) in enumerate(words)]


def test_words_stand_in_what_is_around_them_whole() -> None:
    text = f"{'before ' * 20}acute cough{' after' * 20}"
    start = text.index("acute")
    before, words, after = in_note(text, start, start + 11)
    assert words == "acute cough"
    assert before.startswith("… before ")
    assert after.endswith(" after …")
    assert in_note("cough", 0, 5) == ("", "cough", "")


def test_where_words_were_said_is_found_whatever_their_stops() -> None:
    words = spoken(("The", 0), ("cough,", 500), ("is", 1000), ("better.", 1500), ("Cough", 2000), ("gone", 2500))
    assert said_at("cough is", words) == (500, 1400)
    assert said_at("Cough gone.", words) == (2000, 2900)
    assert said_at("gone cough", words) is None
    assert said_at("", words) is None
    assert said_at("...", words) is None
    assert said_at("typed", spoken(("typed", None))) is None
    assert said_at("x", []) is None
    assert clock_of(61_500) == "1:01"


@pytest.fixture
def office(db: None) -> Office:  # noqa: ARG001 - it writes
    made = make_office()
    person("abara")
    return made


@pytest.fixture
def found(office: Office) -> CodedEncounter:
    """A visit coded on the note and on an answer, with a service and something that counts for its level."""
    made = make_decided(office)
    words = made.diagnoses[1].evidence
    asked = ask_provider(actor=PROGRAM, coding_id=made.id, template="relation", evidence=words)
    answer_query(actor=office.provider, query_id=asked, choice="related", words="Type 2 diabetes.")
    code_diagnosis(actor=PROGRAM, coding_id=made.id, code="E11.9", evidence=answer_evidence(asked))
    code_service(actor=PROGRAM, coding_id=made.id, key="est_3", pointers=[1, 2], modifiers=["25"], evidence=words)
    start = DECIDED.index("Increase")
    changed = Evidence(Ref("note", words.ref.id), start, start + 18, DECIDED[start : start + 18])
    add_element(actor=PROGRAM, coding_id=made.id, kind="prescription", about="metformin", evidence=changed)
    return coding(made.id)


def test_each_code_stands_with_its_words_and_its_rule(found: CodedEncounter) -> None:
    told = defence(PROGRAM, found)
    assert [one["code"] for one in told["diagnoses"]] == ["E11.65", "I10", "E11.9"]
    first, _, third = told["diagnoses"]
    assert first["words"] == "Type 2 diabetes"
    assert first["before"].endswith("1. ")
    assert third["words"] == "Related to: Type 2 diabetes."
    assert "answered a question on “Hypertension”" in third["whence"]
    (line,) = told["services"]
    assert (line["code"], line["rule"]) == ("ZZ013-25", "for E11.65, I10")
    (element,) = told["elements"]
    assert element["words"].startswith("Increase metformin")
    assert told["level"]
    assert told["why"]
    assert "not released" in told["coder"]
    assert "SHA-256" in told["note"]
    assert told["checks"]


def test_it_prints(found: CodedEncounter) -> None:
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(defence_paper(PROGRAM, found))).pages)
    for words in ("E11.65", "Type 2 diabetes", "ZZ013-25", "Quist", "not released"):
        assert words in text


def test_a_coder_prints_it_and_nobody_without_the_word(found: CodedEncounter) -> None:
    path = f"/coding/visit/{found.encounter_id}/defence/"
    answer = sign_in("abara").get(path)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    person("lind")
    assert sign_in("lind").get(path).status_code == 404
