"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class LabLinkConfig(Room):
    """The laboratory link: messages over a wire."""

    name = "medoffice.exchange.lab_link"
    label = "lab_link"
