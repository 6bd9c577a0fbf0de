"""What must be true of prescriptions at the end of a day: each is signed or withdrawn, sent once, told of, answered."""

from medoffice.clinic.prescriptions.api import (
    dispatches_waiting,
    open_renewals,
    prescription_counts,
    set_aside,
    to_sign,
    wire_counts,
)
from medoffice.revenue.books.types import Proof
from medoffice.security.types import PROGRAM


def prescription_proofs() -> list[Proof]:
    """Nothing waits to be signed or answered, and every pharmacy has said what became of what it has."""
    signed, dispensed = prescription_counts()
    unsigned, asked, waiting = to_sign(PROGRAM), open_renewals(PROGRAM), dispatches_waiting(PROGRAM)
    words = (
        f"{signed} signed, {dispensed} dispensed; {len(unsigned)} unsigned, {len(asked)} renewals open,"
        f" {len(waiting)} at pharmacies without an end"
    )
    whole = signed > 0 and signed == dispensed and not unsigned and not asked and not waiting
    says = "What was prescribed was signed, sent once and dispensed; who asked again was told"
    return [Proof("prescriptions", says, whole, words), _by_wire()]


def _by_wire() -> Proof:
    gone, silent, came = wire_counts()
    aside = len(set_aside(PROGRAM))
    words = f"{gone} went to pharmacies by wire, {came} came from them; {silent} without an answer, {aside} set aside"
    says = "What went by wire was answered, and what pharmacies said was taken in"
    return Proof("pharmacy-wire", says, gone > 0 and came >= gone and not silent and not aside, words)
