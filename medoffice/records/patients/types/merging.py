"""Two records that become one, and two again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Picked(StrEnum):
    """Whose value a field keeps when two records become one."""

    SURVIVOR = "survivor"
    MERGED = "merged"
    BOTH = "both"


# The fields that a record keeps one value of, and how people call them.
MERGED_FIELDS = {
    "family": "Family name",
    "given": "Given name",
    "middle": "Middle name",
    "suffix": "Suffix",
    "preferred": "Liked name",
    "pronouns": "Pronouns",
    "sex": "Sex",
    "birth_date": "Birth date",
    "deceased_on": "Died on",
    "language": "Language",
    "interpreter": "Interpreter",
    "phone": "Telephone",
    "email": "E-mail",
    "line1": "Street",
    "line2": "Apartment",
    "city": "City",
    "state": "State",
    "zip": "ZIP code",
    "alert": "Alert",
    "address_as": "How to address",
    "fears": "What frightens",
    "helps": "What helps",
    "gender_identity": "Gender identity",
    "orientation": "Sexual orientation",
    "race": "Race",
    "ethnicity": "Ethnicity",
    "employer": "Employer",
    "employer_phone": "Employer's telephone",
    "pcp_id": "Primary care provider here",
    "pcp_outside": "Primary care provider elsewhere",
    "pcp_phone": "Their telephone",
    "pharmacy": "Pharmacy",
    "pharmacy_address": "Where the pharmacy is",
    "pharmacy_phone": "Pharmacy's telephone",
    "photo": "Photo",
    "private_way": "In confidence by",
    "private_phone": "In confidence, telephone",
    "private_email": "In confidence, e-mail",
    "private_care_of": "In confidence, care of",
    "private_line1": "In confidence, street",
    "private_line2": "In confidence, apartment",
    "private_city": "In confidence, city",
    "private_state": "In confidence, state",
    "private_zip": "In confidence, ZIP code",
    "not_by": "Not by",
    "not_by_why": "Not by, why",
}


@dataclass(frozen=True, slots=True)
class SideLine:
    """A field of two records: what each has, as written, and whose value is kept unless somebody says otherwise."""

    field: str
    label: str
    mine: str
    theirs: str
    differs: bool
    pick: str
    both: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Has:
    """So many things of a kind that name a record, in people's words."""

    what: str
    count: int


@dataclass(frozen=True, slots=True)
class Added:
    """Something the survivor got after a merge; ``follows``: it hangs on what came with the merged record.

    Rows have no words of their own: it is the ``place``-th ``of`` its kind, and of which moment if its table says one.
    """

    table: str
    column: str
    key: str
    what: str
    follows: bool
    place: int
    of: int
    when: datetime | None

    @property
    def id(self) -> str:
        """How a form names it."""
        return f"{self.table}.{self.column}.{self.key}"


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge of two records, by their numbers; ``fields`` of the survivor got another value."""

    id: UUID
    survivor_id: UUID
    merged_id: UUID
    survivor: str
    merged: str
    at: datetime
    by: str
    undone_at: datetime | None
    undone_by: str
    fields: tuple[str, ...]


# Changes fields of a row by name while two records become one; it is undone with the merge.
Change = Callable[..., None]
