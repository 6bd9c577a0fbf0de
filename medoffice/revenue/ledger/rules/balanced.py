"""What makes a journal entry an entry: two sides, each line on one of them, equal sums."""

from collections.abc import Sequence

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.revenue.ledger.types import Line


def check_entry(lines: Sequence[Line]) -> list[Finding]:
    """What stands against these lines as one entry."""
    found = []
    if len(lines) < 2:
        found.append(Finding("too-few-lines", "lines", "An entry has at least two lines."))
    for number, line in enumerate(lines, 1):
        if (line.debit.cents > 0) == (line.credit.cents > 0) or line.debit.cents < 0 or line.credit.cents < 0:
            found.append(Finding("one-side", f"line {number}", "A line is a debit or a credit, and positive."))
    debits, credits_ = Money.total(line.debit for line in lines), Money.total(line.credit for line in lines)
    if debits != credits_:
        found.append(Finding("unbalanced", "entry", f"Debits are {debits}, credits {credits_}."))
    return found
