"""Reads of the chart."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet

from medoffice.clinic.charting import models
from medoffice.clinic.charting.queries.waiting import lists_waiting
from medoffice.clinic.charting.rules.history import chart_from, known
from medoffice.clinic.charting.types import (
    Attested,
    Cause,
    CauseKind,
    Chart,
    Cosigning,
    Decision,
    Deficiency,
    Gestation,
    LastPeriod,
    ListKind,
    Route,
    Routed,
    Taking,
    Told,
    Version,
    Vitals,
    Waiting,
)
from medoffice.kernel.codec import from_json
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import exam_rooms, office_zone, refs_waiting, staff
from medoffice.records.encounters.api import rooms_taken, seen_without
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import kept, labelled, permitted, require
from medoffice.security.types import Actor, Label


def vitals_of(encounter_id: UUID) -> Vitals | None:
    """The latest vital signs of a visit. One query."""
    row = models.VitalSigns.objects.filter(encounter_id=encounter_id).order_by("-id").first()
    return _vitals(row) if row else None


def _vitals(row: models.VitalSigns) -> Vitals:
    return Vitals(**{field.name: getattr(row, field.name) for field in fields(Vitals)})


def takings_of(actor: Actor, patient_id: UUID, word: str = "chart.read", limit: int | None = None) -> list[Taking]:
    """The takings of a patient's vital signs that the actor may know under a word, the latest first.

    One query, and the labels'.
    """
    rows = models.VitalSigns.objects.filter(encounter__patient_id=patient_id).order_by("-taken_at", "-id")
    zone = office_zone()
    return [
        Taking(
            id=row.id,
            encounter_id=row.encounter_id,
            at=row.taken_at,
            on=row.taken_at.astimezone(zone).date(),
            by=row.taken_by,
            vitals=_vitals(row),
        )
        for row in permitted(actor, word, rows, subject="encounter__patient_id")[:limit]
    ]


def last_period_of(actor: Actor, patient_id: UUID, word: str = "chart.read") -> LastPeriod | None:
    """When the last menstrual period began, as noted last of what the actor may know under a word.

    One query, and the labels'.
    """
    rows = models.VitalSigns.objects.filter(encounter__patient_id=patient_id, last_period__isnull=False)
    told = permitted(actor, word, rows.order_by("-taken_at", "-id"), subject="encounter__patient_id")[:1]
    row = next(iter(told), None)
    if row is None or row.last_period is None:
        return None
    return LastPeriod(row.last_period, row.encounter_id, row.taken_at.astimezone(office_zone()).date())


def gestation_of(patient_id: UUID) -> Gestation | None:
    """How long a patient was carried, as it was noted last. One query."""
    row = models.Gestation.objects.filter(patient_id=patient_id).order_by("-id").first()
    return Gestation(row.weeks, row.days, row.noted_at, row.noted_by) if row else None


def rooms_for(visit: Encounter) -> list[tuple[str, bool]]:
    """The rooms of a visit's site, and whether somebody else is in them; those that are free first. Two queries."""
    taken = rooms_taken(visit.site_id, visit.date, but_for=visit.id)
    return sorted(((room.name, room.name in taken) for room in exam_rooms(visit.site_id)), key=lambda one: one[1])


def notes_unsigned(actor: Actor) -> list[Deficiency]:
    """Notes that nobody has signed, since they were begun. One query."""
    return _lacking(actor, "unsigned", models.Note.objects.filter(signed_at=None).order_by("started_at", "id"))


def notes_uncoded(actor: Actor) -> list[Deficiency]:
    """Signed notes whose visit waits for its codes, since the signature. Two queries."""
    waiting = [visit for _, visit in refs_waiting("to-code")]
    rows = models.Note.objects.filter(encounter_id__in=waiting).exclude(signed_at=None)
    return _lacking(actor, "uncoded", rows.order_by("signed_at", "id"))


def notes_missing(actor: Actor) -> list[Deficiency]:
    """Visits that a provider saw and of which there is no note at all, since they began. Two queries."""
    written = models.Note.objects.filter(encounter_id=OuterRef("pk"))
    names = {one.id: ", ".join(filter(None, (one.name, one.credentials))) for one in staff()}
    return [
        Deficiency("missing", one.id, one.patient_id, names[one.provider_id], one.started_at)
        for one in seen_without(actor, "chart.deficiencies", written)
    ]


def notes_to_cosign(actor: Actor) -> list[Deficiency]:
    """Signed notes that wait for their supervisor, since they were asked. Two queries."""
    rows = models.Cosignature.objects.filter(signed_at=None).select_related("note").order_by("asked_at", "id")
    told = permitted(actor, "chart.deficiencies", rows, subject="note__patient_id", visit="")
    names = {one.id: ", ".join(filter(None, (one.name, one.credentials))) for one in staff()}
    return [
        Deficiency("cosign", row.note.encounter_id, row.note.patient_id, names[row.supervisor_id], row.asked_at)
        for row in told
    ]


def routes(author_id: UUID | None = None) -> list[Route]:
    """Who always gets whose signed notes; of one author if given. One query."""
    rows = models.NoteRoute.objects.order_by("author_id", "reader_id", "-id").distinct("author_id", "reader_id")
    found = rows.filter(author_id=author_id) if author_id else rows
    told = [Route(row.author_id, row.reader_id, Routed(row.what), row.at, row.by) for row in found]
    return [one for one in told if one.what is not Routed.NOT]


