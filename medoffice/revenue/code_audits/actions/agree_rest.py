"""Say of every code of which nothing is said yet that it stands."""

from uuid import UUID

from medoffice.revenue.code_audits.actions.keeping import code_among, keep_judgement, seen_chart
from medoffice.revenue.code_audits.types import Verdict
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_audits.audit")
def agree_rest(*, actor: Actor, audited_id: UUID) -> int:
    """How many that were; none where all is judged."""
    row, codes = seen_chart(actor, audited_id)
    judged = set(row.judgements.values_list("code_id", flat=True))
    rest = [one for one in codes.every if one.id not in judged]
    for one in rest:
        keep_judgement(row, one, code_among(codes, one.id)[0], Verdict.AGREES)
    record("audited_chart", row.id, subjects=[row.patient_id], agreed=len(rest))
    return len(rest)
