"""Say who is on call."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.calls.models import OnCall
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import staff_member
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.set_up")
def set_on_call(*, actor: Actor, staff_id: UUID, starts: datetime, ends: datetime, phone: str) -> UUID:
    """Somebody is on call from one time to another. Raises Invalid without a number or an end after the start.

    Raises Refusal while somebody else is on call, NotFound for nobody of the staff.
    """
    who = staff_member(staff_id)
    wrong = {"phone": ["This is needed."]} if not phone.strip() else {}
    wrong |= {"ends": ["It ends after it starts."]} if ends <= starts else {}
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    OnCall.objects.select_for_update().count()
    there = OnCall.objects.filter(starts__lt=ends, ends__gt=starts).select_related("staff").first()
    if there is not None:
        raise Refusal(
            "on-call-taken", f"{there.staff.name} is on call then.", "End that first, or choose another time."
        )
    row = OnCall.objects.create(staff_id=who.id, starts=starts, ends=ends, phone=phone.strip(), set_by=actor.name)
    record("on_call", row.id)
    return row.id
