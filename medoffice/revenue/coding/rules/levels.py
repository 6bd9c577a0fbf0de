"""The level of an office visit, by decision making or by time, from elements that each rest on words. Pure.

Since 2021 the level is the higher of two ways: what two of three columns reach (problems, data, risk), or the
practitioner's own time on that day. The numbers are facts of the field; the words are ours. The floors of minutes are
as we know them and not verified against the current book (``SOURCE``). No level is aimed at: the same elements give
the same level in every office, whatever others bill.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.sources import UNVERIFIED
from medoffice.revenue.coding.types import LevelElement

SOURCE = UNVERIFIED
LOWEST, HIGHEST = 2, 5
MINUTES = "minutes"  # the kind of an element that is the practitioner's own time
FLOORS = {True: (15, 30, 45, 60), False: (10, 20, 30, 40)}  # minutes for levels 2 to 5, new patients and established
_GRADES = ("nothing", "straightforward", "low", "moderate", "high")


class Column(StrEnum):
    """The three columns of decision making."""

    PROBLEMS = "problems"
    DATA = "data"
    RISK = "risk"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element: its column, our words, and the grade it reaches alone (data are counted instead)."""

    key: str
    column: Column
    words: str
    grade: int = 0


KINDS: dict[str, Kind] = {
    kind.key: kind
    for kind in (
        Kind("minor", Column.PROBLEMS, "a small thing that goes by itself", 1),
        Kind("acute", Column.PROBLEMS, "an acute illness or injury without complication", 2),
        Kind("chronic-stable", Column.PROBLEMS, "a chronic condition at its goal", 2),
        Kind("chronic-worse", Column.PROBLEMS, "a chronic condition not at its goal, worse, or with side effects", 3),
        Kind("new-uncertain", Column.PROBLEMS, "a new problem of which nobody knows yet what becomes of it", 3),
        Kind("acute-systemic", Column.PROBLEMS, "an acute illness of the whole body", 3),
        Kind("injury-complicated", Column.PROBLEMS, "an injury with complications", 3),
        Kind("chronic-severe", Column.PROBLEMS, "a chronic condition much worse", 4),
        Kind("threat", Column.PROBLEMS, "a threat to life or to a function of the body", 4),
        Kind("outside-note", Column.DATA, "a note of somebody outside, read"),
        Kind("result-reviewed", Column.DATA, "a test's result, read"),
        Kind("test-ordered", Column.DATA, "a test, ordered"),
        Kind("historian", Column.DATA, "a history from somebody other than the patient, because it was needed"),
        Kind("interpretation", Column.DATA, "a test read by oneself, not billed separately"),
        Kind("discussion", Column.DATA, "a talk about care with somebody outside"),
        Kind("minimal", Column.RISK, "rest, dressings and the like", 1),
        Kind("low", Column.RISK, "over-the-counter medicine, therapy and the like", 2),
        Kind("prescription", Column.RISK, "a prescription medicine, decided about", 3),
        Kind("minor-surgery-risk", Column.RISK, "a minor operation with risks named", 3),
        Kind("major-surgery", Column.RISK, "a large planned operation, decided about", 3),
        Kind("social", Column.RISK, "care that is limited by how the patient lives", 3),
        Kind("toxic-monitoring", Column.RISK, "a medicine that is watched by tests because it can poison", 4),
        Kind("major-surgery-risk", Column.RISK, "a large operation with risks named", 4),
        Kind("emergency-surgery", Column.RISK, "an emergency operation, decided about", 4),
        Kind("hospital", Column.RISK, "hospital care, decided about", 4),
        Kind("de-escalation", Column.RISK, "less treatment because of a poor outlook, decided about", 4),
        Kind("controlled-injection", Column.RISK, "a controlled medicine given by vein or needle", 4),
    )
}
_LEVEL_KEY = re.compile(r"(?P<who>new|est)_(?P<level>[2-5])")
# What is counted together; one historian is part of it from moderate on.
_COUNTED = ("outside-note", "result-reviewed", "test-ordered")


