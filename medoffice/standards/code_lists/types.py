"""The nouns of code lists: a row of each kind of file."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum


class ListKind(StrEnum):
    """What an office loads. The edits for Medicare's practitioners and a state's Medicaid are different files."""

    PAIRS = "ptp"
    PAIRS_MEDICAID = "ptp-medicaid"
    UNITS = "mue"
    UNITS_MEDICAID = "mue-medicaid"
    ADD_ONS = "add-on"
    VALUES = "rvu"
    LOCALITIES = "gpci"
    HCPCS = "hcpcs"
    COVERAGE = "coverage"
    NATIONAL = "ncd"
    NATIONAL_CODES = "ncd-codes"
    CPT = "cpt"
    REASONS = "carc"
    REMARKS = "rarc"
    TAXONOMY = "nucc"
    VACCINES = "cvx"
    LABORATORY = "loinc"
    DRUGS = "ndc"
    RXNORM = "rxnorm"
    HCC = "hcc"

    @property
    def words(self) -> str:
        """What it is called on a screen."""
        return _WORDS[self]


_WORDS = {
    ListKind.PAIRS: "NCCI pairs, Medicare practitioner",
    ListKind.PAIRS_MEDICAID: "NCCI pairs, Medicaid practitioner",
    ListKind.UNITS: "Most units (MUE), Medicare practitioner",
    ListKind.UNITS_MEDICAID: "Most units (MUE), Medicaid practitioner",
    ListKind.ADD_ONS: "Add-on codes",
    ListKind.VALUES: "Medicare fee schedule: relative values",
    ListKind.LOCALITIES: "Medicare fee schedule: localities (GPCI)",
    ListKind.HCPCS: "HCPCS level II",
    ListKind.COVERAGE: "Medicare coverage: local articles and their codes",
    ListKind.NATIONAL: "Medicare coverage: national determinations (NCD)",
    ListKind.NATIONAL_CODES: "Medicare coverage: codes of national determinations",
    ListKind.CPT: "The office's licensed CPT file",
    ListKind.REASONS: "Claim adjustment reason codes (CARC), X12's texts",
    ListKind.REMARKS: "Remittance advice remark codes (RARC), X12's texts",
    ListKind.TAXONOMY: "NUCC's provider taxonomy",
    ListKind.VACCINES: "Vaccine codes (CVX)",
    ListKind.LABORATORY: "LOINC",
    ListKind.DRUGS: "FDA's directory of drugs (NDC)",
    ListKind.RXNORM: "RxNorm, prescribable drugs (NLM)",
    ListKind.HCC: "Medicare risk adjustment: diagnoses to HCC (CMS-HCC V28)",
}


class PairMark(IntEnum):
    """NCCI's modifier indicator: whether both codes of a pair may be paid with a modifier."""

    NEVER = 0
    WITH_MODIFIER = 1
    NOT_APPLICABLE = 9


class UnitsMark(IntEnum):
    """The MUE adjudication indicator: what the most units are counted over."""

    LINE = 1
    DAY_ABSOLUTE = 2
    DAY_CLINICAL = 3


@dataclass(frozen=True, slots=True)
class PairRow:
    """An NCCI pair: the second code is not paid beside the first, from a date to a date (inclusive; None: still)."""

    first: str
    second: str
    valid_from: date
    valid_to: date | None
    mark: PairMark
    why: str


@dataclass(frozen=True, slots=True)
class UnitsRow:
    """The most units of a code that are paid, and what they are counted over."""

    code: str
    most: int
    mark: UnitsMark
    why: str


@dataclass(frozen=True, slots=True)
class AddOnRow:
    """An add-on code and a code it stands beside; ``primary`` is "" where the payer says which (type 2).

    ``kind`` 1: the primaries listed are all; 2: the payer's; 3: some are listed, the payer may take others.
    """

    code: str
    primary: str
    kind: int
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A code's relative values in the fee schedule. ``None`` where it is not valued in that setting (NA).

    ``days``: 000, 010, 090 global days; MMM, XXX, YYY, ZZZ as CMS writes them. No text: descriptions are AMA's.
    """

    code: str
    modifier: str
    status: str
    work: Decimal
    office: Decimal | None
    facility: Decimal | None
    malpractice: Decimal
    days: str
    pctc: str
    multiple: str
    bilateral: str
    factor: Decimal


@dataclass(frozen=True, slots=True)
class LocalityRow:
    """A locality of the fee schedule; it is unique only together with its contractor."""

    contractor: str
    state: str
    locality: str
    name: str
    work: Decimal
    practice: Decimal
    malpractice: Decimal


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code with its texts and the dates it holds (inclusive; None: no end known, or no beginning told).

    RxNorm says of what ``kind`` a term is and which ingredients it is ``of``, by their numbers parted by blanks; of a
    diagnosis that is the model and its categories.
    ``coverage``: HCPCS's mark, or the level of a national determination (1 full, 2 restricted, 3 none, 4 not said).
    """

    code: str
    short: str
    long: str
    valid_from: date | None
    valid_to: date | None
    coverage: str = ""
    kind: str = ""
    of: str = ""


class CoverageUse(StrEnum):
    """What a code is in an article: a procedure, a diagnosis that supports it, one that does not."""

    PROCEDURE = "procedure"
    COVERED = "covered"
    NOT_COVERED = "not covered"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A code of a Medicare coverage article, or of a national determination (by its section of the manual, no group).

    ``group`` pairs procedures and diagnoses only by the article's text.
    """

    article: str
    title: str
    use: CoverageUse
    group: int
    code: str
