"""Background work of downtime: a pack every half hour, once the office has chosen its password."""

from datetime import timedelta

from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every
from medoffice.management.downtime.actions.make_pack import make_pack
from medoffice.management.downtime.queries import how_made
from medoffice.security.types import PROGRAM


@job("downtime.make", retry=Retry(3, first=timedelta(minutes=1)), due=every(minutes=30))
def make_packs() -> None:
    """Make the pack of this half hour."""
    if how_made():
        make_pack(actor=PROGRAM)
