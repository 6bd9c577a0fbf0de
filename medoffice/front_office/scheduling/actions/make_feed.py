"""Make an address under which a calendar program reads when somebody is taken."""

import secrets
from uuid import UUID

from medoffice.front_office.scheduling.models import Feed
from medoffice.front_office.scheduling.queries.feeds import token_hash
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import staff_member
from medoffice.security.api import action, record
from medoffice.security.types import LEADERS, Actor


@action("appointments.feed")
def make_feed(*, actor: Actor, staff_id: UUID) -> str:
    """Returns the token, which is shown once and kept only as a hash; the feeds there were before are revoked.

    For oneself, or by a leader for anybody. Raises Refusal otherwise.
    """
    member = staff_member(staff_id)
    if member.user_id != actor.id and not actor.holds(LEADERS):
        raise Refusal("not-yours", "A calendar address is made by the person themselves.", "Ask them, or the manager.")
    Feed.objects.filter(staff_id=staff_id, revoked_at=None).update(revoked_at=clock.now())
    token = secrets.token_urlsafe(32)
    row = Feed.objects.create(staff_id=staff_id, token_hash=token_hash(token), made_by=actor.name, made_at=clock.now())
    record("feed", row.id)
    return token
