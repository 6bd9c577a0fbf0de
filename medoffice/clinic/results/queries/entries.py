"""Reads of what was noted about reports, and of critical ones that nobody has taken up."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.results import models
from medoffice.clinic.results.types import Entry, ReportState, Said
from medoffice.kernel import clock

CRITICAL_WITHIN = timedelta(minutes=30)  # source: unverified; an office has its own


def entries_of(report_id: UUID) -> list[Entry]:
    """What was noted, in its order. One query."""
    rows = models.LabEntry.objects.filter(report_id=report_id).order_by("at", "id")
    return [Entry(row.id, Said(row.what), row.whom, row.read_back, row.words, row.at, row.by) for row in rows]


def unseen_critical() -> list[UUID]:
    """Critical reports that are not signed in time and of which no provider was told. One query."""
    before = clock.now() - CRITICAL_WITHIN
    rows = models.LabReport.objects.filter(state=ReportState.OPEN, raised_at=None, critical_since__lte=before)
    return list(rows.order_by("critical_since").values_list("id", flat=True)[:100])
