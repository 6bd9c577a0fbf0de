"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class FaxConfig(Room):
    """The fax line: a pair of folders."""

    name = "medoffice.exchange.fax"
    label = "fax"
