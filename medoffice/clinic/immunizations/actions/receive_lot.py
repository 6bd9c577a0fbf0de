"""Take doses of a lot into the stock of a site."""

from uuid import UUID

from medoffice.clinic.immunizations.actions.moving import move, refuse_found
from medoffice.clinic.immunizations.models import VaccineLot
from medoffice.clinic.immunizations.rules.giving import check_vial
from medoffice.clinic.immunizations.types import Moved, Vial
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import site, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import vaccine


@action("vaccines.keep")
def receive_lot(*, actor: Actor, site_id: UUID, vial: Vial, count: int, words: str = "") -> UUID:
    """So many doses came; the lot's id. More of a lot that is here adds to it.

    Raises NotFound for a site, Invalid field by field, Refusal for a lot that was recalled, or is here
    with another date.
    """
    site(site_id)
    refuse_found("lot-odd", check_vial(vial, count, today_here()))
    known = vaccine(vial.cvx)
    if known is None:
        raise Invalid("cvx-unknown", "Nobody knows this vaccine.", "", {"fields": {"cvx": ["Choose one of the list."]}})
    number = vial.lot.strip().upper()[:30]
    _refuse_recalled(vial.cvx, number)
    fresh = VaccineLot(
        site_id=site_id, cvx=vial.cvx, words=known.words[:200], lot=number, expires=vial.expires,
        manufacturer=vial.manufacturer.strip()[:80], mvx=vial.mvx.strip().upper()[:5], ndc=vial.ndc.strip(),
        funding=vial.funding, route=vial.route, amount=vial.amount, vis=vial.vis,
    )  # fmt: skip
    VaccineLot.objects.bulk_create([fresh], ignore_conflicts=True)  # whoever comes second adds to the first
    key = {"site_id": site_id, "cvx": vial.cvx, "lot": number, "funding": vial.funding}
    row = VaccineLot.objects.select_for_update().get(**key)
    if row.expires != vial.expires:
        words = f"Lot {number} is here with {row.expires:%m/%d/%Y} as its last day."
        raise Refusal("lot-dates", words, "Look at both boxes.")
    move(actor, row, Moved.RECEIVED, count, words)
    record("vaccine_lot", row.id, came=count)
    return row.id


def _refuse_recalled(cvx: str, number: str) -> None:
    """Raises Refusal if this lot was recalled at any site: what comes of it goes back."""
    bad = VaccineLot.objects.filter(cvx=cvx, lot=number, recalled_at__isnull=False).first()
    if bad is not None:
        raise Refusal("lot-recalled", f"Lot {number} was recalled: {bad.recall_why}.", "Send it back.")
