"""End a prescription that was signed: the medicine is taken no more."""

from dataclasses import replace
from uuid import UUID

from medoffice.clinic.charting.api import change_entry, chart_of
from medoffice.clinic.charting.types import Cause, CauseKind, ListKind
from medoffice.clinic.prescriptions.actions.dispatching import call_off
from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import Dispatch, Prescription
from medoffice.clinic.prescriptions.rules.exchange import ENDS
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.end")
def end_prescription(*, actor: Actor, prescription_id: UUID, why: str) -> None:
    """No more of it from today, with the reason; the entry of the medication list is stopped by it.

    What a pharmacy still has is called back: by stopping the fax, else somebody calls them. Raises NotFound, Invalid
    without a reason, Refusal for what is not signed or has ended.
    """
    row = held(actor, prescription_id, "prescriptions.end")
    if row.state != State.SIGNED:
        raise Refusal("not-signed", f"{row.number} is {row.state}.", "Only what was signed can be ended.")
    if not why.strip():
        raise Invalid("why-missing", "Say why it is stopped.", "", {"fields": {"why": ["This is needed."]}})
    row.state, row.ended_why, row.version = State.ENDED.value, why.strip()[:200], row.version + 1
    row.changed_by, row.changed_at = actor.name, clock.now()
    row.save()
    note(actor, row, "ended", why)
    for sent in Dispatch.objects.select_for_update(of=("self",)).filter(prescription=row).exclude(stand__in=ENDS):
        call_off(actor, sent, f"ended: {why.strip()}")
    _stop_entry(actor, row, why.strip())
    record("prescription", row.id, subjects=[row.patient_id])


def _stop_entry(actor: Actor, row: Prescription, why: str) -> None:
    """Stop what it put on the list, unless another prescription goes on with it or somebody stopped it before."""
    others = Prescription.objects.filter(entry_id=row.entry_id, state=State.SIGNED).exclude(id=row.id)
    entries = chart_of(actor, row.patient_id).lists[ListKind.MEDICATION]
    last = next((one for one in entries if one.entry_id == row.entry_id), None)
    if last is None or last.struck or last.told.status != "active" or others.exists():
        return
    told = replace(last.told, status="stopped", ended=today_here().isoformat())
    cause = Cause(CauseKind.PRESCRIBED, row.id, f"Prescription {row.number} ended")
    change_entry(actor=actor, entry_id=last.entry_id, told=told, seen_version=last.version, cause=cause, why=why[:300])
