"""How long is long: the office's own limits for a kind of visit at a stage, or these."""

from collections.abc import Iterable

from medoffice.front_office.flow.types import Limit
from medoffice.records.encounters.types import Stage

USUAL = {
    Stage.ARRIVED: (15, 25),
    Stage.ROOMED: (15, 25),
    Stage.WITH_PROVIDER: (30, 45),
    Stage.CHECK_OUT: (8, 15),
}
LATE, TOO_LATE = 10, 10  # minutes after which somebody who is due is late


def limit_for(limits: Iterable[Limit], kind: str, stage: Stage) -> tuple[int, int]:
    """After how many minutes to look and to act: said for the kind, else for any kind, else the usual."""
    said = {one.kind: (one.look, one.act) for one in limits if one.stage == stage and one.kind in (kind, "")}
    return said.get(kind) or said.get("") or USUAL[stage]


def tone_of(minutes: int, look: int, act: int) -> str:
    """The state of somebody who is at a stage for so long."""
    return "bad" if minutes >= act else "warn" if minutes >= look else "ok"
