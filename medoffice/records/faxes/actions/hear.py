"""Take in what the line tells: what arrived, what is called again, what is given up."""

from medoffice.kernel import clock, facts
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.records.documents.api import keep_document
from medoffice.records.documents.types.papers import Door, Made
from medoffice.records.faxes.actions.hand_over import say_line_failed
from medoffice.records.faxes.actions.line import line
from medoffice.records.faxes.actions.rows import give_up, note_event
from medoffice.records.faxes.models import Fax, FaxEvent
from medoffice.records.faxes.queries.faxes import what_left
from medoffice.records.faxes.queries.paper import confirmation
from medoffice.records.faxes.rules.calling import as_said, said_of, wait_after
from medoffice.records.faxes.types import FaxArrived, FaxState, Outcome, Told
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def hear_all(*, actor: Actor) -> int:
    """Take in everything that waits; returns how much was new. Each is an act of its own, committed before the line is

    told that it was fetched: after a crash in between it comes again and does nothing twice.
    """
    new = 0
    with acts_of_their_own():
        try:
            door = line()
            for told in door.waiting():
                new += hear(actor=actor, told=told)
                door.fetched(told.key)
        except Refusal as refusal:
            if refusal.code != "no-fax-line":
                say_line_failed(actor=actor, why=refusal.words)
    return new


@action("faxes.carry")
def hear(*, actor: Actor, told: Told) -> bool:
    """What came of one call; False if that is known, or the call is none of the office's."""
    row = Fax.objects.select_for_update(of=("self",)).filter(id=told.fax_id).first()
    known = FaxEvent.objects.filter(told=told.key).exists()
    if row is None or known or row.state != FaxState.HANDED or row.tries != told.attempt:
        record("fax", row.id if row else None, new=False)
        return False
    if told.outcome is Outcome.DELIVERED:
        _arrived(actor, row, told)
    else:
        _again_or_never(actor, row, told)
    event = note_event(row, row.why, actor.name, told.key)
    if told.pages:
        _left(actor, row, event, told)
    record("fax", row.id, subjects=[row.patient_id], outcome=told.outcome.value)
    return True


def _arrived(actor: Actor, row: Fax, told: Told) -> None:
    """It is delivered: the confirmation goes on the chart."""
    row.state, row.try_at = FaxState.DELIVERED, None
    row.why = f"{told.pages} pages; {told.answered or 'a fax machine'} answered"[:200]
    pages, words = confirmation(row, told, what_left(row))
    made = Made("fax-sent", f"Fax {row.number} to {row.to_name}"[:120], pages, (words,), row.encounter_id)
    row.document_id = keep_document(actor=actor, patient_id=row.patient_id, door=Door.FAX, made=made)
    row.save()
    finish_work_about(actor=actor, ref=Ref("fax", row.id), outcome="delivered")
    facts.publish(FaxArrived(row.id, row.key), subject=row.patient_id)


def _again_or_never(actor: Actor, row: Fax, told: Told) -> None:
    """It is called again later, or given up: then it is somebody's work."""
    row.why = said_of(told.outcome, told.pages, row.pages)
    wait = wait_after(told.outcome, row.tries - row.since_again)
    row.state, row.try_at = (FaxState.FAILED, None) if wait is None else (FaxState.QUEUED, clock.now() + wait)
    row.save()
    if wait is None:
        give_up(actor, row, f"Fax {row.number} did not arrive: {row.why}")


def _left(actor: Actor, row: Fax, event: FaxEvent, told: Told) -> None:
    """What arrived there has left the office, also if it was not all."""
    part = "" if told.outcome is Outcome.DELIVERED else f", {told.pages} of {row.pages} pages"
    left = Leaving(
        patient_id=row.patient_id,
        purpose=row.purpose,
        what=f"{what_left(row)}{part}",
        to_name=row.to_name,
        to_address=as_said(row.to_number),
        way="fax",
        cause=Ref("fax_event", event.id),
        why=row.least,
        encounter_id=row.encounter_id,
        abouts=tuple(row.abouts),
    )
    record_disclosures(actor=actor, leaving=(left,), gone=True)
