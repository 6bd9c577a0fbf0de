"""Two records become one, and two again."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.api import (
    change_patient,
    find_by_mrn,
    hits_of,
    join_household,
    merge_patients,
    note_said,
    patient,
    patients_by_id,
    permit_person,
    search,
    set_guarantor,
    unmerge_patients,
)
from medoffice.records.patients.models import Merge, Patient
from medoffice.records.patients.queries.merges import added_since, has_below, merge_check, merges_of, patient_columns
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.security.api import accesses_of, deny_subject, label_patient, labels_of, open_record
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Label, Reason, Role

pytestmark = pytest.mark.django_db
# Derived anew, or what merging leaves for ever: versions, the name words, the merge itself, the audit trail.
LEFT = {"patient_name_word", "patient_merge", "patient_merge_part", "patient_known_word"}


def merge(survivor: UUID, merged: UUID, **picks: str) -> UUID:
    """Merge as shown."""
    mine, theirs = patient(survivor), patient(merged)
    return merge_patients(
        actor=PROGRAM,
        survivor_id=survivor,
        merged_id=merged,
        seen=mine.version,
        seen_merged=theirs.version,
        picks=picks,
    )


def rows() -> dict[str, list[str]]:
    """Every row of every table that holds patients, but for the version of a patient."""
    found = {}
    with connection.cursor() as cursor:
        for table in {table for table, _ in patient_columns()} - LEFT:
            cursor.execute(f"SELECT (to_jsonb(t) - 'version')::text FROM {table} t ORDER BY 1")  # noqa: S608 - our tables
            found[table] = [row[0] for row in cursor.fetchall()]
    return found


@pytest.fixture
def two() -> tuple[UUID, UUID]:
    """Somebody registered twice, with something below each."""
    one = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    other = make_patient("Vale", "Ingird", born=date(1968, 8, 3))
    permit_person(actor=PROGRAM, patient_id=one, name="Runa", relation="daughter")
    permit_person(actor=PROGRAM, patient_id=other, name="Otto", relation="son")
    note_said(actor=PROGRAM, patient_id=one, told={"email": "one@example.com"})
    note_said(actor=PROGRAM, patient_id=other, told={"email": "other@example.com"})
    return one, other


def test_p32_all_of_both_is_the_survivors_and_the_other_number_still_finds_it(two: tuple[UUID, UUID]) -> None:
    one, other = two
    mrn = patient(other).mrn
    merge(one, other, birth_date="merged")
    assert patient(one).birth_date == date(1968, 8, 3)
    with pytest.raises(NotFound):
        patient(other)
    assert patients_by_id([other])[other].id == one
    assert [hit.id for hit in hits_of(PROGRAM, [one])] == [one]
    assert find_by_mrn(mrn) == one
    for text in (mrn, "ingird", "ingrid", "vale"):
        assert [hit.id for hit in search(PROGRAM, text)] == [one], text
    assert {row.what: row.count for row in has_below([one])[one]}["people who may speak for them"] == 2
    assert all(one.ok for one in merge_check())


def test_p31_what_both_say_is_kept_by_the_pick_and_warnings_are_joined() -> None:
    one, other = make_patient(), make_patient()
    for who, alert in ((one, "Penicillin: hives"), (other, "Falls")):
        change_patient(actor=PROGRAM, patient_id=who, seen_version=1, changes=PatientChanges(alert=alert))
    change_patient(actor=PROGRAM, patient_id=other, seen_version=2, changes=PatientChanges(email="i@example.com"))
    merge(one, other)
    now = patient(one)
    assert (now.alert, now.email) == ("Penicillin: hives; Falls", "i@example.com")


def test_p32_labels_and_denials_of_either_are_against_the_survivor_and_openings_end(two: tuple[UUID, UUID]) -> None:
    one, other = two
    lind, ada = person("lind"), make_user("ada", "Ada", Role.RECEPTIONIST)
    label_patient(actor=PROGRAM, subject=other, label=Label.VIP, why="known in town")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=other, reason="her sister")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=one, reason="her sister")
    open_record(actor=ada, subject=other, code=Reason.REQUEST, why="She is on the telephone about a bill")
    merge(one, other)
    assert [label.label for label in labels_of(one)] == [Label.VIP]
    assert hits_of(lind, [one]) == []
    assert [opened.open for opened in accesses_of(one)] == [False]
    assert all(one.ok for one in merge_check())


def test_p32_a_person_merges_only_what_they_may_see_of_both(two: tuple[UUID, UUID]) -> None:
    one, other = two
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=other, reason="her sister")
    for pair in ((one, other), (other, one)):
        with pytest.raises(NotFound):
            merge_patients(actor=lind, survivor_id=pair[0], merged_id=pair[1], seen=1, seen_merged=1, picks={})


def test_p31_one_record_with_itself_or_a_changed_one_is_refused(two: tuple[UUID, UUID]) -> None:
    one, other = two
    with pytest.raises(Refusal, match="one record"):
        merge(one, one)
    with pytest.raises(Refusal, match="changed meanwhile"):
        merge_patients(actor=PROGRAM, survivor_id=one, merged_id=other, seen=9, seen_merged=1, picks={})
    merge(one, other)
    with pytest.raises(NotFound):
        merge_patients(actor=PROGRAM, survivor_id=one, merged_id=other, seen=2, seen_merged=2, picks={})


def test_p32_a_merge_is_taken_apart_and_what_came_after_stays_or_goes(two: tuple[UUID, UUID]) -> None:
    one, other = two
    before = rows()
    done = merge(one, other, family="merged")
    permit_person(actor=PROGRAM, patient_id=one, name="Late", relation="friend")
    permit_person(actor=PROGRAM, patient_id=one, name="Later", relation="friend")
    change_patient(
        actor=PROGRAM, patient_id=one, seen_version=patient(one).version, changes=PatientChanges(alert="New")
    )
    added = added_since(Merge.objects.get())
    assert [(row.what, row.follows) for row in added] == [("person who may speak for them", False)] * 2
    unmerge_patients(actor=PROGRAM, merge_id=done, also=[added[1].id])
    has = {who: {row.what: row.count for row in rows} for who, rows in has_below([one, other]).items()}
    assert [has[who]["people who may speak for them"] for who in (one, other)] == [2, 2]
    assert patient(one).alert == "New"
    assert [hit.id for hit in search(PROGRAM, "ingird")] == [other]
    assert rows()["patient_said"] == before["patient_said"]
    assert [row.undone_by for row in merges_of(one)] == [PROGRAM.name]
    with pytest.raises(NotFound):
        unmerge_patients(actor=PROGRAM, merge_id=done)


def test_p32_merges_upon_merges_are_taken_apart_latest_first(two: tuple[UUID, UUID]) -> None:
    one, other = two
    third = make_patient("Vale", "Inga")
    before = rows()
    first = merge(one, other)
    second = merge(third, one)
    assert patients_by_id([other])[other].id == third
    assert find_by_mrn(Patient.everyone.get(id=other).mrn) == third
    with pytest.raises(Refusal, match="again later"):
        unmerge_patients(actor=PROGRAM, merge_id=first)
    unmerge_patients(actor=PROGRAM, merge_id=second)
    unmerge_patients(actor=PROGRAM, merge_id=first)
    assert rows() == before


LIVES = st.lists(st.sampled_from(["permit", "say", "label", "deny", "pays", "home", "alert"]), max_size=6)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LIVES, LIVES, st.sampled_from(["survivor", "merged"]))
def test_p32_to_merge_and_to_take_apart_is_to_have_done_nothing(mine: list[str], theirs: list[str], pick: str) -> None:
    """Whatever each has below and whichever value is picked."""
    one, other, third = make_patient(), make_patient("Vahle", "Inga", phone="2175550188"), make_patient("Quist", "Otto")
    lind = make_user(f"u{one.hex[-10:]}", "Lind", Role.RECEPTIONIST)
    lives: dict[str, Callable[[UUID], object]] = {
        "permit": lambda who: permit_person(actor=PROGRAM, patient_id=who, name="Runa", relation="daughter"),
        "say": lambda who: note_said(actor=PROGRAM, patient_id=who, told={"email": f"{who.hex}@example.com"}),
        "label": lambda who: label_patient(actor=PROGRAM, subject=who, label=Label.VIP, why="known"),
        "pays": lambda who: set_guarantor(actor=PROGRAM, patient_id=who, guarantor_id=one if who != one else other),
        "home": lambda who: join_household(actor=PROGRAM, patient_id=who, other_id=third),
    }
    for who, told in ((one, mine), (other, theirs)):
        for what in dict.fromkeys(told):
            if what == "deny":
                deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="x")
            elif what == "alert":
                changes = PatientChanges(alert="Falls")
                change_patient(actor=PROGRAM, patient_id=who, seen_version=patient(who).version, changes=changes)
            else:
                lives[what](who)
    before = rows()
    done = merge(one, other, phone=pick, family=pick)
    assert all(one.ok for one in merge_check())
    unmerge_patients(actor=PROGRAM, merge_id=done)
    assert rows() == before
