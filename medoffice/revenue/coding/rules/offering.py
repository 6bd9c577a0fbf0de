"""Which services a coder is offered first, and which fit what is typed."""

from collections.abc import Iterable
from datetime import date

from medoffice.revenue.coding.types import OfficeService

# A patient is new who was not seen in this practice within three years before the visit.
YEARS_UNTIL_NEW = 3
_NEW, _ESTABLISHED = "new patient", "established patient"


def is_established(seen: Iterable[date], on: date) -> bool:
    """Whether an earlier visit makes the patient an established one on this day."""
    return any(before < on <= _years_after(before, YEARS_UNTIL_NEW) for before in seen)


def offered(services: Iterable[OfficeService], typed: str, *, established: bool) -> list[OfficeService]:
    """The services with every typed word in their code or words, by code: what fits first, what does not last.

    With nothing typed, only the visits that fit.
    """
    wanted = typed.lower().split()
    fitting = [one for one in services if all(word in f"{one.code} {one.words}".lower() for word in wanted)]
    if not wanted:
        fitting = [one for one in fitting if _place(one, established=established) <= 1]
    return sorted(fitting, key=lambda one: (_place(one, established=established), one.code))


def _place(one: OfficeService, *, established: bool) -> int:
    """0 for the levels of this kind of patient, 1 for other visits, 2 and 3 for what is done, 4 for other patients."""
    words = one.words.lower()
    if (_NEW if established else _ESTABLISHED) in words:
        return 4
    if one.kind == "visit":
        return 0 if (_ESTABLISHED if established else _NEW) in words else 1
    return 2 if one.kind == "preventive" else 3


def _years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
