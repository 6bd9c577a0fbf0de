"""The clock of a world: real, offset or frozen, seen by everybody in that world and by nobody in another."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import transaction

from medoffice.kernel import clock
from medoffice.kernel.worlds import current

NOON = datetime(2026, 3, 8, 4, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_frozen_moves_only_when_told_and_only_forward() -> None:
    with clock.frozen(NOON):
        assert clock.now() == clock.now() == NOON
        clock.advance(timedelta(hours=3))
        assert clock.now() == NOON + timedelta(hours=3)
        with pytest.raises(ValueError, match="forward"):
            clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="frozen"):
        clock.advance(timedelta(hours=1))


@pytest.mark.django_db
def test_the_day_is_the_zones() -> None:
    with clock.frozen(NOON):
        assert clock.today(ZoneInfo("UTC")) == date(2026, 3, 8)
        assert clock.today(ZoneInfo("America/New_York")) == date(2026, 3, 7)


@pytest.mark.django_db
def test_offset_runs_on_from_its_instant_and_returns_to_real() -> None:
    clock.run_from(NOON)
    first, second = clock.now(), clock.now()
    assert abs(first - NOON) < timedelta(minutes=5)
    assert second > first
    clock.run_real()
    assert abs(clock.now() - clock.real_now()) < timedelta(minutes=5)


@pytest.mark.django_db
def test_frozen_puts_back_what_was_there() -> None:
    clock.freeze(NOON)
    with clock.frozen(NOON + timedelta(days=1)), clock.frozen(NOON + timedelta(days=2)):
        assert clock.now() == NOON + timedelta(days=2)
    assert clock.now() == NOON


def test_others_in_the_world_see_the_same_clock(fresh_world: str) -> None:
    with transaction.atomic():
        clock.freeze(NOON)
    with current.use(fresh_world):
        assert clock.now() == NOON


def test_outside_any_world_there_is_no_clock() -> None:
    with pytest.raises(current.NoWorld):
        clock.now()
