"""Move an appointment to another time or provider: the old one says where it went."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.actions.placing import Wanted, place_booking
from medoffice.front_office.scheduling.models import Holding
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.book")
def move(
    *,
    actor: Actor,
    appointment_id: UUID,
    starts: datetime,
    provider_id: UUID | None = None,
    site_id: UUID | None = None,
    overbook: str = "",
    hold_id: UUID | None = None,
) -> UUID:
    """Move; returns the new appointment. Raises the refusals of ``book``; then the old one stands unchanged.

    Who was booked together with the old provider comes along; a series keeps it as its own.
    """
    old = change_state(actor, appointment_id, AppointmentState.MOVED)
    people = Holding.objects.filter(appointment_id=old.id, unit__kind="provider").exclude(unit_id=old.provider_id)
    wanted = Wanted(
        patient_id=old.patient_id,
        provider_id=provider_id or old.provider_id,
        site_id=site_id or old.site_id,
        starts=starts,
        kind=old.visit_type_id,
        reason=old.reason,
        call_id=old.call_id,
        overbook=overbook,
        also=tuple(people.values_list("unit_id", flat=True)),
        series_id=old.series_id,
        case_id=old.case_id,
        hold_id=hold_id,
    )
    new_id = place_booking(actor, wanted)
    old.moved_to_id = new_id
    old.save(update_fields=["moved_to"])
    record("appointment", old.id, subjects=[old.patient_id], moved_to=str(new_id))
    return new_id
