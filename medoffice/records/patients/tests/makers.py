"""Patients for tests, made through the actions."""

from datetime import date
from uuid import UUID

from medoffice.practice.types import Address
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.models import Patient
from medoffice.records.patients.types.people import PatientName
from medoffice.security.types import PROGRAM

HOME = Address("12 Mill Lane", "Riverbend", "IL", "62799")


def make_patient(
    family: str = "Vale",
    given: str = "Ingrid",
    *,
    born: date = date(1968, 3, 8),
    sex: str = "F",
    phone: str = "",
    language: str = "en",
) -> UUID:
    """A registered patient with an address."""
    name = PatientName(family, given)
    return register_patient(
        actor=PROGRAM, name=name, sex=sex, birth_date=born, phone=phone, address=HOME, language=language
    )


def pays_for(guarantor_id: UUID, patient_id: UUID) -> None:
    """From now on the one pays for the other."""
    Patient.objects.filter(id=patient_id).update(guarantor=guarantor_id)


def speaks(patient_id: UUID, language: str) -> None:
    """From now on they are written to in a language."""
    Patient.objects.filter(id=patient_id).update(language=language)


def died(patient_id: UUID, on: date) -> None:
    """They are dead since a day."""
    Patient.objects.filter(id=patient_id).update(deceased_on=on)
