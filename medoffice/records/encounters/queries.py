"""Reads of encounters."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.records.encounters import models
from medoffice.records.encounters.types import IN_A_ROOM, Encounter, EncounterClass, Stage, StageChange, StageTimes
from medoffice.security.api import OfficeRequest, kept, permitted, require, saw
from medoffice.security.types import Actor

CONFIDENTIAL = "Confidential visit"


class _Reasoned(Protocol):
    """Something a patient comes for: a frozen dataclass with these fields."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def patient_id(self) -> UUID | None:
        """Whom it is about."""

    @property
    def reason(self) -> str:
        """What it is for."""


Reasoned = TypeVar("Reasoned", bound=_Reasoned)


def encounter(encounter_id: UUID) -> Encounter:
    """A visit. Raises NotFound. One query."""
    row = models.Encounter.objects.filter(id=encounter_id).first()
    if row is None:
        raise NotFound
    return to_encounter(row)


def visit_shown(request: OfficeRequest, word: str, encounter_id: UUID) -> Encounter:
    """A visit whose page is shown to somebody who has this word for it, which the trail then says.

    Raises NotFound, and Forbidden as ``require``.
    """
    found = encounter(encounter_id)
    require(request.actor, word, found.patient_id, encounter_id)
    saw(request, [found.patient_id])
    return found


def encounters_on(site_id: UUID | None, on: date) -> list[Encounter]:
    """The visits of a day, in order of arrival; of one site if given. One query."""
    rows = models.Encounter.objects.filter(date=on)
    rows = rows.filter(site_id=site_id) if site_id else rows
    return [to_encounter(row) for row in rows.order_by("started_at", "id")]


def seen_between(actor: Actor, word: str, first: date, last: date) -> list[Encounter]:
    """Visits of these days that are over and were with somebody, as the actor may know of them under the word, the
    oldest first. One query.
    """
    rows = models.Encounter.objects.filter(date__range=(first, last), stage=Stage.FINISHED).order_by("started_at", "id")
    return [to_encounter(row) for row in permitted(actor, word, rows, visit="id")]


def seen_without(actor: Actor, word: str, written: QuerySet[Any]) -> list[Encounter]:
    """Visits a provider saw, at check-out or over, of which nothing of ``written`` tells, the oldest first. One query.

    ``written`` are rows whose ``encounter_id`` is OuterRef("pk"); only visits the actor may know of under the word.
    """
    ends, kinds = (Stage.CHECK_OUT, Stage.FINISHED), (EncounterClass.OFFICE, EncounterClass.TELEHEALTH)
    rows = models.Encounter.objects.filter(~Exists(written), stage__in=ends, kind__in=(*kinds, EncounterClass.PHONE))
    return [to_encounter(row) for row in permitted(actor, word, rows.order_by("started_at", "id"), visit="id")]


def rooms_taken(site_id: UUID, on: date, but_for: UUID | None = None) -> set[str]:
    """The rooms of a site that somebody of that day is in, whoever it is; as if ``but_for`` were in none. One query."""
    rows = models.Encounter.objects.filter(date=on, site_id=site_id, stage__in=IN_A_ROOM).exclude(room="")
    return {room for visit, room in rows.values_list("id", "room") if visit != but_for}


def encounter_of(cause: Ref) -> Encounter | None:
    """The visit something brought about. One query."""
    row = models.Encounter.objects.filter(cause_kind=cause.kind, cause_id=cause.id).first()
    return to_encounter(row) if row else None


def encounters_of_patient(actor: Actor, patient_id: UUID, limit: int = 50) -> list[Encounter]:
    """A patient's visits, latest first, as far as the actor may see them. Two queries."""
    rows = permitted(actor, "encounters.read", models.Encounter.objects.filter(patient_id=patient_id), visit="id")
    return with_reasons(actor, [to_encounter(row) for row in rows.order_by("-date", "-started_at", "-id")[:limit]])


