"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class RightsConfig(Room):
    """Rights: what patients ask of their record beside copies of it."""

    name = "medoffice.records.rights"
    label = "rights"
