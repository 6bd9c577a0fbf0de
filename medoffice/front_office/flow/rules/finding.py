"""Finding somebody among those of today by what is typed."""

import unicodedata
from collections.abc import Iterable

from medoffice.front_office.flow.types import FlowCard


def matching(cards: Iterable[FlowCard], typed: str) -> list[FlowCard]:
    """Those whose name or room holds every word typed, accents and case aside; by name, who is in the office first."""
    words = _plain(typed).split()
    found = [card for card in cards if all(word in _plain(f"{card.patient} {card.room}") for word in words)]
    return sorted(found, key=lambda card: (card.column == "due", _plain(card.patient)))


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))
