"""File the papers that came inside of messages, each on the chart its result is on."""

from uuid import UUID

from medoffice.clinic.results.models import LabResult
from medoffice.clinic.results.queries.papers import papers_waiting
from medoffice.records.documents.api import file_report, take_off_chart
from medoffice.records.documents.types.papers import Filing
from medoffice.security.api import action, record
from medoffice.security.types import Actor

KIND = "lab"


def file_papers(*, actor: Actor) -> int:
    """File what waits; returns how many. A paper that is not taken is somebody's work in documents."""
    waiting = papers_waiting()
    for row in waiting:
        report = row.report
        filing = Filing(
            kind=KIND, dated=report.collected_on, patient_id=report.patient_id, title=report.words[:120],
            visit_id=report.encounter_id,
        )  # fmt: skip
        if row.file_id is not None:
            document_id = file_report(actor=actor, file_id=row.file_id, filing=filing)
            note_paper(actor=actor, result_id=row.id, file_id=row.file_id, document_id=document_id)
    return len(waiting)


@action("results.receive")
def note_paper(*, actor: Actor, result_id: UUID, file_id: UUID, document_id: UUID | None) -> None:
    """Say where the paper of a result is; one that was not taken is not asked for again.

    If the result was taken off its chart while the paper was looked at, so is the paper.
    """
    row = LabResult.objects.select_for_update(of=("self",)).select_related("report").get(id=result_id)
    if row.file_id is None:
        take_off_chart(actor=actor, file_id=file_id, patient_id=row.report.patient_id, why="its result was taken off")
        document_id = None
    row.document_id, row.file_id = document_id, row.file_id if document_id else None
    row.save(update_fields=["document", "file_id"])
    record("lab_result", row.id, subjects=[row.report.patient_id], filed=document_id is not None)
