"""How a visit may move. Only forward, but a room may be left for another, who was to go may be called back to one, and
a patient may leave at any time.

An arrival noted by mistake is taken back before anything else happens; the patient may come after all.
"""

from medoffice.records.encounters.types import Stage

NEXT: dict[Stage, frozenset[Stage]] = {
    Stage.ARRIVED: frozenset({Stage.ROOMED, Stage.WITH_PROVIDER, Stage.LEFT, Stage.MISTAKEN}),
    Stage.ROOMED: frozenset({Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.LEFT}),
    Stage.WITH_PROVIDER: frozenset({Stage.ROOMED, Stage.CHECK_OUT, Stage.LEFT}),
    Stage.CHECK_OUT: frozenset({Stage.ROOMED, Stage.WITH_PROVIDER, Stage.FINISHED}),
    Stage.FINISHED: frozenset(),
    Stage.LEFT: frozenset(),
    Stage.MISTAKEN: frozenset({Stage.ARRIVED}),
}


def may_move(now: Stage, then: Stage) -> bool:
    """Whether a visit at one stage may go to another."""
    return then in NEXT[now]
