"""Changing patients, who may speak for them, who lives with them, and who may be registered already."""

from datetime import date

import pytest

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.records.patients.api import (
    alike_patients,
    change_patient,
    end_permission,
    household,
    join_household,
    leave_household,
    patient,
    permit_person,
    permitted_people,
    register_patient,
    search,
)
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges, PatientName
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db
BORN = date(1968, 3, 8)


def register(name: PatientName, *, born: date = BORN, unless_alike: bool = True) -> None:
    register_patient(actor=PROGRAM, name=name, sex="F", birth_date=born, unless_alike=unless_alike)


def test_a_like_name_with_the_same_birth_date_is_shown_and_stops_nobody() -> None:
    who = make_patient("Vale", "Ingrid", born=BORN)
    with pytest.raises(Refusal) as refusal:
        register(PatientName("Vale", "Íngrid"))
    assert refusal.value.code == "maybe-registered"
    assert [hit.id for hit in refusal.value.detail["alike"]] == [who]
    assert len(search(PROGRAM, "vale")) == 1
    register(PatientName("Vale", "Íngrid"), unless_alike=False)
    assert len(search(PROGRAM, "vale")) == 2
    register(PatientName("Vale", "Ingrid"), born=date(1998, 3, 8))
    register(PatientName("Vale", "Otto"))
    assert len(search(PROGRAM, "vale")) == 4


def test_the_likeness_of_a_hidden_patient_is_not_told() -> None:
    who = make_patient("Vale", "Ingrid", born=BORN)
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her sister")
    assert alike_patients(lind, PatientName("Vale", "Ingrid"), BORN) == []
    assert [hit.id for hit in alike_patients(PROGRAM, PatientName("Vale", "Ingrid"), BORN)] == [who]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        (PatientChanges(birth_date=date(2999, 1, 1)), "birth_date"),
        (PatientChanges(birth_date=date(1850, 1, 1)), "birth_date"),
        (PatientChanges(family="  "), "family"),
        (PatientChanges(sex="X"), "sex"),
        (PatientChanges(email="not an address"), "email"),
        (PatientChanges(state="Illinois"), "state"),
    ],
)
def test_a_change_that_cannot_be_is_said_at_its_field(changes: PatientChanges, field: str) -> None:
    who = patient(make_patient())
    with pytest.raises(Invalid) as refusal:
        change_patient(actor=PROGRAM, patient_id=who.id, seen_version=who.version, changes=changes)
    assert list(refusal.value.detail["fields"]) == [field]
    assert patient(who.id) == who


@pytest.mark.parametrize(
    ("name", "field"), [(PatientName("x" * 81), "family"), (PatientName("Vale", suffix="Junior the second"), "suffix")]
)
def test_what_is_too_long_is_said_not_broken(name: PatientName, field: str) -> None:
    with pytest.raises(Invalid) as refusal:
        register(name)
    assert field in refusal.value.detail["fields"]


def test_changes_to_different_fields_by_two_people_are_both_kept_or_shown() -> None:
    who = patient(make_patient())
    first = PatientChanges(phone="(217) 555-0101")
    change_patient(actor=PROGRAM, patient_id=who.id, seen_version=who.version, changes=first)
    with pytest.raises(Refusal) as refusal:
        change_patient(
            actor=PROGRAM, patient_id=who.id, seen_version=who.version, changes=PatientChanges(alert="Falls")
        )
    assert refusal.value.detail["mine"] == {"alert": "Falls"}
    version = refusal.value.detail["version"]
    change_patient(actor=PROGRAM, patient_id=who.id, seen_version=version, changes=PatientChanges(alert="Falls"))
    now = patient(who.id)
    assert (now.phone, now.alert) == ("(217) 555-0101", "Falls")


def test_who_may_speak_for_the_patient_until_it_ends() -> None:
    who = make_patient()
    with pytest.raises(Invalid) as refusal:
        permit_person(actor=PROGRAM, patient_id=who, name=" ", relation="")
    assert set(refusal.value.detail["fields"]) == {"name", "relation"}
    daughter = permit_person(actor=PROGRAM, patient_id=who, name="Runa Vale", relation="daughter")
    assert [person.name for person in permitted_people(who)] == ["Runa Vale"]
    end_permission(actor=PROGRAM, permitted_id=daughter)
    assert permitted_people(who) == []
    with pytest.raises(NotFound):
        end_permission(actor=PROGRAM, permitted_id=daughter)


def test_a_household_is_joined_and_left() -> None:
    lucia, diego, ana = (make_patient("Amaro", given) for given in ("Lucía", "Diego", "Ana"))
    home = join_household(actor=PROGRAM, patient_id=lucia, other_id=diego)
    assert join_household(actor=PROGRAM, patient_id=ana, other_id=lucia) == home
    assert {hit.id for hit in household(PROGRAM, home)} == {lucia, diego, ana}
    leave_household(actor=PROGRAM, patient_id=diego)
    assert {hit.id for hit in household(PROGRAM, home)} == {lucia, ana}
    assert household(PROGRAM, patient(diego).household_id) == []
    with pytest.raises(Refusal):
        join_household(actor=PROGRAM, patient_id=ana, other_id=ana)


def test_a_stranger_changes_nothing() -> None:
    who = patient(make_patient())
    nox = make_user("nox", "Nox", Role.PRIVACY_OFFICER)
    for act in (
        lambda: change_patient(actor=nox, patient_id=who.id, seen_version=1, changes=PatientChanges(alert="x")),
        lambda: permit_person(actor=nox, patient_id=who.id, name="Nox", relation="friend"),
        lambda: leave_household(actor=nox, patient_id=who.id),
    ):
        with pytest.raises(NotFound):
            act()
    assert patient(who.id) == who
