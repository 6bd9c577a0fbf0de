"""Turn a suggestion down, with a reason; the office learns from it."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.revenue.coding.actions.open_coding import open_coding, refuse_without_evidence
from medoffice.revenue.coding.models import RejectedSuggestion
from medoffice.revenue.coding.rules.learning import REASONS
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10


@action("coding.code")
def reject_suggestion(*, actor: Actor, coding_id: UUID, code: str, reason: str, evidence: Evidence) -> UUID:
    """Keep that this code does not stand on these words. Raises Invalid for the reason, the code or the evidence.

    Refusal for a code that the visit has, or that is turned down already.
    """
    row = open_coding(actor, coding_id)
    if reason not in REASONS:
        raise Invalid("reason-missing", "Say why.", "Choose one of the reasons.")
    known = icd10(code, row.date)
    if known is None:
        raise Invalid("diagnosis-invalid", f"{code} is not an ICD-10-CM code.", "")
    refuse_without_evidence(row, evidence)
    if row.diagnoses.filter(code=known.code).exists():
        raise Refusal("diagnosis-twice", f"{known.code} is coded already.", "Remove it first.")
    if row.rejected.filter(code=known.code).exists():
        raise Refusal("rejected-already", f"{known.code} is turned down already.", "")
    found = new_row(
        RejectedSuggestion,
        coding_id=row.id,
        code=known.code,
        title=known.title[:300],
        reason=reason,
        quote=evidence.quote,
        rejected_by=actor.name,
        rejected_at=clock.now(),
    )
    found.save(force_insert=True)
    record("suggestion", found.id, subjects=[row.patient_id], rejected=known.code, reason=reason)
    return found.id
