"""The nouns of documents."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class DocumentKind(StrEnum):
    """What a document is."""

    CARD_FRONT = "insurance card, front"
    CARD_BACK = "insurance card, back"


@dataclass(frozen=True, slots=True)
class Image:
    """What a file is by its own content: its media type and size in pixels."""

    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it was kept."""

    id: UUID
    patient_id: UUID
    kind: DocumentKind
    media_type: str
    size: int
    added_at: datetime
    added_by: str
