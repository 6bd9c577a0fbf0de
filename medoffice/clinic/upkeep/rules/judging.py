"""Whether what is said of something that is looked after can be, and whether it is as it should be."""

from collections.abc import Iterable
from datetime import time
from decimal import Decimal
from uuid import UUID

from medoffice.clinic.upkeep.types import Entry, Kept, Kind, Told, What
from medoffice.kernel.findings import Finding

COLD = (Kind.REFRIGERATOR, Kind.FREEZER)
DUE = {
    Kind.REFRIGERATOR: What.READING,
    Kind.FREEZER: What.READING,
    Kind.OTHER: What.READING,
    Kind.AUTOCLAVE: What.SPORE,
    Kind.ROOM: What.TERMINAL,
}
ALSO = {Kind.AUTOCLAVE: (What.LOAD,), Kind.ROOM: (What.CLEANED,)}
WHAT_WORDS = {
    What.READING: "reading",
    What.LOAD: "load",
    What.SPORE: "biological test",
    What.CLEANED: "cleaned after a patient",
    What.TERMINAL: "cleaned for the night",
}
UNVERIFIED = "CDC on storing vaccines, from memory on 11/28/2026, source: unverified"
# What is proposed for each kind: limits, by when it is logged, on which days. The office changes any of it.
PROPOSED: dict[Kind, tuple[str, str, str, tuple[time, ...], tuple[int, ...]]] = {
    Kind.REFRIGERATOR: ("2", "8", "°C", (time(9, 30), time(17)), (0, 1, 2, 3, 4)),
    Kind.FREEZER: ("-50", "-15", "°C", (time(9, 30), time(17)), (0, 1, 2, 3, 4)),
    Kind.AUTOCLAVE: ("", "", "", (time(12),), (0,)),
    Kind.ROOM: ("", "", "", (time(18),), (0, 1, 2, 3, 4)),
    Kind.OTHER: ("", "", "", (time(9, 30),), (0, 1, 2, 3, 4)),
}


def proposed(kind: Kind, site_id: UUID, name: str = "") -> Kept:
    """How something of a kind may be looked after, until the office says otherwise. Limits are not verified."""
    low, high, unit, times, days = PROPOSED[kind]
    bounds = Decimal(low) if low else None, Decimal(high) if high else None
    cold = kind in COLD
    return Kept(site_id, kind, name, times, days, unit, *bounds, UNVERIFIED if cold else "", cold)


def check_kept(kept: Kept) -> list[Finding]:
    """What cannot be so of how something is looked after, field by field."""
    found = []
    if not kept.name.strip():
        found.append(Finding("blank", "name", "This is needed."))
    if not kept.times:
        found.append(Finding("times-missing", "times", "Say by when it is logged: 9:30, 17:00."))
    if not kept.days or any(one not in range(7) for one in kept.days):
        found.append(Finding("days-missing", "days", "Say on which days it is logged."))
    if kept.low is not None and kept.high is not None and kept.low >= kept.high:
        found.append(Finding("limits-crossed", "high", "The upper limit is not above the lower one."))
    if DUE[kept.kind] is What.READING and not kept.unit.strip():
        found.append(Finding("unit-missing", "unit", "In which unit is it read?"))
    if kept.vaccines and kept.kind not in COLD:
        found.append(Finding("vaccines-warm", "vaccines", "Vaccines stand in a refrigerator or a freezer."))
    return found


def check_told(kept: Kept, told: Told) -> list[Finding]:
    """What is missing of one look at it, field by field. What is out of limits is no fault: it says what was done."""
    found = []
    if told.what is not DUE[kept.kind] and told.what not in ALSO.get(kept.kind, ()):
        found.append(Finding("what-odd", "what", f"No {WHAT_WORDS[told.what]} is logged of this."))
    if told.what is What.READING and told.value is None:
        found.append(Finding("value-missing", "value", "Type what it reads."))
    if told.what in (What.LOAD, What.SPORE) and told.passed is None:
        found.append(Finding("passed-missing", "passed", "Say whether it passed."))
    if told.what is What.LOAD:
        found += [
            Finding("blank", name, "This is needed.") for name in ("load", "cycle") if not getattr(told, name).strip()
        ]
    wrong = odd(kept, told)
    if not found and wrong and not told.did.strip():
        found.append(Finding("did-missing", "did", f"{wrong}: say what was done about it."))
    return found


def odd(kept: Kept, told: Told) -> str:
    """What is not as it should be, in words; nothing if it is."""
    if told.what is What.READING and told.value is not None:
        if kept.low is not None and told.value < kept.low:
            return f"{reads(kept, told.value)}, below {reads(kept, kept.low)}"
        if kept.high is not None and told.value > kept.high:
            return f"{reads(kept, told.value)}, above {reads(kept, kept.high)}"
    if told.passed is False:
        return f"The indicator of load {told.load} failed" if told.what is What.LOAD else "The biological test failed"
    return ""


def reads(kept: Kept, value: Decimal) -> str:
    """A value with its unit."""
    return f"{value} {kept.unit}".strip()


def limits(kept: Kept) -> str:
    """The limits in words; nothing if there are none."""
    if kept.low is None and kept.high is None:
        return ""
    if kept.low is None or kept.high is None:
        return f"up to {kept.high} {kept.unit}" if kept.low is None else f"from {kept.low} {kept.unit}"
    return f"{kept.low} to {kept.high} {kept.unit}"


def in_words(kept: Kept, told: Told) -> str:
    """One look at it: ``4.1 °C``; ``load 12, 132 °C 4 min: passed``."""
    if told.what is What.READING and told.value is not None:
        return reads(kept, told.value)
    if told.what in (What.CLEANED, What.TERMINAL):
        return WHAT_WORDS[told.what]
    what = f"load {told.load}, {told.cycle}" if told.what is What.LOAD else WHAT_WORDS[told.what]
    return f"{what}: {'passed' if told.passed else 'failed'}"


def loads_in_doubt(entries: Iterable[Entry]) -> list[Entry]:
    """The loads since the last biological test that passed, if the last one failed; ``entries`` stand, oldest first."""
    loads: list[Entry] = []
    failed = False
    for one in entries:
        if one.told.what is What.SPORE:
            failed = not one.told.passed
            loads = loads if failed else []
        elif one.told.what is What.LOAD:
            loads.append(one)
    return loads if failed else []
