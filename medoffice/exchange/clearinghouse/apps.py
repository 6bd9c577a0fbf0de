"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ClearinghouseConfig(Room):
    """The clearinghouse door: a folder adapter and the simulator adapter."""

    name = "medoffice.exchange.clearinghouse"
    label = "clearinghouse"
