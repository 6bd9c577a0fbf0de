"""Reads of dictations: one with its story and recordings, those of a visit, what is open."""

from collections.abc import Iterator
from uuid import UUID

from django.db.models import QuerySet

from medoffice.clinic.charting.api import author_of
from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.due import order
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import LETTER, Dictation, Priority, Recording, State, Step, Verb
from medoffice.kernel import files
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

READ = "dictation.read"


def dictation(actor: Actor, dictation_id: UUID, word: str = READ) -> Dictation:
    """A dictation that somebody may do this with. Raises NotFound. One query, and as many as ``require``."""
    row = _rows().filter(id=dictation_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    return to_dictation(row)


def dictations_of_visit(actor: Actor, encounter_id: UUID) -> list[Dictation]:
    """What was dictated about a visit, first to last. One query."""
    rows = permitted(actor, READ, _rows().filter(encounter_id=encounter_id)).order_by("id")
    return [to_dictation(row) for row in rows]


def open_dictations(actor: Actor) -> list[Dictation]:
    """What is not ready for its author, STAT before all, then what is due first. One query."""
    rows = permitted(actor, READ, _rows().filter(state__in=OPEN))
    return sorted(map(to_dictation, rows), key=lambda one: order(one.priority, one.due_at, one.number))


def dictations_to_sign(actor: Actor) -> list[Dictation]:
    """What is typed and waits for its author's signature, longest first. One query."""
    rows = permitted(actor, READ, _rows().filter(state=State.TO_SIGN)).order_by("ready_at", "id")
    return [to_dictation(row) for row in rows]


def next_to_sign(actor: Actor, author_id: UUID, but: UUID) -> list[Dictation]:
    """What else waits for an author's signature besides one: STAT before all, then the longest first. One query."""
    found = [one for one in dictations_to_sign(actor) if one.author_id == author_id and one.id != but]
    return sorted(found, key=lambda one: one.priority is not Priority.STAT)


def rejected_dictations(actor: Actor, most: int) -> list[Dictation]:
    """What was rejected, the latest first. One query."""
    rows = permitted(actor, READ, _rows().filter(state=State.REJECTED)).order_by("-ended_at", "id")
    return [to_dictation(row) for row in rows[:most]]


def steps_of(dictation_id: UUID) -> list[Step]:
    """The story of a dictation, first to last. One query."""
    rows = models.DictationStep.objects.filter(dictation_id=dictation_id).order_by("id")
    return [Step(Verb(row.verb), row.words, row.at, row.by) for row in rows]


def recordings_of(dictation_id: UUID) -> list[Recording]:
    """The recordings of a dictation in the order they came. One query."""
    rows = models.Recording.objects.filter(dictation_id=dictation_id).order_by("id")
    return [to_recording(row) for row in rows]


def sound_of(actor: Actor, dictation_id: UUID, recording_id: UUID) -> tuple[Dictation, Recording]:
    """A recording that somebody may hear. Raises NotFound, also for one whose sound is gone."""
    one = dictation(actor, dictation_id, "dictation.listen")
    row = models.Recording.objects.filter(id=recording_id, dictation_id=dictation_id, gone_at=None).first()
    if row is None:
        raise NotFound
    return one, to_recording(row)


def bytes_of(sha256: str, first: int, last: int) -> Iterator[bytes]:
    """The bytes of a recording from ``first`` to ``last``, a piece at a time. Raises Refusal if it was altered."""
    at = 0
    for piece in files.pieces(sha256):
        if at > last:
            return
        if at + len(piece) > first:
            yield piece[max(first - at, 0) : last + 1 - at]
        at += len(piece)


def to_dictation(row: models.Dictation) -> Dictation:
    """A row as a dictation."""
    return Dictation(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        author_id=row.author_id,
        author=author_of(row.author.name, row.author.credentials),
        kind=row.kind,
        priority=Priority(row.priority),
        state=State(row.state),
        note=row.note,
        sent_at=row.sent_at,
        due_at=row.due_at,
        owner_id=row.owner_id,
        owner=row.owner.name if row.owner else "",
        why=row.why,
        version=row.version,
        ready_at=row.ready_at,
        reminded=row.reminded,
        letter_id=row.became_id if row.kind == LETTER else None,
    )


def to_recording(row: models.Recording) -> Recording:
    """A row as a recording."""
    return Recording(
        row.id, row.sha256, row.kind, row.media_type, row.size, row.seconds, row.whole, row.at, row.by, row.gone_at
    )


def _rows() -> QuerySet[models.Dictation]:
    return models.Dictation.objects.select_related("author", "owner")
