"""What a statement says: every dollar the patient is asked for, explained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.billing.types import AccountEvent, EventKind

# The scripts that typst's built-in faces draw well (measured): Latin with all marks, Greek, Cyrillic, punctuation.
_DRAWN = ((0x0020, 0x024F), (0x0250, 0x02FF), (0x0300, 0x036F), (0x0370, 0x04FF), (0x1E00, 0x1FFF), (0x2000, 0x22FF))


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A service on a statement: what was charged, what became of it, what is the patient's."""

    date: date
    words: str
    charged: Money
    insurance_paid: Money
    adjusted: Money
    patient_paid: Money
    due: Money


def explain(day: date, words: str, events: Iterable[AccountEvent]) -> StatementLine:
    """One charge's line from its events. Amounts are positive; ``due`` is what the patient still owes of it."""
    sums: dict[EventKind, int] = {}
    due = 0
    for event in events:
        sums[event.kind] = sums.get(event.kind, 0) + event.insurance.cents + event.patient.cents
        due += event.patient.cents
    adjusted = (EventKind.CONTRACTUAL, EventKind.ADJUSTMENT, EventKind.WITHHOLD, EventKind.BAD_DEBT)
    return StatementLine(
        date=day,
        words=words,
        charged=Money(sums.get(EventKind.CHARGE, 0)),
        insurance_paid=Money(-sums.get(EventKind.PAYER_PAYMENT, 0)),
        adjusted=Money(-sum(sums.get(kind, 0) for kind in adjusted)),
        patient_paid=Money(-sums.get(EventKind.CREDIT_APPLIED, 0)),
        due=Money(due),
    )


def statement_total(lines: Sequence[StatementLine]) -> Money:
    """What the statement asks for."""
    return Money.total(line.due for line in lines) if lines else ZERO


def undrawable(text: str) -> list[Finding]:
    """A finding if letters of this text are not in the statement's fonts and would print as boxes."""
    missing = sorted({letter for letter in text if not any(low <= ord(letter) <= high for low, high in _DRAWN)})
    if not missing:
        return []
    words = f"The printed statement cannot show {''.join(missing)}; the Latin legal name is printed."
    return [Finding("script-not-drawn", "name", words, Severity.WARNING)]
