"""What a screen says after a visit was released, in words."""

from collections.abc import Sequence

from medoffice.kernel.money import Money


def released_in_words(amounts: Sequence[Money], insured: bool) -> str:
    """How many charges were made, what they come to, and where they went."""
    charges = "1 charge" if len(amounts) == 1 else f"{len(amounts)} charges"
    where = "the claim is made and stands under Claims" if insured else "the patient owes it, without insurance"
    return f"Released: {charges}, {Money.total(amounts)}; {where}."
