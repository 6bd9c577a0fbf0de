"""The rows of the work queue as actions write them, not saved."""

from datetime import datetime, timedelta
from uuid import UUID

from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.models import WorkItem
from medoffice.practice.offers import work_kinds
from medoffice.practice.types import WorkState
from medoffice.security.types import Role


def work_row(
    *,
    kind: str,
    title: str,
    ref: Ref,
    patient_id: UUID | None,
    at: datetime,
    visit_id: UUID | None = None,
    priority: int = 2,
    due_at: datetime | None = None,
    key: str = "",
    queue: Role | None = None,
    owner_id: UUID | None = None,
) -> WorkItem:
    """An item opened in the queue of its kind, nobody's, due as its kind says, unless told otherwise."""
    known = work_kinds[kind]
    return new_row(
        WorkItem,
        kind=kind,
        key=key,
        title=title[:200],
        queue=queue or known.queue,
        owner_id=owner_id,
        state=WorkState.MINE if owner_id else WorkState.NEW,
        priority=priority,
        opened_at=at,
        due_at=due_at or at + timedelta(hours=known.due_hours),
        ref_kind=ref.kind,
        ref_id=ref.id,
        patient_id=patient_id,
        visit_id=visit_id,
    )


def work_done(row: WorkItem, outcome: str, by: str, at: datetime) -> WorkItem:
    """The item with what came of it."""
    row.state, row.outcome = WorkState.DONE, outcome.strip()[:200]
    row.finished_at, row.finished_by = at, by
    return row
