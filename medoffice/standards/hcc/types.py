"""The nouns of HCC: a model with its years, an age or sex edit, a person as the weights know them, a worked-out sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Year:
    """A payment year: which categories a code is of, the weights by their names, and of what standing these are.

    ``state`` is "final" or "proposed" as the source marks it.
    """

    payment: int
    state: str
    files: str
    codes: Mapping[str, tuple[str, ...]]
    weights: Mapping[str, Decimal]

    @property
    def service(self) -> int:
        """The calendar year of the visits it rests on."""
        return self.payment - 1

    @property
    def mapping(self) -> str:
        """The file that says which categories a code is of; the others are of the weights."""
        return self.files.partition(",")[0]

    @property
    def proposed(self) -> bool:
        """Whether the weights are proposed ones."""
        return self.state == "proposed"


@dataclass(frozen=True, slots=True)
class Edit:
    """For a patient of this sex, of at most or at least these years, a code is of another category, or ("") of none.

    With both ages it is for whoever is outside of them.
    """

    sex: str
    most: int | None
    least: int | None
    hcc: str


@dataclass(frozen=True, slots=True)
class Group:
    """Categories that interact alike, and what they are called together."""

    words: str
    hccs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Model:
    """A model: the words of its categories, which are below which, which stand only beside others, what interacts."""

    source: str
    labels: Mapping[str, str]
    below: Mapping[str, frozenset[str]]
    needs: Mapping[str, frozenset[str]]
    edits: Mapping[str, Edit]
    groups: Mapping[str, Group]
    pairs: Mapping[str, tuple[str, str]]
    years: Mapping[int, Year]


class Living(StrEnum):
    """Where a person lives and how long they are enrolled, as the model parts people."""

    COMMUNITY = "community"
    INSTITUTION = "institution"
    NEW = "new"
    NEW_SPECIAL = "new-special"


class Medicaid(StrEnum):
    """Whether Medicaid pays too."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Person:
    """A person as the weights know them. Under 65 they are taken to be in Medicare by a disability."""

    age: int
    sex: str
    living: Living
    medicaid: Medicaid
    once_disabled: bool = False

    @property
    def aged(self) -> bool:
        """Whether they are 65 or more."""
        return self.age >= 65

    @property
    def new(self) -> bool:
        """Whether they are new: then no diagnosis counts."""
        return self.living in (Living.NEW, Living.NEW_SPECIAL)


@dataclass(frozen=True, slots=True)
class Weight:
    """A line of the sum: what it is for, in words, its name in the source, and the weight; None where it has none."""

    name: str
    words: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Sum:
    """A score with all its lines, in the segment that was chosen."""

    segment: str
    lines: tuple[Weight, ...]

    @property
    def total(self) -> Decimal:
        """What the lines add up to."""
        return sum((one.value for one in self.lines if one.value is not None), Decimal(0))
