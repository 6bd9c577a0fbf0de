"""The nouns of immunizations: lots of vaccine, doses, what moved in the stock, what a registry is told."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from medoffice.standards.cdsi.answers import Advice, OfDose


class Funding(StrEnum):
    """Who paid for the vaccine of a lot. VFC: the federal program Vaccines for Children."""

    PRIVATE = "private"
    VFC = "VFC"
    PUBLIC = "public"


class Eligibility(StrEnum):
    """Whether, and by what, the patient may have a vaccine of Vaccines for Children. Codes of HL7 table 0064."""

    NOT = "V01"
    MEDICAID = "V02"
    UNINSURED = "V03"
    NATIVE = "V04"
    UNDERINSURED = "V05"


class Route(StrEnum):
    """How a dose is given. Codes of HL7 table 0162."""

    IM = "IM"
    SC = "SC"
    ID = "ID"
    NASAL = "NS"
    ORAL = "PO"


class BodySite(StrEnum):
    """Where a dose is given. Codes of HL7 table 0163."""

    LEFT_DELTOID = "LD"
    RIGHT_DELTOID = "RD"
    LEFT_THIGH = "LT"
    RIGHT_THIGH = "RT"
    LEFT_UPPER_ARM = "LA"
    RIGHT_UPPER_ARM = "RA"
    LEFT_FOREARM = "LLFA"
    RIGHT_FOREARM = "RLFA"


class Moved(StrEnum):
    """Why a lot's number on hand changed."""

    RECEIVED = "received"
    GIVEN = "given"
    PUT_BACK = "put back"
    WASTED = "wasted"
    COUNTED = "counted"
    ASIDE = "aside"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class Vial:
    """What stands on the box of a lot. ``vis``: the date of the information sheet that goes with it."""

    cvx: str
    lot: str
    expires: date
    manufacturer: str = ""
    mvx: str = ""
    ndc: str = ""
    funding: Funding = Funding.PRIVATE
    route: Route = Route.IM
    amount: Decimal | None = None
    vis: date | None = None


@dataclass(frozen=True, slots=True)
class Lot:
    """A lot of a vaccine at a site, as it stands; ``aside_why``: why nothing is given of it until somebody decides."""

    id: UUID
    site_id: UUID
    words: str
    vial: Vial
    on_hand: int
    recalled_at: datetime | None = None
    recalled_by: str = ""
    recall_why: str = ""
    aside_at: datetime | None = None
    aside_by: str = ""
    aside_why: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True)
class Given:
    """What is said of a dose when it is given."""

    lot_id: UUID
    route: Route
    site: BodySite | None
    vis: date | None
    eligibility: Eligibility = Eligibility.NOT
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose that was entered. ``instead_of``: the wrong entry that it corrects; ``struck_why``: it was wrong itself.

    ``number`` stays the same through corrections: it is what a registry knows the dose by.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID
    lot_id: UUID
    cvx: str
    words: str
    lot: str
    given: Given
    on: date
    entry_id: UUID
    entered_by: str
    entered_at: datetime
    instead_of: UUID | None = None
    struck_why: str = ""
    struck_by: str = ""
    struck_at: datetime | None = None

    @property
    def stands(self) -> bool:
        """Whether it is so, as far as anybody said."""
        return self.struck_at is None


@dataclass(frozen=True, slots=True)
class Move:
    """What changed the number on hand of a lot: by how many, why, who."""

    what: Moved
    by_how_many: int
    words: str
    at: datetime
    by: str


class Told(StrEnum):
    """Where a report to the registry stands."""

    TO_SEND = "to send"
    SENT = "sent"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Report:
    """What the registry is told of a dose: added, changed (``U``) or taken back (``D``)."""

    id: UUID
    control_id: str
    dose_id: UUID
    what: str
    state: Told
    sent_at: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class ToRegistry:
    """The immunization registry the office reports to: its name, and how its messages are addressed."""

    name: str
    application: str = ""
    facility: str = ""
    our_facility: str = ""
    used: bool = True
    version: int = 1


class RegistryDoor(Protocol):
    """A way to the registry. ``put`` hands a message over, the same name and bytes once; raises Refusal if shut."""

    key: str

    def put(self, name: str, data: bytes) -> None:
        """Hand it over."""
        ...


@dataclass(frozen=True, slots=True)
class Fact:
    """What somebody noted for the schedule of a patient: an observation of its list, from a day on if that is known.

    ``encounter_id``: the visit it was said at.
    """

    code: str
    words: str
    since: date | None
    by: str
    at: datetime
    encounter_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the schedule says of a patient on a day.

    ``unread`` are entries of the list that it cannot count: without a whole day or without a code it knows.
    ``hidden``: there are entries or notes that whoever asks may not know, or that came in and wait to be looked at, so
    what is said may be wrong. ``undated``: what is noted without the day that doses count from. ``old``: what is to be
    said of a release that is old.
    """

    patient_id: UUID
    today: date
    advice: Advice
    facts: tuple[Fact, ...] = ()
    unread: tuple[str, ...] = ()
    hidden: bool = False
    deceased: bool = False
    undated: tuple[str, ...] = ()
    old: str = ""

    @property
    def doses(self) -> tuple[OfDose, ...]:
        """The doses it counted, latest first."""
        return tuple(reversed(self.advice.doses))


@dataclass(frozen=True, slots=True)
class Giver:
    """Somebody as a message names them."""

    npi: str
    family: str
    given: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A dose with everything that a registry is told of it."""

    dose: Dose
    lot: Lot
    what: str
    control_id: str
    registry: ToRegistry
    name: tuple[str, str]
    born: date
    sex: str
    mrn: str
    home: tuple[str, str, str, str]
    ordered_by: Giver
    given_by: Giver
    where: str
