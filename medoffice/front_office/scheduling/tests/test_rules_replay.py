"""The past once more under another week: days worked out by hand, and what holds for any."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.replay import DAYS_ON, Came, Placed, averages, placed, replayed, value
from medoffice.front_office.scheduling.rules.spans import Span, local_span
from medoffice.front_office.scheduling.rules.supply import Opening, UnitDay
from medoffice.kernel.money import Money

ZONE, MONDAY = ZoneInfo("America/Chicago"), date(2026, 11, 23)
DAYS = [MONDAY + timedelta(days=number) for number in range(3)]
Week = Callable[[date], UnitDay]


def week(*hours: tuple[int, int], on: Sequence[date] = DAYS, kinds: tuple[str, ...] = ()) -> Week:
    """The same hours on some days."""

    def day(asked: date) -> UnitDay:
        spans = [local_span(asked, time(first), time(last), ZONE) for first, last in hours if asked in on]
        return UnitDay(UUID(int=1), "Dr Okafor", [Opening(span, kinds) for span in spans])

    return day


def at(hour: int, minute: int = 0, on: date = MONDAY) -> datetime:
    return datetime.combine(on, time(hour, minute), ZONE).astimezone(UTC)


def came(hour: int, minute: int = 0, *, took: int | None = 20, late: int = 0, room: int = 0, on: date = MONDAY) -> Came:
    """A visit of twenty minutes; minutes it really took, came late by, and needed to the room."""
    starts = at(hour, minute, on)
    minutes = [None if one is None else timedelta(minutes=one) for one in (late, room, took)]
    return Came(Span(starts, starts + timedelta(minutes=20)), "sick", *minutes)  # type: ignore[arg-type] # only the last


def starts_of(found: Placed) -> list[datetime]:
    return [one.span.starts for one in found.visits]


def test_a_day_worked_out_by_hand() -> None:
    """8:00 takes 30; 8:20 is ready at 8:20 and waits 10, takes 20; 8:40 comes 5 early, is ready at 8:45, waits 15."""
    told = replayed(
        [came(8, took=30), came(8, 20), came(8, 40, late=-5, room=10, took=50)], week((8, 9)), [MONDAY], ZONE
    )
    assert told.waited == (0.0, 10.0, 15.0)
    assert (told.busy, told.after, told.open) == (60.0, 40.0, 60.0)
    assert (told.middle, told.use, told.use_percent) == (10.0, 1.0, 100)


def test_who_comes_before_the_day_opens_waits_for_it_and_who_does_not_come_keeps_nobody_waiting() -> None:
    told = replayed([came(8, late=-15), came(8, 20, took=None), came(8, 20)], week((8, 12)), [MONDAY, DAYS[1]], ZONE)
    assert told.waited == (15.0, 0.0)
    assert (told.busy, told.after, told.open) == (40.0, 0.0, 480.0)


def test_what_loses_its_place_moves_to_the_nearest_time_of_its_day_then_to_another_day() -> None:
    visits = [came(8, 40), came(13), came(14, took=None), came(15)]
    found = placed(visits, week((8, 12), (13, 17)), week((8, 9)), ZONE)
    assert starts_of(found) == [at(8), at(8, 20), at(8, 40), at(8, 40, DAYS[1])]
    assert (found.moved, found.other_day, found.lost) == (2, 1, ())
    none = placed(visits, week((8, 12), (13, 17)), week((8, 9), on=[MONDAY]), ZONE)
    assert (none.moved, none.other_day, [one.span.starts for one in none.lost]) == (2, 0, [at(15)])


def test_what_was_squeezed_in_before_stays_squeezed_in() -> None:
    found = placed([came(18), came(9)], week((8, 12)), week((8, 10)), ZONE)
    assert (starts_of(found), found.moved, found.lost) == ([at(9), at(18)], 0, ())


def test_a_kind_that_a_week_no_longer_takes_finds_no_time() -> None:
    found = placed([came(9)], week((8, 12)), week((8, 12), kinds=("physical",)), ZONE)
    assert len(found.lost) == 1


def test_a_change_of_the_clock_moves_no_wall_clock_time() -> None:
    """The clocks go back on 11/01/2026: who moves from Saturday at 9 to Sunday comes at 9 there."""
    saturday, sunday = date(2026, 10, 31), date(2026, 11, 1)
    found = placed([came(9, on=saturday)], week((8, 12), on=[saturday]), week((8, 12), on=[sunday]), ZONE)
    assert starts_of(found) == [at(9, on=sunday)]


def test_a_kind_is_worth_its_own_average_from_five_on_and_that_of_any_before() -> None:
    cents = averages([("sick", 10_000)] * 5 + [("physical", 40_000)] * 4)
    assert cents == {"sick": 10_000.0, "": (50_000 + 160_000) / 9}
    physical = Came(came(9).span, "physical", inside=timedelta(minutes=40))
    assert value([came(8), came(9), came(10, took=None)], cents) == Money(20_000)
    assert value([physical], cents) == Money(23_333)
    assert averages([]) == {}


visits = st.lists(
    st.builds(
        came,
        hour=st.integers(7, 17),
        minute=st.sampled_from([0, 20, 40]),
        took=st.one_of(st.none(), st.integers(0, 90)),
        late=st.integers(-30, 30),
        room=st.integers(0, 20),
        on=st.sampled_from(DAYS),
    ),
    max_size=25,
)
hours = st.lists(st.sampled_from([(7, 9), (9, 12), (13, 15), (15, 18)]), unique=True, max_size=4).map(sorted)


@given(visits, hours, hours)
def test_no_visit_is_lost_on_the_way(all_: list[Came], was: list[tuple[int, int]], will: list[tuple[int, int]]) -> None:
    found = placed(all_, week(*was), week(*will), ZONE)
    assert len(found.visits) + len(found.lost) == len(all_)
    kept = [(one.inside, one.late, one.to_room) for one in (*found.visits, *found.lost)]
    assert sorted(kept, key=str) == sorted(((one.inside, one.late, one.to_room) for one in all_), key=str)
    for one in found.visits:
        assert one.span.ends - one.span.starts == timedelta(minutes=20)
        fits = not week(*will)(one.span.starts.astimezone(ZONE).date()).why_not(one.span, one.kind, MONDAY, ())
        assert fits or one in all_
    assert len(DAYS) <= DAYS_ON


@given(visits, hours)
def test_use_is_a_share_and_all_time_with_patients_is_somewhere(all_: list[Came], open_: list[tuple[int, int]]) -> None:
    told = replayed(all_, week(*open_), DAYS, ZONE)
    seen = [one for one in all_ if one.inside is not None]
    assert 0 <= told.use <= 1
    assert len(told.waited) == len(seen)
    assert min(told.waited, default=0) >= 0
    assert told.busy + told.after <= sum(one.inside.total_seconds() / 60 for one in seen if one.inside) + 1e-6
    assert told.open == sum(last - first for first, last in open_) * 60 * len(DAYS)


@given(visits, hours)
def test_the_same_week_changes_nothing(all_: list[Came], open_: list[tuple[int, int]]) -> None:
    found = placed(all_, week(*open_), week(*open_), ZONE)
    assert (found.moved, found.other_day, found.lost) == (0, 0, ())
    same = [replayed(one, week(*open_), DAYS, ZONE) for one in (all_, found.visits)]
    assert same[0] == same[1]


@given(visits, hours, hours)
def test_more_room_never_means_more_waiting(
    all_: list[Came], open_: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    wide = week(*sorted({*open_, *more}))
    found = placed(all_, week(*open_), wide, ZONE)
    assert (found.moved, found.other_day, found.lost) == (0, 0, ())
    if open_:
        now, then = replayed(all_, week(*open_), DAYS, ZONE), replayed(found.visits, wide, DAYS, ZONE)
        assert sum(then.waited) <= sum(now.waited)
        assert then.after <= now.after


@given(visits, hours, st.integers(0, 24))
def test_a_shorter_visit_makes_nobody_wait_longer(all_: list[Came], open_: list[tuple[int, int]], which: int) -> None:
    quicker = [
        Came(one.span, one.kind, one.late, one.to_room, one.inside and one.inside / 2) if number == which else one
        for number, one in enumerate(all_)
    ]
    told = [sum(replayed(some, week(*open_), DAYS, ZONE).waited) for some in (quicker, all_)]
    assert told[0] <= told[1] + 1e-6
