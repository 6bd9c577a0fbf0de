"""What a patient says of themselves, or a payer tells of them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

# What a patient may say about themselves, and how people call it; who they are legally is seen on paper.
SAYABLE = {
    "preferred": "Liked name",
    "pronouns": "Pronouns",
    "language": "Language",
    "phone": "Telephone",
    "email": "E-mail",
    "line1": "Street",
    "line2": "Apartment",
    "city": "City",
    "state": "State",
    "zip": "ZIP code",
    "address_as": "How to address",
    "fears": "What frightens",
    "helps": "What helps",
}


# What a payer may tell of a patient: who they are to it.
PAYERS_TELL = {"family": "Family name", "given": "Given name", "birth_date": "Birth date"}


@dataclass(frozen=True, slots=True)
class Said:
    """Something a patient says that the record has otherwise. ``state`` is open, accepted, declined or replaced.

    ``teller`` is the payer that told it, blank where the patient says it themselves.
    """

    id: UUID
    patient_id: UUID
    field: str
    said: str
    was: str
    source_id: UUID | None
    said_at: datetime
    noted_by: str
    state: str
    decided_by: str
    teller: str = ""

    @property
    def label(self) -> str:
        """The field as people call it."""
        return (SAYABLE | PAYERS_TELL)[self.field]

    @property
    def now(self) -> str:
        """What is said, as people read it."""
        return self._read(self.said)

    @property
    def before(self) -> str:
        """What the record had, as people read it."""
        return self._read(self.was)

    def _read(self, text: str) -> str:
        return f"{date.fromisoformat(text):%m/%d/%Y}" if self.field == "birth_date" else text
