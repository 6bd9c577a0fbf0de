"""The seal of a signed note: what was signed, by whom, when, as one hash."""

import hashlib
from datetime import datetime
from uuid import UUID


def note_hash(text: str, author_id: UUID, signed_at: datetime) -> str:
    """SHA-256 (hex) over text, author and time of signing; any later change of one of them shows."""
    return hashlib.sha256(f"{author_id}\n{signed_at.isoformat()}\n{text}".encode()).hexdigest()
