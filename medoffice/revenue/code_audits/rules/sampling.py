"""Which visits an audit draws. Whoever has the seed and the same visits draws the same ones, on any machine."""

from collections.abc import Iterable
from hashlib import sha256
from uuid import UUID

from medoffice.kernel.findings import Finding
from medoffice.revenue.code_audits.rules.judging import level_coded
from medoffice.revenue.code_audits.types import Sampling
from medoffice.revenue.coding.types import CodedEncounter

MOST = 200
LONGEST_DAYS = 400


def check_sampling(said: Sampling) -> list[Finding]:
    """What stands against drawing so."""
    found = []
    if said.first > said.last:
        found.append(Finding("days-reversed", "last", "The last day is before the first."))
    elif (said.last - said.first).days > LONGEST_DAYS:
        found.append(Finding("days-many", "last", f"At most {LONGEST_DAYS} days at a time."))
    if not 1 <= said.size <= MOST:
        found.append(Finding("size-wrong", "size", f"Draw 1 to {MOST} visits."))
    return found


def fits(said: Sampling, codes: CodedEncounter, provider_id: UUID) -> bool:
    """Whether a released visit is one of those that are drawn from."""
    begins = said.code.upper()
    return (
        codes.finished
        and said.first <= codes.date <= said.last
        and said.coder in ("", codes.coder)
        and said.provider_id in (None, provider_id)
        and any(one.code.upper().startswith(begins) for one in codes.every)
        and said.level in (None, level_coded(codes))
    )


def drawn(population: Iterable[UUID], size: int, seed: str) -> list[UUID]:
    """So many of them, each as likely as any other: those whose digest with the seed is the least, in that order."""
    return sorted(set(population), key=lambda one: (sha256(f"{seed} {one}".encode()).digest(), one))[:size]
