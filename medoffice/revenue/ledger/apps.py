"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class LedgerConfig(Room):
    """The general ledger: double entry, append-only, balanced by the database at commit."""

    name = "medoffice.revenue.ledger"
    label = "ledger"
