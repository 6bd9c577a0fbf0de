"""The rows of patient identity as actions write them, not saved."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.rows import new_row
from medoffice.practice.types import Address
from medoffice.records.patients.actions.name_words import (
    known,
    last_ten_digits,
    name_words,
    sort_key,
    words_to_find,
)
from medoffice.records.patients.models import CardFact, KnownWord, NameWord, Patient, PermittedPerson
from medoffice.records.patients.rules.provenance import sealed
from medoffice.records.patients.types.card import CardCause
from medoffice.records.patients.types.people import PatientName


def patient_row(
    *,
    mrn: str,
    name: PatientName,
    sex: str,
    birth_date: date,
    pronouns: str,
    language: str,
    interpreter: bool,
    phone: str,
    email: str,
    address: Address,
    household_id: UUID | None,
    guarantor_id: UUID | None,
    alert: str,
    by: str,
    at: datetime,
    address_as: str = "",
    fears: str = "",
    helps: str = "",
) -> Patient:
    """A patient as registered, whatever was typed around the names."""
    return new_row(
        Patient,
        mrn=mrn,
        family=name.family.strip(),
        given=name.given.strip(),
        middle=name.middle.strip(),
        suffix=name.suffix.strip(),
        preferred=name.preferred.strip(),
        pronouns=pronouns,
        sex=sex,
        birth_date=birth_date,
        language=language,
        interpreter=interpreter,
        phone=phone,
        phone_digits=last_ten_digits(phone),
        email=email,
        line1=address.line1,
        line2=address.line2,
        city=address.city,
        state=address.state,
        zip=address.zip,
        household_id=household_id,
        guarantor_id=guarantor_id,
        alert=alert,
        address_as=address_as.strip(),
        fears=fears.strip(),
        helps=helps.strip(),
        sort_key=sort_key(name.family, name.given),
        registered_at=at,
        registered_by=by,
        changed_by=by,
        changed_at=at,
    )


def card_fact_row(*, row: Patient, field: str, by: str, at: datetime, cause: CardCause) -> CardFact:
    """From what a field of a card is known; without a field, the whole registration."""
    return new_row(
        CardFact,
        patient_id=row.id,
        field=field,
        sha256=sealed(getattr(row, field)) if field else "",
        at=at,
        by=by,
        cause=cause.kind,
        cause_id=cause.id,
        cause_words=cause.words.strip()[:200],
    )


def name_word_rows(row: Patient) -> list[NameWord]:
    """The words a patient is found by, each once."""
    return name_words(row, words_to_find(row))


def known_word_rows(words: Iterable[str]) -> Iterator[KnownWord]:
    """What these words are found by when a finger slipped."""
    return map(known, words)


def permitted_row(patient_id: UUID, name: str, relation: str, phone: str, at: datetime) -> PermittedPerson:
    """Somebody the patient allows to speak with the office."""
    return new_row(
        PermittedPerson,
        patient_id=patient_id,
        name=name.strip(),
        relation=relation.strip(),
        phone=phone,
        phone_digits=last_ten_digits(phone),
        since=at,
    )
