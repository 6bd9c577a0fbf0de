"""What was said of conditions, and whether the office has the what-if of scores."""

from uuid import UUID

from medoffice.revenue.recapture import models
from medoffice.revenue.recapture.types import Mark, Said, ScoreState


def marks_of(year: int, patient_id: UUID | None = None) -> dict[tuple[UUID, str], Mark]:
    """The last mark of each condition of a year, of one patient or of all. One query."""
    rows = models.ConditionMark.objects.filter(year=year)
    rows = rows.filter(patient_id=patient_id) if patient_id else rows
    return {
        (row.patient_id, row.hcc): Mark(row.patient_id, row.hcc, row.year, Said(row.said), row.why, row.by, row.at)
        for row in rows.order_by("at", "id")
    }


def score_state() -> ScoreState:
    """Whether the what-if is on. One query."""
    row = models.ScoreSwitch.objects.order_by("-at", "-id").first()
    return ScoreState(row.on, row.by, row.at) if row else ScoreState(on=False)
