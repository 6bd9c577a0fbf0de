"""What a person means who types into the patient search: name parts in any order, birth date as typed, phone, MRN."""

import re
from dataclasses import dataclass
from datetime import date

from medoffice.records.patients.rules.age import birth_date_words
from medoffice.records.patients.rules.names import tokens
from medoffice.ui.dates import parse_date_as_typed

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = re.compile(r"\b(?:(\d{1,2})\s+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2})),?\s+(\d{4}|\d{2})\b", re.IGNORECASE)
MOST_WORDS, LONGEST = 8, 200  # of a name, and of all that is typed: each word is a question to the database
_MRN = re.compile(r"m-?(\d{5,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """A search taken apart. All given parts must fit; nothing given, or up to three digits alone, finds nobody."""

    names: tuple[str, ...] = ()
    birth_date: date | None = None
    phone: str = ""
    mrn: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search by."""
        return not (self.names or self.birth_date or len(self.phone) > 3 or self.mrn)


def understand(text: str, today: date) -> Sought:
    """Take a search apart. ``today`` decides the century of two-digit years: a birth date is never in the future.

    Of a text that was pasted by mistake only the beginning is read, and the longest words are sought: what it costs to
    ask for all of a hundred words has no bound.
    """
    names: list[str] = []
    birth_date: date | None = None
    phone, mrn = "", ""
    for word in _phone_joined(_named_joined(text[:LONGEST])).replace(",", " ").split():
        born = _past(word, today)
        digits = re.sub(r"\D", "", word)
        if _MRN.fullmatch(word):
            mrn = f"M-{digits}"
        elif born is not None:
            birth_date = born
        elif digits and not re.search(r"[^\d()+.\-]", word):
            mrn, phone = (f"M-{digits}", phone) if len(digits) == 5 else (mrn, digits[-10:])
        else:
            names += tokens(word)
    distinct = dict.fromkeys(names)
    kept = set(sorted(distinct, key=len, reverse=True)[:MOST_WORDS])
    return Sought(tuple(word for word in distinct if word in kept), birth_date, phone, mrn)


def birth_date_as_typed(word: str, today: date) -> date | None:
    """``3/8/2019``, ``03-08-19``, ``2019-03-08``, ``03082019``, ``8 Mar 2019``; None if it is no date."""
    found = _named_joined(word.strip())
    return parse_date_as_typed(found, today, past=True) if found[:1].isdigit() else None


def _past(word: str, today: date) -> date | None:
    """A birth date that somebody may have."""
    found = birth_date_as_typed(word, today)
    return found if found and not birth_date_words(found, today) else None


def _named_joined(text: str) -> str:
    """Dates with the month in letters as digits: ``14 Mar 1965``, ``March 14, 1965`` -> ``3/14/1965``."""

    def digits(match: re.Match[str]) -> str:
        name = (match[2] or match[3]).lower()
        month = _MONTHS.index(name[:3]) + 1 if name[:3] in _MONTHS else 0
        return f"{month}/{match[1] or match[4]}/{match[5]}" if month else match[0]

    return _NAMED.sub(digits, text)


def _phone_joined(text: str) -> str:
    """Join the parts of a telephone number written with spaces: ``(217) 555-0142`` -> ``2175550142``."""
    return re.sub(r"\(?(\d{3})\)?[ .\-]+(\d{3})[ .\-]+(\d{4})\b", r"\1\2\3", text)
