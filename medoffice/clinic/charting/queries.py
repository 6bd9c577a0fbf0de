"""Reads of the chart."""

from dataclasses import fields
from uuid import UUID

from django.contrib.postgres.search import SearchRank
from django.urls import reverse

from medoffice.clinic.charting import models
from medoffice.clinic.charting.types import Addendum, Note, Vitals
from medoffice.kernel.full_text import as_query, headline, spans_of, words_of
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import exam_rooms
from medoffice.records.documents.types import ChartFound, ChartHit
from medoffice.records.encounters.api import rooms_taken
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import kept, permitted
from medoffice.security.types import Actor

_RANKED = 1_000


def vitals_of(encounter_id: UUID) -> Vitals | None:
    """The latest vital signs of a visit. One query."""
    row = models.VitalSigns.objects.filter(encounter_id=encounter_id).order_by("-id").first()
    return Vitals(**{field.name: getattr(row, field.name) for field in fields(Vitals)}) if row else None


def rooms_for(visit: Encounter) -> list[tuple[str, bool]]:
    """The rooms of a visit's site, and whether somebody else is in them; those that are free first. Two queries."""
    taken = rooms_taken(visit.site_id, visit.date, but_for=visit.id)
    return sorted(((room.name, room.name in taken) for room in exam_rooms(visit.site_id)), key=lambda one: one[1])


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


def found_in_notes(actor: Actor, asked: str, patient_id: UUID | None, limit: int) -> ChartFound:
    """Signed and unsigned notes that hold all words asked for, the best first. Three queries.

    A bounded number is ranked; words around are cut out only for those that are shown.
    """
    words, query = words_of("text"), as_query(asked)
    rows = models.Note.objects.annotate(words=words).filter(words=query)
    rows = rows.filter(patient_id=patient_id) if patient_id else rows
    ranked = permitted(actor, "chart.search", rows).annotate(rank=SearchRank(words, query))
    found = sorted(ranked.values_list("rank", "id")[:_RANKED], reverse=True)
    best = {key: rank for rank, key in found[:limit]}
    shown = list(models.Note.objects.filter(id__in=best).annotate(cut=headline("text", asked)))
    closed = kept(actor, "chart.search", [(row.patient_id, row.encounter_id) for row in shown])
    hits = [
        _hit(row, row.cut, best[row.id], closed=(row.patient_id, row.encounter_id) in closed)
        for row in sorted(shown, key=lambda row: best[row.id], reverse=True)
    ]
    return ChartFound("Notes", tuple(hits), len(found) == _RANKED)


def _hit(row: models.Note, cut: str, rank: float, *, closed: bool) -> ChartHit:
    """A note as a place where words stand; of one that opens with a reason, not what it says."""
    url = reverse("charting:visit", args=[row.encounter_id])
    if closed:
        return ChartHit("Opens with a reason", row.patient_id, None, url, rank=rank)
    text, spans = spans_of(cut)
    return ChartHit(f"Note by {row.author}", row.patient_id, row.started_at.date(), url, text, spans, rank)


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
