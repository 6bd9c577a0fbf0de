"""Taking money at the desk: what of it is the copay, and what is for before."""

from medoffice.kernel.money import Money


def parts_of(amount: Money, copay_due: Money) -> list[tuple[Money, bool]]:
    """The amount as (part, whether it is the copay): the copay first, as far as it goes; the rest is the account's."""
    copay = min(amount, copay_due)
    return [(part, is_copay) for part, is_copay in ((copay, True), (amount - copay, False)) if part.cents > 0]
