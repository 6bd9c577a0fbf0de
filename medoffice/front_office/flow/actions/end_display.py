"""End the screen of a waiting room."""

from uuid import UUID

from medoffice.front_office.flow.models import Display
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("flow.set_up")
def end_display(*, actor: Actor, site_id: UUID) -> None:
    """From now on nothing is shown there."""
    Display.objects.filter(site_id=site_id, ended_at=None).update(ended_at=clock.now())
    record("site", site_id, display="ended")
