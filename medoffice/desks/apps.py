"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DesksConfig(Room):
    """Desks: the home of each person, search, the command palette, and follow the dollar."""

    name = "medoffice.desks"
    label = "desks"