@dataclass(frozen=True, slots=True)
class Element:
    """Something that was done or decided: its kind, what it was, and the words of the chart that show it.

    ``about`` names the test or the problem: what is ordered and read is one thing, not two.
    """

    kind: str
    about: str
    quote: str

    @property
    def shown(self) -> bool:
        """Whether words of the chart show it; without them it does not count."""
        return bool(self.quote.strip())


@dataclass(frozen=True, slots=True)
class Graded:
    """A column: what it reaches (0 nothing to 4 high), and why."""

    column: Column
    grade: int
    why: str

    @property
    def words(self) -> str:
        """The grade in words."""
        return _GRADES[self.grade]


@dataclass(frozen=True, slots=True)
class Level:
    """The level (2 to 5; 0: nothing supports one), what each way gives, why not more and why not less."""

    level: int
    by_decision: int
    by_time: int
    columns: tuple[Graded, ...]
    not_higher: str
    not_lower: str
    left_out: tuple[Element, ...]

    @property
    def way(self) -> str:
        """Which way gives it: ``mdm``, ``time``, ``both``, or "" where nothing does."""
        if not self.level:
            return ""
        if self.by_decision == self.by_time:
            return "both"
        return "mdm" if self.by_decision > self.by_time else "time"


def level_of(elements: Sequence[Element], *, minutes: int, new: bool) -> Level:
    """The level these elements and minutes support. Elements without words of the chart are left out, and named."""
    shown = [one for one in elements if one.shown and one.kind in KINDS]
    columns = (_problems(shown), _data(shown), _risk(shown))
    grades = sorted((one.grade for one in columns), reverse=True)
    decided = grades[1] if columns[0].grade else 0  # the second best: two of three reach it
    by_decision, by_time = decided + 1 if decided else 0, time_level(minutes, new=new)
    level = max(by_decision, by_time)
    return Level(
        level=level,
        by_decision=by_decision,
        by_time=by_time,
        columns=columns,
        not_higher=_not_higher(level, columns, minutes, new=new),
        not_lower=_not_lower(level, by_decision, columns, minutes, new=new),
        left_out=tuple(one for one in elements if not one.shown),
    )


def worked_out(counted: Sequence[LevelElement], *, new: bool) -> Level:
    """The level of what counts for a visit."""
    own = [Element(one.kind, one.about, one.evidence.quote) for one in counted if one.kind != MINUTES]
    return level_of(own, minutes=sum(one.minutes for one in counted), new=new)


def against_level(keys: Sequence[str], counted: Sequence[LevelElement]) -> list[Finding]:
    """What is coded beside what is supported, both ways alike: too high and too low are told with the same weight.

    ``keys`` are the visit's services; ``new_4`` and ``est_4`` are levels. Nothing here stops a release: the floors are
    not verified, and what counts is a judgement.
    """
    for place, key in enumerate(keys, 1):
        coded = _LEVEL_KEY.fullmatch(key)
        if coded is None:
            continue
        if not counted:
            return [Finding("level-open", f"service {place}", "Its level rests on no worksheet yet.", Severity.INFO)]
        found = worked_out(counted, new=coded["who"] == "new").level
        if found != int(coded["level"]):
            words = f"Level {coded['level']} is coded; the worksheet supports {f'level {found}' if found else 'none'}."
            return [Finding("level-differs", f"service {place}", words, Severity.WARNING)]
    return []


def time_level(minutes: int, *, new: bool) -> int:
    """The level that the practitioner's own minutes of the day reach; 0 below the first floor."""
    reached = sum(minutes >= floor for floor in FLOORS[new])
    return reached + 1 if reached else 0


