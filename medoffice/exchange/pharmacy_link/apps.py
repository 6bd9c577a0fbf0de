"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class PharmacyLinkConfig(Room):
    """The wire to pharmacies."""

    name = "medoffice.exchange.pharmacy_link"
    label = "pharmacy_link"
