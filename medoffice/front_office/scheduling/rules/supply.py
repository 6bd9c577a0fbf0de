"""The slot engine: from templates, holds, closures, absences, bookings and capacities to free starts, and why not.

A unit that takes several visits at once has so many lanes, like chairs: a visit sits in one from its start to its end.
A visit may run wherever its lane is free, the block takes its kind, and fewer run than are allowed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.rules.limits import at_once, daily, over, speaking
from medoffice.front_office.scheduling.rules.spans import Span, crowded, inside, less, local_span, union
from medoffice.front_office.scheduling.types import Rule, Week, Why

STEP = timedelta(minutes=5)  # visits begin on full steps since the hour
Lanes = list[list[Span]]


@dataclass(frozen=True, slots=True)
class Opening:
    """A block on a day. From ``opens`` on it takes any kind."""

    span: Span
    kinds: tuple[str, ...] = ()
    opens: date | None = None
    at_once: int | None = None
    label: str = ""

    def takes(self, kind: str, today: date) -> bool:
        """Whether a kind of visit may be booked into it today."""
        if self.opens is not None:
            return today >= self.opens or kind in self.kinds
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Taken:
    """A booking of a unit, or a time kept for somebody: ``held`` says for what."""

    span: Span
    lane: int = 0
    held: str = ""


@dataclass(frozen=True, slots=True)
class UnitDay:
    """A unit on a day at a site: when it is there, when it is away, what is booked."""

    unit_id: UUID
    name: str
    openings: Sequence[Opening]
    away: Sequence[tuple[Span, str]] = ()
    taken: Sequence[Taken] = ()

    def lanes(self, kind: str, today: date, rules: Iterable[Rule], *, beyond: bool = False) -> Lanes:
        """For each lane, the stretches in which a visit of a kind may sit there; ``beyond``: overbooked ones too."""
        said = speaking(rules, self.unit_id, kind)
        caps: dict[int, list[Span]] = {}
        for one in self.openings:
            if one.takes(kind, today):
                cap = at_once(said, one.label, one.at_once) + (over(said, one.label) if beyond else 0)
                caps.setdefault(cap, []).append(one.span)
        running, gone = [one.span for one in self.taken], [span for span, _ in self.away]
        room = {cap: less(spans, crowded(running, cap)) for cap, spans in caps.items() if cap}
        found = []
        for lane in range(max(caps, default=0)):
            here = [span for cap, spans in room.items() if cap > lane for span in spans]
            found.append(less(here, [*gone, *(one.span for one in self.taken if one.lane == lane)]))
        return found

    def why_not(self, span: Span, kind: str, today: date, rules: Iterable[Rule]) -> list[Why]:
        """Why a visit of a kind cannot be here then; nothing if it can."""
        why = [Why("provider-away", f"{self.name} is away: {says}.") for gone, says in self.away if gone.meets(span)]
        if not inside(span, union(one.span for one in self.openings)):
            return [*why, Why("outside-hours", f"{self.name} does not work there then.")]
        if not inside(span, union(one.span for one in self.openings if one.takes(kind, today))):
            return [*why, Why("slot-kept", self._kept(span, kind, today))]
        if not why and not any(inside(span, lane) for lane in self.lanes(kind, today, rules)):
            why.append(self._taken(span))
        return why

    def _taken(self, span: Span) -> Why:
        """Who has the time: another visit, or somebody for whom it is kept."""
        there = [one for one in self.taken if one.span.meets(span)]
        if there and all(one.held for one in there):
            return Why("slot-held", f"This time of {self.name} is {there[0].held}.")
        return Why("slot-taken", f"{self.name} is taken at that time.")

    def _kept(self, span: Span, kind: str, today: date) -> str:
        closed = next(one for one in self.openings if one.span.meets(span) and not one.takes(kind, today))
        what = f"kept for {closed.label or ', '.join(closed.kinds) or 'later'}"
        return f"This time of {self.name} is {what}" + (f" until {closed.opens:%m/%d}." if closed.opens else ".")


@dataclass(frozen=True, slots=True)
class OfficeDay:
    """What a visit of a kind with a provider at a site needs on a day.

    ``groups`` has, for each group the kind needs, how many units of it and which there are; ``counted`` the visits the
    provider has that day by kind.
    """

    kind: str
    minutes: int
    provider: UnitDay
    now: datetime
    today: date
    rules: Sequence[Rule] = ()
    closed: str = ""
    also: Sequence[UnitDay] = ()
    groups: Mapping[str, tuple[int, Sequence[UnitDay]]] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)

    def starts(self, not_before: datetime, wanted: Callable[[datetime], bool] | None = None) -> list[Span]:
        """The free times, one after the other in each free stretch, none before ``not_before``; in order."""
        if self.closed or self._reached():
            return []
        found: set[Span] = set()
        others = [self._lanes(unit) for unit in self.also]
        groups = [(count, [self._lanes(unit) for unit in units]) for count, units in self.groups.values()]
        first = max(not_before, self.now)
        for lane in self._lanes(self.provider):
            for stretch in lane:
                found.update(self._in(stretch, first, wanted, others, groups))
        return sorted(found)

    def why_not(self, starts: datetime, *, unbooked: bool = False) -> list[Why]:
        """Every reason why a visit cannot begin then; nothing if it can. ``unbooked``: as if nothing were booked."""
        span = Span(starts, starts + timedelta(minutes=self.minutes))
        why = [Why("slot-past", "That time has passed.")] if starts < self.now else []
        if self.closed:
            why.append(Why("office-closed", f"The office is closed that day: {self.closed}."))
        for unit in (self.provider, *self.also):
            why += unit.why_not(span, self.kind, self.today, self.rules)
        for group, (count, units) in self.groups.items():
            if sum(self._has(unit, span) for unit in units) < count:
                why.append(Why("unit-taken", f"No {group} is free then."))
        reached = self._reached()
        if reached:
            why.append(Why("limit-reached", reached))
        return [one for one in why if one.code not in _OF_BOOKINGS] if unbooked else why

    def places(self, starts: datetime, *, beyond: bool = False) -> list[tuple[UUID, int]] | None:
        """A lane of each unit the visit needs, the provider's first; None if one is missing.

        ``beyond`` is for a visit that is overbooked: the provider takes more at once, but nothing else does.
        """
        span = Span(starts, starts + timedelta(minutes=self.minutes))
        lanes = self.provider.lanes(self.kind, self.today, self.rules, beyond=beyond)
        chosen = [(self.provider.unit_id, _lane(lanes, span))]
        chosen += [(unit.unit_id, _lane(self._lanes(unit), span)) for unit in self.also]
        for count, units in self.groups.values():
            free = [(unit.unit_id, _lane(self._lanes(unit), span)) for unit in units]
            chosen += ([one for one in free if one[1] is not None] + [(self.provider.unit_id, None)] * count)[:count]
        found = [(unit, lane) for unit, lane in chosen if lane is not None]
        return found if len(found) == len(chosen) else None

    def _in(
        self,
        stretch: Span,
        first: datetime,
        wanted: Callable[[datetime], bool] | None,
        others: list[Lanes],
        groups: list[tuple[int, list[Lanes]]],
    ) -> Iterator[Span]:
        """The free times of one stretch of the provider's."""
        length, at = timedelta(minutes=self.minutes), on_grid(max(stretch.starts, first))
        while at + length <= stretch.ends:
            span = Span(at, at + length)
            free = (wanted is None or wanted(at)) and all(_lane(lanes, span) is not None for lanes in others)
            if free and all(sum(_lane(u, span) is not None for u in units) >= count for count, units in groups):
                yield span
                at = on_grid(at + length)
            else:
                at += STEP

    def _lanes(self, unit: UnitDay) -> Lanes:
        return unit.lanes(self.kind, self.today, self.rules)

    def _has(self, unit: UnitDay, span: Span) -> bool:
        return _lane(self._lanes(unit), span) is not None

    def _reached(self) -> str:
        """Which limit of the day is reached, in words."""
        for kind, most in daily(speaking(self.rules, self.provider.unit_id, self.kind)):
            if sum(count for of, count in self.counted.items() if kind in ("", of)) >= most:
                return f"{self.provider.name} has {most} {kind or 'visits'} that day; more are not taken."
        return ""


