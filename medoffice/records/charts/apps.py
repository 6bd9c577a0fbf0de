"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ChartsConfig(Room):
    """Charts: where the paper chart of each patient is."""

    name = "medoffice.records.charts"
    label = "charts"
