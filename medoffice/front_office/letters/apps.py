"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class LettersConfig(Room):
    """Letters: what the office writes, from a template to the proof that it arrived."""

    name = "medoffice.front_office.letters"
    label = "letters"
