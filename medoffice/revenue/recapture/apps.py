"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class RecaptureConfig(Room):
    """Conditions of earlier years that this year has no code of."""

    name = "medoffice.revenue.recapture"
    label = "recapture"
