"""What a visit waits for at each stage."""

import pytest

from medoffice.clinic.charting.rules.next_step import Next, next_step
from medoffice.records.encounters.types import OVER, Stage


@pytest.mark.parametrize(
    ("stage", "measured", "signed", "expected"),
    [
        (Stage.ARRIVED, False, False, Next.ROOM),
        (Stage.ARRIVED, True, True, Next.ROOM),
        (Stage.ROOMED, False, False, Next.MEASURE),
        (Stage.ROOMED, True, False, Next.ENTER),
        (Stage.WITH_PROVIDER, False, False, Next.SIGN),
        (Stage.WITH_PROVIDER, True, True, Next.SEND_OUT),
        (Stage.CHECK_OUT, True, False, Next.CHECK_OUT),
        (Stage.FINISHED, True, False, Next.SIGN),
        (Stage.LEFT, True, False, Next.NOTHING),
        *((stage, True, True, Next.NOTHING) for stage in sorted(OVER)),
    ],
)
def test_one_thing_is_next(stage: Stage, measured: bool, signed: bool, expected: Next) -> None:
    assert next_step(stage, measured=measured, signed=signed) is expected
