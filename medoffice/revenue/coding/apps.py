"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class CodingConfig(Room):
    """Coding: ICD-10-CM codes and services, each with the words or the order that supports it."""

    name = "medoffice.revenue.coding"
    label = "coding"
