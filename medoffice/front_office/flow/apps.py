"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class FlowConfig(Room):
    """Flow: where each patient of the day is, since when, in which room."""

    name = "medoffice.front_office.flow"
    label = "flow"
