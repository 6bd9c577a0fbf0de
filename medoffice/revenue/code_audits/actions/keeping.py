"""What the verbs of an audit share: the visit, locked and open to its auditor; codes by name; rows of judgements."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.revenue.code_audits.models import AuditedChart, CodeJudgement
from medoffice.revenue.code_audits.types import Kind, Verdict
from medoffice.revenue.coding.api import coding, services
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService
from medoffice.security.api import require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10, icd10_check


def open_chart(actor: Actor, audited_id: UUID) -> AuditedChart:
    """A visit of an audit, locked. Raises NotFound; Refusal for somebody else's audit and once it is judged whole."""
    row = AuditedChart.objects.select_for_update(of=("self",)).select_related("audit").filter(id=audited_id).first()
    if row is None:
        raise NotFound
    require(actor, "code_audits.audit", row.patient_id, row.encounter_id)
    if row.audit.auditor_user_id != actor.id:
        raise Refusal("not-the-auditor", f"{row.audit.auditor} drew this audit.", "Draw one of your own.")
    if row.finished_at is not None:
        raise Refusal("audited-already", "This visit is judged.", "Draw another audit to look at it again.")
    return row


def seen_chart(actor: Actor, audited_id: UUID) -> tuple[AuditedChart, CodedEncounter]:
    """The same with its codes. Raises Refusal before the own level is given: until then the codes are unseen."""
    row = open_chart(actor, audited_id)
    if row.own_level is None:
        raise Refusal("level-first", "Give the level of the visit first.", "The codes are shown then.")
    return row, coding(row.coding_id)


def code_among(codes: CodedEncounter, code_id: UUID) -> tuple[Kind, CodedDiagnosis | CodedService]:
    """A code of the visit. Raises NotFound."""
    for kind, those in ((Kind.DIAGNOSIS, codes.diagnoses), (Kind.SERVICE, codes.services)):
        for one in those:
            if one.id == code_id:
                return kind, one
    raise NotFound


def named(codes: CodedEncounter, kind: Kind, typed: str) -> str:
    """The code somebody named: of ICD-10-CM or of the office's services, on the day. Raises Invalid for another."""
    typed = typed.strip()
    if kind is Kind.SERVICE:
        offered = services(codes.date)
        for one in offered:
            if typed.lower() in (one.key.lower(), one.code.lower()):
                return one.code
        wrong = f"The office has no service {typed} on {codes.date:%m/%d/%Y}."
        raise Invalid("service-unknown", wrong, "", {"fields": {"instead": [wrong]}})
    known = icd10(typed, codes.date)
    against = [one for one in icd10_check(typed, codes.date) if one.severity is Severity.ERROR]
    if known is None or against:
        wrong = " ".join(one.words for one in against) or f"{typed} is not an ICD-10-CM code."
        raise Invalid("diagnosis-invalid", wrong, "", {"fields": {"instead": [wrong]}})
    return known.code


def keep_judgement(
    row: AuditedChart,
    one: CodedDiagnosis | CodedService,
    kind: Kind,
    verdict: Verdict,
    *,
    reason: str = "",
    instead: str = "",
    units: int = 1,
) -> UUID:
    """What is said of a code; what was said of it before makes room."""
    CodeJudgement.objects.filter(chart_id=row.id, code_id=one.id).delete()
    made = new_row(
        CodeJudgement,
        chart_id=row.id,
        code_id=one.id,
        kind=kind,
        code=one.code,
        verdict=verdict,
        reason=reason,
        instead=instead,
        units=units,
        judged_at=clock.now(),
    )
    made.save(force_insert=True)
    return made.id


def refuse(found: list[Finding]) -> None:
    """Raises Invalid, field by field, if anything was found."""
    if found:
        fields: dict[str, list[str]] = {}
        for one in found:
            fields.setdefault(one.where, []).append(one.words)
        raise Invalid(found[0].code, found[0].words, "", {"fields": fields})
