"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class ClaimsConfig(Room):
    """Claims: 837P out, acknowledgements and remittances in, posted to the cent."""

    name = "medoffice.revenue.claims"
    label = "claims"
