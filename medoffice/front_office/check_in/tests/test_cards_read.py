"""What is read on drawn cards by the extra ``scan``, field by field (CI5); nothing wrong is suggested for sure."""

from collections import Counter

import pytest

from medoffice.front_office.check_in.rules.card_fields import read_card
from medoffice.front_office.check_in.tests.cards import PAYERS, cards
from medoffice.kernel.recognize import read_lines
from tests.figures import figure

GOAL, MOST_WRONG = 0.95, 0.0


@pytest.mark.soak
def test_fields_are_read_on_drawn_cards() -> None:
    """Ninety-five of a hundred fields as they are on the card, and none suggested otherwise than it is."""
    drawn = list(cards())
    if read_lines(drawn[0].png) is None:
        pytest.skip("the extra scan is not installed: make cards")
    right, wrong, of = Counter[str](), [], Counter[str]()
    for card in drawn:
        found = read_card(read_lines(card.png) or [], PAYERS)
        of.update(list(card.fields))
        right.update(name for name, value in card.fields.items() if found.get(name) == value)
        wrong += [(card.name, name, value) for name, value in found.items() if card.fields.get(name) != value]
    share = right.total() / of.total()
    by_field = ", ".join(f"{name} {right[name]}/{of[name]}" for name in sorted(of))
    seen = f"{share:.1%} of {of.total()} fields on {len(drawn)} cards ({by_field}); {len(wrong)} wrong"
    figure("fields read on insurance cards", seen, "95 %, 0 wrong")
    assert wrong == []
    assert share >= GOAL, by_field
