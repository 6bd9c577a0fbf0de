"""Give a service one more modifier."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.revenue.coding.actions.code_service import refuse_modifiers
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.models import CodedService
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def give_modifier(*, actor: Actor, service_id: UUID, modifier: str) -> None:
    """Add it behind those there are. Raises NotFound, Invalid for a fifth, one that is there, or none of the day."""
    line = CodedService.objects.filter(id=service_id).first()
    if line is None:
        raise NotFound
    row = open_coding(actor, line.coding_id)
    line.refresh_from_db()
    marks = [*line.modifiers, modifier.strip().upper()]
    refuse_modifiers(marks, row.date)
    line.modifiers = marks
    line.save(update_fields=["modifiers"])
    record("code_service", line.id, subjects=[row.patient_id], modifiers=marks)
