"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class FormsConfig(Room):
    """Forms: what patients read, fill and sign."""

    name = "medoffice.front_office.forms"
    label = "forms"
