"""Edits that rest on the lists an office loads: NCCI pairs, most units, add-on codes, global days, coverage. Pure.

Each finding says in plain words what the list says and what to do. What no list speaks for on the day of service is
said to be not checked: it never passes. For Medicare and Medicaid an edit that nothing lifts stops the release; for
others, who need not follow these lists, it is a thing to look at. Which modifiers lift an edit is NCCI's own list,
as we know it and not verified against its manual.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import timedelta
from itertools import permutations

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.sources import UNVERIFIED
from medoffice.revenue.code_lists.types import Known
from medoffice.revenue.coding.rules.covering import lists_of, why_unsupported
from medoffice.revenue.coding.rules.visited import Earlier, Line, PayerKind, Visited
from medoffice.standards.code_lists.types import AddOnRow, PairMark, PairRow, UnitsMark, UnitsRow

_SITES = "E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI"
LIFTING = frozenset(f"{_SITES} 24 25 27 57 58 59 78 79 91 XE XP XS XU".split())
_UNRELATED = frozenset({"24", "25", "57", "58", "78", "79"})
_VISITS = frozenset({"visit", "preventive"})
_SUPPORTED = (
    "Look whether the note supports another diagnosis; else the patient should have signed a notice (ABN) before."
)
_NOWHERE = "Look at its text; the patient should have signed a notice (ABN) before."
_MINOR, _MAJOR = frozenset({0, 10}), 90
# What says that a visit was held at a distance: CPT's by their numbers, HCPCS's.
REMOTE = frozenset({"93", "95", "GQ", "GT", "FQ"})


def edits(seen: Visited) -> list[Finding]:
    """What the loaded lists say of a visit's services, the way out with each."""
    if not seen.lines:
        return []
    by_code = dict[str, list[Line]]()
    for line in sorted(seen.lines, key=_code):
        by_code.setdefault(line.code, []).append(line)
    of_codes = (*_pairs(seen, by_code), *_units(seen, by_code), *_placeless(seen))
    return [*of_codes, *_remote(seen), *_add_ons(seen), *_global(seen), *_coverage(seen), *_not_loaded(seen)]


def _code(line: Line) -> str:
    return line.code


def _severity(seen: Visited) -> Severity:
    return Severity.WARNING if seen.payer is PayerKind.OTHER else Severity.ERROR


def _placeless(seen: Visited) -> Iterator[Finding]:
    """Of a visit by video the claim says where the patient was; nobody knows it but who was there."""
    if seen.placeless:
        words = "Say where the patient was during the visit: at home is place of service 10, elsewhere 02."
        yield Finding("place-unsaid", "claim", words)


def _remote(seen: Visited) -> Iterator[Finding]:
    """A visit at a distance whose line does not say so, and one that says so and was not: things to look at."""
    for line in seen.lines:
        said = next((mark for mark in line.modifiers if mark in REMOTE), "")
        where = f"service {line.line}"
        if seen.remote and not said and line.kind in _VISITS:
            words = f"{line.code}: the visit was held at a distance and no modifier says so. Give it the one its payer"
            words += f" asks for (95 for live video), or leave it where the place of service is enough ({UNVERIFIED})."
            yield Finding("remote-unsaid", where, words, Severity.WARNING)
        elif said and not seen.remote:
            words = f"{line.code}: modifier {said} says that the visit was held at a distance, and it was not."
            yield Finding("remote-said", where, f"{words} Take it off.", Severity.WARNING)


def _pairs(seen: Visited, by_code: Mapping[str, list[Line]]) -> Iterator[Finding]:
    known = seen.known.pairs or {}
    for both in permutations(by_code, 2):
        pair = known.get(both)
        if pair is not None and pair.mark is not PairMark.NOT_APPLICABLE:
            yield from _pair(seen, pair, by_code[pair.first], by_code[pair.second])


def _pair(seen: Visited, pair: PairRow, first: list[Line], second: list[Line]) -> Iterator[Finding]:
    where, why = f"service {second[0].line}", f" ({pair.why.rstrip('.')})" if pair.why else ""
    said = f"{pair.second} is not paid beside {pair.first}{why}."
    if pair.mark is PairMark.NEVER:
        words = f"{said} No modifier changes that: remove {pair.second}."
        yield Finding("ncci-never", where, words, _severity(seen))
        return
    lifted = next((mark for line in [*second, *first] for mark in line.modifiers if mark in LIFTING), "")
    if lifted:
        words = f"{said} Modifier {lifted} says that both were done separately; the note must show it."
        words += f" (Which modifiers do so: our list, {UNVERIFIED}.)"
        yield Finding("ncci-lifted", where, words, Severity.INFO)
        return
    words = (
        f"{said} Remove {pair.second}; or, if the note shows that it was separate, give it the modifier that says how."
    )
    yield Finding("ncci-pair", where, words, _severity(seen))


def _units(seen: Visited, by_code: Mapping[str, list[Line]]) -> Iterator[Finding]:
    known = seen.known.units or {}
    for code, lines in by_code.items():
        most = known.get(code)
        if most is None:
            continue
        if most.mark is UnitsMark.LINE:
            for line in lines:
                if line.units > most.most:
                    yield _too_many(seen, line.line, line.units, most, "a line")
        elif (units := sum(line.units for line in lines)) > most.most:
            yield _too_many(seen, lines[0].line, units, most, "a day")


