"""Hand what waits in the out-box to the gateway."""

from uuid import UUID

from medoffice.front_office.outreach.actions.door import gateway, note_failure, note_success
from medoffice.front_office.outreach.actions.failing import give_up
from medoffice.front_office.outreach.actions.meant import no_longer_meant
from medoffice.front_office.outreach.actions.writing import labels_on, note_event, words_for
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.queries.messages import due_to_go
from medoffice.front_office.outreach.queries.set_up import stopped
from medoffice.front_office.outreach.rules.reaching import NAMES, as_named
from medoffice.front_office.outreach.types.messages import Channel, Detail, Letter, MessageState, Purpose
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.records.patients.api import patient
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import OF_VISIT, Actor


def hand_over(*, actor: Actor) -> int:
    """Send what may go now, oldest first; returns how many went. Each message is an act of its own.

    When the gateway fails what went before stays sent, the rest waits, and the next try comes later by itself. A
    message handed over twice is the same message there.
    """
    sent = 0
    with acts_of_their_own():
        for message_id in due_to_go():
            try:
                sent += hand_over_message(actor=actor, message_id=message_id)
            except Refusal as refusal:
                say_gateway_failed(actor=actor, message_id=message_id, why=refusal.words)
                break
    return sent


@action("outreach.send")
def hand_over_message(*, actor: Actor, message_id: UUID) -> bool:
    """Hand one message over, if it still means what it says; False if it does not, or somebody hands it over now.

    What may be said is asked again: a label that was set meanwhile takes words out. Raises the gateway's Refusal.
    """
    row = _waiting(message_id)
    if row is None:
        return False
    record("outreach_message", row.id, subjects=[row.patient_id])
    why = no_longer_meant(row) or _stopped(row) or _not_to(row)
    if why:
        withdrawn(row, why, actor.name)
        return False
    if row.detail != Detail.BARE and OF_VISIT & labels_on(row.patient_id, row.about_id):
        words_for(row, Detail.BARE)
    try:
        gateway().send(Letter(row.id, Channel(row.channel), row.to, row.subject, row.body))
    except Refusal as refusal:
        if refusal.code != "message-refused":
            raise
        give_up(actor, row, refusal.words)
        return False
    row.state, row.handed_at, row.tries = MessageState.HANDED, clock.now(), row.tries + 1
    row.save()
    note_event(row, row.state, "", actor.name)
    note_success(actor)
    return True


@action("outreach.send")
def say_gateway_failed(*, actor: Actor, message_id: UUID | None, why: str) -> None:
    """Note that the gateway failed, with which message."""
    row = _waiting(message_id) if message_id else None
    if row is not None:
        row.tries += 1
        row.save(update_fields=["tries"])
        note_event(row, row.state, why, actor.name)
    note_failure(actor, why)


def withdrawn(row: Message, why: str, by: str) -> None:
    """The message does not go."""
    row.state, row.why = MessageState.WITHDRAWN, why[:200]
    row.save()
    note_event(row, row.state, why, by)


def _waiting(message_id: UUID) -> Message | None:
    rows = Message.objects.select_for_update(skip_locked=True, of=("self",))
    return rows.filter(id=message_id, state=MessageState.QUEUED).first()


def _not_to(row: Message) -> str:
    """Why nothing goes to this patient, or not this way or to this place any more; empty if it may."""
    who, channel = patient(row.patient_id), Channel(row.channel)
    if who.deceased_on:
        return "The patient has died."
    if NAMES[channel] in who.closed_ways:
        return f"They want no {channel.says.lower()}."
    private = {Channel.SMS: who.private.phone, Channel.EMAIL: who.private.email}.get(channel, "")
    return "They asked to be reached elsewhere." if private and as_named(channel, private) != row.to_key else ""


def _stopped(row: Message) -> str:
    if row.channel != Channel.SMS or row.purpose == Purpose.STOPPED or not stopped(row.to):
        return ""
    return "They asked for no more texts."
