"""What a signed note says and the lists lack, through the database and the page: offered, put on the list, left out."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.urls import reverse

from medoffice.clinic.charting.api import add_addendum, chart_of, decide_noted, incoming_of, note, note_of, noted_at
from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.tests.makers import enter, make_note
from medoffice.clinic.charting.types import CauseKind, Decision, ListKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.api import deny_subject, label_visit
from medoffice.security.tests.makers import person, shown_last, signed_in, written_down
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
WORDS = (
    "S: She takes metformin 1000 mg twice daily. Denies asthma.\nAllergies: penicillin (hives).\n"
    "Assessment: Essential hypertension.\nPlan: Stop ibuprofen. Start lisinopril 10 mg daily."
)
KEYS = ["problem:I10", "medication:metformin", "medication:lisinopril", "allergy:penicillin"]


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def signed(office: Office, text: str = WORDS) -> tuple[UUID, UUID]:
    """The visit of a signed note, and its patient."""
    written = note(make_note(office, signed=True, text=text))
    return written.encounter_id, written.patient_id


def keys(actor: Actor, visit: UUID) -> list[str]:
    return [one.key for one in noted_at(actor, visit).rows]


def test_a_row_becomes_an_entry_whose_cause_is_the_note_and_its_words(office: Office) -> None:
    visit, who = signed(office)
    nurse = person("ruiz")
    assert sorted(keys(nurse, visit)) == sorted(KEYS)
    entry = decide_noted(actor=nurse, encounter_id=visit, row="medication:metformin", decision=Decision.ACCEPTED)
    (listed,) = chart_of(nurse, who).lists[ListKind.MEDICATION]
    assert (listed.entry_id, listed.told.words) == (entry, "metformin")
    assert dict(listed.told.details) == {"dose": "1000 mg", "frequency": "twice daily"}
    assert (listed.cause.kind, listed.cause.id, listed.encounter_id) == (CauseKind.ENCOUNTER, visit, visit)
    assert listed.cause.words == "the note, from letter 14 to 42: “metformin 1000 mg twice daily”"
    problem = decide_noted(actor=nurse, encounter_id=visit, row="problem:I10", decision=Decision.ACCEPTED)
    (one,) = chart_of(nurse, who).lists[ListKind.PROBLEM]
    assert (one.entry_id, one.told.code, one.told.status) == (problem, "I10", "active")
    assert sorted(keys(nurse, visit)) == ["allergy:penicillin", "medication:lisinopril"]
    assert len(written_down("lists.change")) >= 2
    assert incoming_of(nurse, who) == []  # what is decided waits nowhere


def test_what_is_left_out_is_not_asked_again_for_this_note_and_is_for_the_next(office: Office) -> None:
    visit, who = signed(office)
    nurse = person("ruiz")
    assert decide_noted(actor=nurse, encounter_id=visit, row="problem:I10", decision=Decision.IGNORED) is None
    assert "problem:I10" not in keys(nurse, visit)
    assert chart_of(nurse, who).lists[ListKind.PROBLEM] == ()
    with pytest.raises(Refusal, match="decided"):
        decide_noted(actor=nurse, encounter_id=visit, row="problem:I10", decision=Decision.ACCEPTED)
    assert IncomingEntry.objects.get().decision == "ignored"
    again, _ = signed(office)
    assert "problem:I10" in keys(nurse, again)


def test_what_the_note_says_is_stopped_is_stopped_as_it_was_seen(office: Office) -> None:
    visit, who = signed(office)
    nurse = person("ruiz")
    taken = enter(who, ListKind.MEDICATION, "Ibuprofen 600 mg")
    row = f"stop:{taken}"
    assert row in keys(nurse, visit)
    with pytest.raises(Conflict):
        decide_noted(actor=nurse, encounter_id=visit, row=row, decision=Decision.ACCEPTED, seen_version=7)
    decide_noted(actor=nurse, encounter_id=visit, row=row, decision=Decision.ACCEPTED, seen_version=1)
    (last,) = [one for one in chart_of(nurse, who).lists[ListKind.MEDICATION] if one.entry_id == taken]
    assert (last.version, last.told.status, last.told.ended) == (2, "stopped", "")
    assert row not in keys(nurse, visit)


def test_nothing_is_offered_before_the_signature_and_an_addendum_counts(office: Office) -> None:
    draft = note(make_note(office, text=WORDS))
    nurse = person("ruiz")
    assert keys(nurse, draft.encounter_id) == []
    with pytest.raises(Refusal):
        decide_noted(actor=nurse, encounter_id=draft.encounter_id, row="problem:I10", decision=Decision.ACCEPTED)
    visit, _ = signed(office, "Assessment: Essential hypertension.")
    written = note_of(visit)
    assert written is not None
    add_addendum(actor=office.provider, note_id=written.id, text="She also takes apixaban 5 mg twice a day.")
    assert sorted(keys(nurse, visit)) == ["medication:apixaban", "problem:I10"]


def test_who_may_not_enter_or_may_not_know_the_visit_is_told_nothing(office: Office) -> None:
    visit, who = signed(office)
    for stranger in ("lind", "abara"):
        with pytest.raises(NotFound):
            noted_at(person(stranger), visit)
    assistant, nurse = person("vega"), person("ruiz")
    assert len(keys(assistant, visit)) == len(KEYS)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="programme")
    assert len(keys(nurse, visit)) == len(KEYS)
    deny_subject(actor=PROGRAM, user_id=nurse.id, subject=who, reason="sister")
    for kept in (assistant, nurse):
        with pytest.raises(NotFound):
            noted_at(kept, visit)
        with pytest.raises(NotFound):
            decide_noted(actor=kept, encounter_id=visit, row="problem:I10", decision=Decision.ACCEPTED)
    assert signed_in("chen").get(reverse("charting:noted", args=[visit])).status_code == 404


def test_the_page_shows_each_row_with_its_words_and_takes_a_decision_once(office: Office) -> None:
    visit, who = signed(office, WORDS.replace("She", "She <i>"))
    client = signed_in("ruiz")
    place = reverse("charting:noted", args=[visit])
    assert place in client.get(reverse("charting:visit", args=[visit])).content.decode()
    shown = client.get(place).content.decode()
    assert "<mark>Essential hypertension</mark>" in shown
    assert "&lt;i&gt;" in shown
    assert "She <i>" not in shown
    said = {"row": "problem:I10", "decision": "accepted"}
    decide = reverse("charting:decide-noted", args=[visit])
    assert client.post(decide, said)["Location"] == place
    assert client.post(decide, said).status_code == 409 or len(chart_of(PROGRAM, who).lists[ListKind.PROBLEM]) == 1
    assert client.post(decide, {**said, "decision": "perhaps"}).status_code == 404
    assert "Essential" not in client.get(place).content.decode()
    assert shown_last("lists.change") is not None
