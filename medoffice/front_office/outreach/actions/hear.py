"""Take in what the gateway tells: what arrived, what failed, what patients wrote back."""

from datetime import timedelta

from medoffice.front_office.outreach.actions.answering import ASKS, answered, apply_answer, to_read
from medoffice.front_office.outreach.actions.door import gateway, note_success
from medoffice.front_office.outreach.actions.failing import give_up
from medoffice.front_office.outreach.actions.hand_over import say_gateway_failed
from medoffice.front_office.outreach.actions.meant import no_longer_meant
from medoffice.front_office.outreach.actions.stopping import start_texts, stop_texts
from medoffice.front_office.outreach.actions.writing import note_event
from medoffice.front_office.outreach.models import Heard, Message
from medoffice.front_office.outreach.rules.reaching import as_named
from medoffice.front_office.outreach.rules.replies import read_reply
from medoffice.front_office.outreach.types.messages import (
    BY_GATEWAY,
    Answer,
    Channel,
    MailFailed,
    MessageState,
    TellKind,
    Told,
)
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor

OPEN_FOR = timedelta(days=14)  # so long a reply without a reference may be about a message
_WITH_THEM = (MessageState.HANDED, MessageState.DELIVERED)


def hear_all(*, actor: Actor) -> int:
    """Take in everything that waits; returns how much was new. Each is an act of its own, committed before the gateway

    is told that it was fetched: after a crash in between it comes again and does nothing twice.
    """
    new = 0
    with acts_of_their_own():
        try:
            door = gateway()
            for told in door.waiting():
                new += hear(actor=actor, told=told)
                door.fetched(told.key)
        except Refusal as refusal:
            if refusal.code != "no-gateway":
                say_gateway_failed(actor=actor, message_id=None, why=refusal.words)
    return new


@action("outreach.hear")
def hear(*, actor: Actor, told: Told) -> bool:
    """One thing the gateway told; False if it told it before."""
    if Heard.objects.filter(key=told.key).exists():
        return False
    row = _about(told)
    read = read_reply(told.text) if told.kind is TellKind.REPLY else None
    heard = Heard.objects.create(
        key=told.key,
        kind=told.kind,
        message=row,
        sender=told.sender[:254],
        text=told.text[:1000],
        read_as=read or "",
        at=clock.now(),
    )
    note_success(actor)
    record("outreach_message", row.id if row else None, subjects=[row.patient_id] if row else [], told=told.kind.value)
    if read is not None:
        _reply(actor, row, heard, read)
    elif row is not None:
        _receipt(actor, row, told)
    elif told.kind is TellKind.FAILED and told.message_id is not None:
        publish(MailFailed(told.message_id, told.text[:200]), subject=told.message_id)
    return True


def _about(told: Told) -> Message | None:
    """The message it is about: the one it names, or the only one that may be meant at that address."""
    rows = Message.objects.select_for_update()
    if told.message_id is not None:
        return rows.filter(id=told.message_id).first()
    channel = Channel.EMAIL if "@" in told.sender else Channel.SMS
    named = as_named(channel, told.sender)
    if not named:
        return None
    recent = rows.filter(to_key=named, channel__in=BY_GATEWAY, made_at__gte=clock.now() - OPEN_FOR)
    asked = recent.filter(state__in=_WITH_THEM, purpose__in=ASKS).order_by("-made_at", "-id")
    asking = [row for row in asked if not no_longer_meant(row)]
    if len(asking) == 1:
        return asking[0]
    return None if asking else recent.order_by("-made_at", "-id").first()


def _receipt(actor: Actor, row: Message, told: Told) -> None:
    """What arrived may be told before the office knows that the gateway has it (it answered too late): it has it."""
    if told.kind is TellKind.DELIVERED and row.state in (MessageState.QUEUED, MessageState.HANDED):
        row.state, row.handed_at = MessageState.DELIVERED, row.handed_at or clock.now()
        row.save(update_fields=["state", "handed_at"])
        note_event(row, row.state, "", actor.name)
    elif told.kind is TellKind.FAILED and row.state in (MessageState.QUEUED, *_WITH_THEM):
        give_up(actor, row, told.text or "The gateway says it cannot be delivered.")


def _reply(actor: Actor, row: Message | None, told: Heard, read: Answer) -> None:
    if read in (Answer.STOP, Answer.START) and "@" not in told.sender:
        if read is Answer.STOP:
            stop_texts(actor, told.sender, row)
        else:
            start_texts(told.sender)
        if row is not None and row.state in _WITH_THEM:
            answered(row, read, "by text", actor.name)
    elif row is None:
        _unknown(actor, told)
    elif row.state in _WITH_THEM:
        apply_answer(actor, row, read, "by e-mail" if row.channel == Channel.EMAIL else "by text")
    else:
        to_read(actor, row, "A patient wrote again")


def _unknown(actor: Actor, told: Heard) -> None:
    """A reply that nobody can place, or that may be about several messages."""
    open_work(
        actor=actor,
        kind="reply",
        title="A reply that fits no message, or several: who wrote it?",
        ref=Ref("outreach_heard", told.id),
        key=str(told.id),
    )
