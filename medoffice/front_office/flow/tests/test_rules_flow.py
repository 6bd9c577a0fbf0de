"""The pure rules of the flow: what is long, where the minutes went, what the middle is, who is found."""

import itertools
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.flow.rules.figures import stage_figures
from medoffice.front_office.flow.rules.limits import USUAL, limit_for, tone_of
from medoffice.front_office.flow.rules.timeline import parts_of
from medoffice.front_office.flow.types import Limit, Part
from medoffice.records.encounters.types import OVER, Stage, StageChange

NINE = datetime(2026, 11, 24, 15, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_what_is_said_of_a_kind_stands_above_what_is_said_of_any() -> None:
    said = [Limit("", "arrived", 5, 9), Limit("physical", "arrived", 30, 40)]
    assert limit_for(said, "physical", Stage.ARRIVED) == (30, 40)
    assert limit_for(said, "sick", Stage.ARRIVED) == (5, 9)
    assert limit_for(said, "sick", Stage.ROOMED) == USUAL[Stage.ROOMED]


@given(st.integers(1, 200), st.integers(0, 60), st.integers(0, 400))
def test_a_tone_never_gets_milder_with_time(look: int, more: int, minutes: int) -> None:
    order = ["ok", "warn", "bad"]
    now, later = (order.index(tone_of(at, look, look + more)) for at in (minutes, minutes + 1))
    assert now <= later
    assert tone_of(look + more, look, look + more) == "bad"
    assert tone_of(look - 1, look, look + more) == "ok"


@given(st.lists(st.tuples(st.sampled_from(list(Stage)), st.integers(0, 90)), max_size=12))
def test_the_parts_of_a_way_follow_one_another_and_are_the_whole(moves: list[tuple[Stage, int]]) -> None:
    log, at = [StageChange(Stage.ARRIVED, NINE, "Lind")], NINE
    for stage, minutes in moves:
        at += minutes * MINUTE
        log.append(StageChange(stage, at, "Ruiz"))
    now = at + 3 * MINUTE
    parts = parts_of(log, now)
    assert all(one.ends == other.starts for one, other in itertools.pairwise(parts))
    assert [part.lasts for part in parts[:-1]] == [False] * (len(parts) - 1 if parts else 0)
    if parts:
        ended = next((line.at for line in log if line.at >= parts[-1].ends and line.stage in OVER), now)
        assert parts[-1].ends in (ended, now)
        assert sum((part.ends - part.starts for part in parts), timedelta()) == parts[-1].ends - parts[0].starts
        assert all(part.stage not in {stage.value for stage in OVER} for part in parts)


def test_a_visit_that_began_by_mistake_begins_anew() -> None:
    log = [
        StageChange(Stage.ARRIVED, NINE, "Lind"),
        StageChange(Stage.MISTAKEN, NINE + MINUTE, "Lind"),
        StageChange(Stage.ARRIVED, NINE + 9 * MINUTE, "Lind"),
    ]
    (part,) = parts_of(log, NINE + 20 * MINUTE)
    assert (part.stage, part.minutes, part.lasts) == ("arrived", 11, True)
    assert parts_of(log[:2], NINE + 20 * MINUTE) == ()


def test_the_middle_and_nine_of_ten() -> None:
    who = UUID(int=1)
    ways = [(who, [Part("arrived", NINE, NINE + minutes * MINUTE, "", "")]) for minutes in range(1, 12)]
    everybody, own = stage_figures(ways)
    assert (everybody.provider_id, own.provider_id) == (None, who)
    assert (own.middle, own.nine_of_ten, own.visits) == (6, 10, 11)


def test_a_stage_a_visit_came_to_twice_counts_once_and_one_that_lasts_not_yet() -> None:
    twice = [Part("roomed", NINE, NINE + 4 * MINUTE, "1", ""), Part("roomed", NINE, NINE + 6 * MINUTE, "2", "")]
    lasting = [Part("check_out", NINE, NINE + MINUTE, "", "", lasts=True)]
    told = stage_figures([(UUID(int=1), [*twice, *lasting])])
    assert [(one.stage, one.middle, one.visits) for one in told] == [("roomed", 10, 1)] * 2
