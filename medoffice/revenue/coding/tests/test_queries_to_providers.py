"""A coder's question to the provider: leads nowhere, waits on the provider's desk, and its answer carries a code."""

import html
import re
from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import note, note_of, sign_note, start_note
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref, tracers
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.tests.makers import begin
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.actions.withdraw_query import withdraw_query
from medoffice.revenue.coding.api import (
    answer_evidence,
    answer_query,
    ask_provider,
    code_diagnosis,
    coding,
    finish_coding,
    queries_of,
    start_coding,
)
from medoffice.revenue.coding.rules.asking import TEMPLATES, answered, leading
from medoffice.revenue.coding.tests.makers import NOTE, make_coded, make_office
from medoffice.revenue.coding.types import Evidence, QueryState
from medoffice.security.api import actor_named
from medoffice.security.tests.makers import make_user, person, sign_in

WORDS = "Cough"


@pytest.mark.parametrize(
    "words",
    [
        "Is it J45.909?", "Needed for payment", "It would be an HCC", "Please document asthma", "Would you agree?",
        "I think it is asthma", "so that we can bill level 4", "The payer will deny it",
    ],
)  # fmt: skip
def test_words_that_lead_are_refused(words: str) -> None:
    assert leading(words)


@pytest.mark.parametrize("words", ["", "The culture of this day grew streptococci.", "The exam says “wheezes, left”."])
def test_facts_of_the_chart_lead_nowhere(words: str) -> None:
    assert leading(words) == []


def test_every_question_leaves_every_answer_open_and_none_leads() -> None:
    for one in TEMPLATES.values():
        assert {"other", "unknown"} <= {choice.key for choice in one.choices}
        assert len(one.choices) >= 4
        assert leading(f"{one.title} {one.question} {' '.join(choice.words for choice in one.choices)}") == []


def test_an_answer_reads_as_a_sentence() -> None:
    course = TEMPLATES["course"]
    acute, other = course.choice("acute"), course.choice("other")
    assert acute
    assert other
    assert answered(acute, "") == "Acute."
    assert answered(acute, "Since Monday.") == "Acute. Since Monday."
    assert answered(other, "since birth") == "Something else: since birth"


@pytest.fixture
def office(db: None) -> Office:  # noqa: ARG001 - it writes
    made = make_office()
    person("abara")
    return made


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_coded(office, make_patient("Quist", "Per"))


def asked(visit: UUID, template: str = "course", detail: str = "") -> UUID:
    written = note_of(visit)
    assert written
    return ask_provider(
        actor=actor_named("abara"),
        coding_id=start_coding(actor=actor_named("abara"), encounter_id=visit),
        template=template,
        evidence=Evidence(Ref("note", written.id), 0, len(WORDS), WORDS),
        detail=detail,
    )


def test_a_question_waits_with_the_provider_and_stops_the_release(visit: UUID, office: Office) -> None:
    query_id = asked(visit)
    (item,) = [one for one in work_items(office.provider) if one.kind == "provider-query"]
    assert timedelta(hours=47) < item.due_at - clock.now() <= timedelta(hours=48)
    assert item.url == f"/coding/query/{query_id}/"
    coding_id = start_coding(actor=actor_named("abara"), encounter_id=visit)
    with pytest.raises(Refusal, match="did not answer"):
        finish_coding(actor=actor_named("abara"), coding_id=coding_id)
    with pytest.raises(Refusal, match="asked already"):
        asked(visit)
    withdraw_query(actor=actor_named("abara"), query_id=query_id)
    assert not [one for one in work_items(office.provider) if one.kind == "provider-query"]
    finish_coding(actor=actor_named("abara"), coding_id=coding_id)
    with pytest.raises(Refusal, match="released"):
        asked(visit)


def test_the_answer_is_signed_into_the_chart_comes_back_and_carries_a_code(visit: UUID, office: Office) -> None:
    query_id = asked(visit, detail="The culture of this day is negative.")
    answer_query(actor=office.provider, query_id=query_id, choice="acute", words="Since Monday.")
    written = note_of(visit)
    assert written
    assert written.text == NOTE
    (added,) = written.addenda
    assert "How did this stand at the visit? The culture of this day is negative." in added.text
    assert added.text.endswith("Acute. Since Monday.")
    assert not [one for one in work_items(office.provider) if one.kind == "provider-query"]
    abara = actor_named("abara")
    assert [one.kind for one in work_items(abara) if one.ref == Ref("encounter", visit)].count("query-answered") == 1
    coding_id = start_coding(actor=abara, encounter_id=visit)
    (found,) = queries_of(coding_id)
    assert (found.state, found.answer, found.closed_by) == (
        QueryState.ANSWERED, "Acute. Since Monday.", office.provider.name,
    )  # fmt: skip
    words = answer_evidence(query_id)
    code_id = code_diagnosis(actor=abara, coding_id=coding_id, code="R05.1", evidence=words)
    step = tracers["code_diagnosis"](code_id)
    assert step
    assert step.quote == "Acute. Since Monday."
    assert step.causes == (Ref("answer", query_id),)
    behind = tracers["answer"](query_id)
    assert behind
    assert behind.causes == (Ref("note", written.id),)
    finish_coding(actor=abara, coding_id=coding_id)
    assert not [one for one in work_items(abara) if one.kind == "query-answered"]
    with pytest.raises(Refusal, match="answered"):
        answer_query(actor=office.provider, query_id=query_id, choice="chronic")


