"""The permission words of the books."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, REVENUE, SYSTEM, Role, Shows

grant("books.read", "See day sheets, deposits and proofs", REVENUE | LEADERS | SYSTEM, shows=Shows.PRESENCE)
grant("books.deposit", "Make deposits", LEADERS | SYSTEM | {Role.BOOKKEEPER}, shows=Shows.NOTHING)
grant("books.prove", "Run the proofs", REVENUE | LEADERS | SYSTEM, shows=Shows.NOTHING)
