"""What a person means who types into the patient search: name parts in any order, birth date as typed, phone, MRN."""

import re
from dataclasses import dataclass
from datetime import date

from medoffice.records.patients.rules.names import tokens

_SEPARATED = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_MRN = re.compile(r"m-?(\d{5,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """A search taken apart. All given parts must fit; nothing given finds nobody."""

    names: tuple[str, ...] = ()
    birth_date: date | None = None
    phone: str = ""
    mrn: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search by."""
        return not (self.names or self.birth_date or self.phone or self.mrn)


def understand(text: str, today: date) -> Sought:
    """Take a search apart. ``today`` decides the century of two-digit years: a birth date is never in the future."""
    names: list[str] = []
    birth_date: date | None = None
    phone, mrn = "", ""
    for word in _phone_joined(text).replace(",", " ").split():
        born = birth_date_as_typed(word, today)
        digits = re.sub(r"\D", "", word)
        if _MRN.fullmatch(word):
            mrn = f"M-{digits}"
        elif born is not None:
            birth_date = born
        elif digits and not re.search(r"[^\d()+.\-]", word):
            mrn, phone = (f"M-{digits}", phone) if len(digits) == 5 else (mrn, digits[-10:])
        else:
            names += tokens(word)
    return Sought(tuple(names), birth_date, phone, mrn)


def birth_date_as_typed(word: str, today: date) -> date | None:
    """``3/8/2019``, ``03-08-19``, ``2019-03-08``, ``03082019``: a past date, or None."""
    if re.fullmatch(r"\d{8}", word):
        return _past(int(word[4:]), int(word[:2]), int(word[2:4]), today)
    match = _SEPARATED.fullmatch(word)
    if match is None:
        return None
    first, second, third = match.groups()
    if len(first) == 4:
        return _past(int(first), int(second), int(third), today)
    if len(third) not in (2, 4):
        return None
    year = int(third)
    if len(third) == 2:
        year += 2000 if year <= today.year % 100 else 1900
    return _past(year, int(first), int(second), today)


def _past(year: int, month: int, day: int, today: date) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if date(1890, 1, 1) <= found <= today else None


def _phone_joined(text: str) -> str:
    """Join the parts of a telephone number written with spaces: ``(217) 555-0142`` -> ``2175550142``."""
    return re.sub(r"\(?(\d{3})\)?[ .\-]+(\d{3})[ .\-]+(\d{4})\b", r"\1\2\3", text)
