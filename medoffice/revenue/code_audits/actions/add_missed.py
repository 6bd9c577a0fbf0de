"""Say that a code is missing, on words of the note."""

from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.rows import new_row
from medoffice.revenue.code_audits.actions.keeping import named, seen_chart
from medoffice.revenue.code_audits.models import CodeJudgement
from medoffice.revenue.code_audits.rules.judging import MISSING
from medoffice.revenue.code_audits.types import Kind, Verdict
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_audits.audit")
def add_missed(*, actor: Actor, audited_id: UUID, kind: Kind, code: str, start: int, end: int, quote: str) -> UUID:
    """Keep it with its words. Raises Invalid for words that do not stand there and for what is no code on the day,
    Refusal for one that is coded or named already.
    """
    row, codes = seen_chart(actor, audited_id)
    written = note_of(row.encounter_id)
    if written is None or not quote.strip() or written.text[start:end] != quote:
        raise Invalid("evidence-missing", "No words of the note are marked.", "Select the words that support it.")
    found = named(codes, kind, code)
    coded = codes.diagnoses if kind is Kind.DIAGNOSIS else codes.services
    if any(one.code == found for one in coded):
        raise Refusal("coded-already", f"{found} is coded.", "Judge it where it stands.")
    if row.judgements.filter(verdict=Verdict.MISSED, kind=kind, instead=found).exists():
        raise Refusal("named-already", f"{found} is named already.", "")
    made = new_row(
        CodeJudgement,
        chart_id=row.id,
        kind=kind,
        verdict=Verdict.MISSED,
        reason=MISSING,
        instead=found,
        quote=quote,
        judged_at=clock.now(),
    )
    made.save(force_insert=True)
    record("audited_chart", row.id, subjects=[row.patient_id], missed=found)
    return made.id
