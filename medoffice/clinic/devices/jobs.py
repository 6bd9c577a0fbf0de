"""Background work of devices."""

from datetime import timedelta

from medoffice.clinic.devices.actions.hear_devices import hear_devices
from medoffice.kernel.jobs import job
from medoffice.kernel.retries import Retry
from medoffice.kernel.schedules import every
from medoffice.security.types import PROGRAM


@job("devices.hear", retry=Retry(5, first=timedelta(minutes=1)), due=every(minutes=1))
def hear() -> None:
    """Take in what devices put into their folder."""
    hear_devices(actor=PROGRAM)
