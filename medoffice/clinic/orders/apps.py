"""The room as a Django app."""

from medoffice.kernel.rooms import Room


class OrdersConfig(Room):
    """Orders: what is done or given in the office during a visit."""

    name = "medoffice.clinic.orders"
    label = "orders"
