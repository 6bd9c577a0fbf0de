"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class MemosConfig(Room):
    """Memos: what people of the office write to each other, about a patient or not."""

    name = "medoffice.front_office.memos"
    label = "memos"
