"""Draw a sample of released visits to audit."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import next_number
from medoffice.revenue.code_audits.actions.keeping import refuse
from medoffice.revenue.code_audits.models import AuditedChart, CodeAudit
from medoffice.revenue.code_audits.queries.population import population
from medoffice.revenue.code_audits.rules.sampling import check_sampling, drawn
from medoffice.revenue.code_audits.types import Sampling
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("code_audits.audit")
def draw_audit(*, actor: Actor, said: Sampling) -> UUID:
    """Draw it, for oneself to audit; without a seed one is made. Nobody audits what she coded herself.

    Raises Invalid for days or a size that cannot be, Refusal where nothing fits.
    """
    refuse(check_sampling(said))
    codes = {one.id: one for one in population(actor, said)}
    if not codes:
        raise Refusal("nothing-to-draw", "No released visit of another coder fits.", "Take more days, or ask for less.")
    seed = said.seed.strip() or new_id().hex[-12:]
    row = new_row(
        CodeAudit,
        number=next_number("CA"),
        first=said.first,
        last=said.last,
        size=said.size,
        seed=seed,
        coder=said.coder,
        provider_id=said.provider_id,
        code=said.code.upper(),
        level=said.level,
        population=len(codes),
        auditor_user_id=actor.id,
        auditor=actor.name,
        drawn_at=clock.now(),
    )
    row.save(force_insert=True)
    chosen = [codes[one] for one in drawn(codes, said.size, seed)]
    for place, one in enumerate(chosen, 1):
        new_row(
            AuditedChart,
            audit_id=row.id,
            coding_id=one.id,
            encounter_id=one.encounter_id,
            patient_id=one.patient_id,
            place=place,
        ).save(force_insert=True)
    record(
        "code_audit", row.id, subjects=[one.patient_id for one in chosen], drawn=len(chosen), of=len(codes), seed=seed
    )
    return row.id
