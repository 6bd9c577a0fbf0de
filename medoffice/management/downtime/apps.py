"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DowntimeConfig(Room):
    """Downtime: the pack for the hours without a computer."""

    name = "medoffice.management.downtime"
    label = "downtime"
