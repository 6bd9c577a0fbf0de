"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class SummariesConfig(Room):
    """Summaries: clinical documents of other offices, and ours for them."""

    name = "medoffice.clinic.summaries"
    label = "summaries"
