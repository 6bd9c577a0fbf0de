"""The nouns of prescriptions: how a medicine is taken, how much of it is given, and a prescription of it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from uuid import UUID


class DoseForm(StrEnum):
    """In which form a medicine is counted: by pieces, by volume, by drops, by weight, by puffs ..."""

    SOLID = "solid"
    LIQUID = "liquid"
    DROPS = "drops"
    TOPICAL = "topical"
    INJECTION = "injection"
    INHALER = "inhaler"
    SPRAY = "spray"
    PATCH = "patch"


class Unit(StrEnum):
    """What one dose is told in."""

    TABLET = "tablet"
    CAPSULE = "capsule"
    SUPPOSITORY = "suppository"
    LOZENGE = "lozenge"
    FILM = "film"
    PIECE = "piece"
    ML = "mL"
    TEASPOON = "teaspoon"
    TABLESPOON = "tablespoon"
    MG = "mg"
    MCG = "mcg"
    G = "g"
    UNITS = "units"
    MEQ = "mEq"
    DROP = "drop"
    PUFF = "puff"
    SPRAY = "spray"
    PATCH = "patch"
    APPLICATION = "application"


class Route(StrEnum):
    """Where a medicine goes."""

    ORAL = "by mouth"
    SUBLINGUAL = "under the tongue"
    BUCCAL = "in the cheek"
    RIGHT_EYE = "in the right eye"
    LEFT_EYE = "in the left eye"
    BOTH_EYES = "in both eyes"
    RIGHT_EAR = "in the right ear"
    LEFT_EAR = "in the left ear"
    BOTH_EARS = "in both ears"
    NOSE = "in the nose"
    BOTH_NOSTRILS = "in each nostril"
    INHALED = "by inhalation"
    SKIN = "on the skin"
    AREA = "on the affected area"
    UNDER_SKIN = "under the skin"
    MUSCLE = "into the muscle"
    VEIN = "into the vein"
    RECTAL = "in the rectum"
    VAGINAL = "in the vagina"

    @property
    def places(self) -> int:
        """Into how many places one dose goes."""
        return 2 if self in (Route.BOTH_EYES, Route.BOTH_EARS, Route.BOTH_NOSTRILS) else 1


class When(StrEnum):
    """At what time of the day, or with what."""

    MORNING = "in the morning"
    NOON = "at noon"
    EVENING = "in the evening"
    BEDTIME = "at bedtime"
    BEFORE_MEALS = "before meals"
    WITH_MEALS = "with meals"
    AFTER_MEALS = "after meals"
    EMPTY = "on an empty stomach"


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often: ``times`` in ``hours``, or, where ``hours_to`` is given, every ``hours`` to ``hours_to`` hours.

    Twice a day is 2 in 24, every six hours 1 in 6, every 4 to 6 hours 1 in 4 to 6, once a week 1 in 168. ``once``: one
    dose and no more.
    """

    times: int = 1
    hours: int = 24
    hours_to: int = 0
    once: bool = False

    @property
    def a_day(self) -> Fraction:
        """The most doses in a day; of a single dose, one."""
        return Fraction(1) if self.once else Fraction(self.times * 24, self.hours)


@dataclass(frozen=True, slots=True)
class Sig:
    """How a medicine is taken. ``amount_to`` is the upper end of a range, 0 where there is none.

    ``days`` is for how long, 0 until something else is said; ``as_needed`` says that it is taken only then, ``reason``
    what for; ``more`` are words that no field has.
    """

    amount: Decimal
    unit: Unit
    route: Route
    frequency: Frequency
    amount_to: Decimal = Decimal(0)
    when: When | None = None
    as_needed: bool = False
    reason: str = ""
    days: int = 0
    more: str = ""

    @property
    def most(self) -> Decimal:
        """The most of one dose."""
        return max(self.amount, self.amount_to)


@dataclass(frozen=True, slots=True)
class Package:
    """What is given only whole: so much in one (200 puffs, 2.5 mL, 15 g), called so (inhaler, bottle, tube, pen).

    ``size`` 0 means that it is counted out. ``wasted`` is what a dose loses (a pen is primed).
    """

    size: Decimal = Decimal(0)
    name: str = ""
    wasted: Decimal = Decimal(0)


COUNTED_OUT = Package()


