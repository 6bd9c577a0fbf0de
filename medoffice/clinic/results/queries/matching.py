"""Who may be meant by what a message says. Every path is an index of patients."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from medoffice.clinic.results.rules.matching import best_first, best_of, compare
from medoffice.clinic.results.types import Known, Match, Whose
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.api import faces_of, known_by, patient
from medoffice.records.patients.types.people import Patient


def known_of(patient_id: UUID) -> Known:
    """What a patient is known by. Raises NotFound. One query."""
    return to_known(patient(patient_id))


def known_as(patient_id: UUID) -> list[Known]:
    """The same, and as what was merged into them was known. Raises NotFound. One query."""
    found = [to_known(one, who) for who, faces in faces_of([patient_id]).items() for one in faces]
    if not found:
        raise NotFound
    return found


def candidates(said: Whose) -> list[Known]:
    """Everybody with the birth date, record number or telephone that was said; nobody for blanks. Two queries.

    Whoever has records that were merged is there as each of them.
    """
    return candidates_of_all([said])


def candidates_of_all(said: Sequence[Whose]) -> list[Known]:
    """The same for many at once. Two queries."""
    births = {one.born for one in said if one.born}
    numbers = {number for one in said for number in one.mrns}
    ids = known_by(births=births, mrns=numbers, phones={one.phone for one in said if one.phone}, limit=4000)
    return [to_known(one, who) for who, faces in faces_of(ids).items() for one in faces]


def whose_is(said: Whose, patient_id: UUID) -> Match:
    """How what is said of somebody compares with a patient. Raises NotFound. One query."""
    return best_of(said, known_as(patient_id))


def matches(said: Whose, known: Iterable[Known]) -> list[Match]:
    """How each compares, once, likeliest first; who agrees in nothing is left out."""
    found = best_first([match for match in (compare(said, one) for one in known) if match.agrees])
    return list({one.patient_id: one for one in reversed(found)}.values())[::-1]


def to_known(who: Patient, stands: UUID | None = None) -> Known:
    """A patient as they are compared; ``stands``: whose record that is by now."""
    digits = "".join(letter for letter in who.phone if letter.isascii() and letter.isdigit())[-10:]
    return Known(stands or who.id, who.name.family, who.name.given, who.birth_date, who.sex, who.mrn, digits)
