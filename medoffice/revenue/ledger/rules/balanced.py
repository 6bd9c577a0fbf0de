"""What makes a journal entry an entry: two sides, each line on one of them, equal sums."""

from collections.abc import Sequence

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.revenue.ledger.types import Account, Line

NAMES: dict[Account, str] = {
    Account.CASH_DRAWER: "Cash drawer",
    Account.UNDEPOSITED_CHECKS: "Checks not yet deposited",
    Account.CARD_CLEARING: "Card payments on their way",
    Account.EFT_CLEARING: "Payer payments on their way",
    Account.BANK: "Bank",
    Account.INSURANCE_RECEIVABLE: "Insurance receivable",
    Account.PATIENT_RECEIVABLE: "Patient receivable",
    Account.PATIENT_CREDITS: "Patient credits",
    Account.PAYER_RECOVERIES: "Payer recoveries",
    Account.SERVICE_REVENUE: "Service revenue",
    Account.CONTRACTUAL_ADJUSTMENTS: "Contractual adjustments",
    Account.OTHER_ADJUSTMENTS: "Other adjustments",
    Account.BAD_DEBT: "Bad debt",
    Account.PAYER_WITHHOLDS: "Payer withholds",
    Account.INTEREST_INCOME: "Interest from payers",
    Account.CASH_OVER_SHORT: "Cash over and short",
}


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


def signed(account: Account, amount: Money, **about: object) -> list[Line]:
    """A line that debits a positive amount and credits a negative one; none for zero."""
    if not amount:
        return []
    if amount.cents > 0:
        return [Line(account, debit=amount, **about)]  # type: ignore[arg-type] # patient_id, payer_id, memo
    return [Line(account, credit=-amount, **about)]  # type: ignore[arg-type] # as above
