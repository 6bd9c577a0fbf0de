"""What others did while somebody was away, put together so that it is read at a glance."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

MOST_NAMES = 6


class Deed(Protocol):
    """Something somebody did about a patient."""

    @property
    def at(self) -> datetime:
        """When."""

    @property
    def who(self) -> str:
        """Who."""

    @property
    def word(self) -> str:
        """The word that allowed it."""

    @property
    def says(self) -> str:
        """What that is."""

    @property
    def subject(self) -> UUID:
        """About whom."""


@dataclass(frozen=True, slots=True)
class Together:
    """One kind of thing that was done: how often, by whom, about which patients (the first few), when last."""

    says: str
    count: int
    last: datetime
    who: tuple[str, ...]
    patients: tuple[tuple[UUID, str], ...]
    more: int


def together(deeds: Iterable[Deed], names: Mapping[UUID, str]) -> list[Together]:
    """The deeds by kind, the latest kind first; deeds are given latest first."""
    kinds: dict[str, list[Deed]] = {}
    for one in deeds:
        kinds.setdefault(one.word, []).append(one)
    found = []
    for done in kinds.values():
        about = list(dict.fromkeys(one.subject for one in done))
        found.append(
            Together(
                says=done[0].says,
                count=len(done),
                last=done[0].at,
                who=tuple(dict.fromkeys(one.who for one in done)),
                patients=tuple((one, names.get(one, "")) for one in about[:MOST_NAMES]),
                more=max(0, len(about) - MOST_NAMES),
            )
        )
    return sorted(found, key=lambda one: one.last, reverse=True)
