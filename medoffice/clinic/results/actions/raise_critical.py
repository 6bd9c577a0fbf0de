"""Raise a critical result that nobody has taken up in time: more people are told, once."""

from uuid import UUID

from medoffice.clinic.results.actions.filing import account
from medoffice.clinic.results.models import LabReport
from medoffice.clinic.results.queries.entries import unseen_critical
from medoffice.clinic.results.types import ReportState
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor, Role

LATE = "result-critical-late"


def raise_unseen(*, actor: Actor) -> int:
    """Raise each; returns how many."""
    with acts_of_their_own():
        return sum(raise_one(actor=actor, report_id=one) for one in unseen_critical())


@action("results.receive")
def raise_one(*, actor: Actor, report_id: UUID) -> bool:
    """The nurses and the managers have it too now; whoever it was for keeps it."""
    row = LabReport.objects.select_for_update().filter(id=report_id, state=ReportState.OPEN, raised_at=None).first()
    if row is None or row.critical_since is None:
        record("lab_report", report_id)
        return False
    row.raised_at = clock.now()
    row.save(update_fields=["raised_at"])
    whose = "its provider" if account(row) else "a provider"
    for queue in (Role.NURSE, Role.MANAGER):
        open_work(
            actor=actor, kind=LATE, title=f"Critical result that {whose} has not seen: {row.words}"[:200],
            ref=Ref("lab_report", row.id), patient_id=row.patient_id, visit_id=row.about_id, priority=1,
            due_at=clock.now(), key=f"{row.id} {queue.value}", queue=queue,
        )  # fmt: skip
    record("lab_report", row.id, subjects=[row.patient_id], raised=True)
    return True
