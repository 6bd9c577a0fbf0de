"""A letter as a file for a word processor: the words of its pages, what is missing marked, labels and audit heeded."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from docx import Document
from pypdf import PdfReader

from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.letters.api import (
    change_letter,
    send_letter,
    sendings_of,
    set_letterhead,
    sign_letter,
    start_letter,
)
from medoffice.front_office.letters.queries.letters import letter, shown
from medoffice.front_office.letters.queries.word_file import word_file
from medoffice.front_office.letters.types.letters import Recipient, Shown, Way
from medoffice.front_office.letters.types.templates import Piece
from medoffice.front_office.scheduling.api import make_confidential
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import audit_lines
from medoffice.security.tests.makers import make_user, person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


@pytest.fixture
def joan(office: Office) -> Actor:
    assert office.site_id
    return make_user("secretary", "Joan Brandt", "secretary")


def opened(data: bytes) -> Any:  # noqa: ANN401 - the library's
    return Document(BytesIO(data))


def saved(username: str, made: UUID) -> Any:  # noqa: ANN401 - as above
    answer = sign_in(username).get(f"/letters/{made}/letter.docx")
    assert answer.status_code == 200
    return opened(answer.content)


def words_of(found: Any) -> list[str]:  # noqa: ANN401 - as above
    """Every word of the text, in order."""
    return " ".join(one.text for one in found.paragraphs).split()


def marked(found: Any) -> list[str]:  # noqa: ANN401 - as above
    return [run.text for one in found.paragraphs for run in one.runs if run.font.highlight_color is not None]


def started(actor: Actor, key: str, given: dict[str, str]) -> UUID:
    made = start_letter(actor=actor, patient_id=make_patient(), key=key)
    change_letter(
        actor=actor, letter_id=made, seen_version=1, given=given, recipient=Recipient(""), signer_id=None, why=""
    )
    return made


def test_co1_a_letter_as_docx_says_word_for_word_what_its_pages_say(office: Office, joan: Actor) -> None:
    assert office.site_id
    set_letterhead(actor=PROGRAM, site_id=office.site_id, fax="217-555-0107", line="Walk in until six")
    made = started(joan, "refund", {"asked.amount": "12.50"})
    desk = sign_in("secretary")
    draft = PdfReader(BytesIO(desk.get(f"/letters/{made}/draft.pdf").content))
    answer = desk.get(f"/letters/{made}/letter.docx")
    number = letter(joan, made).number
    assert answer["Content-Disposition"] == f'attachment; filename="{number}.docx"'
    assert answer["Content-Type"] == "application/octet-stream"
    found = opened(answer.content)
    printed = draft.pages[0].extract_text().split()
    head = " ".join(one.text for one in found.sections[0].first_page_header.paragraphs).split()
    foot = found.sections[0].first_page_footer.paragraphs[0].text.split()
    assert sorted(printed) == sorted([*head, *words_of(found), *foot, "1"])  # the page's number is a field
    for words in ("Riverbend Family Medicine", "Fax 217-555-0107", "Walk in until six"):
        assert words in " ".join(head)
    assert "$12.50" in words_of(found)
    assert marked(found) == []
    assert found.core_properties.title == number


def test_co1_what_is_missing_is_marked_in_the_file_and_never_a_blank(joan: Actor) -> None:
    made = started(joan, "payment_plan", {"asked.payments": "6"})
    found = saved("secretary", made)
    said = marked(found)
    assert "[what the patient owes is missing]" in said
    assert "[the day of the first payment is missing]" in said
    assert "Not whole yet: " in said
    assert "what the patient owes (account.balance) is missing." in said
    assert "6" not in said


def test_a_letter_that_went_is_saved_as_it_went(joan: Actor) -> None:
    made = started(joan, "custom", {"asked.note": "Come on Friday."})
    send_letter(actor=joan, letter_id=made, way=Way.MAIL)
    pages = PdfReader(BytesIO(sign_in("secretary").get(f"/letters/sent/{sendings_of(made)[0].id}.pdf").content))
    with clock.frozen(NOW.replace(month=12, day=30)):
        found = saved("secretary", made)
    text = " ".join(words_of(found))
    assert "November 24, 2026" in text
    assert "November 24, 2026" in pages.pages[0].extract_text()
    assert "Ingrid Vale 12 Mill Lane" in text
    assert "Come on Friday." in text


def test_taking_a_letter_out_is_audited_and_stranger_nox_gets_none(joan: Actor) -> None:
    made = started(joan, "custom", {"asked.note": "Come."})
    saved("secretary", made)
    (line,) = [one for one in audit_lines(limit=20) if one.word == "letters.export"]
    assert line.who == "Joan Brandt"
    person("nox")
    assert sign_in("nox").get(f"/letters/{made}/letter.docx").status_code == 404


@pytest.mark.usefixtures("joan")
def test_a_label_that_keeps_a_visit_keeps_its_letter_from_files(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(office, who, local(24, 9))
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    made = start_letter(actor=office.provider, patient_id=who, key="thank_you", encounter_id=visit)
    to = Recipient("Dr Ames", ("1 Elm Street", "Riverbend, IL 62799"))
    now = letter(office.provider, made)
    change_letter(
        actor=office.provider, letter_id=made, seen_version=1, given={"asked.note": "He comes."}, recipient=to,
        signer_id=now.signer_id, why="",
    )  # fmt: skip
    sign_letter(actor=office.provider, letter_id=made)
    assert "Signed electronically on November 24, 2026" in " ".join(words_of(saved("secretary", made)))
    make_confidential(actor=PROGRAM, visit_id=visit, label=Label.PART2, why="counselling")
    assert sign_in("secretary").get(f"/letters/{made}/letter.docx").status_code == 404
    assert sign_in("okafor").get(f"/letters/{made}/letter.docx").status_code != 200


def test_what_such_a_file_cannot_hold_is_seen(joan: Actor) -> None:
    made = started(joan, "custom", {"asked.note": "x"})
    odd = Shown((Piece("A \x0b\x00 B\n\n{if} <w:p>&amp; ?"),))
    found = opened(word_file(letter(joan, made), odd, None, ()))
    assert "A \ufffd\ufffd B" in found.paragraphs[2].text
    assert "{if} <w:p>&amp; ?" in [one.text for one in found.paragraphs]
    assert shown(joan, letter(joan, made)).findings == ()
