"""The permission words of in-office orders."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Sink

grant("orders.read", "See orders and results of a visit", CLINICAL | REVENUE | LEADERS | SYSTEM, glass=True)
grant("orders.place", "Order something in the office", SYSTEM | {Role.PROVIDER, Role.NURSE}, glass=True)
grant("orders.perform", "Carry out an order", CLINICAL | SYSTEM, glass=True)
grant(
    "orders.take_home",
    "Print what was done and ordered for the patient to take home",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    sink=Sink.PRINT,
)
