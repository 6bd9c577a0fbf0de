"""Reads of the chart."""

from dataclasses import fields
from uuid import UUID

from medoffice.clinic.charting import models
from medoffice.clinic.charting.types import Addendum, Gestation, Note, Taking, Vitals
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def vitals_of(encounter_id: UUID) -> Vitals | None:
    """The latest vital signs of a visit. One query."""
    row = models.VitalSigns.objects.filter(encounter_id=encounter_id).order_by("-id").first()
    return _vitals(row) if row else None


def _vitals(row: models.VitalSigns) -> Vitals:
    return Vitals(**{field.name: getattr(row, field.name) for field in fields(Vitals)})


def takings_of(actor: Actor, patient_id: UUID) -> list[Taking]:
    """Every taking of a patient's vital signs that the actor may know, the latest first. One query, and the labels'."""
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
        for row in permitted(actor, "chart.read", rows, subject="encounter__patient_id")
    ]


def gestation_of(patient_id: UUID) -> Gestation | None:
    """How long a patient was carried, as it was noted last. One query."""
    row = models.Gestation.objects.filter(patient_id=patient_id).order_by("-id").first()
    return Gestation(row.weeks, row.days, row.noted_at, row.noted_by) if row else None


def note(note_id: UUID) -> Note:
    """A note with its addenda. Raises NotFound. Two queries."""
    row = models.Note.objects.prefetch_related("addenda").filter(id=note_id).first()
    if row is None:
        raise NotFound
    return to_note(row)


def note_of(encounter_id: UUID) -> Note | None:
    """The note of a visit. Two queries."""
    row = models.Note.objects.prefetch_related("addenda").filter(encounter_id=encounter_id).first()
    return to_note(row) if row else None


def unsigned_notes(actor: Actor) -> list[Note]:
    """Notes that wait for a signature, oldest first. Two queries."""
    rows = models.Note.objects.filter(signed_at=None).prefetch_related("addenda").order_by("started_at")
    return [to_note(row) for row in permitted(actor, "chart.read", rows)]


def to_note(row: models.Note) -> Note:
    """A row as the noun."""
    addenda = sorted(row.addenda.all(), key=lambda added: added.id)
    return Note(
        id=row.id,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        author_id=row.author_id,
        author=row.author,
        text=row.text,
        signed=row.signed_at is not None,
        signed_at=row.signed_at,
        sha256=row.sha256,
        started_at=row.started_at,
        version=row.version,
        addenda=tuple(Addendum(added.id, added.author, added.text, added.at) for added in addenda),
    )
