"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class SchedulingConfig(Room):
    """Scheduling: finding and booking times."""

    name = "medoffice.front_office.scheduling"
    label = "scheduling"
