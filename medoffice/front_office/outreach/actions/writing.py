"""Writing a message: how its patient is reached, its words, its row and the first line of its story."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.models import Message, MessageEvent
from medoffice.front_office.outreach.queries.set_up import gateway_goes, preference, settings, stopped, texts
from medoffice.front_office.outreach.rules.quiet import first_loud
from medoffice.front_office.outreach.rules.reaching import as_named, reach
from medoffice.front_office.outreach.rules.texts import choose, fill
from medoffice.front_office.outreach.types.messages import Channel, Detail, MessageState, Purpose, Reached
from medoffice.kernel import clock
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, practice
from medoffice.records.patients.api import patient
from medoffice.records.patients.types.people import Patient
from medoffice.security.api import labels_of
from medoffice.security.types import Actor, Label
from medoffice.ui.spoken import say_hour, say_when

LABELLED = frozenset({"appointment", "call"})  # what may have labels of its own
UNDO = timedelta(seconds=10)  # so long a message may be taken back before it can go


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be said to whom: the fields of the text, about what, and the visit whose labels decide."""

    patient_id: UUID
    purpose: Purpose
    about: Ref
    key: str
    values: Mapping[str, str]
    zone: ZoneInfo
    visit_id: UUID | None = None
    phone: str = ""


def write_message(actor: Actor, wanted: Wanted) -> Message:
    """Put a message into the out-box, or hand it to whoever calls. Its key must be new.

    To whoever wants none by any way that is open nothing goes; the message says so.
    """
    who, now = patient(wanted.patient_id), clock.now()
    reached = reached_by(who, wanted.visit_id)
    office = practice()
    own = {"office": office.name, "phone": wanted.phone or office.phone, "first": who.name.given}
    said = {**own, "zone": wanted.zone.key, **wanted.values}
    row = _row(actor, wanted, reached, said, now)
    row.save(force_insert=True)
    note_event(row, row.state, reached.why, actor.name)
    if row.channel == Channel.PHONE and row.state == MessageState.HANDED:
        open_call_task(actor, row)
    return row


def reached_by(who: Patient, visit_id: UUID | None) -> Reached:
    """How a patient is reached about a visit, as it stands now. Five queries."""
    preferred = preference(who.id)
    phone = who.private.phone or preferred.phone or who.phone
    return reach(
        preferred,
        phone=who.phone,
        email=who.email,
        address=bool(who.mail_to.line1),
        private=who.private,
        closed=who.closed_ways,
        language=who.language,
        stopped=stopped(phone),
        gateway=gateway_goes(settings()),
        labels=labels_on(who.id, visit_id),
    )


def labels_on(patient_id: UUID, visit_id: UUID | None) -> set[Label]:
    """The labels of a visit; none for what is about no visit."""
    return {one.label for one in labels_of(patient_id, visit_id)} if visit_id else set()


def words_for(row: Message, detail: Detail) -> None:
    """Give a message its words at a measure of detail."""
    text = choose(texts(), Purpose(row.purpose), row.language, detail)
    row.detail, row.language = detail, text.language
    said = {**row.said, **_times(row.said, text.language)}
    row.subject, row.body = fill(text.subject, said)[:200], fill(text.body, said)[:1000]


def _times(said: Mapping[str, str], language: str) -> dict[str, str]:
    """Instants in the patient's language, by the clock of the site: when it is, and until when an answer counts."""
    zone = ZoneInfo(said["zone"])
    told = {}
    if "at" in said:
        told["when"] = say_when(datetime.fromisoformat(said["at"]).astimezone(zone), language)
    if "ends" in said:
        told["until"] = say_hour(datetime.fromisoformat(said["ends"]).astimezone(zone))
    return told


def note_event(row: Message, state: str, words: str, by: str) -> None:
    """A line of a message's story."""
    MessageEvent.objects.create(message_id=row.id, state=state, words=words[:200], by=by, at=clock.now())


def open_call_task(actor: Actor, row: Message) -> None:
    """Let somebody call instead."""
    open_work(
        actor=actor,
        kind="phone-task",
        title=f"Call the patient: {Purpose(row.purpose).value.replace('_', ' ')}. {row.why}".strip(),
        ref=Ref("outreach_message", row.id),
        patient_id=row.patient_id,
        visit_id=row.about_id if row.about_kind in LABELLED else None,
        key=str(row.id),
    )


def _row(actor: Actor, wanted: Wanted, reached: Reached, said: Mapping[str, str], now: datetime) -> Message:
    decided = settings()
    loud = first_loud(now + UNDO, decided.quiet_from, decided.quiet_to, wanted.zone)
    by_hand, state = reached.channel is Channel.PHONE, MessageState.QUEUED
    if reached.closed:
        state = MessageState.WITHDRAWN
    elif by_hand:
        state = MessageState.HANDED
    row = new_row(
        Message,
        key=wanted.key,
        patient_id=wanted.patient_id,
        purpose=wanted.purpose,
        about_kind=wanted.about.kind,
        about_id=wanted.about.id,
        channel=reached.channel,
        to=reached.to,
        to_key=as_named(reached.channel, reached.to),
        said=dict(said),
        language=reached.language,
        state=state,
        made_at=now,
        not_before=loud if not by_hand else now,
        handed_at=now if state is MessageState.HANDED else None,
        why=reached.why,
        made_by=actor.name,
    )
    words_for(row, reached.detail)
    return row
