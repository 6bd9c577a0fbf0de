"""Reads of notes: one with its addenda and what was said of it later, found by words, as copies."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from uuid import UUID

from django.contrib.postgres.search import SearchRank
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from medoffice.clinic.charting import models
from medoffice.clinic.charting.rules.revising import revised_words, standing
from medoffice.clinic.charting.types import Addendum, Note, Revision
from medoffice.front_office.referrals.types import Part
from medoffice.kernel.full_text import as_query, headline, spans_of, words_of
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone
from medoffice.records.documents.types.papers import ChartFound, ChartHit
from medoffice.records.releases.api import copy_of
from medoffice.records.releases.types import Content, Item
from medoffice.security.api import kept, permitted
from medoffice.security.types import Actor

_RANKED = 1_000
MOST_ENCLOSED = 20  # notes that are offered to go with a referral


def _rows() -> QuerySet[models.Note]:
    """Notes, and whether anything was retracted or amended in each; one query more for each that has."""
    return models.Note.objects.annotate(revised=Exists(models.NoteRevision.objects.filter(note=OuterRef("pk"))))


def note(note_id: UUID) -> Note:
    """A note with its addenda. Raises NotFound. Two queries."""
    row = _rows().prefetch_related("addenda").filter(id=note_id).first()
    if row is None:
        raise NotFound
    return to_note(row)


def note_of(encounter_id: UUID) -> Note | None:
    """The note of a visit. Two queries."""
    row = _rows().prefetch_related("addenda").filter(encounter_id=encounter_id).first()
    return to_note(row) if row else None


def notes_standing(encounter_ids: Iterable[UUID]) -> dict[UUID, bool]:
    """Of these visits, those that have a note, and whether it is signed; no word of it. One query."""
    rows = models.Note.objects.filter(encounter_id__in=set(encounter_ids))
    return {visit: signed is not None for visit, signed in rows.values_list("encounter_id", "signed_at")}


def unsigned_notes(actor: Actor) -> list[Note]:
    """Notes that wait for a signature, oldest first. Two queries."""
    rows = _rows().filter(signed_at=None).prefetch_related("addenda").order_by("started_at", "id")
    return [to_note(row) for row in permitted(actor, "chart.read", rows)]


def found_in_notes(actor: Actor, asked: str, patient_id: UUID | None, limit: int) -> ChartFound:
    """Signed and unsigned notes that hold all words asked for, as signed or as amended, the best first. Four queries.

    A bounded number is ranked; words around are cut out only for those that are shown. What was retracted says so.
    """
    words, query = words_of("text"), as_query(asked)
    later = models.NoteRevision.objects.annotate(words=words).filter(words=query).values_list("note_id", flat=True)
    amended, holds = list(later[:_RANKED]), Q(words=query)
    rows = _rows().annotate(words=words).filter(holds | Q(id__in=amended) if amended else holds)
    rows = rows.filter(patient_id=patient_id) if patient_id else rows
    ranked = permitted(actor, "chart.search", rows).annotate(rank=SearchRank(words, query))
    found = sorted(ranked.values_list("rank", "id")[:_RANKED], reverse=True)
    best = {key: rank for rank, key in found[:limit]}
    shown = list(_rows().filter(id__in=best).annotate(cut=headline(asked, "text")))
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
    return ChartHit(_title(row), row.patient_id, row.started_at.date(), url, text, spans, rank)


def _title(row: models.Note) -> str:
    """What a note is called where it stands among others."""
    revisions = _revisions(row)
    of_note = [one for one in revisions if one.addendum_id is None]
    if of_note:
        return f"{'Amended note' if of_note[-1].text else 'RETRACTED: note'} by {row.author}"
    return f"Note by {row.author}{' (an addendum was changed)' if revisions else ''}"


def _revisions(row: models.Note) -> tuple[Revision, ...]:
    """What was retracted or amended in a note, first to last; a row of ``_rows`` says whether there is any."""
    if not getattr(row, "revised", False):
        return ()
    return tuple(
        Revision(one.id, one.addendum_id, one.text, one.why, one.author, one.at) for one in row.revisions.order_by("id")
    )


def to_note(row: models.Note) -> Note:
    """A row as the noun."""
    revisions = _revisions(row)
    return Note(
        id=row.id,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        author_id=row.author_id,
        author=row.author,
        text=standing(row.text, revisions, None),
        signed=row.signed_at is not None,
        signed_at=row.signed_at,
        sha256=row.sha256,
        started_at=row.started_at,
        version=row.version,
        addenda=tuple(
            Addendum(one.id, one.author, standing(one.text, revisions, one.id), one.at, one.text)
            for one in sorted(row.addenda.all(), key=lambda added: added.id)
        ),
        template_key=row.template_key,
        template_version=row.template_version,
        signed_text=row.text,
        revisions=revisions,
    )


def notes_to_copy(patient_id: UUID) -> list[Item]:
    """The signed notes of a patient as what can be copied, latest first; what may go is decided there. One query.

    What was retracted can be copied too, and says so wherever it is named.
    """
    rows = _rows().filter(patient_id=patient_id).exclude(signed_at=None).order_by("-started_at", "-id")
    zone = office_zone()
    return [
        Item("note", row.id, row.encounter_id, _title(row), row.started_at.astimezone(zone).date(), 0, row.encounter_id)
        for row in rows
    ]


def notes_to_enclose(_: Actor, patient_id: UUID, encounter_id: UUID | None) -> list[Part]:
    """The same as papers that may go with a referral, that of its visit the usual one; labels are asked there."""
    return [
        Part(one.id, f"{one.title}, {one.on:%m/%d/%Y}", one.on, one.encounter_id, one.encounter_id == encounter_id)
        for one in notes_to_copy(patient_id)[:MOST_ENCLOSED]
        if one.encounter_id is not None
    ]


def note_enclosed(_: Actor, note_id: UUID) -> bytes:
    """A signed note with its addenda as pages, and what goes along with it. Raises NotFound. Three queries."""
    found = next((one for one in notes_to_copy(note(note_id).patient_id) if one.id == note_id), None)
    if found is None:
        raise NotFound
    return copy_of(found)


def note_to_copy(note_id: UUID) -> Content:
    """A note with its addenda, each with who signed it and when, as it is copied. Raises NotFound. Two queries.

    What was retracted or amended says so before its words, and the words as signed stay below.
    """
    told, zone = note(note_id), office_zone()
    parts = _part(told, None, told.signed_text, _signed(told.author, told.signed_at or told.started_at, zone), zone)
    for added in told.addenda:
        parts += _part(told, added.id, f"Addendum: {added.signed_text}", _signed(added.author, added.at, zone), zone)
    return Content(words="\n\n".join(parts))


def _part(told: Note, part: UUID | None, text: str, signed: str, zone: tzinfo) -> list[str]:
    said = revised_words(told, part, zone)
    return [*said, *(["As it was signed:"] if said else []), text, signed]


def _signed(author: str, at: datetime, zone: tzinfo) -> str:
    return f"Signed by {author}, {at.astimezone(zone):%m/%d/%Y %-I:%M %p}"
