"""What a document probably is, and of which day: told by its words, for a person to confirm."""

import re
from collections.abc import Iterable
from datetime import date

from medoffice.records.documents.types.papers import DocumentKind

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_DATE = (
    r"(?:(?P<m>\d{1,2})[/.-](?P<d>\d{1,2})[/.-](?P<y>\d{4}|\d{2})"
    r"|(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
    r"|(?P<wm>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<wd>\d{1,2}),?\s+(?P<wy>\d{4}))"
)
# What a day stands behind, the surest first; a day behind none of these is not the document's.
_LABELS = (
    r"date\s+of\s+service|dos|service\s+date|date\s+of\s+visit|visit\s+date|date\s+of\s+procedure|exam\s+date|date\s+of\s+exam",
    r"date\s+collected|collected(?:\s+on)?|collection\s+date|specimen\s+date|date\s+of\s+discharge|discharge\s+date",
    r"date\s+dictated|dictated(?:\s+on)?|date\s+signed|report\s+date|date\s+of\s+report|reported(?:\s+on)?|dated?",
)
_LABELLED = tuple(re.compile(rf"\b(?:{words})\s*[:\-]?\s*{_DATE}", re.IGNORECASE) for words in _LABELS)
_BORN = re.compile(rf"\b(?:dob|d\.o\.b\.?|date\s+of\s+birth|birth\s*date|born)\s*[:\-]?\s*{_DATE}", re.IGNORECASE)
_LEAST = 2  # so many different words of a kind must stand there


def kind_told(text: str, kinds: Iterable[DocumentKind]) -> str:
    """The key of the kind whose words the text has most of; "" if none has two, or two have as many.

    A word in the first lines counts twice: there stands what a paper is.
    """
    low = " ".join(text.lower().split())
    head = low[:400]
    found = []
    for kind in kinds:
        has = [word for word in kind.words if _stands(word, low)]
        if len(has) >= _LEAST:
            found.append((len(has) + sum(_stands(word, head) for word in has), kind.key))
    found.sort(reverse=True)
    if not found or (len(found) > 1 and found[0][0] == found[1][0]):
        return ""
    return found[0][1]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", text) is not None


def date_told(text: str, today: date) -> date | None:
    """The day the text says it is of, behind words that say so; never a day to come, nor a birth date."""
    births = set(births_told(text))
    for labelled in _LABELLED:
        days = [day for found in labelled.finditer(text) if (day := day_of(found, today)) is not None]
        usable = [day for day in days if day <= today and day not in births]
        if usable:
            return usable[0]
    return None


def births_told(text: str) -> list[date]:
    """The days that the text calls a birth date. Two-figure years are of the last hundred years."""
    return [day for found in _BORN.finditer(text) if (day := day_of(found, None)) is not None]


def day_of(found: re.Match[str], today: date | None) -> date | None:
    """The day a match tells; None for one that is none."""
    part = found.groupdict()
    if part["iy"]:
        numbers = int(part["iy"]), int(part["im"]), int(part["id"])
    elif part["wm"]:
        numbers = int(part["wy"]), _MONTHS.index(part["wm"].lower()) + 1, int(part["wd"])
    else:
        year = int(part["y"])
        if year < 100:
            year += 2000 if today is not None and year <= today.year % 100 else 1900
        numbers = year, int(part["m"]), int(part["d"])
    try:
        return date(*numbers)
    except ValueError:
        return None
