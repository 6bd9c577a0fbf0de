"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class PaperInConfig(Room):
    """The doors for papers: folders."""

    name = "medoffice.exchange.paper_in"
    label = "paper_in"