_OF_BOOKINGS = frozenset({"slot-taken", "slot-held", "unit-taken", "limit-reached", "slot-past"})


def openings_of(templates: Iterable[Week], site_id: UUID, on: date, zone: ZoneInfo) -> list[Opening]:
    """The blocks of a day at a site."""
    return [
        Opening(
            local_span(on, block.starts, block.ends, zone),
            block.kinds,
            None if block.opens_days is None else on - timedelta(days=block.opens_days),
            block.at_once,
            block.label,
        )
        for one in templates
        if one.site_id == site_id and one.valid_from <= on and (one.valid_to is None or on <= one.valid_to)
        for block in one.blocks
        if block.weekday == on.weekday()
    ]


def whole_day(on: date, zone: ZoneInfo) -> Opening:
    """What a room or device without a template of its own has: all day."""
    return Opening(Span(local_span(on, time.min, time.min, zone).starts, _midnight_after(on, zone)))


def on_grid(at: datetime) -> datetime:
    """The first instant at or after ``at`` on a full step since the hour."""
    hour = at.replace(minute=0, second=0, microsecond=0)
    return hour + -((hour - at) // STEP) * STEP


def _midnight_after(on: date, zone: ZoneInfo) -> datetime:
    return local_span(on + timedelta(days=1), time.min, time.min, zone).starts


def _lane(lanes: Lanes, span: Span) -> int | None:
    return next((place for place, lane in enumerate(lanes) if inside(span, lane)), None)
