"""Who may be meant by what a message says. Every path is an index of patients."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from medoffice.clinic.results.rules.matching import best_first, compare
from medoffice.clinic.results.types import Known, Match, Whose
from medoffice.records.patients.api import known_by, patient, patients_by_id
from medoffice.records.patients.types.people import Patient


def known_of(patient_id: UUID) -> Known:
    """What a patient is known by. Raises NotFound. One query."""
    return to_known(patient(patient_id))


def candidates(said: Whose) -> list[Known]:
    """Everybody with the birth date, record number or telephone that was said; nobody for blanks. Two queries."""
    return candidates_of_all([said])


def candidates_of_all(said: Sequence[Whose]) -> list[Known]:
    """The same for many at once. Two queries."""
    births = {one.born for one in said if one.born}
    numbers = {number for one in said for number in one.mrns}
    ids = known_by(births=births, mrns=numbers, phones={one.phone for one in said if one.phone}, limit=4000)
    return [to_known(one) for one in patients_by_id(ids).values()] if ids else []


def whose_is(said: Whose, patient_id: UUID) -> Match:
    """How what is said of somebody compares with a patient. Raises NotFound. One query."""
    return compare(said, known_of(patient_id))


def matches(said: Whose, known: Iterable[Known]) -> list[Match]:
    """How each compares, likeliest first; who agrees in nothing is left out."""
    return best_first([match for match in (compare(said, one) for one in known) if match.agrees])


def to_known(who: Patient) -> Known:
    """A patient as they are compared."""
    digits = "".join(letter for letter in who.phone if letter.isascii() and letter.isdigit())[-10:]
    return Known(who.id, who.name.family, who.name.given, who.birth_date, who.sex, who.mrn, digits)
