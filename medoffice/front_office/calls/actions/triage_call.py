"""A nurse's advice on the telephone, signed."""

from uuid import UUID

from medoffice.front_office.calls.actions.checking import open_call, refuse_blank
from medoffice.front_office.calls.actions.rows import event_row
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.types import EventKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.triage")
def triage_call(*, actor: Actor, call_id: UUID, protocol: str, disposition: str, words: str) -> None:
    """Write the advice given by a protocol, with what was decided; it is signed by writing it and never changed.

    Raises Invalid without a protocol, a decision or the advice; Refusal without a patient, or once the call is closed.
    """
    row = open_call(actor, call_id, "calls.triage")
    refuse_blank(protocol=protocol, words=words)
    known = lists()
    if disposition not in known.dispositions:
        raise Invalid("undecided", "Say what was decided.", "", {"fields": {"disposition": ["Choose one."]}})
    if row.patient_id is None:
        raise Refusal("whom", "It is not said whom the call is about.", "Find the patient first.")
    now = clock.now()
    event_row(
        row.id, EventKind.TRIAGE, words, actor.name, now, protocol=protocol.strip()[:80], disposition=disposition
    ).save(force_insert=True)
    row.touched_at = row.touched_at or now
    row.save(update_fields=["touched_at"])
    record("call", row.id, subjects=[row.patient_id], disposition=disposition)
