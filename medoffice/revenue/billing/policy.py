"""The permission words of billing."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role

grant("billing.read", "See charges and patient accounts", REVENUE | FRONT | CLINICAL | LEADERS | SYSTEM)
grant("charges.capture", "Release a visit's codes and make its charges", SYSTEM | {Role.CODER, Role.BILLER})
grant("payments.take", "Take money from patients", FRONT | REVENUE | LEADERS | SYSTEM)
grant("payments.refund", "Give money back to patients", LEADERS | SYSTEM | {Role.BOOKKEEPER})
grant("payments.take_back", "Reverse a payment that was none", REVENUE | LEADERS | SYSTEM)
grant("accounts.post", "Post what payers decided", REVENUE | LEADERS | SYSTEM)
grant("accounts.adjust", "Write off and transfer balances", LEADERS | SYSTEM | {Role.BILLER})
grant("statements.make", "Make statements", REVENUE | FRONT | LEADERS | SYSTEM)
grant("fees.set", "Set the office's fees", LEADERS | SYSTEM | {Role.BILLER})
