"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class UpkeepConfig(Room):
    """Upkeep: temperatures, sterilizer and rooms, logged each day, and what follows when something is wrong."""

    name = "medoffice.clinic.upkeep"
    label = "upkeep"
