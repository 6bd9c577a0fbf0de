"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class OfficeLabConfig(Room):
    """Office laboratory: tests at the point of care, and the quality control that lets them be used."""

    name = "medoffice.clinic.office_lab"
    label = "office_lab"
