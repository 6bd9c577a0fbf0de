"""The codes of a visit, for the matrix of routes: a diagnosis, what counts for the level, a question, an audit."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.charting.api import enter_on_list
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind, Told
from medoffice.kernel.ids import new_id
from medoffice.kernel.trace import Ref
from medoffice.revenue.code_audits.models import AuditedChart, CodeAudit, CodeJudgement
from medoffice.revenue.code_audits.types import Kind, Verdict
from medoffice.revenue.coding.models import Diagnosis, LevelElement, ProviderQuery, RejectedSuggestion
from medoffice.revenue.coding.types import Evidence, QueryState
from medoffice.security.types import PROGRAM


def codes(visit: UUID, at: UUID, said: str) -> dict[str, UUID | str]:
    """The ids of a coded visit's codes; what counts rests on the words of the diagnosis. What was said at another visit

    stands on a list under a code that ended.
    """
    found = Diagnosis.objects.get(coding__encounter_id=visit)
    words = Evidence(Ref("note", found.evidence_id), found.evidence_start, found.evidence_end, found.evidence_quote)
    element = LevelElement.objects.create(
        id=new_id(),
        coding_id=found.coding_id,
        kind="acute",
        about=words.quote,
        evidence_kind=words.ref.kind,
        evidence_id=words.ref.id,
        evidence_start=words.start,
        evidence_end=words.end,
        evidence_quote=words.quote,
        coded_by=found.coded_by,
        coded_at=found.coded_at,
    )
    query = ProviderQuery.objects.create(
        id=new_id(),
        coding_id=found.coding_id,
        template="course",
        question="How did this stand at the visit?",
        start=words.start,
        end=words.end,
        quote=words.quote,
        asked_by=found.coded_by,
        asked_at=found.coded_at,
        due_at=found.coded_at + timedelta(hours=48),
        state=QueryState.OPEN,
    )
    rejected = RejectedSuggestion.objects.create(
        id=new_id(),
        coding_id=found.coding_id,
        code="R05.1",
        title="Acute cough",
        reason="no-ground",
        quote=words.quote,
        rejected_by=found.coded_by,
        rejected_at=found.coded_at,
    )
    return {
        **_audited(found),
        "touched": _ended(found.coding.patient_id, at, said),
        "coding_id": found.coding_id,
        "code_id": found.id,
        "element_id": element.id,
        "query_id": query.id,
        "suggestion_id": rejected.id,
    }


def _ended(patient_id: UUID, at: UUID, said: str) -> str:
    """How an address names a problem whose code ended."""
    entry = enter_on_list(
        actor=PROGRAM,
        patient_id=patient_id,
        kind=ListKind.PROBLEM,
        told=Told(said, "ICD-10-CM", "Z68.1"),
        cause=Cause(CauseKind.ENCOUNTER, at),
    )
    return f"problem~{entry}~Z68.1"


def _audited(found: Diagnosis) -> dict[str, UUID]:
    """An audit of these codes, its level given, in which one is said to be missing."""
    coding = found.coding
    audit = CodeAudit.objects.create(
        id=(made := new_id()),
        number=f"CA-{made.hex[-8:]}",
        first=coding.date,
        last=coding.date,
        size=1,
        seed="seven",
        population=1,
        auditor_user_id=new_id(),
        auditor="Wei Chen",
        drawn_at=found.coded_at,
    )
    chart = AuditedChart.objects.create(
        id=new_id(),
        audit=audit,
        coding=coding,
        encounter_id=coding.encounter_id,
        patient_id=coding.patient_id,
        place=1,
        own_level=0,
        level_at=found.coded_at,
    )
    missed = CodeJudgement.objects.create(
        id=new_id(),
        chart=chart,
        kind=Kind.DIAGNOSIS,
        verdict=Verdict.MISSED,
        reason="missing",
        instead="R05.1",
        quote=found.evidence_quote,
        judged_at=found.coded_at,
    )
    return {"code_audit_id": audit.id, "audited_id": chart.id, "judgement_id": missed.id}
