"""The slot engine against a slow plain one that looks at every five minutes of a day by itself; and its reasons."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.rules.supply import OfficeDay, Opening, Taken, UnitDay, openings_of, whole_day
from medoffice.front_office.scheduling.types import Block, Rule, Week

CHICAGO = ZoneInfo("America/Chicago")
TODAY = date(2026, 11, 24)
MIDNIGHT = datetime(2026, 11, 24, 6, tzinfo=UTC)
CELLS = range(40)  # five minutes each
PROVIDER, ROOM, OTHER, DEVICE = (UUID(int=number) for number in range(1, 5))


def at(cell: int) -> datetime:
    return MIDNIGHT + timedelta(minutes=5 * cell)


def span(first: int, length: int) -> Span:
    return Span(at(first), at(first + length))


@st.composite
def openings(draw: st.DrawFn) -> list[Opening]:
    """Blocks that do not overlap, of every sort."""
    edges = sorted(draw(st.lists(st.integers(0, 40), unique=True, max_size=8)))
    return [
        Opening(
            Span(at(first), at(last)),
            draw(st.sampled_from([(), ("sick",), ("physical",)])),
            draw(st.sampled_from([None, TODAY, TODAY + timedelta(days=1)])),
            draw(st.sampled_from([None, None, 1, 2, 3])),
            draw(st.sampled_from(["", "wave"])),
        )
        for first, last in pairwise(edges)
        if draw(st.booleans())
    ]


some = st.tuples(st.integers(0, 38), st.integers(1, 6)).map(lambda one: span(*one))


@st.composite
def taken(draw: st.DrawFn) -> list[Taken]:
    """Bookings of which no two sit in one lane at once, as the database holds it."""
    found: list[Taken] = []
    for one in draw(st.lists(some, max_size=6)):
        lane = draw(st.integers(0, 2))
        if not any(other.lane == lane and other.span.meets(one) for other in found):
            found.append(Taken(one, lane))
    return found


@st.composite
def unit_days(draw: st.DrawFn, unit_id: UUID) -> UnitDay:
    gone = [(one, "leave") for one in draw(st.lists(some, max_size=1))]
    return UnitDay(unit_id, "Okafor", draw(openings()), gone, draw(taken()))


rules_ = st.lists(
    st.builds(
        Rule,
        id=st.just(UUID(int=0)),
        unit_id=st.sampled_from([None, PROVIDER, ROOM]),
        kind=st.sampled_from(["", "sick", "physical"]),
        label=st.sampled_from(["", "wave"]),
        at_once=st.sampled_from([None, 1, 2, 3]),
        per_day=st.sampled_from([None, None, 2]),
    ),
    max_size=3,
)


@st.composite
def office_days(draw: st.DrawFn) -> OfficeDay:
    devices = (1, [draw(unit_days(DEVICE))])
    rooms = (draw(st.integers(1, 2)), [draw(unit_days(ROOM)), draw(unit_days(OTHER))])
    return OfficeDay(
        kind="sick",
        minutes=5 * draw(st.integers(1, 6)),
        provider=draw(unit_days(PROVIDER)),
        now=at(draw(st.integers(0, 20))),
        today=TODAY,
        rules=draw(rules_),
        closed=draw(st.sampled_from(["", "", "", "snow"])),
        groups=draw(st.sampled_from([{}, {"exam": rooms}, {"exam": rooms, "ecg": devices}])),
        counted={"sick": draw(st.integers(0, 2)), "physical": draw(st.integers(0, 1))},
    )


def plain_free(day: OfficeDay, first: int) -> bool:
    """What the engine must find, in words as simple as can be."""
    if day.closed or at(first) < day.now:
        return False
    for rule in day.rules:
        if rule.per_day is not None and rule.unit_id in (None, PROVIDER) and rule.kind in ("", "sick"):
            count = day.counted["sick"] + (day.counted["physical"] if not rule.kind else 0)
            if count >= rule.per_day:
                return False
    cells = range(first, first + day.minutes // 5)
    if not _plain_unit(day, day.provider, cells):
        return False
    return all(sum(_plain_unit(day, one, cells) for one in units) >= count for count, units in day.groups.values())


def _plain_unit(day: OfficeDay, unit: UnitDay, cells: Sequence[int]) -> bool:
    return any(all(_plain_cell(day, unit, cell, lane) for cell in cells) for lane in range(3))


def _plain_cell(day: OfficeDay, unit: UnitDay, cell: int, lane: int) -> bool:
    now = at(cell)
    block = next((one for one in unit.openings if one.span.starts <= now < one.span.ends), None)
    if block is None or any(gone.starts <= now < gone.ends for gone, _ in unit.away):
        return False
    opened = block.opens is not None and day.today >= block.opens
    if not opened and day.kind not in block.kinds and not (block.opens is None and not block.kinds):
        return False
    said = [] if block.at_once is None else [block.at_once]
    for rule in day.rules:
        if rule.unit_id in (None, unit.unit_id) and rule.kind in ("", day.kind) and rule.label in ("", block.label):
            said += [] if rule.at_once is None else [rule.at_once]
    cap = min(said, default=1)
    running = [one for one in unit.taken if one.span.starts <= now < one.span.ends]
    return lane < cap and len(running) < cap and all(one.lane != lane for one in running)


@settings(max_examples=300)
@given(day=office_days())
def test_free_times_are_right_complete_and_explained(day: OfficeDay) -> None:
    offered = day.starts(MIDNIGHT)
    length = timedelta(minutes=day.minutes)
    starts = [one.starts for one in offered]
    assert starts == sorted(set(starts))
    for cell in CELLS:
        free = plain_free(day, cell)
        why = day.why_not(at(cell))
        assert (not why) == free, why
        assert (day.places(at(cell)) is not None) or not free
        if free:
            assert any(start < at(cell) + length and at(cell) < start + length for start in starts)
        else:
            assert at(cell) not in starts


@settings(max_examples=200)
@given(day=office_days(), first=st.integers(0, 39))
def test_what_is_placed_holds_a_lane_of_its_own(day: OfficeDay, first: int) -> None:
    asked = Span(at(first), at(first) + timedelta(minutes=day.minutes))
    places = day.places(at(first))
    if places is None:
        return
    known = {one.unit_id: one for one in (day.provider, *(u for _, units in day.groups.values() for u in units))}
    assert len({unit for unit, _ in places}) == len(places) == 1 + sum(count for count, _ in day.groups.values())
    for unit, lane in places:
        assert not any(one.lane == lane and one.span.meets(asked) for one in known[unit].taken)


def simple(provider: UnitDay, **more: object) -> OfficeDay:
    made = OfficeDay("sick", 20, provider, MIDNIGHT, TODAY)
    return replace(made, **more)  # type: ignore[arg-type] # the fields of an office day


def okafor(*blocks: Opening, busy: Sequence[Taken] = ()) -> UnitDay:
    return UnitDay(PROVIDER, "Okafor", blocks, (), busy)


def test_a_block_kept_for_others_says_for_whom_and_until_when() -> None:
    kept = Opening(span(0, 12), ("physical",), TODAY + timedelta(days=3), None, "physicals")
    (why,) = simple(okafor(kept)).why_not(at(0))
    assert (why.code, why.words) == ("slot-kept", "This time of Okafor is kept for physicals until 11/27.")
    assert simple(okafor(kept), kind="physical").why_not(at(0)) == []
    assert simple(okafor(kept), today=TODAY + timedelta(days=3)).why_not(at(0)) == []


def test_a_visit_may_run_over_two_blocks_that_touch() -> None:
    day = simple(okafor(Opening(span(0, 2)), Opening(span(2, 2), ("sick",))))
    assert day.why_not(at(0)) == []
    assert [why.code for why in simple(okafor(Opening(span(0, 2)), Opening(span(3, 2)))).why_not(at(0))] == [
        "outside-hours"
    ]


def test_the_strictest_rule_is_right() -> None:
    block = Opening(span(0, 12), at_once=3)
    rules = [
        Rule(uuid4(), PROVIDER, at_once=2, over=2),
        Rule(uuid4(), None, "sick", over=1),
        Rule(uuid4(), None, "physical", at_once=1, over=0),
    ]
    one, two, three = (Taken(span(0, 4), lane) for lane in range(3))
    assert simple(okafor(block, busy=[one]), rules=rules).why_not(at(0)) == []
    full = simple(okafor(block, busy=[one, two]), rules=rules)
    assert [why.code for why in full.why_not(at(0))] == ["slot-taken"]
    assert full.places(at(0)) is None
    assert full.places(at(0), beyond=True) == [(PROVIDER, 2)]
    assert simple(okafor(block, busy=[one, two, three]), rules=rules).places(at(0), beyond=True) is None
    assert simple(okafor(block, busy=[one]), rules=rules, kind="physical").places(at(0), beyond=True) is None


def test_a_limit_of_the_day_names_itself() -> None:
    rules = [Rule(uuid4(), None, "sick", per_day=2)]
    (why,) = simple(okafor(Opening(span(0, 12))), rules=rules, counted={"sick": 2, "physical": 9}).why_not(at(0))
    assert (why.code, why.words) == ("limit-reached", "Okafor has 2 sick that day; more are not taken.")
    assert simple(okafor(Opening(span(0, 12))), rules=rules, counted={"sick": 1}).starts(MIDNIGHT) != []


@pytest.mark.parametrize(("on", "hours"), [(date(2026, 11, 1), 25), (date(2027, 3, 14), 23), (TODAY, 24)])
def test_a_whole_day_is_as_long_as_the_clock_makes_it(on: date, hours: int) -> None:
    opened = whole_day(on, CHICAGO).span
    assert opened.ends - opened.starts == timedelta(hours=hours)


def test_blocks_hold_on_their_weekday_from_and_to_their_dates() -> None:
    site = uuid4()
    week = (Block(1, time(8), time(12), opens_days=2), Block(2, time(8), time(12)))
    known = [
        Week(uuid4(), PROVIDER, site, date(2026, 11, 24), date(2026, 12, 7), week),
        Week(uuid4(), PROVIDER, uuid4(), date(2026, 1, 1), None, week),
    ]
    assert [len(openings_of(known, site, date(2026, 11, day), CHICAGO)) for day in (17, 23, 24, 25, 26)] == [
        0,
        0,
        1,
        1,
        0,
    ]
    (tuesday,) = openings_of(known, site, date(2026, 12, 1), CHICAGO)
    assert (tuesday.opens, tuesday.span.starts) == (date(2026, 11, 29), datetime(2026, 12, 1, 14, tzinfo=UTC))
    assert openings_of(known, site, date(2026, 12, 8), CHICAGO) == []
