"""Give a visit a diagnosis code, on the words that support it."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.coding.actions.open_coding import open_coding, refuse_without_evidence
from medoffice.revenue.coding.actions.rows import diagnosis_row
from medoffice.revenue.coding.models import Diagnosis
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10, icd10_check


@action("coding.code")
def code_diagnosis(*, actor: Actor, coding_id: UUID, code: str, evidence: Evidence) -> UUID:
    """Add an ICD-10-CM code valid and billable on the date of service, as the next position.

    Raises Invalid with what stands against the code (and what replaces it), Refusal if it is there already.
    """
    row = open_coding(actor, coding_id)
    wrong = [finding for finding in icd10_check(code, row.date) if finding.severity is Severity.ERROR]
    known = icd10(code, row.date)
    if wrong or known is None:
        words = " ".join(finding.words for finding in wrong) or f"{code} is not an ICD-10-CM code."
        raise Invalid("diagnosis-invalid", words, "", {"fields": {"code": [words]}})
    refuse_without_evidence(row, evidence)
    existing = Diagnosis.objects.filter(coding=row)
    if existing.filter(code=known.code).exists():
        raise Refusal("diagnosis-twice", f"{known.code} is coded already.", "")
    found = diagnosis_row(
        row,
        position=existing.count() + 1,
        code=known.code,
        title=known.title,
        evidence=evidence,
        by=actor.name,
        at=clock.now(),
    )
    found.save(force_insert=True)
    record("code_diagnosis", found.id, subjects=[row.patient_id])
    return found.id
