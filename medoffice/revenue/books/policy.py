"""The permission words of the books."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, REVENUE, SYSTEM, Role

grant("books.read", "See day sheets, deposits and proofs", REVENUE | LEADERS | SYSTEM)
grant("books.deposit", "Make deposits", LEADERS | SYSTEM | {Role.BOOKKEEPER})
grant("books.prove", "Run the proofs", REVENUE | LEADERS | SYSTEM)
