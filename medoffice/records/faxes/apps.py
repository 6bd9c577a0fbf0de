"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class FaxesConfig(Room):
    """Faxes: pages that leave by a telephone line, and what became of them."""

    name = "medoffice.records.faxes"
    label = "faxes"
