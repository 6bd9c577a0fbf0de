"""The holidays ahead, from the dated data of the house."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from medoffice.front_office.scheduling.rules.holidays import dates_of
from medoffice.front_office.scheduling.types import Holiday, HolidayRule
from medoffice.practice.api import closures, sites

FILE = Path(__file__).parent.parent / "data" / "holidays.toml"


@cache
def holiday_rules() -> tuple[HolidayRule, ...]:
    """The holidays that are known. No query."""
    return tuple(HolidayRule(**one) for one in tomllib.loads(FILE.read_text(encoding="utf-8"))["holiday"])


def holidays_ahead(today: date) -> list[Holiday]:
    """The holidays of this year and the next from today on. Two queries."""
    known = [one for year in (today.year, today.year + 1) for one in dates_of(holiday_rules(), year) if one[0] >= today]
    places = [place.id for place in sites()]
    closed = {(one.site_id, one.on) for one in closures(places, today)}
    return [Holiday(on, name, bool(places) and all((place, on) in closed for place in places)) for on, name in known]
