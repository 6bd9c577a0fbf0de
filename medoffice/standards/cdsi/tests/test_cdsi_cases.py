"""Made-up people whose doses and dates were worked out by hand from the tables of the release."""

from datetime import date
from pathlib import Path

import pytest

from medoffice.standards.cdsi.answers import Standing
from medoffice.standards.cdsi.api import advise, shipped
from medoffice.standards.cdsi.spans import after, span
from medoffice.standards.cdsi.types import Dose, Person

LINES = (Path(__file__).resolve().parent / "cases.txt").read_text(encoding="ascii").splitlines()
CASES = [[part.strip() for part in line.split("|")] for line in LINES if not line.startswith("#")]
MARKS = {Standing.VALID: "v", Standing.NOT_VALID: "n", Standing.EXTRA: "x", None: "."}


def day(text: str, born: date, doses: list[Dose]) -> date | None:
    if text == "-":
        return None
    if text.startswith("#"):
        first, _, rest = text[1:].partition("+")
        return after(doses[int(first) - 1].on, span(rest) or ())
    if text[4:5] == "-":
        return date.fromisoformat(text)
    return after(born, span(text) or ())


def test_there_are_enough_of_them_and_of_every_vaccine() -> None:
    assert len(CASES) >= 60
    assert len({case[0] for case in CASES}) == 16


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case[:1] + case[3:6]) for case in CASES])
def test_the_schedule_says_what_its_tables_say(case: list[str]) -> None:
    group, birth, sex, given, observed, now, due, earliest, recommended, late, marks = case
    born = date.fromisoformat(birth)
    doses: list[Dose] = []
    for number, one in enumerate(filter(None, given.split(", "))):
        cvx, _, at = one.partition("@")
        doses.append(Dose(str(number), cvx, day(at, born, doses) or born))
    today = day(now, born, doses) or born
    noted = (one.partition("=") for one in observed.split())
    codes = tuple((code, date.fromisoformat(since) if since else None) for code, _, since in noted)
    advice = advise(shipped(), Person(born, sex, tuple(doses), codes), today)
    told = next(one for one in advice.groups if one.name == group)
    dates = told.next.dates
    found = (dates.earliest, dates.recommended, dates.late) if dates else (None, None, None)
    assert (told.due.value, *found) == (due, *(day(text, born, doses) for text in (earliest, recommended, late)))
    assert "".join(MARKS[one.standing] for one in advice.doses) == marks
