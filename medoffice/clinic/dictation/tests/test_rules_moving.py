"""The way of a dictation, as a machine that is pushed about: by the table alone, no dead end; and when it is due."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from medoffice.clinic.dictation.rules.due import due_at, level, order, pace_on
from medoffice.clinic.dictation.rules.moving import ASKS_WHY, MOVES, OPEN, after, verbs_at
from medoffice.clinic.dictation.types.dictations import Level, Pace, Priority, State, Verb

NINE = datetime(2026, 11, 24, 15, tzinfo=UTC)
PACE = Pace("visit-note", date(2026, 1, 1), 2, 4, 24, 90)


class Way(RuleBasedStateMachine):
    """A dictation to which anything is done in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.state = State.QUEUED

    @rule(verb=some.sampled_from(list(MOVES)))
    def do(self, verb: Verb) -> None:
        """What can be done leads where the table says; what cannot be done leaves it where it is."""
        to = after(self.state, verb)
        assert (to is not None) == (verb in verbs_at(self.state))
        if to is not None:
            assert to is MOVES[verb][1]
            self.state = to

    @invariant()
    def goes_on(self) -> None:
        """From wherever it stands it can come to be typed; what is signed never moves again."""
        if self.state is State.SIGNED:
            assert verbs_at(self.state) == []
            return
        seen: set[State] = {self.state}
        ahead: list[State] = [self.state]
        while ahead:
            at = ahead.pop()
            for verb in verbs_at(at):
                to = after(at, verb)
                if to is not None and to not in seen:
                    seen.add(to)
                    ahead.append(to)
        assert State.TYPING in seen


TestWay = Way.TestCase


def test_only_what_is_queued_is_taken() -> None:
    assert [state for state in State if after(state, Verb.CLAIM)] == [State.QUEUED]


def test_a_rejected_one_is_closed_until_that_is_taken_back() -> None:
    assert State.REJECTED not in OPEN
    assert verbs_at(State.REJECTED) == [Verb.REVIVE]
    assert {Verb.HOLD, Verb.REJECT, Verb.RETURN} == ASKS_WHY


@pytest.mark.parametrize(("priority", "hours"), [(Priority.STAT, 2), (Priority.ASAP, 4), (Priority.ROUTINE, 24)])
def test_it_is_due_by_its_priority(priority: Priority, hours: int) -> None:
    assert due_at(PACE, priority, NINE) == NINE + timedelta(hours=hours)


def test_the_pace_of_a_day_is_the_latest_that_had_begun() -> None:
    later, same = Pace("visit-note", date(2026, 6, 1), 1, 2, 3, 30), Pace("visit-note", date(2026, 6, 1), 5, 6, 7, 60)
    known = [PACE, later, same]
    assert pace_on(known, "visit-note", date(2026, 5, 31)) is PACE
    assert pace_on(known, "visit-note", date(2026, 6, 1)) is same
    with pytest.raises(ValueError, match="no pace"):
        pace_on(known, "letter", date(2026, 6, 1))


@given(some.integers(1, 500), some.integers(-300, 900))
def test_time_runs_from_fine_to_late_and_never_back(hours: int, minutes: int) -> None:
    due, ranks = NINE + timedelta(hours=hours), [Level.FINE, Level.SOON, Level.LATE]
    now = NINE + timedelta(minutes=minutes)
    first, then = (ranks.index(level(NINE, due, at)) for at in (now, now + timedelta(minutes=7)))
    assert first <= then
    assert level(NINE, due, due) is Level.LATE
    assert level(NINE, due, NINE) is Level.FINE


def test_stat_stands_before_what_is_due_earlier() -> None:
    lines = [(Priority.ROUTINE, NINE, "D-1"), (Priority.STAT, NINE + timedelta(hours=1), "D-2")]
    assert sorted(lines, key=lambda one: order(*one))[0][2] == "D-2"
