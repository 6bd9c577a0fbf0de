"""The demo office as a Django app."""

from medoffice.kernel.rooms import Room


class DemoConfig(Room):
    """The demo office."""

    name = "medoffice.rehearsal.demo"
    label = "demo"
