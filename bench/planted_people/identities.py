"""What tells who the planted people are, as the register would hold them."""

from datetime import date
from uuid import UUID

from bench.planted_people.types import Planted, Record
from medoffice.practice.types import Address
from medoffice.records.patients.rules.identity import identity_of
from medoffice.records.patients.types.likeness import Identity
from medoffice.records.patients.types.people import PatientName

NO_DATE = date(1900, 1, 1)  # the register wants a birth date; this is what offices type


def identities(planted: Planted) -> list[Identity]:
    """One for each record, under its number as the id. The register has one telephone, and no digits of an SSN."""
    return [_identity(record) for record in planted.records]


def _identity(record: Record) -> Identity:
    name = PatientName(record.family, record.given, record.middle, record.suffix)
    home = Address(record.line1, record.city, record.state, record.zip, record.line2)
    phone, born = next(iter(record.phones), ""), record.born or NO_DATE
    return identity_of(UUID(int=record.id), name, record.sex, born, phone, record.email, home, record.member_ids)
