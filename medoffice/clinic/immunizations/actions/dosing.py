"""What giving and correcting share: the row of a dose, what the list says of it, what the registry is told."""

from datetime import date, datetime
from uuid import UUID

from medoffice.clinic.charting.types import Cause, CauseKind, Told
from medoffice.clinic.immunizations.actions.moving import locked
from medoffice.clinic.immunizations.models import VaccineDose, VaccineLot, VaccineReport, WrongDose
from medoffice.clinic.immunizations.queries.stock import registry
from medoffice.clinic.immunizations.rules.giving import SITE_WORDS
from medoffice.clinic.immunizations.types import Given
from medoffice.clinic.immunizations.types import Told as Reported
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import next_number
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import require
from medoffice.security.types import Actor
from medoffice.standards.terminology.types import VACCINE_EDITION

ADDED, CHANGED, TAKEN_BACK = "A", "U", "D"


def dose_row(
    actor: Actor, visit: Encounter, given: Given, *, entry_id: UUID, at: datetime, before: VaccineDose | None = None
) -> VaccineDose:
    """A dose, not saved; with ``before`` it stands instead of that one and keeps its number."""
    return new_row(
        VaccineDose,
        number=before.number if before else next_number("IZ"),
        patient_id=visit.patient_id,
        encounter_id=visit.id,
        lot_id=given.lot_id,
        on=before.on if before else visit.date,
        route=given.route,
        body_site=given.site or "",
        amount=given.amount,
        vis=given.vis,
        eligibility=given.eligibility,
        entry_id=entry_id,
        instead_of_id=before.id if before else None,
        entered_by=actor.name,
        entered_by_id=actor.id,
        entered_at=at,
    )


def told_of(row: VaccineLot, given: Given, on: date) -> Told:
    """What the patient's list says of a dose."""
    return Told(
        words=row.words,
        system="CVX",
        code=row.cvx,
        edition=VACCINE_EDITION,
        status="completed",
        began=on.isoformat(),
        details={"record": "given here", "lot": row.lot, "site": SITE_WORDS[given.site] if given.site else ""},
    )


def cause_of(visit_id: UUID) -> Cause:
    """The visit at which it was given."""
    return Cause(CauseKind.ENCOUNTER, visit_id)


def wrong_one(actor: Actor, dose_id: UUID, why: str, *others: UUID) -> tuple[VaccineDose, dict[UUID, VaccineLot]]:
    """The dose, noted as wrong, with its lot and others, locked: who holds its lot is alone (a dose never changes).

    Raises NotFound, Invalid without a reason, Refusal if that is noted already.
    """
    row = VaccineDose.objects.filter(id=dose_id).first()
    if row is None:
        raise NotFound
    require(actor, "vaccines.give", row.patient_id, row.encounter_id)
    if not why.strip():
        raise Invalid("why-missing", "Say what is wrong with it.", "", {"fields": {"why": ["This is needed."]}})
    lots = locked(row.lot_id, *others)
    earlier = WrongDose.objects.filter(dose_id=dose_id).first()
    if earlier is not None:
        words = f"{earlier.by} corrected this entry: {earlier.why}."
        raise Refusal("dose-corrected", words, "Open what stands instead of it.")
    new_row(WrongDose, dose_id=row.id, why=why.strip()[:200], at=clock.now(), by=actor.name).save(force_insert=True)
    return row, lots


def report(dose: VaccineDose, what: str) -> None:
    """Let the registry be told, if there is one. What it was not told yet of a wrong entry, it is not told any more."""
    to = registry()
    if to is None or not to.used:
        return
    now = clock.now()
    known = VaccineReport.objects.filter(dose__number=dose.number)
    known.filter(state=Reported.TO_SEND).update(state=Reported.HELD, try_at=None, why="corrected before it went")
    if not known.filter(state=Reported.SENT).exists():
        if what == TAKEN_BACK:
            return
        what = ADDED
    new_row(
        VaccineReport,
        control_id=next_number("VX"),
        dose_id=dose.id,
        what=what,
        state=Reported.TO_SEND,
        made_at=now,
        try_at=now,
    ).save(force_insert=True)
