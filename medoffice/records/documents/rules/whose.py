"""Whose a document is: at least two identifiers that agree, one of them the name or the record's number.

A blank never matches, and what contradicts ends it: another birth date than the document's is another person.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from medoffice.kernel.folding import folded_words
from medoffice.records.documents.rules.guessing import births_told

_MRN = re.compile(
    r"\b(?:MRN|chart|record\s+(?:no|number)|patient\s+id)\b\W{0,3}([A-Z]{0,4}-?\d{4,10})\b", re.IGNORECASE
)
_BARE = re.compile(r"\b[A-Z]{1,4}-?\d{5,10}\b")
_PHONE = re.compile(r"(?<!\d)\(?(\d{3})\)?[\s.-]{0,2}(\d{3})[\s.-]?(\d{4})(?!\d)")
_MEMBER = re.compile(
    r"\b(?:member|subscriber|policy|insurance|id)\s*(?:id|no|number|#)?\W{1,3}([A-Z0-9]{6,20})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of whose it is; sets may be empty."""

    mrns: frozenset[str] = frozenset()
    births: frozenset[date] = frozenset()
    phones: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A patient it may be. Anything may be blank."""

    id: UUID
    mrn: str
    family: str
    given: str
    birth_date: date | None
    phone_digits: str = ""
    members: frozenset[str] = field(default_factory=frozenset)


def told_of(text: str) -> Told:
    """The identifiers in a text."""
    numbers = {found[1].upper() for found in _MRN.finditer(text)} | {found[0] for found in _BARE.finditer(text)}
    return Told(
        mrns=frozenset(numbers),
        births=frozenset(births_told(text)),
        phones=frozenset("".join(found.groups()) for found in _PHONE.finditer(text)),
        members=frozenset(found[1].upper() for found in _MEMBER.finditer(text)),
        words=frozenset(folded_words(text)),
    )


def agreeing(told: Told, who: Candidate) -> tuple[str, ...]:
    """What of this person the document says too: name, birth date, record number, telephone, member id.

    Nothing if the document has a birth date and it is another.
    """
    if told.births and who.birth_date is not None and who.birth_date not in told.births:
        return ()
    found = {
        "name": _named(told, who),
        "birth date": who.birth_date is not None and who.birth_date in told.births,
        "record number": bool(who.mrn) and who.mrn.upper() in told.mrns,
        "telephone": len(who.phone_digits) == 10 and who.phone_digits in told.phones,
        "member id": bool({one.upper() for one in who.members if one} & told.members),
    }
    return tuple(name for name, agrees in found.items() if agrees)


def _named(told: Told, who: Candidate) -> bool:
    """All words of the family name and one of the given names stand there; of who has one name, all of that."""
    family, given = folded_words(who.family), folded_words(who.given)
    if not family:
        return False
    return set(family) <= told.words and (not given or bool(set(given) & told.words))


def whose(told: Told, candidates: Iterable[Candidate]) -> tuple[UUID | None, tuple[str, ...]]:
    """The one of whom two things agree, one of them the name or the record's number; nobody if two are alike."""
    found = [(agrees, who.id) for who in candidates if _enough(agrees := agreeing(told, who))]
    found.sort(key=lambda pair: len(pair[0]), reverse=True)
    if not found or (len(found) > 1 and len(found[0][0]) == len(found[1][0])):
        return None, ()
    return found[0][1], found[0][0]


def _enough(agrees: tuple[str, ...]) -> bool:
    return len(agrees) >= 2 and ("name" in agrees or "record number" in agrees)
