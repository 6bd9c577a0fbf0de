"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class DashboardConfig(Room):
    """Dashboard: the office in numbers."""

    name = "medoffice.management.dashboard"
    label = "dashboard"
