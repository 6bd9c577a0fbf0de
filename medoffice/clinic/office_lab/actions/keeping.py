"""What the verbs of this room share: rows, locked, a saved version, and refusing field by field."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.clinic.office_lab.models import KitLot, OfficeTest
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.security.types import Actor


def locked_test(test_id: UUID) -> OfficeTest:
    """A test's row, locked: whoever holds it is alone with its kits and controls. Raises NotFound."""
    row = OfficeTest.objects.select_for_update().filter(id=test_id).first()
    if row is None:
        raise NotFound
    return row


def save(actor: Actor, row: OfficeTest | KitLot) -> None:
    """Save what was changed: a new version, by whom and when."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def refuse_found(code: str, found: Iterable[Finding]) -> None:
    """Raises Invalid, field by field, if anything was found."""
    fields: dict[str, list[str]] = {}
    for one in found:
        fields.setdefault(one.where, []).append(one.words)
    if fields:
        raise Invalid(code, "Some fields need another look.", "", {"fields": fields})
