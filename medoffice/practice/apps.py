"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class PracticeConfig(Room):
    """The practice: sites, rooms, staff, payers, and the work queue."""

    name = "medoffice.practice"
    label = "practice"