@dataclass(frozen=True, slots=True)
class Supply:
    """How much is given, in what, and for how many days it lasts; ``packages`` where it is given in whole ones.

    ``assumed`` says on what the office's own figure it rests (drops in a millilitre); what is assumed is unverified.
    """

    quantity: Decimal
    unit: str
    days: int
    packages: int = 0
    assumed: str = ""


class Schedule(StrEnum):
    """DEA's schedule of a medicine; UNKNOWN where nobody here knows the medicine."""

    NONE = ""
    II = "CII"
    III = "CIII"
    IV = "CIV"
    V = "CV"
    UNKNOWN = "?"

    @property
    def controlled(self) -> bool:
        """Whether it is a controlled substance."""
        return self not in (Schedule.NONE, Schedule.UNKNOWN)


class State(StrEnum):
    """Where a prescription stands with the office. What its pharmacy has of it is told by its messages."""

    PREPARED = "to sign"
    SIGNED = "signed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Prescribed:
    """What a prescription says. ``key`` is the medicine's in the edition at hand, "" where its words are its own.

    ``substances`` are empty where nobody here knows it; ``daw``: as written, no other maker's. ``indication`` is what
    it is for, ``diagnosis`` its ICD-10-CM code.
    """

    medicine: str
    sig: Sig
    quantity: Decimal
    quantity_unit: str
    days_supply: int
    refills: int = 0
    daw: bool = False
    indication: str = ""
    diagnosis: str = ""
    to_pharmacist: str = ""
    key: str = ""
    substances: tuple[str, ...] = ()
    form: DoseForm = DoseForm.SOLID
    strength: str = ""
    schedule: Schedule = Schedule.UNKNOWN
    package: Package = COUNTED_OUT

    @property
    def given(self) -> str:
        """How much is given: ``30 tablets``."""
        return f"{self.quantity.normalize():f} {self.quantity_unit}"

    @property
    def package_words(self) -> str:
        """In what, where it is given whole: ``2 of 15 tube``; "" where it is counted out."""
        if not self.package.size:
            return ""
        whole = f"{self.package.size.normalize():f} {self.package.name}".strip()
        return f"{self.quantity / self.package.size:.0f} × {whole}"

    @property
    def daw_words(self) -> str:
        """What the pharmacy may do about the maker."""
        return "Dispense as written" if self.daw else "Substitution permitted"


@dataclass(frozen=True, slots=True)
class Typed:
    """A prescription as it is typed. ``days`` 0 and ``quantity`` None: to be counted from the rest."""

    medicine: str
    sig: str
    days: int = 0
    quantity: Decimal | None = None
    refills: int | None = None
    daw: bool = False
    indication: str = ""
    diagnosis: str = ""
    to_pharmacist: str = ""
    package: Package = COUNTED_OUT


@dataclass(frozen=True, slots=True)
class Prescription:
    """A prescription. ``sig_text`` and ``sha256`` are as they were signed; ``entry_id`` is on the medication list.

    ``follows`` is the prescription that this one renews or replaces; ``pharmacy_id`` is where it is to be dispensed.
    """

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID | None
    prescriber_id: UUID
    prescriber: str
    says: Prescribed
    sig_text: str
    state: State
    prepared_by: str
    prepared_at: datetime
    signed_by: str
    signed_at: datetime | None
    sha256: str
    entry_id: UUID | None
    follows: UUID | None
    ended_why: str
    version: int
    pharmacy_id: UUID | None = None

    @property
    def tone(self) -> str:
        """How its state is coloured."""
        return {State.SIGNED: "ok", State.PREPARED: "warn"}.get(self.state, "")

    def runs_out(self, on: date) -> int:
        """In how many days all of it, refills and all, is used up if it was taken as told from its signature on."""
        if self.signed_at is None:
            return 0
        return self.says.days_supply * (self.says.refills + 1) - (on - self.signed_at.date()).days


@dataclass(frozen=True, slots=True)
class Prescribing:
    """What is being prescribed to whom, as far as it is typed: what a panel beside it is given."""

    patient_id: UUID
    medicine: str
    substances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a prescription's story."""

    what: str
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Favourite:
    """What the office prescribes often, under a name of its own."""

    id: UUID
    name: str
    says: Prescribed
    made_by: str
