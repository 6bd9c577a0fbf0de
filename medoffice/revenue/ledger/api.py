"""What other rooms may use of the general ledger."""

from medoffice.revenue.ledger.actions.close_period import close_period
from medoffice.revenue.ledger.actions.post import post
from medoffice.revenue.ledger.actions.reverse import reverse
from medoffice.revenue.ledger.actions.rows import entry_rows
from medoffice.revenue.ledger.queries import (
    account_lines,
    balance,
    balances,
    closed_through,
    entries_for,
    entry,
    entry_numbered,
    journal,
    moved_on,
    patient_sum,
    sum_caused,
)

__all__ = [
    "account_lines",
    "balance",
    "balances",
    "close_period",
    "closed_through",
    "entries_for",
    "entry",
    "entry_numbered",
    "entry_rows",
    "journal",
    "moved_on",
    "patient_sum",
    "post",
    "reverse",
    "sum_caused",
]