def with_reasons(actor: Actor, rows: Iterable[Reasoned]) -> list[Reasoned]:
    """Visits, appointments or calls as somebody may know of them: of a confidential one, not what it is for.

    That one is there is no secret: nobody books its time twice. One query, none for none.
    """
    found = list(rows)
    closed = kept(actor, "encounters.reason", [(row.patient_id, row.id) for row in found if row.patient_id])
    return [replace(row, reason=CONFIDENTIAL) if (row.patient_id, row.id) in closed else row for row in found]


def encounter_numbered(number: str) -> UUID | None:
    """The visit with this number."""
    return models.Encounter.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def stages_of(encounter_id: UUID) -> list[StageChange]:
    """How the visit moved, first to last. One query."""
    rows = models.StageChange.objects.filter(encounter_id=encounter_id).order_by("id")
    return [StageChange(Stage(row.stage), row.at, row.by, row.room) for row in rows]


def logs_on(site_id: UUID | None, on: date) -> dict[UUID, list[StageChange]]:
    """How each visit of a day moved, first to last; of one site if given. One query."""
    found: dict[UUID, list[StageChange]] = {}
    for visit, stage, at, by, room in (
        _changes_on(site_id, on).order_by("id").values_list("encounter_id", "stage", "at", "by", "room")
    ):
        found.setdefault(visit, []).append(StageChange(Stage(stage), at, by, room))
    return found


def logs_between(first: date, last: date) -> list[tuple[UUID, list[StageChange]]]:
    """How the visits of some days moved, each with its provider; no patient is named. One query."""
    rows = models.StageChange.objects.filter(encounter__date__gte=first, encounter__date__lte=last).order_by("id")
    found: dict[UUID, tuple[UUID, list[StageChange]]] = {}
    for visit, provider, stage, at in rows.values_list("encounter_id", "encounter__provider_id", "stage", "at"):
        found.setdefault(visit, (provider, []))[1].append(StageChange(Stage(stage), at, ""))
    return list(found.values())


def stages_apart(since: date) -> int:
    """How many visits from a day on are not at the stage their log ends with; none, if all is well. One query."""
    last = models.StageChange.objects.filter(encounter_id=OuterRef("id")).order_by("-id").values("stage")[:1]
    rows = models.Encounter.objects.filter(date__gte=since).annotate(last=Subquery(last))
    return rows.exclude(last=F("stage")).count()


def changes_on(site_id: UUID | None, on: date) -> int:
    """How often the visits of a day moved; it only grows. One query."""
    return _changes_on(site_id, on).count()


def stage_times(first: date, last: date) -> list[StageTimes]:
    """When the visits of some days came to their stages, by the first time each; no patient is named. One query."""
    rows = models.StageChange.objects.filter(encounter__date__gte=first, encounter__date__lte=last).order_by("id")
    seen: dict[tuple[UUID, UUID, UUID], dict[str, datetime]] = {}
    of = ("encounter__cause_id", "encounter__provider_id", "encounter_id")
    for cause, provider, visit, stage, at in rows.values_list(*of, "stage", "at"):
        seen.setdefault((cause, provider, visit), {}).setdefault(stage, at)
    return [
        StageTimes(
            cause=cause,
            provider_id=provider,
            arrived=at[Stage.ARRIVED],
            entered=at.get(Stage.WITH_PROVIDER),
            done=at.get(Stage.CHECK_OUT),
            encounter_id=visit,
            roomed=at.get(Stage.ROOMED),
            ended=Stage.FINISHED in at or Stage.LEFT in at,
        )
        for (cause, provider, visit), at in seen.items()
        if Stage.ARRIVED in at and Stage.MISTAKEN not in at
    ]


def _changes_on(site_id: UUID | None, on: date) -> QuerySet[models.StageChange]:
    rows = models.StageChange.objects.filter(encounter__date=on)
    return rows.filter(encounter__site_id=site_id) if site_id else rows


def to_encounter(row: models.Encounter) -> Encounter:
    """A row as the noun."""
    return Encounter(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        provider_id=row.provider_id,
        site_id=row.site_id,
        kind=EncounterClass(row.kind),
        reason=row.reason,
        stage=Stage(row.stage),
        stage_since=row.stage_since,
        room=row.room,
        date=row.date,
        started_at=row.started_at,
        cause=Ref(row.cause_kind, row.cause_id),
        version=row.version,
    )
