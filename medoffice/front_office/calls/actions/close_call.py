"""Close a call, saying what came of it."""

from uuid import UUID

from medoffice.front_office.calls.actions import sending
from medoffice.front_office.calls.actions.checking import held_call
from medoffice.front_office.calls.actions.promising import done
from medoffice.front_office.calls.actions.rows import call_closed
from medoffice.front_office.calls.models import Call, CallEvent, Promise
from medoffice.front_office.calls.queries.calls import to_call
from medoffice.front_office.calls.queries.lists import lists
from medoffice.front_office.calls.queries.people import told_of
from medoffice.front_office.calls.rules.telling import fault_in_closing
from medoffice.front_office.calls.types import EventKind, Lists, Needs
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MORE = 120


@action("calls.take")
def close_call(
    *,
    actor: Actor,
    call_id: UUID,
    outcome: str,
    words: str = "",
    told: str = "",
    read_back: bool = False,
    send: str = "",
) -> None:
    """End a call with an outcome of the list; its work and promises are done with it. The same again changes nothing.

    ``told`` is who was told, else the caller; ``read_back`` that it was read back; ``send`` is the key of a card that
    the patient gets, or ``DONE``: word that it is done. Raises Invalid for an outcome that is none, or what cannot be
    sent; Refusal if it was closed with another, if an emergency was found and nobody says to whom it went, or if the
    outcome tells what this caller, or one whose identity was not checked, may not know.
    """
    row = held_call(actor, call_id)
    known = lists()
    if outcome not in known.outcomes or len(words.strip()) > MORE:
        why = f"Choose what came of it; {MORE} letters more at most." if words.strip() else "Choose what came of it."
        raise Invalid("outcome-missing", why, "", {"fields": {"outcome": [why]}})
    said = known.outcomes[outcome].words + (f": {words.strip()}" if words.strip() else "")
    if row.ended_at is not None:
        if row.outcome == said:
            return
        raise Refusal("call-closed", f"This call is closed: {row.outcome}.", "Take a new call for what came later.")
    _refuse_unfit(row, known, outcome)
    now = clock.now()
    tells = known.outcomes[outcome].needs is not Needs.NOTHING
    call_closed(row, outcome, said, now, (told.strip() or row.caller) if tells else "", read_back=read_back).save()
    finish_work_about(actor=actor, ref=Ref("call", row.id), outcome=row.outcome)
    for promise in Promise.objects.filter(call=row, done_at=None):
        done(actor, promise, row.outcome, now)
    if send:
        sending.send(actor, to_call(row), send)
    subjects = [row.patient_id] if row.patient_id else []
    record("call", row.id, subjects=subjects, outcome=outcome, read_back=read_back, **({"sent": send} if send else {}))


def _refuse_unfit(row: Call, known: Lists, outcome: str) -> None:
    if row.red_flags and not CallEvent.objects.filter(call=row, kind=EventKind.ESCALATION).exists():
        words = "What was said sounds like an emergency, and nobody wrote down to whom it went."
        raise Refusal("not-escalated", words, "Say to whom you handed it, or why it is no emergency.")
    needs = known.outcomes[outcome]
    if needs.needs is Needs.NOTHING:
        return
    taken = to_call(row)
    fault = fault_in_closing(
        needs, told_of(taken, known), patient_known=row.patient_id is not None, verified=taken.verified
    )
    if fault:
        raise Refusal("may-not-be-told", *fault)
