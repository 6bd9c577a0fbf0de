"""What of the office an update of the codes touches. Pure."""

from collections.abc import Collection, Iterable, Sequence

from medoffice.revenue.coding.types import Touched, Touches

# Who may mend what names a code: the word of the room whose thing it is, and whose work it is otherwise.
WORDS = {
    Touches.PROBLEM: "lists.change",
    Touches.FAVOURITE: "prescriptions.recode",
    Touches.TEMPLATE: "notes.recode",
    Touches.ORDER: "orders.place",
    Touches.PRESCRIPTION: "prescriptions.prepare",
    Touches.REFERRAL: "referrals.make",
}
OTHERS = {
    Touches.PROBLEM: "clinicians mend it",
    Touches.FAVOURITE: "coders and clinicians mend it",
    Touches.TEMPLATE: "coders and providers mend it",
    Touches.ORDER: "whoever orders mends it",
    Touches.PRESCRIPTION: "whoever prepares prescriptions mends it",
    Touches.REFERRAL: "whoever refers mends it",
}


def begun_by(beginnings: Iterable[str], codes: Collection[str]) -> list[str]:
    """Those of these codes that begin so, by code."""
    starts = tuple(one.upper() for one in beginnings if one)
    return [one for one in sorted(codes) if starts and one.startswith(starts)]


def related(new: str, used: Collection[str]) -> bool:
    """Whether a new code is of a category (its first three signs) that the office used."""
    return new[:3] in {one[:3] for one in used}


def next_open(every: Sequence[Touched], after: str, may: Collection[Touches]) -> str:
    """The key of the next thing that waits for somebody who may mend these kinds, from the one after on; "" if none."""
    keys = [one.key for one in every]
    at = keys.index(after) + 1 if after in keys else 0
    turned = [*every[at:], *every[:at]]
    return next((one.key for one in turned if one.kind in may and not one.left_by and one.key != after), "")
