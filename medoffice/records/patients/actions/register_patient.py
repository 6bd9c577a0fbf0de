"""Register a new patient."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import next_number
from medoffice.practice.types import Address
from medoffice.records.patients.actions.name_words import index_name
from medoffice.records.patients.actions.patient_fields import wrong_fields
from medoffice.records.patients.actions.rows import card_fact_row, patient_row
from medoffice.records.patients.models import Patient
from medoffice.records.patients.queries.duplicates import NOWHERE, alike_patients
from medoffice.records.patients.types.card import AT_THE_DESK, CardCause
from medoffice.records.patients.types.people import PatientName
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("patients.register")
def register_patient(
    *,
    actor: Actor,
    name: PatientName,
    sex: str,
    birth_date: date,
    pronouns: str = "",
    language: str = "en",
    interpreter: bool = False,
    phone: str = "",
    email: str = "",
    address: Address = NOWHERE,
    household_id: UUID | None = None,
    guarantor_id: UUID | None = None,
    alert: str = "",
    address_as: str = "",
    fears: str = "",
    helps: str = "",
    cause: CardCause = AT_THE_DESK,
    unless_alike: bool = False,
) -> UUID:
    """Register with the minimum the law and claims need: a legal family (or only) name, sex, birth date.

    ``cause``: what it was known from, if somebody did not just come to the desk. Raises Invalid with words per field;
    with ``unless_alike``, Refusal if somebody like this is registered already.
    """
    row = patient_row(
        mrn=next_number("M"),
        name=name,
        sex=sex,
        birth_date=birth_date,
        pronouns=pronouns,
        language=language,
        interpreter=interpreter,
        phone=phone,
        email=email,
        address=address,
        household_id=household_id,
        guarantor_id=guarantor_id,
        alert=alert,
        address_as=address_as,
        fears=fears,
        helps=helps,
        by=actor.name,
        at=clock.now(),
    )
    _refuse_incomplete(row)
    if unless_alike:
        _refuse_alike(actor, row, name, address)
    row.save(force_insert=True)
    index_name(row)
    if cause != AT_THE_DESK:
        card_fact_row(row=row, field="", by=actor.name, at=row.registered_at, cause=cause).save(force_insert=True)
    record("patient", row.id, subjects=[row.id])
    return row.id


def _refuse_incomplete(row: Patient) -> None:
    wrong = wrong_fields(family=row.family, sex=row.sex, birth_date=row.birth_date)
    try:
        row.full_clean(exclude=["household_id", "guarantor", *wrong], validate_unique=False)
    except ValidationError as error:
        wrong |= error.message_dict
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})


def _refuse_alike(actor: Actor, row: Patient, name: PatientName, home: Address) -> None:
    told = {"sex": row.sex, "phone": row.phone, "email": row.email}
    found = alike_patients(actor, name, row.birth_date, address=home, **told)
    if found:
        words = f"{found[0].name}, {found[0].mrn}: {found[0].why}."
        raise Refusal(
            "maybe-registered", words, "Look first; register anyway if it is somebody else.", {"alike": found}
        )
