"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ResultsConfig(Room):
    """Results: what laboratories send, and that somebody has seen it."""

    name = "medoffice.clinic.results"
    label = "results"
