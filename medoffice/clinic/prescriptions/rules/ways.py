"""By which ways a prescription may go to a pharmacy: rules of its schedule, by dated data."""

from collections.abc import Iterable, Mapping
from datetime import date

from medoffice.clinic.prescriptions.types.exchange import Bar, Carried, WayRule
from medoffice.clinic.prescriptions.types.prescribing import Schedule


def bars(rules: Iterable[WayRule], way: Carried, schedule: Schedule, on: date, *, on_paper: bool) -> list[Bar]:
    """What speaks against sending it so on a day. ``on_paper``: a valid print of it was made.

    None of it refuses: each is gone over with a reason, which is kept.
    """
    found = [
        Bar(f"schedule-{way.value}", one.words, one.source)
        for one in rules
        if one.way is way and one.since <= on and schedule.value in one.schedules
    ]
    if on_paper:
        found.append(
            Bar("printed", "It was printed to be signed by hand, and may be dispensed from that paper", "here")
        )
    return found


def way_rules_from(told: Mapping[str, object]) -> list[WayRule]:
    """The rules of a file. Raises KeyError, ValueError for what is none."""
    return [
        WayRule(one["since"], Carried(one["way"]), frozenset(one["schedules"]), one["words"], one["source"])
        for one in told["way"]  # type: ignore[attr-defined] # a list of tables
    ]
