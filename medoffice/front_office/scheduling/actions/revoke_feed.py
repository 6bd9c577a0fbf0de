"""Revoke the address under which a calendar program reads when somebody is taken."""

from uuid import UUID

from medoffice.front_office.scheduling.models import Feed
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import staff_member
from medoffice.security.api import action, record
from medoffice.security.types import LEADERS, Actor


@action("appointments.feed")
def revoke_feed(*, actor: Actor, staff_id: UUID) -> None:
    """From now on nothing is read there. As ``make_feed``."""
    member = staff_member(staff_id)
    if member.user_id != actor.id and not actor.holds(LEADERS):
        raise Refusal("not-yours", "A calendar address is revoked by the person themselves.", "Ask the manager.")
    Feed.objects.filter(staff_id=staff_id, revoked_at=None).update(revoked_at=clock.now())
    record("staff", staff_id, feed="revoked")
