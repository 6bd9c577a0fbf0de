"""Sign a report off: a provider has seen it as it stands."""

from uuid import UUID

from medoffice.clinic.results.actions.filing import save
from medoffice.clinic.results.actions.raise_critical import LATE
from medoffice.clinic.results.models import LabReport
from medoffice.clinic.results.types import ReportState
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("results.sign")
def sign_report(*, actor: Actor, report_id: UUID, seen_version: int) -> None:
    """Note that it was seen. Raises Refusal if it is signed, or the laboratory has said something else meanwhile."""
    row = LabReport.objects.select_for_update().filter(id=report_id).first()
    if row is None:
        raise NotFound
    require(actor, "results.sign", row.patient_id, row.about_id)
    if row.state == ReportState.SIGNED:
        raise Refusal("signed-already", f"{row.signed_by} signed this off.", "")
    if row.version != seen_version:
        words = "The laboratory has sent another version meanwhile."
        raise Refusal("changed-meanwhile", words, "Look at it again, then sign.")
    row.state, row.signed_by, row.signed_at = ReportState.SIGNED, actor.name, clock.now()
    save(actor, row)
    for kind in ("result-sign", "result-critical", LATE):  # what was asked for is still to be done
        finish_work_about(actor=actor, ref=Ref("lab_report", row.id), outcome="signed", kind=kind)
    record("lab_report", row.id, subjects=[row.patient_id], level=row.level)
