"""Hand the faxes that wait to the line."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal
from medoffice.records.faxes.actions.line import line, note_failure, note_success
from medoffice.records.faxes.actions.rows import give_up, kept_now, note_event
from medoffice.records.faxes.models import Fax
from medoffice.records.faxes.queries.faxes import due_to_go
from medoffice.records.faxes.types import Call, FaxState
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

KEPT = "what is in it may not go any more"


def hand_over(*, actor: Actor) -> int:
    """Hand over what may go now, oldest first; returns how many went. Each fax is an act of its own.

    When the line fails the rest waits, and the next try comes later by itself. A call handed over twice is one call.
    """
    sent = 0
    with acts_of_their_own():
        for fax_id in due_to_go():
            try:
                sent += hand_over_fax(actor=actor, fax_id=fax_id)
            except Refusal as refusal:
                say_line_failed(actor=actor, why=refusal.words)
                break
    return sent


@action("faxes.carry")
def hand_over_fax(*, actor: Actor, fax_id: UUID) -> bool:
    """Hand one fax over; False if it waits no longer, or somebody hands it over now. Raises the line's Refusal.

    What a label keeps by now does not go, however it was queued: it is a person's work.
    """
    rows = Fax.objects.select_for_update(skip_locked=True, of=("self",))
    row = rows.filter(id=fax_id, state=FaxState.QUEUED).first()
    if row is None:
        return False
    if kept_now(actor, row):
        row.state, row.try_at, row.why = FaxState.FAILED, None, KEPT
        row.save()
        note_event(row, KEPT, actor.name)
        give_up(actor, row, f"Fax {row.number} did not go: {KEPT}.")
        record("fax", row.id, subjects=[row.patient_id], kept=True)
        return False
    line().send(Call(row.id, row.tries + 1, row.to_number, files.load(row.sha256)))
    row.state, row.tries, row.handed_at, row.why = FaxState.HANDED, row.tries + 1, clock.now(), ""
    row.save()
    note_event(row, f"call {row.tries}", actor.name)
    note_success(actor)
    record("fax", row.id, subjects=[row.patient_id], call=row.tries)
    return True


@action("faxes.carry")
def say_line_failed(*, actor: Actor, why: str) -> None:
    """Note that the line failed."""
    note_failure(actor, why)
    record("fax line", None)
