"""What moves in a lot: the row, locked, its number on hand and the line that says why, together."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.clinic.immunizations.models import LotMove, VaccineLot
from medoffice.clinic.immunizations.types import Moved
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.security.types import Actor


def locked(*lot_ids: UUID) -> dict[UUID, VaccineLot]:
    """The rows, locked, always in the same order, so that no two acts wait for each other. Raises NotFound."""
    rows = VaccineLot.objects.select_for_update().filter(id__in=lot_ids).order_by("id")
    found = {row.id: row for row in rows}
    if found.keys() != set(lot_ids):
        raise NotFound
    return found


def move(actor: Actor, row: VaccineLot, what: Moved, by: int, words: str = "", dose_id: UUID | None = None) -> None:
    """Change what is on hand of a locked lot, and say why. Raises Refusal if there are not so many."""
    if row.on_hand + by < 0:
        words = f"There are {row.on_hand} left of lot {row.lot}."
        raise Refusal("lot-empty", words, "Count the lot, then try again.")
    row.on_hand += by
    save(actor, row)
    new_row(
        LotMove,
        lot_id=row.id,
        what=what,
        by_how_many=by,
        dose_id=dose_id,
        words=words.strip()[:200],
        at=clock.now(),
        by=actor.name,
    ).save(force_insert=True)


def save(actor: Actor, row: VaccineLot) -> None:
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
