"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class OutreachConfig(Room):
    """Outreach: messages, reminders, the waitlist, recalls."""

    name = "medoffice.front_office.outreach"
    label = "outreach"
