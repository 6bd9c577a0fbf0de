"""Reads of papers that came inside of messages and are not filed yet."""

from medoffice.clinic.results import models

AT_ONCE = 20


def papers_waiting() -> list[models.LabResult]:
    """Results whose paper is not filed yet, oldest first. One query."""
    rows = models.LabResult.objects.filter(file_id__isnull=False, document=None).select_related("report")
    return list(rows.order_by("came_at", "id")[:AT_ONCE])
