"""The nouns of recordings that came by a folder, of which nobody has said yet what visit they are about."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from medoffice.clinic.dictation.types.dictations import Audio


@dataclass(frozen=True, slots=True)
class LooseRecording:
    """A recording as it came: its file's name, what it is; ``settled``: what became of it, empty while it waits."""

    id: UUID
    name: str
    audio: Audio
    size: int
    sha256: str
    came_at: datetime
    settled: str = ""


@dataclass(frozen=True, slots=True)
class RefusedRecording:
    """A file that came by a folder and is no recording that is taken: its name, and why."""

    id: UUID
    name: str
    words: str
    came_at: datetime
