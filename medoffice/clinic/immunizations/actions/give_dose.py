"""Give a vaccine at a visit."""

from uuid import UUID

from medoffice.clinic.charting.api import enter_on_list
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.immunizations.actions.dosing import ADDED, cause_of, dose_row, report, told_of
from medoffice.clinic.immunizations.actions.moving import locked, move, refuse_found
from medoffice.clinic.immunizations.queries.doses import orders_to_answer
from medoffice.clinic.immunizations.queries.stock import to_lot
from medoffice.clinic.immunizations.rules.giving import check_given, in_words
from medoffice.clinic.immunizations.rules.stock import why_not
from medoffice.clinic.immunizations.types import Given, Moved
from medoffice.clinic.orders.api import perform_order
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("vaccines.give")
def give_dose(*, actor: Actor, encounter_id: UUID, given: Given, order_id: UUID | None = None) -> UUID:
    """A dose of a lot, given on the day of the visit: one less on hand, on the patient's list, the order done.

    The lot is locked while it is looked at, so the last dose is given once. Raises NotFound, Invalid field by field,
    Refusal for a lot of another site, recalled, expired or empty, or an order that is none of this visit's.
    """
    visit = encounter(encounter_id)
    require(actor, "vaccines.give", visit.patient_id, encounter_id)
    row = locked(given.lot_id)[given.lot_id]
    lot = to_lot(row)
    if lot.site_id != visit.site_id:
        raise Refusal("lot-elsewhere", "This lot lies at another site.", "Choose one of this site.")
    against = why_not(lot, visit.date)
    if against:
        raise Refusal(against[0].code, against[0].words, "Choose another lot.")
    refuse_found("dose-odd", check_given(given, lot, visit.date))
    if order_id is not None:
        if order_id not in {one.id for one in orders_to_answer(encounter_id)}:
            raise Refusal("order-of-another", "This order waits for no vaccine.", "Choose an open one of this visit.")
        perform_order(actor=actor, order_id=order_id, result=in_words(given, lot.vial.lot))
    entry = enter_on_list(
        actor=actor,
        patient_id=visit.patient_id,
        kind=ListKind.IMMUNIZATION,
        told=told_of(row, given, visit.date),
        cause=cause_of(encounter_id),
    )
    dose = dose_row(actor, visit, given, entry_id=entry, at=clock.now())
    dose.save(force_insert=True)
    move(actor, row, Moved.GIVEN, -1, dose_id=dose.id)
    report(dose, ADDED)
    record("vaccine_dose", dose.id, subjects=[visit.patient_id], cvx=row.cvx)
    return dose.id
