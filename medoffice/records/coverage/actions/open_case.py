"""Open a case: something that another than the health insurance pays for."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.rows import new_row
from medoffice.records.coverage.actions.cases import refuse_wrong_case
from medoffice.records.coverage.models import Case
from medoffice.records.coverage.types import CaseKind
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coverage.change")
def open_case(
    *,
    actor: Actor,
    patient_id: UUID,
    kind: CaseKind,
    payer_id: UUID | None,
    claim_number: str = "",
    injured_on: date | None = None,
    state: str = "",
    employer: str = "",
    adjuster: str = "",
    adjuster_phone: str = "",
    fee_schedule: str = "",
    opened_on: date,
    closed_on: date | None = None,
) -> UUID:
    """Open a case. Raises Invalid per field."""
    require(actor, "coverage.change", patient_id)
    row = new_row(
        Case,
        patient_id=patient_id,
        kind=kind,
        payer_id=payer_id,
        claim_number=claim_number.strip(),
        injured_on=injured_on,
        state=state.strip().upper(),
        employer=employer.strip(),
        adjuster=adjuster.strip(),
        adjuster_phone=adjuster_phone.strip(),
        fee_schedule=fee_schedule.strip(),
        opened_on=opened_on,
        closed_on=closed_on,
        changed_by=actor.name,
        changed_at=clock.now(),
    )
    refuse_wrong_case(row)
    row.save(force_insert=True)
    record("case", row.id, subjects=[patient_id])
    return row.id
