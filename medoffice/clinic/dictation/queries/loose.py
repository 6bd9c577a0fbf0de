"""Reads of recordings that nobody has placed. No patient is known of any."""

from uuid import UUID

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.types.dictations import Audio
from medoffice.clinic.dictation.types.loose import LooseRecording, RefusedRecording
from medoffice.kernel.refusals import NotFound


def loose_recordings() -> list[LooseRecording]:
    """What waits, the oldest first. One query."""
    return [_loose(row) for row in models.LooseRecording.objects.filter(settled_at=None).order_by("came_at", "id")]


def loose_recording(loose_id: UUID) -> LooseRecording:
    """One of them, whatever became of it. Raises NotFound. One query."""
    row = models.LooseRecording.objects.select_related("dictation").filter(id=loose_id).first()
    if row is None:
        raise NotFound
    return _loose(row)


def refused_recordings() -> list[RefusedRecording]:
    """The files that were refused and that nobody has seen to, the oldest first. One query."""
    rows = models.RefusedRecording.objects.filter(settled_at=None).order_by("came_at", "id")
    return [RefusedRecording(row.id, row.name, row.words, row.came_at) for row in rows]


def _loose(row: models.LooseRecording) -> LooseRecording:
    settled = f"It is {row.dictation.number}." if row.dictation else f"Thrown away: {row.why}" if row.settled_at else ""
    audio = Audio(row.kind, row.media_type, row.seconds, row.whole)
    return LooseRecording(row.id, row.name, audio, row.size, row.sha256, row.came_at, settled)
