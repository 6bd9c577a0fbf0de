"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DictationConfig(Room):
    """Dictation: what is dictated, who types it, by when, and what becomes of the recording."""

    name = "medoffice.clinic.dictation"
    label = "dictation"
