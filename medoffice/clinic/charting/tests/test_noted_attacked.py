"""What a note says beside the lists, attacked: words that are gone, two at once, one record of two, odd names."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from medoffice.clinic.charting.api import (
    change_entry,
    chart_of,
    decide_noted,
    note,
    note_of,
    noted_at,
    revise_note,
    sign_note,
    start_note,
    strike_entry,
)
from medoffice.clinic.charting.queries.chart import history_of
from medoffice.clinic.charting.rules.noted import noted
from medoffice.clinic.charting.tests.makers import SAID, enter, make_note, make_visit
from medoffice.clinic.charting.tests.noted_cases import ABOUT, cases, chart_with
from medoffice.clinic.charting.types import Decision, ListKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.api import merge_patients
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, label_patient
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Label
from medoffice.standards.suggestions import speaking
from medoffice.standards.suggestions.clauses import clauses
from medoffice.standards.suggestions.types import Clause, Section

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
WORDS = "Allergies: latex.\nAssessment: Essential hypertension.\nPlan: Start lisinopril 10 mg daily."


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def signed(office: Office, text: str = WORDS, who: UUID | None = None) -> UUID:
    """A visit whose note is signed."""
    visit = make_visit(office, who)
    written = note(start_note(actor=PROGRAM, encounter_id=visit, text=text))
    sign_note(actor=office.provider, note_id=written.id, seen_version=written.version)
    return visit


def keys(actor: Actor, visit: UUID) -> list[str]:
    return [one.key for one in noted_at(actor, visit).rows]


def take(actor: Actor, visit: UUID, row: str) -> UUID | None:
    return decide_noted(actor=actor, encounter_id=visit, row=row, decision=Decision.ACCEPTED)


def revise(office: Office, visit: UUID, text: str = "") -> None:
    written = note_of(visit)
    assert written is not None
    seen = written.revisions[-1].id if written.revisions else None
    revise_note(actor=office.provider, note_id=written.id, why="Misheard", text=text, seen=seen)


def test_what_an_amended_note_says_no_more_is_not_taken_and_what_was_taken_is_shown(office: Office) -> None:
    visit, nurse = signed(office), person("ruiz")
    taken, kept = take(nurse, visit, "allergy:latex"), take(nurse, visit, "problem:I10")
    revise(office, visit, WORDS.replace("latex", "none").replace("Start", "No longer needs"))
    with pytest.raises(Refusal, match="decided"):
        take(nurse, visit, "medication:lisinopril")
    assert [one.entry_id for one in noted_at(nurse, visit).gone] == [taken]
    (title,) = work("note-lists")
    assert title.endswith("was amended: look at what it put on the lists")
    place = reverse("charting:noted", args=[visit])
    page = sign_in("ruiz").get(place).content.decode()
    assert f"?strike={taken}" in page
    assert f"?strike={kept}" not in page
    assert taken is not None
    strike_entry(actor=nurse, entry_id=taken, seen_version=1, cause=SAID, why="Not said")
    assert noted_at(nurse, visit).gone == []
    assert work("note-lists") == []


@pytest.mark.parametrize("how", ["struck", "ended", "said again"])
def test_the_work_ends_by_itself_once_nothing_is_left_of_it_on_the_lists(office: Office, how: str) -> None:
    visit, nurse = signed(office), person("ruiz")
    taken = [take(nurse, visit, row) for row in ("allergy:latex", "problem:I10")]
    revise(office, visit, "Assessment: well.")
    revise(office, visit)
    (title,) = work("note-lists")
    assert title.endswith("was retracted: look at what it put on the lists")
    if how == "said again":
        revise(office, visit, WORDS)
    for entry in taken if how != "said again" else ():
        assert len(work("note-lists")) == 1
        assert entry is not None
        if how == "struck":
            strike_entry(actor=nurse, entry_id=entry, seen_version=1, cause=SAID, why="Not said")
        else:
            told = replace(history_of(PROGRAM, entry)[0].told, status="inactive")
            change_entry(actor=nurse, entry_id=entry, told=told, seen_version=1, cause=SAID)
    assert work("note-lists") == []


def test_a_revision_that_takes_nothing_off_is_no_work(office: Office) -> None:
    visit = signed(office)
    take(person("ruiz"), visit, "allergy:latex")
    revise(office, visit, f"{WORDS} Return in a month.")
    assert work("note-lists") == []


def test_of_a_retracted_note_nothing_is_taken_and_all_that_was_taken_is_shown(office: Office) -> None:
    visit, nurse = signed(office), person("ruiz")
    taken = [take(nurse, visit, row) for row in ("allergy:latex", "problem:I10")]
    revise(office, visit)
    assert keys(nurse, visit) == []
    with pytest.raises(Refusal, match="decided"):
        take(nurse, visit, "medication:lisinopril")
    assert {one.entry_id for one in noted_at(nurse, visit).gone} == set(taken)
    client = sign_in("okafor")
    assert reverse("charting:noted", args=[visit]) in client.get(f"/charting/{visit}/").content.decode()
    assert "The note was retracted." in client.get(reverse("charting:noted", args=[visit])).content.decode()


def test_what_somebody_entered_by_hand_meanwhile_is_not_entered_twice(office: Office) -> None:
    who = make_patient()
    visit, other, nurse = signed(office, who=who), signed(office, who=who), person("ruiz")
    enter(who, ListKind.ALLERGY, "Latex")
    with pytest.raises(Refusal, match="on the list by now"):
        take(nurse, visit, "allergy:latex")
    take(nurse, visit, "problem:I10")
    assert keys(nurse, other) == ["medication:lisinopril"]
    with pytest.raises(Refusal):
        take(office.provider, other, "problem:I10")
    assert len(chart_of(PROGRAM, who).lists[ListKind.PROBLEM]) == 1


def test_two_who_decide_about_notes_of_one_patient_do_so_one_after_the_other(office: Office) -> None:
    """All notes of the patient are locked before anything is read, so the second sees what the first put there."""
    who = make_patient()
    visit, _ = signed(office, who=who), signed(office, who=who)
    with CaptureQueriesContext(connection) as asked:
        take(person("ruiz"), visit, "problem:I10")
    told = [one["sql"] for one in asked]
    locks = [at for at, sql in enumerate(told) if "FOR UPDATE" in sql and "patient_id" in sql and '"note"' in sql]
    reads = [at for at, sql in enumerate(told) if 'FROM "list_entry"' in sql]
    assert locks
    assert locks[0] < min(reads)


def test_a_record_that_became_a_part_of_another_keeps_its_note_and_what_was_decided(office: Office) -> None:
    one, other, nurse = make_patient("Vale", "Ada"), make_patient("Vale", "Ada"), person("ruiz")
    visit = signed(office, who=other)
    take(nurse, visit, "allergy:latex")
    enter(one, ListKind.MEDICATION, "Lisinopril 10 mg")
    merge_patients(actor=PROGRAM, survivor_id=one, merged_id=other, seen=1, seen_merged=1, picks={})
    found = noted_at(nurse, visit)
    assert (found.patient_id, [row.key for row in found.rows]) == (one, ["problem:I10"])
    take(nurse, visit, "problem:I10")
    assert [entry.told.code for entry in chart_of(PROGRAM, one).lists[ListKind.PROBLEM]] == ["I10"]


def test_a_label_on_the_patient_and_a_job_without_the_lists_show_nothing(office: Office) -> None:
    who = make_patient()
    visit = signed(office, who=who)
    label_patient(actor=PROGRAM, subject=who, label=Label.VIP, why="known")
    place, decide = reverse("charting:noted", args=[visit]), reverse("charting:decide-noted", args=[visit])
    said = {"row": "problem:I10", "decision": "accepted"}
    for stranger in ("lind", "moreau", "nox"):
        client = signed_in(stranger)
        assert client.get(place).status_code == 404
        assert client.post(decide, said).status_code == 404
        with pytest.raises(NotFound):
            take(actor_named(stranger), visit, "problem:I10")
    assert chart_of(PROGRAM, who).lists[ListKind.PROBLEM] == ()


def test_names_that_nobody_knows_are_shown_as_such_and_odd_ones_are_shown_as_they_are(office: Office) -> None:
    text = "HPI: She takes Mounjaro 5 mg weekly and takes O'Zemp-ic\u2122<b>x</b> 1 mg weekly.\nAllergies: penicillin."
    visit = signed(office, text, make_patient("O'Brien <i>", 'Zo\u00eb "Z"'))
    page = signed_in("ruiz").get(reverse("charting:noted", args=[visit])).content.decode()
    assert page.count("Name not known") == 1
    assert "<b>Mounjaro</b>" in page
    assert "<b>x</b>" not in page
    assert "O&#x27;Zemp-ic" in page
    take(actor_named("ruiz"), visit, "medication:mounjaro")
    (listed,) = chart_of(PROGRAM, noted_at(PROGRAM, visit).patient_id).lists[ListKind.MEDICATION]
    assert (listed.told.words, dict(listed.told.details)) == ("Mounjaro", {"dose": "5 mg", "frequency": "weekly"})


def test_a_note_is_cut_into_clauses_as_often_however_many_names_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of twenty thousand words once took more than a minute: it was cut anew for each name and each problem."""
    cut: list[int] = []

    def counted(text: str, parts: list[Section]) -> list[Clause]:
        cut.append(len(text))
        return clauses(text, parts)

    monkeypatch.setattr(speaking, "clauses", counted)
    for times in (1, 8):
        noted(["\n\n".join(case.text for case in cases().values()) * times], ABOUT, chart_with())
    assert len(cut) == 6
    assert len(set(cut)) == 2


def test_the_page_asks_as_often_for_many_rows_as_for_few(office: Office) -> None:
    few = signed(office, "Assessment: Essential hypertension.")
    many = signed(office, "\n".join(case.text for case in cases().values()))
    client = signed_in("ruiz")

    def asked(visit: UUID) -> int:
        place = reverse("charting:noted", args=[visit])
        client.get(place)
        with CaptureQueriesContext(connection) as told:
            assert client.get(place).status_code == 200
        return len(told)

    assert asked(many) == asked(few)
    assert len(keys(actor_named("ruiz"), many)) > 40


def test_a_note_that_is_not_signed_offers_nothing_whatever_is_pressed(office: Office) -> None:
    draft = note(make_note(office, text=WORDS))
    client = signed_in("ruiz")
    said = {"row": "problem:I10", "decision": "accepted"}
    assert client.post(reverse("charting:decide-noted", args=[draft.encounter_id]), said).status_code == 409
    assert "not signed" in client.get(reverse("charting:noted", args=[draft.encounter_id])).content.decode()
