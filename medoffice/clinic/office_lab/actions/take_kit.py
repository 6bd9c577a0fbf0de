"""Take a lot of a test in, and end it."""

from datetime import date
from uuid import UUID

from medoffice.clinic.office_lab.actions.keeping import locked_test, refuse_found, save
from medoffice.clinic.office_lab.models import KitLot
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import site, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("office_lab.keep")
def take_kit(*, actor: Actor, test_id: UUID, site_id: UUID, lot: str, expires: date) -> UUID:
    """A lot is at a site; it is used once its controls passed. Raises NotFound, Invalid by field, Refusal if known."""
    site(site_id)
    test, number = locked_test(test_id), lot.strip().upper()[:30]
    found = [] if number else [Finding("blank", "lot", "This is needed.")]
    if expires < today_here():
        found.append(Finding("expired", "expires", "It has expired."))
    refuse_found("kit-odd", found)
    if KitLot.objects.filter(test=test, site_id=site_id, lot=number).exists():
        raise Refusal("kit-known", f"Lot {number} is here already.", "Look for it on the list.")
    row = KitLot(
        test=test, site_id=site_id, lot=number, expires=expires, came_at=clock.now(), came_by=actor.name, version=0
    )
    save(actor, row)
    record("office_test_kit", row.id)
    return row.id


@action("office_lab.keep")
def end_kit(*, actor: Actor, kit_id: UUID, why: str) -> None:
    """A lot is used no more: empty, recalled, spoilt. Raises NotFound, Invalid without a reason, Refusal if ended."""
    row = KitLot.objects.select_for_update().filter(id=kit_id).first()
    if row is None:
        raise NotFound
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["This is needed."]}})
    if row.ended_at is not None:
        raise Refusal("kit-ended", f"{row.ended_by} ended it: {row.ended_why}.", "")
    row.ended_at, row.ended_by, row.ended_why = clock.now(), actor.name, why.strip()[:200]
    save(actor, row)
    record("office_test_kit", row.id, ended=True)
