"""Registering and finding patients."""

from datetime import date

import pytest

from medoffice.kernel.refusals import Conflict, Invalid
from medoffice.records.patients.api import change_patient, patient, register_patient, search
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges, PatientName
from medoffice.security.api import form_sent
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    ["nguyen", "hoa ngu", "Nguyễn, Thị", "03/08/1968", "3-8-68", "03081968", "(217) 555-0142", "5550142", "ngyuen"],
)
def test_a_patient_is_found_however_typed(text: str) -> None:
    make_patient("Vale", "Ingrid", born=date(1950, 1, 1))
    found = make_patient("Nguyễn", "Thị Hoa", phone="(217) 555-0142")
    assert [hit.id for hit in search(PROGRAM, text)] == [found]


def test_p34_blank_identifiers_never_match() -> None:
    make_patient(phone="")
    assert search(PROGRAM, "") == []
    assert search(PROGRAM, "   ") == []
    assert search(PROGRAM, "-") == []


def test_two_people_editing_one_record_lose_nothing() -> None:
    who = make_patient()
    seen = patient(who).version
    change_patient(actor=PROGRAM, patient_id=who, seen_version=seen, changes=PatientChanges(phone="(217) 555-0101"))
    with pytest.raises(Conflict) as conflict:
        change_patient(actor=PROGRAM, patient_id=who, seen_version=seen, changes=PatientChanges(phone="(217) 555-0199"))
    assert conflict.value.detail["mine"] == {"phone": "(217) 555-0199"}
    assert conflict.value.detail["theirs"] == {"phone": "(217) 555-0101"}
    assert patient(who).phone == "(217) 555-0101"


def test_what_is_missing_is_said_field_by_field() -> None:
    with pytest.raises(Invalid) as refusal:
        register_patient(actor=PROGRAM, name=PatientName(" "), sex="?", birth_date=date(2999, 1, 1))
    assert set(refusal.value.detail["fields"]) == {"family", "sex", "birth_date"}


def test_one_legal_name_is_enough() -> None:
    who = make_patient("Suharto", "")
    assert patient(who).name.sorted_form == "Suharto"


def test_a_key_sent_twice_registers_once() -> None:
    def send() -> object:
        with form_sent("form-1"):
            return register_patient(actor=PROGRAM, name=PatientName("Quist"), sex="F", birth_date=date(1950, 1, 1))

    assert send() == send()
    assert len(search(PROGRAM, "quist")) == 1
