"""When the next step is due, what waits most dangerously, which steps there are."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.referrals.queries.paces import shipped
from medoffice.front_office.referrals.rules.moving import back_from, holder_of, may_go, steps_from
from medoffice.front_office.referrals.rules.pacing import PRESSING, danger, due_on, pace_on
from medoffice.front_office.referrals.rules.radar import radar_of
from medoffice.front_office.referrals.types import Direction, Loop, Pace, Priority, State
from medoffice.kernel.ids import new_id

DAY = date(2026, 11, 24)
PACE = Pace(Priority.ROUTINE, date(2026, 1, 1), send=3, acknowledge=7, schedule=14, report=30, review=5)


def test_each_step_is_due_after_its_own_days_and_the_report_after_the_visit() -> None:
    visit = DAY + timedelta(days=20)
    wanted = {
        State.TO_SEND: 3,
        State.SENT: 7,
        State.ACKNOWLEDGED: 14,
        State.SCHEDULED: 50,
        State.REPORTED: 5,
    }
    for state, days in wanted.items():
        assert due_on(state, DAY, visit, PACE) == DAY + timedelta(days=days), state
    assert due_on(State.CLOSED, DAY, visit, PACE) is None
    assert due_on(State.SCHEDULED, DAY, DAY - timedelta(days=9), PACE) == DAY + timedelta(days=30)


def test_the_pace_of_the_day_holds_and_of_two_of_a_day_the_last() -> None:
    later = Pace(Priority.ROUTINE, DAY, 1, 1, 1, 1, 1)
    again = Pace(Priority.ROUTINE, DAY, 2, 2, 2, 2, 2)
    known = [PACE, later, again]
    assert pace_on(known, Priority.ROUTINE, DAY - timedelta(days=1)) is PACE
    assert pace_on(known, Priority.ROUTINE, DAY) is again
    with pytest.raises(ValueError, match="no pace"):
        pace_on(known, Priority.STAT, DAY)
    for priority in Priority:
        assert pace_on(shipped(), priority, DAY).source == "unverified"


@given(st.sampled_from(Priority), st.integers(-400, 400))
def test_nothing_is_dangerous_before_it_is_overdue_and_then_more_every_day(priority: Priority, late: int) -> None:
    found = danger(priority, DAY - timedelta(days=late), DAY)
    assert (found > 0) == (late > 0)
    assert danger(priority, DAY - timedelta(days=late + 1), DAY) >= found
    assert danger(Priority.STAT, DAY - timedelta(days=late), DAY) >= found
    assert danger(priority, None, DAY) == 0


def test_a_day_too_late_presses_by_how_soon_it_was_wanted() -> None:
    def first(priority: Priority) -> int:
        return next(late for late in range(100) if danger(priority, DAY - timedelta(days=late), DAY) >= PRESSING)

    assert [first(one) for one in Priority] == [2, 4, 7, 21]


def test_steps_go_forward_only_and_somebody_always_has_the_next_one() -> None:
    for direction in Direction:
        for state in State:
            for to, _ in steps_from(direction, state):
                assert list(State).index(to) > list(State).index(state)
                assert may_go(direction, state, to)
            assert not may_go(direction, state, state)
            assert holder_of(direction, state, "Dr. A") in ("this office", "Dr. A")
    assert steps_from(Direction.OUT, State.CLOSED) == []
    assert not may_go(Direction.IN, State.TO_SEND, State.SENT)
    assert holder_of(Direction.OUT, State.SENT, "Dr. A") == "Dr. A"
    assert holder_of(Direction.IN, State.SENT, "Dr. A") == "this office"


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 900), st.integers(0, 3)), min_size=1, max_size=40))
def test_the_radar_shows_every_loop_inside_the_picture(told: list[tuple[str, int, int]]) -> None:
    who = new_id()
    loops = [Loop("x", lane, who, DAY - timedelta(days=days), None, "us", "/", danger) for lane, days, danger in told]
    found = radar_of(loops, DAY)
    assert found is not None
    assert len(found.spots) == len(loops)
    assert all(0 < spot.x < found.width and 0 < spot.y < found.bottom for spot in found.spots)
    assert sum(spot.late for spot in found.spots) == sum(one.danger > 0 for one in loops)
    assert len(found.lanes) == len({one.lane for one in loops})
    assert radar_of([], DAY) is None


def test_a_step_that_was_noted_by_mistake_goes_back_to_the_one_before() -> None:
    story = ["to send", "sent", "called", "acknowledged", "report received"]
    assert back_from(State.REPORTED, story) is State.ACKNOWLEDGED
    assert back_from(State.ACKNOWLEDGED, [*story, "acknowledged"]) is State.SENT
    assert back_from(State.SENT, story[:2]) is None, "what went cannot be fetched back"
    assert back_from(State.TO_SEND, story[:1]) is None
    assert back_from(State.CLOSED, [*story, "closed"]) is None
