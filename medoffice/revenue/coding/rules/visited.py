"""What the edits look at: a visit's services and diagnoses, who pays, what was done before, what the lists say."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medoffice.records.encounters.types import EncounterClass
from medoffice.revenue.code_lists.types import Known

REMOTE_PLACES = {"10": "at home", "02": "elsewhere"}  # CMS's places of service for telehealth: where the patient was
AT_A_DISTANCE = (EncounterClass.TELEHEALTH, EncounterClass.PHONE)
LONGEST_GLOBAL = 90  # days that the payment of an operation covers
# Claim filing indicators (SBR09): Medicare part A and part B; Medicaid.
_MEDICARE, _MEDICAID = frozenset({"MA", "MB"}), frozenset({"MC"})


class PayerKind(StrEnum):
    """Whose edits hold."""

    MEDICARE = "medicare"
    MEDICAID = "medicaid"
    OTHER = "other"


def payer_kind(filing_code: str) -> PayerKind:
    """Whose edits hold for claims with this filing indicator."""
    if filing_code in _MEDICARE:
        return PayerKind.MEDICARE
    return PayerKind.MEDICAID if filing_code in _MEDICAID else PayerKind.OTHER


@dataclass(frozen=True, slots=True)
class Line:
    """A service line; ``kind`` as the office's table has it (visit, preventive, procedure, ...)."""

    line: int
    code: str
    kind: str
    modifiers: tuple[str, ...] = ()
    units: int = 1
    pointers: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A procedure before, and for how many days its payment covers visits about it."""

    code: str
    on: date
    days: int


@dataclass(frozen=True, slots=True)
class Visited:
    """A visit as the edits look at it; ``diagnoses`` dotted, in their places; ``remote``: by video or telephone.

    ``placeless``: it was by video, and nobody said where the patient was.
    """

    on: date
    payer: PayerKind
    diagnoses: tuple[str, ...]
    lines: tuple[Line, ...]
    known: Known
    earlier: tuple[Earlier, ...] = ()
    remote: bool = False
    placeless: bool = False
