"""The front door: whether a claim is taken in for adjudication, or sent back in the 277CA, and why.

Category and status numbers are bare values of the claim status code lists.
"""

from collections.abc import Collection

from medoffice.exchange.simulators.payer.rules.plans import Registry
from medoffice.exchange.simulators.payer.types import Claim, ClaimLine, Rejection


def npi_is_sound(npi: str) -> bool:
    """Ten digits whose check digit is right (Luhn over 80840 and the number)."""
    if len(npi) != 10 or not (npi.isascii() and npi.isdigit()):
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(reversed("80840" + npi[:9]))]
    return (sum(value // 10 + value % 10 for value in doubled) + int(npi[9])) % 10 == 0


def rejection(claim: Claim, registry: Registry, known: Collection[str], today: str) -> Rejection | None:
    """Why a claim is not taken in, or None. ``known`` holds the claim numbers (ICN) that may be replaced or voided.

    ``today`` is the day of receipt as CCYYMMDD.
    """
    return _relations(claim, registry, known) or _values(claim, today)


def _relations(claim: Claim, registry: Registry, known: Collection[str]) -> Rejection | None:
    if registry.payer(claim.payer_id) is None:
        return Rejection("A3", "116", "PR")
    if not claim.subscriber.identifier:
        return Rejection("A6", "164", "IL")
    if claim.frequency not in ("1", "7", "8"):
        return Rejection("A7", "21")
    if claim.frequency in ("7", "8") and not claim.original_icn:
        return Rejection("A6", "464")
    if claim.frequency in ("7", "8") and claim.original_icn not in known:
        return Rejection("A8", "464")
    return None


def _values(claim: Claim, today: str) -> Rejection | None:
    if not npi_is_sound(claim.billing.identifier):
        return Rejection("A7", "562", "85")
    if not npi_is_sound(claim.rendering.identifier):
        return Rejection("A7", "562", "82")
    if claim.charge != sum(line.charge for line in claim.lines):
        return Rejection("A7", "400")
    if not claim.diagnoses:
        return Rejection("A6", "254")
    found = (_line(line, len(claim.diagnoses), today) for line in claim.lines)
    return next((wrong for wrong in found if wrong), None)


def _line(line: ClaimLine, diagnoses: int, today: str) -> Rejection | None:
    if not line.pointers or any(not 0 < place <= diagnoses for place in line.pointers):
        return Rejection("A7", "477")
    if line.charge < 0:
        return Rejection("A7", "178")
    if not line.code:
        return Rejection("A6", "454")
    if f"{line.start:%Y%m%d}" > today or line.end < line.start:
        return Rejection("A7", "187")
    return None
