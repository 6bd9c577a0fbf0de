"""What a visit waits for: the one thing to do next, from where the patient is and what is on the chart."""

from enum import StrEnum

from medoffice.records.encounters.types import Stage


class Next(StrEnum):
    """The next thing to do at a visit; NOTHING when it is over and signed."""

    ROOM = "room"
    MEASURE = "measure"
    ENTER = "enter"
    SIGN = "sign"
    SEND_OUT = "send out"
    CHECK_OUT = "check out"
    NOTHING = "nothing"


def next_step(stage: Stage, *, measured: bool, signed: bool) -> Next:
    """Room, vital signs, the provider, the signed note, check-out: in this order, what was done is not asked again."""
    if stage is Stage.ARRIVED:
        return Next.ROOM
    if stage is Stage.ROOMED:
        return Next.ENTER if measured else Next.MEASURE
    if stage is Stage.WITH_PROVIDER:
        return Next.SEND_OUT if signed else Next.SIGN
    if stage is Stage.CHECK_OUT:
        return Next.CHECK_OUT
    return Next.SIGN if stage is Stage.FINISHED and not signed else Next.NOTHING
