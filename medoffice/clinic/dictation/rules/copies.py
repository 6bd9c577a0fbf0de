"""Whom a copy is to by the words of a report, and the words of a copy."""

import re
from collections.abc import Iterable
from datetime import date

from medoffice.clinic.dictation.types.copies import Stands

_ASKS = re.compile(r"\b(?:cop(?:y|ies)(?: of (?:this|it)(?: (?:report|note|letter))?)?(?: goes| go)? to|cc):?\s+", re.I)
_WHO = re.compile(r"(?i:dr\.?|doctor)\s+([A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*|[a-z][\w'’-]*)")
_NEXT = re.compile(r"\s*(?:,\s*and|,|and|&)\s+(?:to\s+)?", re.I)
_WORD = re.compile(r"[\w'’-]+")


def named_in(text: str) -> list[str]:
    """The doctors that the words ask a copy for ("copy to Dr. Hale and Dr. Ames", "cc: Dr. Hale"), each once."""
    found: dict[str, str] = {}
    for asks in _ASKS.finditer(text):
        at = asks.end()
        while who := _WHO.match(text, at):
            name = " ".join(who[1].split())
            found.setdefault(name.casefold(), name[0].upper() + name[1:])
            following = _NEXT.match(text, who.end())
            if following is None:
                break
            at = following.end()
    return list(found.values())


def is_called(name: str, heard: str) -> bool:
    """Whether somebody of this name may be meant: each word that was said is one of the name."""
    return set(_words(heard)) <= set(_words(name))


def _words(name: str) -> Iterable[str]:
    return (one.casefold() for one in _WORD.findall(name))


def words_of(name: str, about: str, number: str, stands: Stands, how: str, on: date) -> str:
    """The words of a copy: what it is, the report as it stands, its seal; of what was retracted only that it was."""
    if not stands.words:
        told = f"The report about {about} of which you have a copy ({number}) was retracted by its author. "
        return f"Dear {name}:\n\n{told}Please do not rely on it.\n"
    again = f" It was {how} since you were sent it; this is what stands on {on:%m/%d/%Y}." if how else ""
    head = f"Here is a copy of our report about {about}, as it stands signed in the chart.{again}"
    return f"Dear {name}:\n\n{head}\n\n{stands.words}\n\n{number}. SHA-256 of the report: {stands.seal}\n"
