"""Say of a code that it stands, or why not."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid
from medoffice.revenue.code_audits.actions.keeping import code_among, keep_judgement, named, refuse, seen_chart
from medoffice.revenue.code_audits.rules.judging import check_reason
from medoffice.revenue.code_audits.types import Verdict
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_UNITS = 999


@action("code_audits.audit")
def judge(
    *, actor: Actor, audited_id: UUID, code_id: UUID, reason: str = "", instead: str = "", units: int = 1
) -> UUID:
    """Without a reason it stands; with one it does not. Said again, the later counts, until the visit is finished.

    Raises Invalid for a reason that is none of its kind, for a code that is missing or no code on the day.
    """
    row, codes = seen_chart(actor, audited_id)
    kind, one = code_among(codes, code_id)
    if reason:
        refuse(check_reason(kind, reason, instead.strip()))
    if not 1 <= units <= MOST_UNITS:
        raise Invalid("units-wrong", f"Units are 1 to {MOST_UNITS}.", "")
    other = named(codes, kind, instead) if reason and instead.strip() else ""
    verdict = Verdict.DISAGREES if reason else Verdict.AGREES
    made = keep_judgement(row, one, kind, verdict, reason=reason, instead=other, units=units)
    record("audited_chart", row.id, subjects=[row.patient_id], code=one.code, verdict=verdict.value, reason=reason)
    return made
