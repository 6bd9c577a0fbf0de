"""Finding somebody among those of today by what is typed."""

from collections.abc import Iterable

from medoffice.front_office.flow.types import FlowCard
from medoffice.kernel.folding import fold


def matching(cards: Iterable[FlowCard], typed: str) -> list[FlowCard]:
    """Those whose name or room holds every word typed, accents and case aside; by name, who is in the office first."""
    words = fold(typed).split()
    found = [card for card in cards if all(word in fold(f"{card.patient} {card.room}") for word in words)]
    return sorted(found, key=lambda card: (card.column == "due", fold(card.patient)))
