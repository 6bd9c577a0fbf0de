"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class CodeListsConfig(Room):
    """Code lists: what the office loads of the outside world's code files, each dated."""

    name = "medoffice.revenue.code_lists"
    label = "code_lists"
