"""Say until when a template holds."""

from datetime import date
from uuid import UUID

from medoffice.front_office.scheduling.models import Template
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def end_template(*, actor: Actor, template_id: UUID, on: date) -> None:
    """The last day it holds; one that would end before it began never held. Booked visits stay booked."""
    row = Template.objects.select_for_update().filter(id=template_id, replaced_at=None).first()
    if row is None:
        raise NotFound
    if on < row.valid_from:
        row.replaced_at = clock.now()
    else:
        row.valid_to = on
    row.save(update_fields=["valid_to", "replaced_at"])
    record("template", template_id, until=on.isoformat())