def _problems(shown: Sequence[Element]) -> Graded:
    kinds = Counter(one.kind for one in shown if KINDS[one.kind].column is Column.PROBLEMS)
    if not kinds:
        return Graded(Column.PROBLEMS, 0, "No problem is shown that was dealt with.")
    grade, why = max((KINDS[kind].grade, KINDS[kind].words) for kind in kinds)
    if grade == 2 and kinds["chronic-stable"] >= 2:
        return Graded(Column.PROBLEMS, 3, f"{kinds['chronic-stable']} chronic conditions at their goal.")
    if grade == 1 and kinds["minor"] >= 2:
        return Graded(Column.PROBLEMS, 2, f"{kinds['minor']} small things that go by themselves.")
    return Graded(Column.PROBLEMS, grade, f"{why[0].upper()}{why[1:]}.")


def _data(shown: Sequence[Element]) -> Graded:
    """Three categories: what is counted (each test and each source once), a reading of one's own, a talk."""
    data = [one for one in shown if KINDS[one.kind].column is Column.DATA]
    tests = {
        one.about or str(place) for place, one in enumerate(data) if one.kind in ("result-reviewed", "test-ordered")
    }
    notes = {one.about or str(place) for place, one in enumerate(data) if one.kind == "outside-note"}
    kinds = {one.kind for one in data}
    counted, historian = len(tests) + len(notes), "historian" in kinds
    reached = [counted + historian >= 3, "interpretation" in kinds, "discussion" in kinds]
    told = f"{counted} notes and tests{', and a history from another' if historian else ''}"
    told += ", a reading of one's own" * reached[1] + ", a talk with somebody outside" * reached[2]
    if sum(reached) >= 2:
        return Graded(Column.DATA, 4, f"Two of three categories: {told}.")
    if any(reached):
        return Graded(Column.DATA, 3, f"One of three categories: {told}.")
    if counted >= 2 or historian:
        return Graded(Column.DATA, 2, f"{told[0].upper()}{told[1:]}.")
    return Graded(Column.DATA, 1, "At most one note or test.")


def _risk(shown: Sequence[Element]) -> Graded:
    kinds = [KINDS[one.kind] for one in shown if KINDS[one.kind].column is Column.RISK]
    if not kinds:
        return Graded(Column.RISK, 1, "No decision with a risk is shown.")
    most = max(kinds, key=lambda kind: kind.grade)
    return Graded(Column.RISK, most.grade, f"{most.words[0].upper()}{most.words[1:]}.")


def _not_higher(level: int, columns: Sequence[Graded], minutes: int, *, new: bool) -> str:
    """What the next level would need; what was not done cannot be written later."""
    if level == HIGHEST:
        return "There is no higher level."
    wanted = level if level else 1
    reach = [one for one in columns if one.grade >= wanted]
    short = [one for one in columns if one.grade < wanted]
    floor = FLOORS[new][max(level, LOWEST - 1) - 1]
    needs = max(2 - len(reach), 0)
    told = " and ".join(f"{one.column.value} ({one.words})" for one in short)
    more = "No problem is shown that was dealt with; " if not columns[0].grade else ""
    columns_need = (
        f"level {wanted + 1} needs {_GRADES[wanted]} in two columns; {needs} more of {told}" if needs else more
    )
    spent = f"{minutes} minutes are written" if minutes else "no minutes are written"
    return f"{columns_need.rstrip('; ').capitalize()}; by time it needs {floor} minutes and {spent}."


def _not_lower(level: int, by_decision: int, columns: Sequence[Graded], minutes: int, *, new: bool) -> str:
    if not level:
        return "Nothing supports a level."
    told = []
    if by_decision == level:
        reach = [f"{one.column.value}: {one.why}" for one in columns if one.grade >= level - 1]
        told.append(" ".join(reach))
    if time_level(minutes, new=new) == level:
        told.append(f"{minutes} minutes are written; the floor of level {level} is {FLOORS[new][level - 2]}.")
    return " ".join(told)
