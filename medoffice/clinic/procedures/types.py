"""The nouns of procedures: kinds of them, consent, time-outs, what was done, how somebody was afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Consent(StrEnum):
    """How a patient agreed, or has to."""

    NONE = "none"
    VERBAL = "verbal"
    WRITTEN = "written"


class Medicine(StrEnum):
    """Whether a medicine goes with it, whose lot is then asked."""

    NONE = "none"
    MAY = "may"
    MUST = "must"


class Line(StrEnum):
    """The lines of a time-out, in the order in which they are read aloud."""

    PATIENT = "patient"
    PROCEDURE = "procedure"
    SITE = "site"
    ALLERGIES = "allergies"
    CONSENT = "consent"


@dataclass(frozen=True, slots=True)
class SaidOfKind:
    """What the office says of a kind of procedure. ``key``: the service it is; ``observe``: minutes afterwards.

    ``second``: somebody else stands by at the time-out and is named. ``source``: whose word that is.
    """

    key: str
    name: str
    consent: Consent = Consent.NONE
    time_out: bool = False
    second: bool = False
    observe: int = 0
    medicine: Medicine = Medicine.NONE
    source: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of procedure as it stands; ``version`` is 0 while the office has not said anything of it."""

    said: SaidOfKind
    standing_by: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class Consented:
    """That a patient agreed: how, who obtained it and when; ``document_id``: the signed paper on the chart."""

    how: Consent
    obtained_by: str
    obtained_at: datetime
    document_id: UUID | None
    by: str


@dataclass(frozen=True, slots=True)
class Read:
    """What was said at a time-out: each line, whether it holds; ``words``: what is not so, if one does not."""

    lines: Mapping[Line, bool]
    site: str = ""
    second_id: UUID | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class TimeOut:
    """A time-out as it was read; ``stopped``: the line at which it was stopped."""

    site: str
    second: str
    stopped: Line | None
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Did:
    """What is said of what was done. ``dose`` and ``wasted`` with their units; ``site`` with its side."""

    doer_id: UUID
    supervisor_id: UUID
    what: str
    site: str = ""
    medicine: str = ""
    ndc: str = ""
    lot: str = ""
    expires: date | None = None
    dose: str = ""
    controlled: bool | None = None
    wasted: str = ""
    witness_id: UUID | None = None
    complications: str = ""
    specimen: str = ""


@dataclass(frozen=True, slots=True)
class Procedure:
    """What was done, as it was entered. ``instead_of``: the wrong entry that it corrects, with ``why``.

    ``number`` stays the same through corrections; ``struck``: this entry says that nothing was done after all.
    """

    id: UUID
    number: str
    order_id: UUID
    encounter_id: UUID
    patient_id: UUID
    key: str
    name: str
    did: Did
    doer: str
    supervisor: str
    witness: str
    instead_of: UUID | None
    why: str
    struck: bool
    at: datetime
    entered_at: datetime
    by: str
    stands: bool


@dataclass(frozen=True, slots=True)
class After:
    """How somebody was afterwards; ``leaves``: they may go. ``until``: when they are looked at again, if not."""

    how: str
    leaves: bool
    reaction: str
    why: str
    until: datetime | None
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Observation:
    """Somebody is observed until a time, and was until somebody ended it."""

    procedure_id: UUID
    patient_id: UUID
    encounter_id: UUID
    name: str
    until: datetime
    ended_at: datetime | None
