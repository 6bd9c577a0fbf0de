"""The nouns of pharmacies: the directory, and whose they are."""

from dataclasses import dataclass
from uuid import UUID

from medoffice.practice.types import Address


@dataclass(frozen=True, slots=True)
class Pharmacy:
    """A pharmacy of the directory. ``used`` false: it has closed, and is offered no more.

    ``wire``: its number on the wire, where it takes prescriptions so; "" where it does not.
    """

    id: UUID
    npi: str
    name: str
    kind: str
    address: Address
    phone: str
    fax: str
    hours: str
    ncpdp: str
    used: bool
    source: str
    version: int
    wire: str = ""

    @property
    def where(self) -> str:
        """The address in a line."""
        town = f"{self.address.city}, {self.address.state} {self.address.zip[:5]}"
        return ", ".join(part for part in (self.address.line1, self.address.line2, town) if part)

    @property
    def phone_words(self) -> str:
        """Its telephone number as it is read; "" where none is known."""
        return dashed(self.phone)

    @property
    def fax_words(self) -> str:
        """Its fax number as it is read; "" where none is known."""
        return dashed(self.fax)


@dataclass(frozen=True, slots=True)
class Theirs:
    """A pharmacy that a patient uses; the preferred one has their prescriptions, if nobody says another."""

    pharmacy: Pharmacy
    preferred: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """What an import came to."""

    new: int
    changed: int
    closed: int

    @property
    def total(self) -> int:
        """How many rows said something."""
        return self.new + self.changed + self.closed


def dashed(digits: str) -> str:
    """A telephone number as it is read."""
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if digits else ""
