"""Book an appointment."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from medoffice.front_office.scheduling.actions.rows import appointment_row
from medoffice.front_office.scheduling.queries import find_free, visit_type, works_then
from medoffice.front_office.scheduling.rules.free_times import Span
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import is_closed, next_number, site, staff_member
from medoffice.security.api import action, carry_labels, record, require
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
) -> UUID:
    """Book a time. Raises Refusal (slot-past, office-closed, outside-hours, slot-taken) with the next free times.

    A walk-in is taken as it comes: neither hours nor other bookings stand against it, only that the patient was taken
    as one already (walked-in-already).
    """
    require(actor, "appointments.book", patient_id)
    return place_booking(
        actor=actor,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        starts=starts,
        kind=visit_type,
        reason=reason,
        call_id=call_id,
        walk_in=walk_in,
    )


def place_booking(
    *,
    actor: Actor,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    starts: datetime,
    kind: str,
    reason: str,
    call_id: UUID | None,
    walk_in: bool,
) -> UUID:
    """The booking itself, shared by ``book`` and ``move``, inside their act."""
    minutes = visit_type(kind).minutes
    if not walk_in:
        _refuse_impossible(provider_id, site_id, starts, starts + timedelta(minutes=minutes), kind)
    row = appointment_row(
        number=next_number("A"),
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        starts=starts,
        minutes=minutes,
        kind=kind,
        reason=reason,
        call_id=call_id,
        walk_in=walk_in,
        by=actor.name,
        at=clock.now(),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        if "one_walk_in_at_a_time" in str(error):
            words = "This patient has been taken as a walk-in already."
            raise Refusal("walked-in-already", words, "Look for the visit on the board.") from error
        if "no_double_booking" not in str(error):
            raise
        who = staff_member(provider_id).name
        raise _refusal("slot-taken", f"{who} is taken at that time.", provider_id, starts, kind) from error
    if call_id:
        carry_labels(call_id, row.id)
    record("appointment", row.id, subjects=[patient_id])
    return row.id


def _refuse_impossible(provider_id: UUID, site_id: UUID, starts: datetime, ends: datetime, kind: str) -> None:
    """Raise for a time in the past, a closed office, or one outside the provider's hours there."""
    place, who = site(site_id), staff_member(provider_id)
    on = starts.astimezone(clock.zone(place.zone)).date()
    if starts < clock.now():
        raise _refusal("slot-past", "That time has passed.", provider_id, clock.now(), kind)
    closed = is_closed(site_id, on)
    if closed:
        raise _refusal("office-closed", f"{place.name} is closed that day: {closed}.", provider_id, starts, kind)
    if not works_then(provider_id, site_id, Span(starts, ends)):
        words = f"{who.name} does not work at {place.name} then."
        raise _refusal("outside-hours", words, provider_id, starts, kind)


def _refusal(code: str, words: str, provider_id: UUID, from_: datetime, kind: str) -> Refusal:
    """A refusal that offers the next free times."""
    free = find_free(kind, from_, provider_id=provider_id, limit=3)
    fix = "Free next: " + ", ".join(slot.label for slot in free) + "." if free else "Try another provider."
    return Refusal(code, words, fix, {"free": free})
