"""Finish the audit of a visit; what was found is work for whoever corrects the claim."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.code_audits.actions.keeping import seen_chart
from medoffice.revenue.code_audits.queries.audits import to_judged
from medoffice.revenue.code_audits.rules.judging import unjudged
from medoffice.revenue.code_audits.types import Verdict
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_audits.audit")
def finish_chart(*, actor: Actor, audited_id: UUID) -> int:
    """How many findings it has. The codes, the charge and the claim stay as they are; with the last visit of the
    sample the audit is closed. Raises Refusal while a code is not judged.
    """
    row, codes = seen_chart(actor, audited_id)
    judged = [to_judged(one) for one in row.judgements.all()]
    left = unjudged(codes, judged)
    if left:
        raise Refusal("not-judged", f"Nothing is said of {', '.join(left)}.", "Agree, or say why not.")
    row.finished_at = clock.now()
    row.save(update_fields=["finished_at"])
    found = [one for one in judged if one.verdict is not Verdict.AGREES]
    if found:
        open_work(
            actor=actor,
            kind="audit-finding",
            title=f"Audit {row.audit.number} found something in released codes; correct the claim if it must be",
            ref=Ref("audited_chart", row.id),
            patient_id=row.patient_id,
            visit_id=row.encounter_id,
            key=str(row.id),
        )
    if not row.audit.charts.filter(finished_at=None).exists():
        row.audit.closed_at = row.finished_at
        row.audit.save(update_fields=["closed_at"])
    record("audited_chart", row.id, subjects=[row.patient_id], findings=len(found))
    return len(found)
