"""Reads of messages: the out-box, one message, those about a thing or a patient."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.queries.set_up import door_state
from medoffice.front_office.outreach.rules.reaching import as_named
from medoffice.front_office.outreach.types.messages import (
    BY_GATEWAY,
    Channel,
    Message,
    MessageEvent,
    MessageState,
    Purpose,
    TellKind,
)
from medoffice.kernel import clock
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.security.api import permitted, require
from medoffice.security.types import Actor

UNTOLD = timedelta(hours=6)  # a gateway that is well says within minutes what became of a message


def message(actor: Actor, message_id: UUID) -> Message:
    """A message that the actor may see. Raises NotFound. Two queries."""
    row = models.Message.objects.filter(id=message_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.read", row.patient_id)
    return to_message(row)


def story_of(message_id: UUID) -> list[MessageEvent]:
    """What became of a message, first to last. One query."""
    rows = models.MessageEvent.objects.filter(message_id=message_id).order_by("id")
    return [MessageEvent(row.state, row.at, row.words, row.by) for row in rows]


def box(actor: Actor, state: MessageState | None = None, limit: int = 100) -> list[Message]:
    """The latest messages, of one state or all. One query."""
    rows = models.Message.objects.filter(state=state) if state else models.Message.objects.all()
    rows = permitted(actor, "outreach.read", rows, visit="about_id").order_by("-made_at", "-id")
    return [to_message(row) for row in rows[:limit]]


def counts(actor: Actor) -> dict[str, int]:
    """How many messages of the last week stand in each state. One query."""
    since = clock.now() - timedelta(days=7)
    rows = permitted(actor, "outreach.read", models.Message.objects.filter(made_at__gte=since), visit="about_id")
    found = dict.fromkeys((state.value for state in MessageState), 0)
    for state in rows.values_list("state", flat=True):
        found[state] += 1
    return found


def messages_about(about_id: UUID) -> list[Message]:
    """The messages about a thing, first to last. One query."""
    return [to_message(row) for row in models.Message.objects.filter(about_id=about_id).order_by("id")]


def messages_of(actor: Actor, patient_id: UUID, limit: int = 8) -> list[Message]:
    """The messages to a patient, latest first. One query."""
    rows = permitted(actor, "outreach.read", models.Message.objects.filter(patient_id=patient_id), visit="about_id")
    return [to_message(row) for row in rows.order_by("-made_at", "-id")[:limit]]


def letters(actor: Actor) -> list[Message]:
    """What waits to be printed and posted, oldest first. One query."""
    rows = models.Message.objects.filter(channel=Channel.PRINT, state=MessageState.QUEUED)
    return [to_message(row) for row in permitted(actor, "outreach.read", rows, visit="about_id").order_by("id")[:200]]


def due_to_go() -> list[UUID]:
    """The texts and e-mails that may go now, oldest first; none while the way out rests. Two queries."""
    now = clock.now()
    door = models.Door.objects.first()
    if door is not None and door.try_at is not None and door.try_at > now:
        return []
    rows = models.Message.objects.filter(state=MessageState.QUEUED, channel__in=BY_GATEWAY, not_before__lte=now)
    return list(rows.order_by("not_before", "id").values_list("id", flat=True)[:500])


def outreach_check() -> list[Checked]:
    """The way out works, and what was handed over is told of. Four queries."""
    door, now = door_state(), clock.now()
    found = []
    if door.down:
        since = f"{door.since:%m/%d/%Y %H:%M} UTC" if door.since else "a while"
        words = f"Texts and e-mails do not go out since {since}: {door.why} {door.waiting} messages wait."
        found.append(Finding("gateway-down", "outreach", words))
    old = models.Message.objects.filter(state=MessageState.HANDED, channel__in=BY_GATEWAY)
    untold = old.filter(handed_at__lt=now - UNTOLD, handed_at__gt=now - timedelta(days=30)).count()
    if untold:
        words = f"Of {untold} messages the gateway never said whether they arrived."
        found.append(Finding("gateway-silent", "outreach", words, Severity.WARNING))
    told = f"{door.waiting} messages wait, {untold} were handed over and never told of"
    return [Checked("messages", "texts and e-mails to patients go out and are told of", told, tuple(found))]


def to_message(row: models.Message) -> Message:
    """A row as the noun."""
    return Message(
        id=row.id,
        patient_id=row.patient_id,
        purpose=Purpose(row.purpose),
        about=Ref(row.about_kind, row.about_id),
        channel=Channel(row.channel),
        to=row.to,
        language=row.language,
        subject=row.subject,
        body=row.body,
        state=MessageState(row.state),
        made_at=row.made_at,
        not_before=row.not_before,
        handed_at=row.handed_at,
        tries=row.tries,
        why=row.why,
        answer=row.answer,
        by=row.made_by,
    )


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody wrote back, from where, and how the program read it."""

    id: UUID
    sender: str
    text: str
    read_as: str
    at: datetime


def replies_to(message_id: UUID) -> list[Reply]:
    """What was written back to a message, first to last. One query."""
    rows = models.Heard.objects.filter(message_id=message_id, kind=TellKind.REPLY).order_by("at", "id")
    return [_reply(row) for row in rows]


def reply(heard_id: UUID) -> Reply:
    """A reply that nobody could place. Raises NotFound. One query."""
    row = models.Heard.objects.filter(id=heard_id, kind=TellKind.REPLY, message=None).first()
    if row is None:
        raise NotFound
    return _reply(row)


def near(actor: Actor, sender: str) -> list[Message]:
    """The latest messages to an address, which a reply from there may be about. One query."""
    named = as_named(Channel.EMAIL if "@" in sender else Channel.SMS, sender)
    rows = models.Message.objects.filter(to_key=named) if named else models.Message.objects.none()
    rows = permitted(actor, "outreach.read", rows, visit="about_id").order_by("-made_at", "-id")
    return [to_message(row) for row in rows[:10]]


def _reply(row: models.Heard) -> Reply:
    return Reply(row.id, row.sender, row.text, row.read_as, row.at)
