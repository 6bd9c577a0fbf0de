"""Each field of a card says who put it there, when and from what, and leads there for whoever may go."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from medoffice.kernel import clock
from medoffice.records.patients.api import (
    change_patient,
    decide_said,
    merge_patients,
    note_said,
    register_patient,
    unmerge_patients,
)
from medoffice.records.patients.models import Patient
from medoffice.records.patients.queries.card import provenance
from medoffice.records.patients.rules.provenance import is_said, latest, sealed
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.card import CardCause, Origin
from medoffice.records.patients.types.people import PatientChanges, PatientName
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
FIELDS = ("family", "phone", "email", "address_as", "race")


def test_the_last_that_was_told_counts_as_long_as_the_field_says_so() -> None:
    nothing: list[object] = [None, "", [], False]
    told = [("phone", sealed("1"), "call"), ("phone", sealed("2"), "form"), ("race", sealed(("a", "b")), "desk")]
    assert latest(told, {"phone": "2", "race": ["a", "b"]}) == {"phone": "form", "race": "desk"}
    assert latest(told, {"phone": "1"}) == {"phone": "call"}
    assert latest(told, {"phone": "3", "race": ["a"]}) == {}
    assert not any(map(is_said, nothing))
    assert is_said("x")
    assert is_said(value=True)


def known(actor: Actor, who: UUID) -> dict[str, Origin]:
    return provenance(actor, who, FIELDS)


def change(actor: Actor, who: UUID, version: int, **said: str) -> None:
    change_patient(actor=actor, patient_id=who, seen_version=version, changes=PatientChanges(**said))  # type: ignore[arg-type] # each of its field


@pytest.mark.django_db
def test_p_a_field_is_known_from_the_desk_a_form_or_a_payer_and_else_from_the_registration() -> None:
    clock.freeze(NOON)
    who, desk = make_patient(phone="(217) 555-0101"), person("lind")
    assert known(desk, who) == dict.fromkeys(("family", "phone"), Origin(PROGRAM.name, NOON, "registered"))
    clock.freeze(LATER)
    form, check = uuid4(), uuid4()
    (said,) = note_said(actor=desk, patient_id=who, told={"phone": "217-555-0188"}, source_id=form)
    decide_said(actor=desk, said_id=said, accept=True)
    (told,) = note_said(
        actor=PROGRAM, patient_id=who, told={"family": "Vail"}, source_id=check, teller="Prairie Mutual"
    )
    decide_said(actor=desk, said_id=told, accept=True)
    change(desk, who, 3, email="inge@example.com")
    found = known(desk, who)
    assert found == {
        "phone": Origin(desk.name, LATER, f"a form that was filled in: noted by {desk.name}", f"/forms/signed/{form}/"),
        "family": Origin(desk.name, LATER, "a payer's answer: Prairie Mutual", f"/coverage/{who}/told/"),
        "email": Origin(desk.name, LATER, "told at the desk"),
    }
    assert known(person("chen"), who)["phone"].url == ""
    page = sign_in("lind").get(f"/patients/{who}/change/").content.decode()
    assert f'href="/forms/signed/{form}/" data-key="o"' in page
    assert "E-mail: Astrid Lind · 11/24/2026 7:00 PM · told at the desk" in page


@pytest.mark.django_db
def test_p_who_called_to_register_is_known_from_the_call() -> None:
    clock.freeze(NOON)
    desk, call = person("lind"), uuid4()
    cause = CardCause("call", call)
    who = register_patient(actor=desk, name=PatientName("Vale", "Ingrid"), sex="F", birth_date=NOON.date(), cause=cause)
    assert known(desk, who)["family"] == Origin(desk.name, NOON, "registered, on the telephone", f"/calls/{call}/")
    typed = {"family": "Quist", "given": "Otto", "sex": "M", "birth_date": "3/8/1968", "language": "en"}
    sign_in("lind").post("/patients/register/", typed | {"cause": "call", "of": str(call), "next": f"/calls/{call}/"})
    assert known(desk, Patient.objects.get(family="Quist").id)["family"].whence == "registered, on the telephone"


@pytest.mark.django_db
def test_what_comes_with_another_record_is_told_of_it_only_where_it_stands() -> None:
    clock.freeze(NOON)
    desk = person("lind")
    one, other = make_patient(phone="(217) 555-0101"), make_patient(phone="(217) 555-0101")
    clock.freeze(LATER)
    change(desk, other, 1, phone="(217) 555-0199", address_as="Bean")
    merged = merge_patients(actor=PROGRAM, survivor_id=one, merged_id=other, seen=1, seen_merged=2, picks={})
    assert {field: origin.whence for field, origin in known(desk, one).items()} == {
        "family": "registered",
        "phone": "registered",
        "address_as": "told at the desk",  # blank here, so it was taken over
    }
    unmerge_patients(actor=PROGRAM, merge_id=merged)
    assert known(desk, other)["phone"] == Origin(desk.name, LATER, "told at the desk")
