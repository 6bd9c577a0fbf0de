"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class MessagingConfig(Room):
    """The door for texts and e-mails: a pair of folders."""

    name = "medoffice.exchange.messaging"
    label = "messaging"
