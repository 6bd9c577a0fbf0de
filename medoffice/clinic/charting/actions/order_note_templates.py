"""Say in which order what notes are begun from is offered."""

from collections.abc import Sequence

from medoffice.clinic.charting.models import TemplateOrder
from medoffice.clinic.charting.queries.templates import note_templates
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.set_up")
def order_note_templates(*, actor: Actor, keys: Sequence[str]) -> None:
    """The first that fits a visit is taken. Raises NotFound for a template there is not."""
    if not set(keys) <= {one.key for one in note_templates()}:
        raise NotFound
    row = TemplateOrder.objects.create(keys=list(dict.fromkeys(keys)), at=clock.now(), by=actor.name)
    record("note template order", row.id)
