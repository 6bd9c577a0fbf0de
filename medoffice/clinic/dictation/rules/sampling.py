"""Which finished reports are reviewed: a draw that anybody can repeat from what was kept of it."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from medoffice.clinic.dictation.types.reviews import Picked, Sampling

TICKETS = 10_000
SHIPPED = Sampling(None, 5, 20, 3, "unverified")


def ticket(seed: UUID) -> int:
    """The number that a text draws, from 0 to 9,999: of the id of its kept version, which nobody knew while typing."""
    return int.from_bytes(sha256(seed.bytes).digest()[:8]) % TICKETS


def picked(how: Sampling, *, before: int, blanks: int, drawn: int) -> Picked:
    """Whether a report is reviewed and why: ``before`` is how many of theirs were drawn for before this one."""
    if before < how.new_reports:
        return Picked.NEW
    if blanks > how.blanks_over:
        return Picked.BLANKS
    return Picked.DRAWN if drawn < how.percent * TICKETS // 100 else Picked.PASSED_OVER


def sampling_of(known: Iterable[Sampling], typist_id: UUID) -> Sampling:
    """What holds for somebody: the last that was set for them, else the last for everybody, else what ships."""
    found = [SHIPPED, *known]
    own = [one for one in found if one.typist_id == typist_id]
    return (own or [one for one in found if one.typist_id is None])[-1]
