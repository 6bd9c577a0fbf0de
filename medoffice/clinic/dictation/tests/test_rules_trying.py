"""How a try of the recogniser stands, and what is to be done where it is refused."""

from datetime import UTC, datetime, timedelta

import pytest

from medoffice.clinic.dictation.queries.practicum import practice_dictation, practice_sound
from medoffice.clinic.dictation.rules.trying import HINTS, LONGEST, SAMPLE, UNTAKEN, standing, what_to_do
from medoffice.clinic.dictation.types.servers import Try, TryState

AT, SECOND = datetime(2026, 11, 24, 18, tzinfo=UTC), timedelta(seconds=1)


@pytest.mark.parametrize(
    ("one", "now", "stands"),
    [
        (Try("petrov", AT), AT, TryState.WAITS),
        (Try("petrov", AT), AT + UNTAKEN - SECOND, TryState.WAITS),
        (Try("petrov", AT), AT + UNTAKEN, TryState.LEFT),
        (Try("petrov", AT), AT + timedelta(days=9), TryState.LEFT),
        (Try("petrov", AT, AT), AT + LONGEST - SECOND, TryState.RUNS),
        (Try("petrov", AT, AT), AT + LONGEST, TryState.BROKEN),
        (Try("petrov", AT, AT, AT, 1.0, "Words."), AT + LONGEST, TryState.HEARD),
        (Try("petrov", AT, AT, AT, 1.0, trouble="It does not answer."), AT, TryState.REFUSED),
        (Try("petrov", AT, None, AT, trouble="It was set anew."), AT, TryState.REFUSED),
    ],
)
def test_a_try_stands_by_who_took_it_up_and_when(one: Try, now: datetime, stands: TryState) -> None:
    assert standing(one, now) is stands
    assert stands.is_open == (stands in (TryState.WAITS, TryState.LEFT, TryState.RUNS))


def test_what_is_to_be_done_is_for_who_set_it_and_not_for_who_types() -> None:
    assert what_to_do("hearing.server-silent", "Let a person type it.") == "Look whether it runs, and at its address."
    assert what_to_do("hearing.server-key", "x").startswith("Look at its key")
    assert what_to_do("key-missing", "Restore it.") == "Restore it."


def test_what_it_is_tried_with_ships_is_short_and_says_its_hints() -> None:
    assert 10_000 < len(practice_sound(SAMPLE)) < 40_000
    assert all(hint in practice_dictation(SAMPLE).report.lower() for hint in HINTS)
