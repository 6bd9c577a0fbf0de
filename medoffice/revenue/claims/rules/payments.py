"""What a payment advice says of itself, and whether it may be posted at all: it names itself, and it adds up."""

from datetime import date, timedelta

from medoffice.kernel.findings import Finding
from medoffice.revenue.ledger.types import Account
from medoffice.standards.x12.api import balance_835
from medoffice.standards.x12.types import Remit835

PREDETERMINATION = "25"
PROCESSED = frozenset({"1", "2", "3"})
FORWARDED = frozenset({"19", "20", "21"})
EARLIEST, AHEAD = date(2000, 1, 1), timedelta(days=366)


def plain_text(text: str, size: int) -> str:
    """Text of a file as a column holds it."""
    return text.replace("\x00", "")[:size]


def payer_numbers(remit: Remit835) -> tuple[str, ...]:
    """Under which numbers the sender of a payment may be known: N1*PR, REF*2U or TRN03 without its leading 1."""
    return remit.payer.identifier, remit.payer_id.removeprefix("1"), remit.payer_id


def lies_with(method: str) -> Account:
    """Where a payment's money lies: a check with the checks, a transfer with the others."""
    return Account.UNDEPOSITED_CHECKS if method == "CHK" else Account.EFT_CLEARING


def check_payment(remit: Remit835, today: date) -> list[Finding]:
    """What stands against posting it: it does not add up, or does not say what it is."""
    return [*balance_835(remit), *check_names(remit, today)]


def check_names(remit: Remit835, today: date) -> list[Finding]:
    """What is missing to tell which payment it is: without a number or a date nobody knows if it was posted before."""
    found = []
    if not remit.trace.strip():
        found.append(Finding("trace-blank", "TRN02", "The payment has no number; ask the payer which payment it is."))
    if remit.paid_on is None:
        found.append(Finding("date-blank", "BPR16", "The payment has no date; ask the payer which payment it is."))
    elif not EARLIEST <= remit.paid_on <= today + AHEAD:
        words = f"The payment is dated {remit.paid_on:%m/%d/%Y}, which cannot be; ask the payer."
        found.append(Finding("date-impossible", "BPR16", words))
    if remit.credit == "D" and remit.amount:
        words = "The payer takes this money from the office's account (BPR03 D); it is no payment to post."
        found.append(Finding("payment-debit", "BPR03", words))
    if remit.amount.cents < 0:
        found.append(Finding("payment-negative", "BPR02", "A payment cannot be less than nothing."))
    return found
