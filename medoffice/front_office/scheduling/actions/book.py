"""Book an appointment."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.scheduling.actions.placing import Wanted, place_booking
from medoffice.security.api import action, require
from medoffice.security.types import Actor


@action("appointments.book")
def book(
    *,
    actor: Actor,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    starts: datetime,
    visit_type: str,
    reason: str,
    call_id: UUID | None = None,
    walk_in: bool = False,
    overbook: str = "",
    also: tuple[UUID, ...] = (),
    case_id: UUID | None = None,
    hold_id: UUID | None = None,
    despite: str = "",
) -> UUID:
    """Book a time with the provider, whatever else the kind needs, and everybody in ``also``: all of it or nothing.

    Raises Refusal with the next free times: slot-past, office-closed, provider-away, outside-hours, slot-kept,
    slot-taken, unit-taken, limit-reached. ``overbook`` says why it is booked although the provider's time is taken: a
    rule must allow it (overbook-forbidden) and the actor have the right to (NotFound).

    With a case the visit is billed to that, never to the health insurance (case-not-theirs if it is not open then).
    Without a reason the visit is for what its kind says.

    A time that is held for somebody is refused (slot-held) to all but the holder of ``hold_id``, and to whoever says
    in ``despite`` why they take it all the same; who held it is told.

    A walk-in is taken as it comes: neither hours nor other bookings stand against it, only that the patient was taken
    as one already (walked-in-already).
    """
    require(actor, "appointments.book", patient_id)
    wanted = Wanted(
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        starts=starts,
        kind=visit_type,
        reason=reason,
        call_id=call_id,
        walk_in=walk_in,
        overbook=overbook,
        also=also,
        case_id=case_id,
        hold_id=hold_id,
        despite=despite,
    )
    return place_booking(actor, wanted)
