"""How a patient asks to be reached: another place or way (45 CFR 164.522(b)), and what they want none of."""

from dataclasses import dataclass

from medoffice.practice.types import Address

WAYS = {"mail": "mail", "phone": "telephone", "text": "text", "email": "e-mail"}


@dataclass(frozen=True, slots=True)
class Private:
    """Where and by which one way a patient asks to be reached instead; what is blank stays as it is on the card."""

    way: str
    phone: str
    email: str
    address: Address
    care_of: str

    @property
    def asked(self) -> bool:
        """Whether they asked for anything."""
        return bool(self.way or self.phone or self.email or self.address.line1)

    @property
    def words(self) -> str:
        """What everybody who reaches for the telephone must know; not where it is."""
        return f"reach in confidence{f', by {WAYS[self.way]} only' if self.way else ''}" if self.asked else ""


NOT_ASKED = Private("", "", "", Address("", "", "", ""), "")
