"""What a document that we write says besides its entries."""

from dataclasses import dataclass

from medoffice.standards.ccda.types import Identifier, Moment, Party, Patient, Period

_ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What a document that we write says besides its entries; ``period`` is the time that it tells of.

    ``notices`` must be read by whoever gets it: with one, the document is marked restricted.
    """

    id: Identifier
    title: str
    at: Moment
    patient: Patient
    author: Party
    custodian: Party
    period: Period = _ALWAYS
    language: str = "en-US"
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Referral:
    """To whom a patient is sent and why, and what is thought and planned; each in words."""

    recipient: Party
    reason: str
    assessment_and_plan: str
