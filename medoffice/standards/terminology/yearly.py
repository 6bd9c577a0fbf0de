"""The text of the code tables, and a year of CDC's put into it.

Lines, tab-separated, dates as YYYYMMDD: ``E`` what, edition, source; ``L`` the last day the tables speak of, and since
when their newest edition holds; ``C`` id, level, parent, title (empty if no official one is at hand), first and last
day on which the code may be billed (0 for headings); ``N`` id, kind of note, text; ``7`` id, seventh character,
meaning; ``R`` previous, current, date. A code has one stretch of days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice.kernel.refusals import Refusal
from medoffice.standards.terminology.cdc import Ordered, Tabular, last_day_of

Entry = tuple[str, str, str, int, int]  # level, parent, title, first and last day


@dataclass(slots=True)
class Tables:
    """The lines, taken apart."""

    editions: dict[str, str]
    last: int
    since: int
    entries: dict[str, Entry]
    extra: list[str]
    replaced: list[str]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a year changed: codes that are new, ended, titled otherwise, and back after they had ended."""

    new: tuple[str, ...]
    ended: tuple[str, ...]
    revised: tuple[str, ...]
    back: tuple[str, ...]


def taken_apart(text: str) -> Tables:
    """The tables of a text that ``put_together`` wrote."""
    found = Tables({}, 0, 0, {}, [], [])
    for line in text.split("\n"):
        kind, rest = line.split("\t", 1)
        if kind == "E":
            what, told = rest.split("\t", 1)
            found.editions[what] = told
        elif kind == "L":
            found.last, found.since = map(int, rest.split("\t"))
        elif kind == "C":
            name, level, parent, title, start, stop = rest.split("\t")
            found.entries[name] = (level, parent, title, int(start), int(stop))
        else:
            (found.replaced if kind == "R" else found.extra).append(line)
    return found


def put_together(tables: Tables) -> str:
    """The text of tables; the same tables make the same text."""
    lines = [f"E\t{what}\t{told}" for what, told in tables.editions.items()]
    lines.append(f"L\t{tables.last}\t{tables.since}")
    for name in sorted(tables.entries):
        level, parent, title, start, stop = tables.entries[name]
        lines.append("\t".join(("C", name, level, parent, title, str(start), str(stop))))
    return "\n".join([*lines, *tables.extra, *tables.replaced])


def with_year(
    tables: Tables, order: Iterable[Ordered], first: date, source: str, tabular: Tabular | None = None
) -> tuple[Tables, Changed]:
    """The tables with what an order file says from a day on; notes are those of the tabular list, if it is given.

    What was in force before the day stays as it was; what had no known end lasts to the day before. Raises Refusal for
    a year that is older than the newest one there.
    """
    since, before, last = _number(first), _number(first - timedelta(days=1)), _number(last_day_of(first))
    if since < tables.since:
        words = f"The tables speak from {_words(tables.since)} on already, and this file from {first:%m/%d/%Y}."
        raise Refusal("codes-older", words, "Take a later year.")
    entries = dict(tables.entries)
    for name, (level, parent, title) in (tabular.nodes if tabular else {}).items():
        start, stop = entries[name][3:] if name in entries else (0, 0)
        entries[name] = (level, parent, title, start, stop)
    listed = {one.code: one for one in order}
    for code, one in listed.items():
        level, parent, _, start, stop = entries.get(code, ("code", "", "", 0, 0))
        if one.billable:
            start, stop = (start if start and stop >= min(before, tables.last) else since), last
        entries[code] = (level, parent or _above(code, entries, listed), one.title, start, stop)
    for code, (level, parent, title, start, stop) in entries.items():
        if start and stop >= min(since, tables.last) and not (code in listed and listed[code].billable):
            entries[code] = (level, parent, title, *((start, before) if start < since else (0, 0)))
    told = Tables(dict(tables.editions), last, since, entries, list(tables.extra), list(tables.replaced))
    told.editions["titles"] = told.editions["validity"] = f"from {first:%m/%d/%Y}\t{source}"
    if tabular:
        told.editions["notes"] = f"from {first:%m/%d/%Y}\t{source}"
        told.extra = ["\t".join(one) for one in tabular.extra]
    return told, _changed(tables, told)


def _changed(old: Tables, new: Tables) -> Changed:
    def billable(tables: Tables, code: str) -> bool:
        entry = tables.entries.get(code)
        return entry is not None and entry[3] > 0 and entry[4] >= tables.since

    def title(tables: Tables, code: str) -> str:
        return tables.entries[code][2] if code in tables.entries else ""

    now = [code for code in sorted(new.entries) if billable(new, code)]
    came = [code for code in now if not billable(old, code)]
    return Changed(
        new=tuple(code for code in came if not (code in old.entries and old.entries[code][3])),
        ended=tuple(code for code in sorted(old.entries) if billable(old, code) and not billable(new, code)),
        revised=tuple(code for code in now if title(old, code) and title(old, code) != title(new, code)),
        back=tuple(code for code in came if code in old.entries and old.entries[code][3]),
    )


def _above(code: str, entries: dict[str, Entry], listed: dict[str, Ordered]) -> str:
    """The longest shorter code: S93401A stands under S93401, and so does a code newer than the tabular list."""
    return next(
        (code[:size] for size in range(len(code) - 1, 2, -1) if code[:size] in entries or code[:size] in listed), ""
    )


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _words(number: int) -> str:
    return f"{number // 100 % 100:02}/{number % 100:02}/{number // 10_000}"
