"""Reads of times that are kept for somebody."""

from dataclasses import dataclass
from uuid import UUID

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.kernel import clock


@dataclass(frozen=True, slots=True)
class Held:
    """A time of a provider that is kept, and what for."""

    provider_id: UUID
    site_id: UUID
    span: Span
    says: str


def holds_within(span: Span) -> list[Held]:
    """What is kept in a stretch of time, now. One query."""
    rows = models.Hold.objects.filter(ended_at=None, until__gt=clock.now(), during__overlap=(span.starts, span.ends))
    return [Held(row.provider_id, row.site_id, Span(row.during.lower, row.during.upper), row.says) for row in rows]