def cosigning_of(note_id: UUID) -> Cosigning | None:
    """The second signature of a note, if it needs one. One query."""
    row = models.Cosignature.objects.filter(note_id=note_id).first()
    return Cosigning(row.supervisor_id, row.asked_at, row.signed_at, row.signed_by) if row else None


def _lacking(actor: Actor, kind: str, rows: QuerySet[models.Note]) -> list[Deficiency]:
    told = permitted(actor, "chart.deficiencies", rows).only(
        "encounter_id", "patient_id", "author", "started_at", "signed_at"
    )
    return [
        Deficiency(kind, row.encounter_id, row.patient_id, row.author, row.signed_at or row.started_at) for row in told
    ]


def chart_of(actor: Actor, patient_id: UUID, known_at: datetime | None = None) -> Chart:
    """The patient's lists as the actor may know them, now or as they were known at a time.

    Raises as ``require`` under ``lists.read``. Four queries, and those of the labels.
    """
    require(actor, "lists.read", patient_id)
    return charts_of(actor, [patient_id], "lists.read", known_at)[patient_id]


def charts_of(
    actor: Actor,
    patients: Iterable[UUID],
    word: str,
    known_at: datetime | None = None,
    never: Iterable[Label] = (),
    kinds: Iterable[ListKind] = ListKind,
) -> Mapping[UUID, Chart]:
    """These lists of many patients under a word; what labels keep from there is left out.

    So is, whatever was consented to, what is known from a visit or document with a label of ``never``. As
    ``chart_of``, and a query for each of those.
    """
    wanted, these = list(dict.fromkeys(patients)), list(kinds)
    versions = [to_version(row) for row in models.ListEntry.objects.filter(patient_id__in=wanted, kind__in=these)]
    said = models.ListAttestation.objects.filter(patient_id__in=wanted, kind__in=these)
    attested = list(said.order_by("at", "id"))
    pairs = {(one.patient_id, one.about) for one in versions if one.about}
    pairs |= {(one.patient_id, one.encounter_id) for one in attested if one.encounter_id}
    visits = {visit for _, visit in pairs if visit}
    came = lists_waiting(wanted, these, known_at)
    closed = {visit for _, visit in kept(actor, word, pairs)} if pairs else set()
    closed |= {visit for label in never if visits for _, visit in labelled(visits, label)}
    return {
        who: chart_from(
            who,
            (one for one in versions if one.patient_id == who),
            (_attested(one) for one in attested if one.patient_id == who and one.encounter_id not in closed),
            {visit for visit in closed if visit},
            known_at,
            came[who],
        )
        for who in wanted
    }


def _attested(row: models.ListAttestation) -> Attested:
    return Attested(ListKind(row.kind), row.none, row.at, row.by)


def history_of(actor: Actor, entry_id: UUID) -> tuple[Version, int]:
    """The last version of an entry that the actor may know, and the highest number given. Raises NotFound.

    One query, and those of the labels.
    """
    found = [to_version(row) for row in models.ListEntry.objects.filter(entry_id=entry_id)]
    if not found:
        raise NotFound
    pairs = [(one.patient_id, one.about) for one in found if one.about]
    closed = {visit for _, visit in kept(actor, "lists.read", pairs) if visit is not None} if pairs else set()
    history = known(found, closed).get(entry_id)
    if history is None:
        raise NotFound
    return history[-1], max(one.version for one in found)


def incoming_of(actor: Actor, patient_id: UUID) -> list[Waiting]:
    """What came in for a patient and waits for a decision, as the actor may know it. One query, and the labels'."""
    rows = models.IncomingEntry.objects.filter(patient_id=patient_id, decision=Decision.OPEN).order_by("kind", "id")
    return _not_kept(actor, [waiting_row(row) for row in permitted(actor, "lists.read", rows)])


def incoming_one(actor: Actor, incoming_id: UUID) -> Waiting:
    """One entry that came in. Raises NotFound if there is none the actor may know of. One query, and the labels'."""
    rows = models.IncomingEntry.objects.filter(id=incoming_id)
    found = _not_kept(actor, [waiting_row(row) for row in permitted(actor, "lists.read", rows)])
    if not found:
        raise NotFound
    return found[0]


def _not_kept(actor: Actor, found: list[Waiting]) -> list[Waiting]:
    """Without what a label on its document keeps; that on its visit is asked in the rows."""
    pairs = {(one.patient_id, one.cause.about) for one in found if one.cause.kind is CauseKind.DOCUMENT}
    closed = kept(actor, "lists.read", pairs) if pairs else {}
    return [one for one in found if (one.patient_id, one.cause.about) not in closed]


def waiting_row(row: models.IncomingEntry) -> Waiting:
    """A row as the noun."""
    return Waiting(
        row.id,
        row.patient_id,
        ListKind(row.kind),
        from_json(row.told, Told),
        Cause(CauseKind(row.cause), row.cause_id, row.cause_words),
        row.encounter_id,
        row.at,
        Decision(row.decision),
        row.decided_by,
    )


def to_version(row: models.ListEntry) -> Version:
    """A row as the noun."""
    return Version(
        entry_id=row.entry_id,
        version=row.version,
        follows=row.follows,
        kind=ListKind(row.kind),
        patient_id=row.patient_id,
        told=Told(
            words=row.words,
            system=row.system,
            code=row.code,
            edition=row.edition,
            status=row.status,
            verification=row.verification,
            began=row.began,
            ended=row.ended,
            details=row.details,
        ),
        cause=Cause(CauseKind(row.cause), row.cause_id, row.cause_words),
        encounter_id=row.encounter_id,
        why=row.why,
        at=row.at,
        by=row.by,
    )
