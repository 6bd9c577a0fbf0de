"""Tell the registry what waits to be told; each is an act of its own, and the same bytes at every try."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from medoffice.clinic.immunizations.models import VaccineReport
from medoffice.clinic.immunizations.offers import doors
from medoffice.clinic.immunizations.queries.doses import TRIES, reports_due, sheet
from medoffice.clinic.immunizations.rules.report import message_of
from medoffice.clinic.immunizations.types import RegistryDoor, Sheet, Told
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.retries import Retry
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import finish_work_about, open_work, practice
from medoffice.records.disclosures.api import record_disclosures, refuse_objected
from medoffice.records.disclosures.types import Leaving
from medoffice.security.api import action, acts_of_their_own, record, require
from medoffice.security.types import Actor

STUCK = "vaccine-report-stuck"
_RETRY = Retry(TRIES, first=timedelta(minutes=1), longest=timedelta(hours=2))


def send_reports(*, actor: Actor) -> int:
    """Tell what may be told now; returns how many went. One that fails holds up no other."""
    sent = 0
    with acts_of_their_own():
        for report_id in reports_due():
            sent += send_report(actor=actor, report_id=report_id)
    return sent


@action("vaccines.report")
def send_report(*, actor: Actor, report_id: UUID) -> bool:
    """Tell one thing. What a label keeps, or the office agreed not to tell, is held and not tried again."""
    row = VaccineReport.objects.select_for_update().filter(id=report_id).first()
    if row is None:
        raise NotFound
    if row.state != Told.TO_SEND:
        record("vaccine_report", row.id)
        return False
    told = sheet(report_id)
    try:
        with transaction.atomic():
            require(actor, "vaccines.report", told.dose.patient_id, told.dose.encounter_id)
            refuse_objected([(told.dose.patient_id, told.registry.name)])
    except Refusal as refusal:
        row.state, row.try_at, row.why = Told.HELD, None, (refusal.words or "it may not go")[:300]
        row.save()
        record("vaccine_report", row.id, subjects=[told.dose.patient_id], held=True)
        return False
    if row.message is None:
        training = current.kind() != "practice"
        row.message = message_of(told, at=row.made_at, office=practice().name[:40], training=training).raw
    row.tries += 1
    went = _put(actor, row, told)
    row.save()
    record("vaccine_report", row.id, subjects=[told.dose.patient_id], sent=went)
    return went


def _put(actor: Actor, row: VaccineReport, told: Sheet) -> bool:
    """Hand it over, and note that it left; else it is tried again, and after enough tries somebody is told."""
    try:
        _door().put(f"{row.control_id}.hl7", bytes(row.message or b""))
    except Refusal as refusal:
        wait = _RETRY.wait_after(row.tries)
        row.why, row.try_at = refusal.words[:300], clock.now() + (wait or timedelta(hours=2))
        if wait is None:
            title = f"The immunization registry is not told: {refusal.words}"[:200]
            about = Ref("vaccine_dose", row.dose_id)
            open_work(
                actor=actor, kind=STUCK, title=title, ref=about, patient_id=told.dose.patient_id,
                visit_id=told.dose.encounter_id, key=str(row.id), priority=2,
            )  # fmt: skip
        return False
    row.state, row.try_at, row.sent_at, row.why = Told.SENT, None, clock.now(), ""
    left = Leaving(
        patient_id=told.dose.patient_id,
        purpose="public_health",
        what=f"Vaccine {told.dose.words} of {told.dose.on:%m/%d/%Y}",
        to_name=told.registry.name,
        to_address=told.registry.facility,
        way="registry",
        cause=Ref("vaccine_report", row.id),
        why="one dose and who got it, nothing else of the chart",
        encounter_id=told.dose.encounter_id,
    )
    record_disclosures(actor=actor, leaving=(left,), gone=True)
    finish_work_about(actor=actor, ref=Ref("vaccine_dose", row.dose_id), outcome="sent", kind=STUCK)
    return True


def _door() -> RegistryDoor:
    """The folder in a practice, the simulator elsewhere. Raises Refusal without one."""
    found = doors.get("folder" if current.kind() == "practice" else "simulator")
    if found is None:
        raise Refusal("no-registry-door", "There is no way to the immunization registry.", "Set one up.")
    return found
