"""The permission words of billing."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant("billing.read", "See charges and patient accounts", REVENUE | FRONT | CLINICAL | LEADERS | SYSTEM)
grant(
    "charges.capture",
    "Release a visit's codes and make its charges",
    SYSTEM | {Role.CODER, Role.BILLER},
    shows=Shows.PRESENCE,
)
grant(
    "charges.missed",
    "Charge fees for missed visits",
    FRONT | LEADERS | SYSTEM | {Role.BILLER},
    shows=Shows.PERSON,
)
grant("payments.take", "Take money from patients", FRONT | REVENUE | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("payments.refund", "Give money back to patients", LEADERS | SYSTEM | {Role.BOOKKEEPER}, shows=Shows.PERSON)
grant("payments.take_back", "Reverse a payment that was none", REVENUE | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("accounts.post", "Post what payers decided", REVENUE | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("accounts.adjust", "Write off and transfer balances", LEADERS | SYSTEM | {Role.BILLER})
grant("statements.make", "Make statements", REVENUE | FRONT | LEADERS | SYSTEM, sink=Sink.MESSAGE)
grant("fees.set", "Set the office's fees", LEADERS | SYSTEM | {Role.BILLER}, shows=Shows.NOTHING)

ask_proof("payments.refund")
