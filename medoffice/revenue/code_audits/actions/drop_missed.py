"""Take back that a code is missing."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.revenue.code_audits.actions.keeping import seen_chart
from medoffice.revenue.code_audits.models import CodeJudgement
from medoffice.revenue.code_audits.types import Verdict
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_audits.audit")
def drop_missed(*, actor: Actor, judgement_id: UUID) -> None:
    """Take it back, until the visit is finished. Raises NotFound."""
    found = CodeJudgement.objects.filter(id=judgement_id, verdict=Verdict.MISSED).first()
    if found is None:
        raise NotFound
    row, _ = seen_chart(actor, found.chart_id)
    found.delete()
    record("audited_chart", row.id, subjects=[row.patient_id], dropped=found.instead)
