"""Say in which order what notes are begun from is offered."""

from medoffice.clinic.charting.models import TemplateOrder
from medoffice.clinic.charting.queries.templates import note_templates
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("notes.set_up")
def move_note_template(*, actor: Actor, key: str, up: bool) -> None:
    """A template one place up or down: the first that fits a visit is taken. Raises NotFound for one there is not."""
    keys = [one.key for one in note_templates()]
    if key not in keys:
        raise NotFound
    at = keys.index(key)
    keys.insert(max(at - 1, 0) if up else at + 1, keys.pop(at))
    row = TemplateOrder.objects.create(keys=keys, at=clock.now(), by=actor.name)
    record("note template order", row.id)
