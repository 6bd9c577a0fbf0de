"""Reads of the stock of vaccines."""

from decimal import Decimal
from uuid import UUID

from medoffice.clinic.immunizations import models
from medoffice.clinic.immunizations.rules.stock import offered
from medoffice.clinic.immunizations.types import Funding, Lot, Move, Moved, Route, ToRegistry, Vial
from medoffice.kernel.refusals import NotFound
from medoffice.records.encounters.types import Encounter


def lots(*, every: bool = False) -> list[Lot]:
    """The lots that still matter (something is left), by vaccine and end; all that there ever were with ``every``. One
    query.
    """
    rows = models.VaccineLot.objects.order_by("words", "expires", "lot")
    return [to_lot(row) for row in (rows if every else rows.filter(on_hand__gt=0))]


def lot(lot_id: UUID) -> Lot:
    """A lot. Raises NotFound. One query."""
    row = models.VaccineLot.objects.filter(id=lot_id).first()
    if row is None:
        raise NotFound
    return to_lot(row)


def lots_for(visit: Encounter) -> list[Lot]:
    """What may be given at a visit: lots of its site that are good on its day. One query."""
    rows = models.VaccineLot.objects.filter(site_id=visit.site_id, on_hand__gt=0)
    return offered((to_lot(row) for row in rows), visit.date)


def lots_of_site(site_id: UUID) -> list[Lot]:
    """Every lot of a site, whatever became of it, what was taken in last first: for corrections. One query."""
    return [to_lot(row) for row in models.VaccineLot.objects.filter(site_id=site_id).order_by("-id")[:200]]


def same_lots(one: Lot) -> list[Lot]:
    """This lot at every site, however it was paid for. One query."""
    rows = models.VaccineLot.objects.filter(cvx=one.vial.cvx, lot=one.vial.lot)
    return [to_lot(row) for row in rows.order_by("id")]


def moves_of(lot_id: UUID) -> list[Move]:
    """What moved in a lot, latest first. One query."""
    rows = models.LotMove.objects.filter(lot_id=lot_id).order_by("-id")[:200]
    return [Move(Moved(row.what), row.by_how_many, row.words, row.at, row.by) for row in rows]


def registry() -> ToRegistry | None:
    """The registry that is reported to, if one is named. One query."""
    row = models.ImmunizationRegistry.objects.first()
    if row is None:
        return None
    return ToRegistry(row.name, row.application, row.facility, row.our_facility, row.used, row.version)


def plain(amount: Decimal | None) -> Decimal | None:
    """An amount without the noughts of its column: 0.5, not 0.5000."""
    return None if amount is None else Decimal(f"{amount.normalize():f}")


def to_lot(row: models.VaccineLot) -> Lot:
    """A row as the noun."""
    vial = Vial(
        row.cvx, row.lot, row.expires, row.manufacturer, row.mvx, row.ndc,
        Funding(row.funding), Route(row.route), plain(row.amount), row.vis,
    )  # fmt: skip
    return Lot(
        id=row.id,
        site_id=row.site_id,
        words=row.words,
        vial=vial,
        on_hand=row.on_hand,
        recalled_at=row.recalled_at,
        recalled_by=row.recalled_by,
        recall_why=row.recall_why,
        aside_at=row.aside_at,
        aside_by=row.aside_by,
        aside_why=row.aside_why,
        version=row.version,
    )
