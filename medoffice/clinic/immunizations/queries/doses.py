"""Reads of doses: of a visit, of a patient, of a lot; and what the registry is told of them."""

from collections import Counter
from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import F, QuerySet, Sum
from django.db.models.functions import Coalesce

from medoffice.clinic.immunizations import models
from medoffice.clinic.immunizations.queries.stock import lot, plain, registry
from medoffice.clinic.immunizations.types import BodySite, Dose, Eligibility, Given, Giver, Report, Route, Sheet, Told
from medoffice.clinic.orders.api import orders_of
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import site, staff_member, staff_of_user
from medoffice.practice.types import StaffMember
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import placeholder_services

VACCINES = frozenset(one.key for one in placeholder_services() if one.kind == "vaccine" and one.key != "vaccine_admin")
TRIES = 8  # after these a person is told


def dose(actor: Actor, dose_id: UUID) -> Dose:
    """A dose. Raises NotFound, and as ``require``. One query, and those of the labels."""
    row = _rows().filter(id=dose_id).first()
    if row is None:
        raise NotFound
    require(actor, "vaccines.read", row.patient_id, row.encounter_id)
    return to_dose(row)


def doses_of_visit(encounter_id: UUID) -> list[Dose]:
    """The doses of a visit, wrong entries among them, in the order in which they were entered. One query."""
    return [to_dose(row) for row in _rows().filter(encounter_id=encounter_id).order_by("id")]


def doses_given(encounter_ids: Collection[UUID]) -> Counter[UUID]:
    """How many doses of these visits stand, wrong entries left out. One query."""
    rows = models.VaccineDose.objects.filter(encounter_id__in=encounter_ids, wrong=None)
    return Counter(rows.values_list("encounter_id", flat=True))


def doses_of_lots(actor: Actor, lot_ids: Iterable[UUID]) -> tuple[list[Dose], int]:
    """Who got a dose of these lots, as it stands, latest first; and how many more the actor may not know of. Two
    queries, and those of the labels.
    """
    rows = _rows().filter(lot_id__in=list(lot_ids), wrong=None)
    seen = [to_dose(row) for row in permitted(actor, "vaccines.read", rows).order_by("-on", "-id")]
    return seen, rows.count() - len(seen)


def orders_to_answer(encounter_id: UUID) -> list[Order]:
    """The open orders of a visit that a dose may answer. One query."""
    return [one for one in orders_of(encounter_id) if one.state is OrderState.ORDERED and one.key in VACCINES]


def reports_due() -> list[UUID]:
    """What the registry is to be told now. One query."""
    rows = models.VaccineReport.objects.filter(state=Told.TO_SEND, try_at__lte=clock.now())
    return list(rows.order_by("try_at", "id").values_list("id", flat=True)[:100])


def reports_of(dose_ids: Iterable[UUID]) -> dict[UUID, Report]:
    """What the registry was last told of each dose. One query, none for none."""
    wanted = list(dose_ids)
    rows = models.VaccineReport.objects.filter(dose_id__in=wanted).defer("message").order_by("id") if wanted else ()
    return {row.dose_id: to_report(row) for row in rows}


def sheet(report_id: UUID) -> Sheet:
    """What a report says, with everything around it. Raises NotFound. Eleven queries."""
    row = models.VaccineReport.objects.select_related("dose__lot").filter(id=report_id).first()
    to = registry()
    if row is None or to is None:
        raise NotFound
    told = to_dose(_rows().get(id=row.dose_id))
    who, visit = patient(told.patient_id), encounter(told.encounter_id)
    home = who.address
    return Sheet(
        dose=told,
        lot=lot(told.lot_id),
        what=row.what,
        control_id=row.control_id,
        registry=to,
        name=(who.name.family, who.name.given),
        born=who.birth_date,
        sex=who.sex,
        mrn=who.mrn,
        home=(home.line1, home.city, home.state, home.zip),
        ordered_by=_giver(staff_member(visit.provider_id)),
        given_by=_giver(staff_of_user(row.dose.entered_by_id), row.dose.entered_by),
        where=site(visit.site_id).key[:40],
    )


def wrong_counts() -> list[tuple[UUID, int, int]]:
    """Lots whose number on hand is not the sum of what moved, with both. One query."""
    rows = models.VaccineLot.objects.annotate(moved=Coalesce(Sum("moves__by_how_many"), 0)).exclude(on_hand=F("moved"))
    return list(rows.values_list("id", "on_hand", "moved"))


def to_dose(row: models.VaccineDose) -> Dose:
    """A row, with its lot and what is wrong with it, as the noun."""
    wrong = getattr(row, "wrong", None)
    given = Given(
        row.lot_id,
        Route(row.route),
        BodySite(row.body_site) if row.body_site else None,
        row.vis,
        Eligibility(row.eligibility),
        plain(row.amount),
    )
    return Dose(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        lot_id=row.lot_id,
        cvx=row.lot.cvx,
        words=row.lot.words,
        lot=row.lot.lot,
        given=given,
        on=row.on,
        entry_id=row.entry_id,
        entered_by=row.entered_by,
        entered_at=row.entered_at,
        instead_of=row.instead_of_id,
        struck_why=wrong.why if wrong else "",
        struck_by=wrong.by if wrong else "",
        struck_at=wrong.at if wrong else None,
    )


def to_report(row: models.VaccineReport) -> Report:
    """A row as the noun."""
    return Report(row.id, row.control_id, row.dose_id, row.what, Told(row.state), row.sent_at, row.why)


def _rows() -> QuerySet[models.VaccineDose]:
    return models.VaccineDose.objects.select_related("lot", "wrong")


def _giver(one: StaffMember | None, name: str = "") -> Giver:
    if one is None:
        given, _, family = name.rpartition(" ")
        return Giver("", family, given)
    return Giver(one.npi, one.family_name, one.name.removesuffix(one.family_name).strip())