def _too_many(seen: Visited, line: int, units: int, most: UnitsRow, per: str) -> Finding:
    words = f"{units} units of {most.code}; at most {most.most} {per} are paid."
    if most.mark is UnitsMark.DAY_CLINICAL:
        more = " Look whether the units are right; if they are, the payer will ask for the note."
        return Finding("units-many", f"service {line}", words + more, Severity.WARNING)
    fix = " Mend the units."
    if most.mark is UnitsMark.LINE:
        fix = " Mend the units, or put what was separate on a line of its own with its modifier."
    return Finding("units-many", f"service {line}", words + fix, _severity(seen))


def _add_ons(seen: Visited) -> Iterator[Finding]:
    rows = seen.known.add_ons or {}
    for line in seen.lines:
        if line.code in rows:
            yield from _alone(seen, line, rows[line.code], rows.keys())


def _alone(seen: Visited, line: Line, rows: Collection[AddOnRow], add_ons: Collection[str]) -> Iterator[Finding]:
    """An add-on code without a code that it may stand beside."""
    there = {other.code for other in seen.lines if other.line != line.line and other.code not in add_ons}
    named = sorted({row.primary for row in rows if row.primary})
    if there & set(named):
        return
    where = f"service {line.line}"
    closed = all(row.kind == 1 for row in rows)
    if there and not closed:
        others = ", ".join(sorted(there))
        words = f"{line.code} is an add-on code; whether it may stand beside {others} is the payer's to say."
        yield Finding("add-on-payer", where, words, Severity.WARNING)
        return
    beside = f" It stands beside {', '.join(named[:6])}{' and others' if len(named) > 6 else ''}." if named else ""
    words = f"{line.code} is an add-on code and is not paid alone.{beside} Code the primary service, or remove it."
    yield Finding("add-on-alone", where, words, _severity(seen))


def _global(seen: Visited) -> Iterator[Finding]:
    """A visit on the day of a procedure, or within the days that an earlier one's payment covers."""
    values = seen.known.values
    if values is None:
        return
    visits = [line for line in seen.lines if line.kind in _VISITS and not set(line.modifiers) & _UNRELATED]
    for line in visits:
        where = f"service {line.line}"
        for other in seen.lines:
            days = _days(values[other.code].days) if other.code in values and other is not line else None
            if days in _MINOR or days == _MAJOR:
                mark = "57 if it was there that the operation was decided" if days == _MAJOR else "25 if it was more"
                words = (
                    f"{other.code} pays for the visit of its day. Give {line.code} modifier {mark}, and the note shows"
                )
                yield Finding("global-same-day", where, f"{words} it; else remove it.", Severity.WARNING)
        for before in seen.earlier:
            yield from _within(seen, line, before)


def _within(seen: Visited, line: Line, before: Earlier) -> Iterator[Finding]:
    last = before.on + timedelta(days=before.days)
    if before.days and before.on < seen.on <= last:
        words = (
            f"{before.code} of {before.on:%m/%d/%Y} pays for visits about it until {last:%m/%d/%Y}. If this visit was"
        )
        words += f" about something else, give {line.code} modifier 24; else remove it."
        yield Finding("global-period", f"service {line.line}", words, Severity.WARNING)


def _days(told: str) -> int | None:
    return int(told) if told.isdecimal() else None


def _coverage(seen: Visited) -> Iterator[Finding]:
    """Whether Medicare's local articles and its national determinations support a service by its diagnoses.

    Each is asked for itself. A thing to look at: only their text decides.
    """
    if seen.payer is not PayerKind.MEDICARE or not (seen.known.coverage or seen.known.national):
        return
    for line in seen.lines:
        codes = [seen.diagnoses[place - 1] for place in line.pointers if 1 <= place <= len(seen.diagnoses)]
        for known, called in lists_of(seen.known):
            why, nowhere = why_unsupported(line.code, codes, (known or {}).get(line.code, ()), called)
            if why:
                words = f"{why} {_NOWHERE if nowhere else _SUPPORTED}"
                yield Finding("not-supported", f"service {line.line}", words, Severity.WARNING)


def _not_loaded(seen: Visited) -> Iterator[Finding]:
    known = seen.known
    absent = [name for name, rows in (*_lists(known), *_coverages(seen)) if rows is None]
    if absent:
        words = f"Not checked, for no list is loaded for {seen.on:%m/%d/%Y}: {', '.join(absent)}."
        yield Finding("not-loaded", "lists", words, Severity.WARNING)
    beyond = sorted({line.code for line in seen.lines if known.pairs is not None and line.code > known.pairs_until})
    if beyond:
        words = f"Not checked against NCCI pairs: {', '.join(beyond)}. The loaded list ends at {known.pairs_until}."
        yield Finding("not-loaded", "lists", words, Severity.WARNING)


def _lists(known: Known) -> tuple[tuple[str, object], ...]:
    return (
        ("NCCI pairs", known.pairs),
        ("most units", known.units),
        ("add-on codes", known.add_ons),
        ("global days", known.values),
    )


def _coverages(seen: Visited) -> tuple[tuple[str, object], ...]:
    """Medicare's: a list of one of them says nothing of the other."""
    if seen.payer is not PayerKind.MEDICARE:
        return ()
    return ("local coverage", seen.known.coverage), ("national coverage", seen.known.national)