def test_an_answer_says_something_and_is_the_author_s(visit: UUID, office: Office) -> None:
    query_id = asked(visit)
    for choice, why in (("", "Choose"), ("nonsense", "Choose"), ("other", "in words")):
        with pytest.raises(Invalid, match=why):
            answer_query(actor=office.provider, query_id=query_id, choice=choice)
    other = make_user("weiss", "Jo Weiss", "provider")
    with pytest.raises(Refusal, match="Only"):
        answer_query(actor=other, query_id=query_id, choice="acute")
    with pytest.raises(NotFound):
        answer_evidence(query_id)
    with pytest.raises(NotFound):
        answer_query(actor=office.provider, query_id=new_id(), choice="acute")
    assert note_of(visit).addenda == ()  # type: ignore[union-attr]


def test_an_answer_of_another_visit_carries_no_code(visit: UUID, office: Office) -> None:
    query_id = asked(visit)
    answer_query(actor=office.provider, query_id=query_id, choice="acute")
    other = make_coded(office, make_patient("Ruud", "Ida"))
    abara = actor_named("abara")
    coding_id = start_coding(actor=abara, encounter_id=other)
    with pytest.raises(Refusal, match="no answer"):
        code_diagnosis(actor=abara, coding_id=coding_id, code="R05.1", evidence=answer_evidence(query_id))
    mine = start_coding(actor=abara, encounter_id=visit)
    changed = Evidence(Ref("answer", query_id), 0, 8, "Chronic.")
    with pytest.raises(Invalid):
        code_diagnosis(actor=abara, coding_id=mine, code="R05.3", evidence=changed)


def test_what_leads_is_not_asked(visit: UUID) -> None:
    with pytest.raises(Invalid, match="names a code"):
        asked(visit, detail="Is it R05.1?")
    with pytest.raises(Invalid, match="other place"):
        asked(visit, "conflict")
    with pytest.raises(Invalid, match="Choose a question"):
        asked(visit, "agree-please")
    assert queries_of(start_coding(actor=actor_named("abara"), encounter_id=visit)) == []


def test_asked_from_the_desk_and_answered_on_the_provider_s_screen(office: Office) -> None:
    encounter_id = begin(office, make_patient("Quist", "Per"), Ref("appointment", new_id()))
    words = "Assessment and Plan:\n1. Essential hypertension, stable.\n"
    note_id = start_note(actor=office.provider, encounter_id=encounter_id, text=words)
    sign_note(actor=office.provider, note_id=note_id, seen_version=note(note_id).version)
    abara, okafor = sign_in("abara"), sign_in("okafor")
    desk = html.unescape(abara.get(f"/coding/visit/{encounter_id}/").content.decode())
    place = re.search(rf'href="(/coding/visit/{encounter_id}/ask/\?start=\d+&end=\d+)"', desk)
    assert place
    page = html.unescape(abara.get(place.group(1)).content.decode())
    fields = dict(re.findall(r'name="(start|end|quote)" value="([^"]+)"', page))
    assert fields["quote"] in words
    answer = abara.post(f"/coding/visit/{encounter_id}/ask/", {**fields, "template": "exact", "detail": "bill it"})
    assert answer.status_code == 422
    assert "speaks of codes or payment" in answer.content.decode()
    assert "bill it" in answer.content.decode()
    sent = {**fields, "template": "exact", "detail": "", "once": new_id().hex}
    assert abara.post(f"/coding/visit/{encounter_id}/ask/", sent)["Location"] == f"/coding/visit/{encounter_id}/"
    assert "did not answer" in abara.get(f"/coding/visit/{encounter_id}/").content.decode()
    (asked_,) = queries_of(start_coding(actor=actor_named("abara"), encounter_id=encounter_id))
    path = f"/coding/query/{asked_.id}/"
    assert abara.get(path).status_code == 404  # it is the provider's
    assert okafor.post(path, {"choice": "more", "words": ""}).status_code == 422
    sent = {"choice": "more", "words": "Essential, with left heart failure.", "once": new_id().hex}
    assert okafor.post(path, sent).status_code == 302
    assert "it stands in the note" in okafor.get(path).content.decode()
    page = abara.get(f"/coding/visit/{encounter_id}/").content.decode()
    assert "More exactly: Essential, with left heart failure." in page
    refused = abara.post(f"{path}code/", {"answered": "I11"})
    assert refused.status_code == 422
    assert abara.post(f"{path}code/", {"answered": "I11.0", "once": new_id().hex}).status_code == 302
    codes = coding(asked_.coding_id)
    assert [(one.code, one.evidence.ref.kind) for one in codes.diagnoses] == [("I11.0", "answer")]
