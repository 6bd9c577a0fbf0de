"""Reads of takes: the open one of a person about a visit, its sound, and whose visit a take is about."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Sum
from django.db.models.functions import Coalesce

from medoffice.clinic.dictation.models import DictationChunk, DictationStretch, DictationTake
from medoffice.clinic.dictation.rules.takes import spans_of
from medoffice.clinic.dictation.rules.webm import piece
from medoffice.clinic.dictation.types.takes import Span, Stretch, Take, UnsentTake, Way
from medoffice.kernel import files
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def open_take(actor: Actor, encounter_id: UUID) -> Take | None:
    """What the actor recorded about a visit and has not sent. Two queries."""
    row = DictationTake.objects.filter(encounter_id=encounter_id, by_id=actor.id, ended_at=None).first()
    if row is None:
        return None
    stretches = stretches_of(row.id)
    return Take(row.id, row.begun_at, stretches, spans_of(stretches))


def stretches_of(take_id: UUID) -> tuple[Stretch, ...]:
    """The stretches of a take as they were recorded. One query."""
    rows = DictationStretch.objects.filter(take_id=take_id).annotate(ms=Coalesce(Sum("chunks__ms"), 0))
    return tuple(to_stretch(one, one.ms) for one in rows.order_by("number"))


def to_stretch(row: DictationStretch, ms: int) -> Stretch:
    """A row, of which so much is stored."""
    ahead = None if row.ahead is None else tuple(Span(*one) for one in row.ahead)
    return Stretch(row.number, ms, Way(row.way), row.at_ms, row.of, ahead)


def sound_of_span(take_id: UUID, span: Span, stretches: Sequence[Stretch]) -> bytes:
    """What is heard of a stretch, with its length in its head where it comes from a browser that writes WebM."""
    rows = DictationChunk.objects.filter(stretch__take_id=take_id, stretch__number=span.stretch).order_by("number")
    data = b"".join(files.load(one.sha256) for one in rows)
    last = next(one.ms for one in stretches if one.number == span.stretch)
    cut = piece(data, span.start, span.end if span.end < last else None)
    return data if cut is None else cut


def never_sent(actor: Actor) -> list[UnsentTake]:
    """What nobody sends, about visits the actor may know of, since the manager was told; oldest first. One query."""
    told = DictationTake.objects.filter(ended_at=None, told_at__isnull=False).select_related("by", "encounter")
    rows = permitted(actor, "dictation.read", told, "encounter__patient_id", visit="encounter_id")
    return [UnsentTake(one.by.name, one.encounter.number, one.begun_at) for one in rows.order_by("id")]


def visit_of_take(take_id: UUID) -> UUID:
    """The visit that a take is about. One query."""
    found: UUID = DictationTake.objects.values_list("encounter_id", flat=True).get(id=take_id)
    return found
