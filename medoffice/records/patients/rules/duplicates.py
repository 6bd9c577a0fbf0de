"""Whether somebody about to be registered may be here already. A likeness warns; it never stops anybody."""

from medoffice.records.patients.rules.names import sound, tokens
from medoffice.records.patients.types import PatientName


def alike(one: PatientName, other: PatientName) -> bool:
    """Whether two names of people with one birth date may be one person's.

    A word of the family name and one of the given name fit the other's name by spelling or sound, in whatever order;
    what is not given (one legal name) fits everything.
    """
    return _fits(one, other) or _fits(other, one)


def _fits(one: PatientName, other: PatientName) -> bool:
    known = _words(other.family, other.given, other.middle, other.preferred)
    family, given = _words(one.family), _words(one.given, one.preferred)
    return bool(family & known) and (not given or not (other.given or other.preferred) or bool(given & known))


def _words(*names: str) -> set[str]:
    words = tokens(*names)
    return {*words, *(sound(word) for word in words if len(word) > 3)}
