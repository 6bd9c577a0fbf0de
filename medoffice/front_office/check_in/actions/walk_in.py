"""Take a patient who comes without an appointment."""

from uuid import UUID

from medoffice.front_office.check_in.actions.check_in import check_in
from medoffice.front_office.scheduling.api import book
from medoffice.kernel import clock
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("check_in.arrive")
def walk_in(
    *,
    actor: Actor,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    visit_type: str,
    reason: str,
    identity_checked: str,
    coverage_id: UUID | None = None,
    case_id: UUID | None = None,
) -> UUID:
    """Make a walk-in appointment for now and check it in; returns the encounter."""
    appointment_id = book(
        actor=actor,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        starts=clock.now(),
        visit_type=visit_type,
        reason=reason,
        walk_in=True,
        case_id=case_id,
    )
    return check_in(
        actor=actor,
        appointment_id=appointment_id,
        identity_checked=identity_checked,
        coverage_id=coverage_id,
        case_id=case_id,
    )
