"""The permission words of orders."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant("orders.read", "See orders and results of a visit", CLINICAL | REVENUE | LEADERS | SYSTEM, glass=True)
grant("orders.place", "Order something in the office", SYSTEM | {Role.PROVIDER, Role.NURSE}, glass=True)
grant("orders.perform", "Carry out an order", CLINICAL | SYSTEM, glass=True)
grant("orders.standing", "Order by a provider's protocol", CLINICAL | SYSTEM)
grant("orders.sign", "Sign orders", frozenset({Role.PROVIDER}))
grant("orders.print", "Print requisitions and labels of specimens", CLINICAL | SYSTEM, sink=Sink.PRINT)
grant("orders.send", "Send orders to laboratories", CLINICAL | SYSTEM, sink=Sink.MESSAGE)
grant(
    "orders.set_up",
    "Keep laboratories, their tests and order sets",
    LEADERS | SYSTEM | {Role.PROVIDER},
    shows=Shows.NOTHING,
)
grant(
    "orders.take_home",
    "Print what was done and ordered for the patient to take home",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    sink=Sink.PRINT,
)
