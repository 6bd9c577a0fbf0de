"""How long dictations took: times that were really taken, late and STAT counted, what is not signed left out."""

from datetime import UTC, datetime, timedelta

from medoffice.clinic.dictation.rules.turnaround import ALL, Spread, Way, turnarounds
from medoffice.clinic.dictation.types.dictations import Priority

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


def way(ready: float, signed: float | None = None, kind: str = "letter", priority: Priority = Priority.ROUTINE) -> Way:
    """Sent at noon, due after two hours; ready after so many, signed so many later."""
    done = NOON + timedelta(hours=ready)
    return Way(
        kind,
        priority,
        NOON,
        NOON + timedelta(hours=2),
        done,
        None if signed is None else done + timedelta(hours=signed),
    )


def hours(spread: Spread | None) -> tuple[float, float] | None:
    return (spread.half / timedelta(hours=1), spread.most / timedelta(hours=1)) if spread else None


def test_half_and_nine_of_ten_are_times_that_were_taken() -> None:
    (ten,) = turnarounds([way(one) for one in (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)])
    assert (ten.count, ten.late, hours(ten.ready), ten.signed) == (10, 8, (5, 9), None)
    (eleven,) = turnarounds([way(one) for one in range(1, 12)])
    assert hours(eleven.ready) == (6, 10)
    (one,) = turnarounds([way(2, 30)])
    assert (one.late, hours(one.ready), hours(one.signed)) == (0, (2, 2), (30, 30))
    assert turnarounds([]) == []


def test_each_kind_by_itself_then_all_and_what_was_stat() -> None:
    stat = [way(1, 4, "visit-note", Priority.STAT), way(3, None, "visit-note", Priority.STAT)]
    lines = turnarounds([*stat, way(5, 6)])
    assert [(one.kind, one.count, one.late, one.stat, one.stat_late) for one in lines] == [
        ("letter", 1, 1, 0, 0), ("visit-note", 2, 1, 2, 1), (ALL, 3, 2, 2, 1),
    ]  # fmt: skip
    assert [hours(one.signed) for one in lines] == [(6, 6), (4, 4), (4, 6)]
