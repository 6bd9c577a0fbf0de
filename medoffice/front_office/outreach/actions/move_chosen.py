"""Move the visits of an absence to the chosen times, and tell the patients."""

from uuid import UUID

from django.db import transaction

from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.models import RescheduleLine
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.outreach.types.visits import Choice
from medoffice.front_office.scheduling.api import appointment, move
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.reschedule")
def move_chosen(*, actor: Actor, batch_id: UUID, choices: tuple[Choice, ...]) -> int:
    """Move each, in one act; returns how many. One whose time was taken meanwhile stays left, with new proposals."""
    mine = set(RescheduleLine.objects.filter(batch_id=batch_id).values_list("appointment_id", flat=True))
    if not mine or {one.appointment_id for one in choices} - mine:
        raise NotFound
    moved = 0
    for one in choices:
        try:
            with transaction.atomic():
                _move(actor, batch_id, one)
        except NotFound:
            raise
        except Refusal:
            continue
        moved += 1
    record("outreach_reschedule", batch_id, moved=moved, asked=len(choices))
    return moved


def _move(actor: Actor, batch_id: UUID, one: Choice) -> None:
    new = move(
        actor=actor,
        appointment_id=one.appointment_id,
        starts=one.starts,
        provider_id=one.provider_id,
        site_id=one.site_id,
    )
    key = f"moved {batch_id.hex[:12]} {one.appointment_id}"
    tell_of_visit(actor=actor, appointment_id=new, purpose=Purpose.MOVED, key=key)
    record(subjects=[appointment(new).patient_id])
