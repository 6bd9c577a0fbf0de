"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class CallsConfig(Room):
    """Calls: the telephone log."""

    name = "medoffice.front_office.calls"
    label = "calls"
