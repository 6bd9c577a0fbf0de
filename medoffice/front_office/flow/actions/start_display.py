"""Set up the screen of a waiting room."""

import secrets
from uuid import UUID

from medoffice.front_office.flow.actions.end_display import end_display
from medoffice.front_office.flow.models import Display
from medoffice.front_office.flow.queries.display import token_hash
from medoffice.kernel import clock
from medoffice.practice.api import site
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("flow.set_up", shown_once=True)
def start_display(*, actor: Actor, site_id: UUID) -> str:
    """Returns the token of its address, which is shown once and kept only as a hash; the screen before it is ended."""
    end_display(actor=actor, site_id=site(site_id).id)
    token = secrets.token_urlsafe(32)
    row = Display.objects.create(site_id=site_id, token_hash=token_hash(token), made_by=actor.name, made_at=clock.now())
    record("display", row.id)
    return token
