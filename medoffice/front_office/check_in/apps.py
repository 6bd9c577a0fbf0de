"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class CheckInConfig(Room):
    """Check-in: arrival, flow through the rooms, check-out."""

    name = "medoffice.front_office.check_in"
    label = "check_in"
