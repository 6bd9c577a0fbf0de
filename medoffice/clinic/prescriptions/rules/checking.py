"""What stands against a prescription as it was prepared: what it lacks, and where its figures do not agree."""

from collections.abc import Iterator

from medoffice.clinic.prescriptions.rules.quantity import Assumed, days_for
from medoffice.clinic.prescriptions.types.prescribing import Prescribed
from medoffice.kernel.findings import Finding, Severity

MOST_REFILLS, MOST_DAYS, MOST_QUANTITY = 99, 365, 99_999
LONGEST_NOTE, LONGEST_NAME = 210, 200


def check_prescribed(says: Prescribed, by: Assumed) -> list[Finding]:
    """Errors for what cannot be prescribed so, by field; warnings for what a person should look at."""
    return [*_lacks(says), *_disagrees(says, by)]


def _lacks(says: Prescribed) -> Iterator[Finding]:
    if not says.medicine.strip():
        yield Finding("medicine-missing", "medicine", "Say what is prescribed.")
    elif len(says.medicine) > LONGEST_NAME:
        yield Finding("medicine-long", "medicine", f"At most {LONGEST_NAME} letters.")
    if not 0 < says.quantity <= MOST_QUANTITY:
        yield Finding("quantity-missing", "quantity", "Say how much is given.")
    if not 1 <= says.days_supply <= MOST_DAYS:
        yield Finding("days-missing", "days", f"For how many days? At most {MOST_DAYS}.")
    if not 0 <= says.refills <= MOST_REFILLS:
        yield Finding("refills-many", "refills", f"0 to {MOST_REFILLS}.")
    if len(says.to_pharmacist) > LONGEST_NOTE:
        yield Finding("note-long", "to_pharmacist", f"At most {LONGEST_NOTE} letters.")


def _disagrees(says: Prescribed, by: Assumed) -> Iterator[Finding]:
    """A quantity that lasts less than half, or more than twice, of the days that are told."""
    if says.days_supply < 1 or says.quantity <= 0:
        return
    lasts = days_for(says.sig, says.form, says.strength, says.quantity, says.package, by)
    if lasts and not says.sig.frequency.once and not says.days_supply / 2 <= lasts <= says.days_supply * 2:
        words = f"This much lasts {lasts} days as it is taken, and {says.days_supply} are told."
        yield Finding("quantity-disagrees", "quantity", words, Severity.WARNING)
    if says.sig.days and says.sig.days > says.days_supply * (says.refills + 1):
        words = f"It is taken for {says.sig.days} days, and what is given with its refills is for fewer."
        yield Finding("days-disagree", "days", words, Severity.WARNING)
