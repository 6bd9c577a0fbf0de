"""How the pages of a document are put in order: what was typed at each page becomes an order; no page is lost."""

from collections.abc import Sequence

from medoffice.records.documents.types.papers import SignOff

TURNS = (0, 90, 180, 270)


def in_order(places: Sequence[int]) -> list[int]:
    """The pages (from 1) in their new order, from the place that was typed at each.

    A page whose place was changed stands there: before the page that was there if it moved up, behind it if down.
    """

    def key(index: int) -> tuple[int, int, int]:
        place, was = places[index], index + 1
        return place, (place > was) - (place < was), index

    return [index + 1 for index in sorted(range(len(places)), key=key)]


def sign_of_joined(first: SignOff, second: SignOff) -> SignOff:
    """Whether a joined document still waits to be seen: as long as one of the two does."""
    both = {first, second} - {SignOff.NONE}
    for one in (SignOff.BACK, SignOff.WAITS, SignOff.SIGNED):
        if one in both:
            return one
    return SignOff.NONE
