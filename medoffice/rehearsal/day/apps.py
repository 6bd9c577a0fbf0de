"""The simulated day as a Django app."""

from medoffice.kernel.rooms import Room


class DayConfig(Room):
    """The simulated day."""

    name = "medoffice.rehearsal.day"
    label = "day"
