"""Bulk history as a Django app."""

from medoffice.kernel.rooms import Room


class BulkConfig(Room):
    """Bulk history."""

    name = "medoffice.rehearsal.bulk"
    label = "bulk"
