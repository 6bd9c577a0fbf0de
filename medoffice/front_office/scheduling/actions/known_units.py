"""The unit behind an id: a provider becomes one by the first template, an assistant or a room by its group."""

from uuid import UUID

from medoffice.front_office.scheduling.models import Unit
from medoffice.front_office.scheduling.types import UnitKind
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import staff_member


def known_unit(unit_id: UUID) -> Unit:
    """A unit, locked until the action ends; a provider who is none yet is made one. Raises NotFound, Refusal."""
    row = Unit.objects.select_for_update().filter(id=unit_id).first()
    if row is not None:
        return row
    member = staff_member(unit_id)
    if not member.is_provider:
        words = f"{member.name} sees no patients."
        raise Refusal("not-a-provider", words, "Hours are kept for providers; put others into a group first.")
    return Unit.objects.create(id=unit_id, kind=UnitKind.PROVIDER, staff_id=unit_id)


def locked_unit(unit_id: UUID) -> Unit:
    """A unit that there is, locked until the action ends. Raises NotFound."""
    row = Unit.objects.select_for_update().filter(id=unit_id).first()
    if row is None:
        raise NotFound
    return row
