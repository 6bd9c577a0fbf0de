"""The design system as a Django app: templates, static files, template tags."""

from medoffice.kernel.rooms import Room


class UiConfig(Room):
    """The design system."""

    name = "medoffice.ui"
    label = "ui"
