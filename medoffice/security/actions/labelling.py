"""What the actions about labels share."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.security.models import Labelling
from medoffice.security.types import Label, LabelsChanged


def said(why: str, field: str = "why", limit: int = 200) -> str:
    """What was said, without blanks around it. Raises Invalid when nothing was, or too much."""
    text = why.strip()
    if not text or len(text) > limit:
        words = "Say why." if not text else f"Say it in {limit} letters."
        raise Invalid("reason-missing", words, "", {"fields": {field: [words]}})
    return text


def in_force(label_id: UUID) -> Labelling:
    """A label in force, locked. Raises NotFound."""
    row = Labelling.objects.select_for_update().filter(id=label_id, ended_at=None).first()
    if row is None:
        raise NotFound
    return row


def tell(subject: UUID, label: Label, things: Iterable[UUID]) -> None:
    """Let the rooms below know, each visit's in its turn."""
    publish(LabelsChanged(subject, label, tuple(things)), subject=subject)
