"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ChartingConfig(Room):
    """Charting: vitals and notes."""

    name = "medoffice.clinic.charting"
    label = "charting"
