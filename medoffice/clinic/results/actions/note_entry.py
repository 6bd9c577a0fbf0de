"""Note something about a report: a remark, a call with its read-back, that the patient was told."""

from uuid import UUID

from medoffice.clinic.results.actions.raise_critical import LATE
from medoffice.clinic.results.models import LabEntry, LabReport
from medoffice.clinic.results.types import READ_BACK, Level, Said
from medoffice.front_office.outreach.api import queue_message
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("results.note")
def note_entry(
    *, actor: Actor, report_id: UUID, what: Said, words: str = "", whom: str = "", read_back: bool = False
) -> UUID:
    """Write a line. Raises Invalid for an empty remark, a call with nobody, a critical one that was not read back."""
    row = held_report(report_id)
    require(actor, "results.note", row.patient_id, row.about_id)
    wrong: dict[str, list[str]] = {}
    if what is Said.MESSAGE:
        raise NotFound
    if what is Said.REMARK and not words.strip():
        wrong["words"] = ["Say something."]
    if what is not Said.REMARK and not whom.strip():
        wrong["whom"] = ["With whom?"]
    if what in READ_BACK and row.level == Level.CRITICAL and not read_back:
        wrong["read_back"] = ["A critical result is read back; it was understood when that agreed."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    made = _line(actor, row, what, words, whom, read_back=read_back)
    if what is Said.PROVIDER:  # somebody who decides has it: nobody else has to run after it
        row.raised_at = row.raised_at or clock.now()
        row.save(update_fields=["raised_at"])
        finish_work_about(actor=actor, ref=Ref("lab_report", row.id), outcome="provider told", kind=LATE)
    record("lab_report", row.id, subjects=[row.patient_id], noted=what.value)
    return made


@action("results.tell")
def tell_patient(*, actor: Actor, report_id: UUID) -> UUID:
    """Send a message that a provider has seen the result and the office has news; it does not say what was found.

    Raises Refusal for a report that nobody has signed, or where a label keeps it. The same again is the same message.
    """
    row = held_report(report_id)
    require(actor, "results.tell", row.patient_id, row.about_id, to_patient=True)
    if row.signed_at is None:
        raise Refusal("not-signed", "No provider has signed this off.", "Sign it first.")
    known = LabEntry.objects.filter(report=row, what=Said.MESSAGE, at__gte=row.signed_at).first()
    if known is not None:
        return known.id
    queue_message(
        actor=actor,
        patient_id=row.patient_id,
        purpose=Purpose.RESULT,
        about=Ref("lab_report", row.id),
        key=f"result {row.id} {row.version}",
        values={},
        visit_id=row.about_id,
    )
    made = _line(actor, row, Said.MESSAGE, "", "the patient")
    record("lab_report", row.id, subjects=[row.patient_id], told=True)
    return made


def held_report(report_id: UUID) -> LabReport:
    """A report, locked. Raises NotFound."""
    row = LabReport.objects.select_for_update().filter(id=report_id).first()
    if row is None:
        raise NotFound
    return row


def _line(actor: Actor, row: LabReport, what: Said, words: str, whom: str, *, read_back: bool = False) -> UUID:
    key = new_id()
    told = {"what": what, "words": words.strip()[:500], "whom": whom.strip()[:80], "read_back": read_back}
    LabEntry.objects.create(id=key, report=row, at=clock.now(), by=actor.name, **told)
    return key
