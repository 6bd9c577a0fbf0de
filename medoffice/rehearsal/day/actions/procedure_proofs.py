"""What must be true of procedures at the end of a day: each had its time-out, and nobody is observed without an end."""

from datetime import date, timedelta

from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.procedures.api import kind, observed_now, procedures_between, time_outs_of
from medoffice.clinic.procedures.types import Procedure
from medoffice.rehearsal.demo.api import at
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def procedure_proofs(on: date, zone: str) -> list[Proof]:
    """Of what was done on a day: time-outs whole before it where the kind asks, orders done, observations ended."""
    done = procedures_between(at(on, 0, 0, zone), at(on + timedelta(days=1), 0, 0, zone))
    asked = [one for one in done if kind(one.key).said.time_out]
    read = [one for one in asked if _read_before(one)]
    settled = sum(order(one.order_id).state is OrderState.DONE for one in done)
    stopped = sum(each.stopped is not None for one in done for each in time_outs_of(one.order_id))
    watched = observed_now(PROGRAM)
    words = (
        f"{len(done)} done, {settled} orders done; {len(asked)} asked for a time-out, {len(read)} had it,"
        f" {stopped} were stopped first; {len(watched)} observed without an end"
    )
    whole = bool(done) and len(done) == settled and len(asked) == len(read) and not watched
    says = "Nothing was done without its time-out, nobody is observed without an end"
    return [Proof("procedures", says, whole, words)]


def _read_before(one: Procedure) -> bool:
    """Whether the latest time-out was whole, and read before it was done."""
    latest = next(iter(time_outs_of(one.order_id)), None)
    return latest is not None and latest.stopped is None and latest.at <= one.at
