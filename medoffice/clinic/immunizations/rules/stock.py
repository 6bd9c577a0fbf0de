"""Whether a dose may be given from a lot, and in which order lots are offered."""

from collections.abc import Iterable
from datetime import date

from medoffice.clinic.immunizations.types import Lot
from medoffice.kernel.findings import Finding

SOON = 30  # days before the end in which a lot is named as ending soon


def why_not(lot: Lot, on: date) -> list[Finding]:
    """What keeps a dose from being given from this lot on a day. The date on the box is its last day.

    Recalled stands first: it is the one that must be read.
    """
    found = []
    if lot.recalled_at is not None:
        found.append(Finding("lot-recalled", "lot", f"Lot {lot.vial.lot} was recalled: {lot.recall_why}."))
    if lot.aside_at is not None:
        found.append(Finding("lot-aside", "lot", f"Lot {lot.vial.lot} is set aside: {lot.aside_why}."))
    if lot.vial.expires < on:
        found.append(Finding("lot-expired", "lot", f"Lot {lot.vial.lot} expired on {lot.vial.expires:%m/%d/%Y}."))
    if lot.on_hand < 1:
        found.append(Finding("lot-empty", "lot", f"Nothing is left of lot {lot.vial.lot}."))
    return found


def offered(lots: Iterable[Lot], on: date) -> list[Lot]:
    """The lots from which a dose may be given, by vaccine, what expires first before the others."""
    usable = [one for one in lots if not why_not(one, on)]
    return sorted(usable, key=lambda one: (one.words.lower(), one.vial.expires, one.vial.lot))


def ends_soon(lot: Lot, on: date) -> bool:
    """Whether it is still good, and not for long."""
    return 0 <= (lot.vial.expires - on).days <= SOON
