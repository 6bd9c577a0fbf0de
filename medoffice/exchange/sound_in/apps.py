"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class SoundInConfig(Room):
    """The door for recordings: a folder."""

    name = "medoffice.exchange.sound_in"
    label = "sound_in"
