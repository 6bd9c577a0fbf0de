"""What other rooms may use of in-office orders."""

from medoffice.clinic.orders.actions.perform_order import perform_order
from medoffice.clinic.orders.actions.place_order import place_order
from medoffice.clinic.orders.actions.refuse_order import refuse_order
from medoffice.clinic.orders.actions.rows import order_row, order_settled, order_work_title
from medoffice.clinic.orders.queries import open_orders, order, orders_by_number, orders_of

__all__ = [
    "open_orders",
    "order",
    "order_row",
    "order_settled",
    "order_work_title",
    "orders_by_number",
    "orders_of",
    "perform_order",
    "place_order",
    "refuse_order",
]
