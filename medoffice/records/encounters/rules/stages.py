"""How a visit may move. Only forward, but a room may be left for another, and a patient may leave at any time."""

from medoffice.records.encounters.types import Stage

NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.ARRIVED: frozenset({Stage.ROOMED, Stage.WITH_PROVIDER, Stage.LEFT}),
    Stage.ROOMED: frozenset({Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.LEFT}),
    Stage.WITH_PROVIDER: frozenset({Stage.ROOMED, Stage.CHECK_OUT, Stage.LEFT}),
    Stage.CHECK_OUT: frozenset({Stage.WITH_PROVIDER, Stage.FINISHED}),
    Stage.FINISHED: frozenset(),
    Stage.LEFT: frozenset(),
}


def may_move(now: Stage, then: Stage) -> bool:
    """Whether a visit at one stage may go to another."""
    return then in NEXT[now]
