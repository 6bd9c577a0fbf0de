"""Note that the state's monitoring program was looked into."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import MonitoringCheck
from medoffice.clinic.prescriptions.types.controlled import Seen
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def note_monitoring_check(*, actor: Actor, patient_id: UUID, program: str, seen: Seen, words: str = "") -> UUID:
    """Who looked, when, and what it told. The program itself is outside; nothing of it is fetched here.

    Raises NotFound, Invalid by field: without the program's name, or for something unexpected without what it was.
    """
    require(actor, "prescriptions.prepare", patient(patient_id).id)
    wrong = {}
    if not program.strip():
        wrong["program"] = ["Which program?"]
    if seen is Seen.UNEXPECTED and not words.strip():
        wrong["words"] = ["Say what was unexpected."]
    if wrong:
        raise Invalid("check-unfit", "Some fields need another look.", "", {"fields": wrong})
    made = MonitoringCheck.objects.create(
        patient_id=patient_id, program=program.strip()[:80], seen=seen.value, words=words.strip()[:300],
        at=clock.now(), by=actor.name,
    )  # fmt: skip
    record("monitoring-check", made.id, subjects=[patient_id])
    return made.id
