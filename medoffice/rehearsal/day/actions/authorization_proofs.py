"""What must be true of requests to payers in the end: each went as it was signed, was answered, and none waits."""

from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Sought
from medoffice.revenue.authorizations.api import (
    authorization_counts,
    formularies,
    open_authorizations,
    packets_check,
)
from medoffice.revenue.authorizations.types import State, Way
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def authorization_proofs() -> list[Proof]:
    """No payer is waited for, every packet is as it was signed, and each that went is in the log.

    On a day on which nobody prescribes what a list wants asked, none is asked.
    """
    counts, waiting = authorization_counts(), open_authorizations(PROGRAM)
    sent = sum(line.cause.kind == "authorization_event" for line in log(PROGRAM, Sought(way=Way.TOLD.value))[0])
    asked, allowed = sum(counts.values()), counts.get(State.APPROVED, 0)
    words = (
        f"{asked} asked, {allowed} allowed, {len(waiting)} open; {sent} packets in the log;"
        f" {len(formularies())} lists of medicines"
    )
    whole = asked <= sent and asked == allowed and not waiting and all(one.ok for one in packets_check())
    says = "What a payer wants asked was asked with a signed packet, and answered"
    return [Proof("payers-asked", says, whole, words)]
