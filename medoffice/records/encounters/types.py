"""The nouns of encounters (FHIR Encounter): a patient's visit, and how it moves through the office."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.trace import Ref


class Stage(StrEnum):
    """Where the patient is. FINISHED and LEFT end the visit; LEFT means left without being seen.

    MISTAKEN: checked in by mistake; the visit never began, and the patient may still come.
    """

    ARRIVED = "arrived"
    ROOMED = "roomed"
    WITH_PROVIDER = "with_provider"
    CHECK_OUT = "check_out"
    FINISHED = "finished"
    LEFT = "left"
    MISTAKEN = "mistaken"


OVER = frozenset({Stage.FINISHED, Stage.LEFT, Stage.MISTAKEN})
IN_A_ROOM = frozenset({Stage.ROOMED, Stage.WITH_PROVIDER})


class EncounterClass(StrEnum):
    """What kind of contact it is."""

    OFFICE = "office"
    NURSE = "nurse"
    LABORATORY = "laboratory"
    PHONE = "phone"
    TELEHEALTH = "telehealth"


@dataclass(frozen=True, slots=True)
class StageChange:
    """One move, with who made it, and the room if it led to one."""

    stage: Stage
    at: datetime
    by: str
    room: str = ""


@dataclass(frozen=True, slots=True)
class StageTimes:
    """When a visit came to its stages; ``cause`` is the id of what brought it about, ``done`` when it left the room.

    ``ended`` says that it is over, seen or not.
    """

    cause: UUID
    provider_id: UUID
    arrived: datetime
    entered: datetime | None
    done: datetime | None
    encounter_id: UUID
    roomed: datetime | None = None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Encounter:
    """A visit. ``cause`` is what brought it about (an appointment); ``date`` is the date of service at the site.

    ``room`` is the last they were brought to.
    """

    id: UUID
    number: str
    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    kind: EncounterClass
    reason: str
    stage: Stage
    stage_since: datetime
    room: str
    date: date
    started_at: datetime
    cause: Ref
    version: int

    @property
    def in_room(self) -> str:
        """The room that the patient is in now; blank if in none."""
        return self.room if self.stage in IN_A_ROOM else ""
