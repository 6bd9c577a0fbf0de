"""Print a prescription, to be signed by hand."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import PrescriptionEvent
from medoffice.clinic.prescriptions.queries.controlled import paper_bar
from medoffice.clinic.prescriptions.queries.dispatches import PRINTED, was_sent
from medoffice.clinic.prescriptions.types.prescribing import Schedule, State
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.print")
def print_prescription(*, actor: Actor, prescription_id: UUID, why: str = "") -> int:
    """Which print of it this is; the first alone is valid, every later one is a copy and says so, as is any print of
    what a pharmacy has.

    ``why`` is the exception by which a controlled medicine goes on paper; it is kept. Raises NotFound, Invalid where it
    is missing, Refusal for what is not signed or has ended, or where a label keeps it from paper.
    """
    row = held(actor, prescription_id, "prescriptions.print")
    if row.state != State.SIGNED:
        raise Refusal("not-signed", f"{row.number} is {row.state}.", "Only what is signed is printed.")
    sent = was_sent(row.id)
    count = PrescriptionEvent.objects.filter(prescription=row, what=PRINTED).count() + 1 + sent
    if count > 1:
        note(actor, row, PRINTED, f"copy {count - 1}, not valid for dispensing")
    else:
        bar = paper_bar(Schedule(row.schedule), today_here())
        if bar is not None and not why.strip():
            raise Invalid("paper-barred", f"{bar.words}.", bar.do, {"fields": {"why": [bar.do]}})
        note(actor, row, PRINTED, ", ".join(filter(None, ("to be signed by hand", why.strip()))))
    record("prescription", row.id, subjects=[row.patient_id], print=count)
    return count
