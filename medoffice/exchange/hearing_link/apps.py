"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class HearingLinkConfig(Room):
    """The door to recognisers in the office's network."""

    name = "medoffice.exchange.hearing_link"
    label = "hearing_link"
