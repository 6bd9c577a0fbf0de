"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class CoverageConfig(Room):
    """Coverage: which insurance a patient has on which date, in which order."""

    name = "medoffice.records.coverage"
    label = "coverage"
