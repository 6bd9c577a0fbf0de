"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ScreeningConfig(Room):
    """Screening: instruments that are asked while a patient is roomed, and their scores."""

    name = "medoffice.clinic.screening"
    label = "screening"
