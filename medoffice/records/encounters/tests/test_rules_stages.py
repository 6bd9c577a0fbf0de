"""How a visit may move."""

from itertools import product

from medoffice.records.encounters.rules.stages import NEXT, may_move
from medoffice.records.encounters.types import OVER, Stage

LEGAL = {
    "arrived": {"roomed", "with_provider", "left", "mistaken"},
    "roomed": {"roomed", "with_provider", "check_out", "left"},
    "with_provider": {"roomed", "check_out", "left"},
    "check_out": {"roomed", "with_provider", "finished"},
    "mistaken": {"arrived"},
}


def test_every_pair_of_stages() -> None:
    for now, then in product(Stage, Stage):
        assert may_move(now, then) == (then.value in LEGAL.get(now.value, set())), (now, then)
    assert set(NEXT) == set(Stage)


def test_what_is_over_does_not_go_on() -> None:
    for stage in (Stage.FINISHED, Stage.LEFT):
        assert stage in OVER
        assert not any(may_move(stage, then) for then in Stage)
