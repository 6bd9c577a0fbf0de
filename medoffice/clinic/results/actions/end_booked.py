"""End the work of booking a visit after a result, once the visit is booked."""

from medoffice.clinic.results.queries.returning import booked_returns
from medoffice.practice.api import finish_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("results.receive")
def end_booked(*, actor: Actor) -> int:
    """Nobody books it twice; returns how many. A visit that begins later than was asked for leaves the work open."""
    over = booked_returns()
    for item in over:
        finish_work(actor=actor, item_id=item, outcome="a visit is booked")
    record("results", None, booked=len(over))
    return len(over)
