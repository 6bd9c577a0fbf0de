"""Correct the entry of a dose: what was given is another, or nothing was given. The wrong entry stays to be read."""

from uuid import UUID

from medoffice.clinic.charting.api import change_entry, chart_of, enter_on_list, strike_entry
from medoffice.clinic.charting.types import ListKind, Version
from medoffice.clinic.immunizations.actions.dosing import (
    CHANGED,
    TAKEN_BACK,
    cause_of,
    dose_row,
    report,
    told_of,
    wrong_one,
)
from medoffice.clinic.immunizations.actions.moving import move, refuse_found
from medoffice.clinic.immunizations.queries.stock import to_lot
from medoffice.clinic.immunizations.rules.giving import check_given
from medoffice.clinic.immunizations.types import Given, Moved
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("vaccines.give")
def correct_dose(*, actor: Actor, dose_id: UUID, given: Given, why: str) -> UUID:
    """Say what was really given; returns the dose that stands instead. The lots are counted as it was.

    What was really given may have been expired or recalled: it is written down all the same. Raises NotFound, Invalid,
    Refusal if somebody corrected it before, or if nothing is left of the lot that it is said to be of.
    """
    before, rows = wrong_one(actor, dose_id, why, given.lot_id)
    visit = encounter(before.encounter_id)
    row = rows[given.lot_id]
    if row.site_id != visit.site_id:
        raise Refusal("lot-elsewhere", "This lot lies at another site.", "Choose one of this site.")
    refuse_found("dose-odd", check_given(given, to_lot(row), before.on))
    entry = _entry(actor, before.patient_id, before.entry_id)
    told, cause = told_of(row, given, before.on), cause_of(visit.id)
    if entry is None or entry.struck:
        kind = ListKind.IMMUNIZATION
        entry_id = enter_on_list(actor=actor, patient_id=before.patient_id, kind=kind, told=told, cause=cause)
    else:
        entry_id = before.entry_id
        change_entry(actor=actor, entry_id=entry_id, told=told, seen_version=entry.version, cause=cause, why=why)
    dose = dose_row(actor, visit, given, entry_id=entry_id, at=clock.now(), before=before)
    dose.save(force_insert=True)
    move(actor, rows[before.lot_id], Moved.PUT_BACK, 1, why, dose_id=before.id)
    move(actor, row, Moved.GIVEN, -1, dose_id=dose.id)
    report(dose, CHANGED)
    record("vaccine_dose", dose.id, subjects=[before.patient_id], corrects=str(before.id))
    return dose.id


@action("vaccines.give")
def strike_dose(*, actor: Actor, dose_id: UUID, why: str) -> None:
    """Nothing was given: the entry is struck here and on the list, and the dose is back on hand.

    Raises NotFound, Invalid without a reason, Refusal if somebody corrected it before.
    """
    before, rows = wrong_one(actor, dose_id, why)
    entry = _entry(actor, before.patient_id, before.entry_id)
    if entry is not None and not entry.struck:
        cause = cause_of(before.encounter_id)
        strike_entry(actor=actor, entry_id=before.entry_id, seen_version=entry.version, cause=cause, why=why)
    move(actor, rows[before.lot_id], Moved.PUT_BACK, 1, why, dose_id=before.id)
    report(before, TAKEN_BACK)
    record("vaccine_dose", before.id, subjects=[before.patient_id], struck=True)


def _entry(actor: Actor, patient_id: UUID, entry_id: UUID) -> Version | None:
    """The entry of the list as it stands, if the actor may know it."""
    history = chart_of(actor, patient_id).histories.get(entry_id)
    return history[-1] if history else None
