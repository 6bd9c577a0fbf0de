"""Take messages in as a wire brought them: kept, judged, and only then answered."""

import hashlib
import logging
from collections.abc import Iterable, Sequence
from uuid import UUID

from medoffice.clinic.results.models import LabMessage
from medoffice.clinic.results.queries.messages import came_under
from medoffice.clinic.results.rules.answering import (
    MOST_FINDINGS,
    Verdict,
    broken,
    judge,
    pretending,
    unreadable,
    used_again,
)
from medoffice.clinic.results.rules.own import US
from medoffice.clinic.results.types import OFFICE, Arrived, MessageState
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.jobs import defer
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.hl7.api import Message, acknowledge, faults_of, kind_in_code, read_message

log = logging.getLogger(__name__)
_WHOLE = ("", "no-cr")
_Key = tuple[str, str, str]


@action("results.receive")
def receive(*, actor: Actor, arrived: tuple[Arrived, ...]) -> list[bytes]:
    """Keep what came, in one transaction; returns the answer to each, to be sent when that is committed.

    The same message under the same number is answered as the first time and not kept again; another content under a
    known number is refused, kept beside it, and somebody's work; so is what says that it is from this office and came
    from another. Nothing raises on content.
    """
    in_earnest = current.kind() == "practice"
    rows = [_row(one, in_earnest=in_earnest) for one in arrived]
    seen = _seen(rows)
    taken = {key for (key, _), row in seen.items() if row.state != MessageState.REFUSED}
    kept: list[LabMessage] = []
    answers: list[LabMessage] = []
    for row in rows:
        key = (row.sender, row.facility, row.control_id)
        before = seen.get((key, row.sha256)) if row.control_id else None
        if before is None:
            if key in taken:
                _answer(row, _message(row), used_again())
            seen[key, row.sha256] = before = row
            kept.append(row)
            if row.state != MessageState.REFUSED:
                taken.add(key)
        answers.append(before)
    LabMessage.objects.bulk_create(kept)
    _tell_of_refused(actor, kept)
    if any(row.state == MessageState.WAITS for row in kept):
        defer("results.file")
    record("laboratory messages", None, came=len(rows), kept=len(kept))
    return [bytes(row.ack) for row in answers]


def _row(one: Arrived, *, in_earnest: bool) -> LabMessage:
    """What came, with its answer."""
    row = LabMessage(
        id=new_id(),
        peer=one.peer[:64],
        sha256=hashlib.sha256(one.data).hexdigest(),
        data=one.data,
        size=len(one.data),
        came_at=clock.now(),
    )
    message = _message(row)
    if one.flaw not in _WHOLE or not message.raw:
        _answer(row, message, broken(one.flaw))
        return row
    try:
        row.sender, row.facility = message.value("MSH-3")[:180], message.value("MSH-4")[:180]
        row.control_id, row.kind = message.value("MSH-10").strip()[:199], kind_in_code(message)[:20]
        ours = row.sender.strip().upper() == US and one.peer != OFFICE
        _answer(row, message, pretending() if ours else judge(message, in_earnest=in_earnest))
    except Exception as error:  # noqa: BLE001 - whatever a message does to the reader, it is kept and answered
        log.error("a laboratory's message could not be read: %s", type(error).__name__)
        _answer(row, Message(b""), unreadable())
    return row


def _message(row: LabMessage) -> Message:
    """The message in the bytes, or an empty one."""
    try:
        return read_message(bytes(row.data))
    except Refusal:
        return Message(b"")


def _answer(row: LabMessage, message: Message, verdict: Verdict) -> None:
    """Set what is answered, and where the message is by that."""
    at = row.came_at.strftime("%Y%m%d%H%M%S+0000")
    faults = faults_of(verdict.findings)
    said = acknowledge(message, verdict.code, control_id=row.id.hex[:20], at=at, words=verdict.words, faults=faults)
    row.ack, row.ack_code, row.why = said.raw, verdict.code.value, verdict.words[:300]
    row.findings = [one.as_json() for one in verdict.findings[:MOST_FINDINGS]]
    row.state = MessageState.WAITS if verdict.taken else MessageState.REFUSED


def _seen(rows: Iterable[LabMessage]) -> dict[tuple[_Key, str], LabMessage]:
    """What came before under these numbers, by its content. One query."""
    found = came_under(row.control_id for row in rows)
    return {((row.sender, row.facility, row.control_id), row.sha256): row for row in found}


def _tell_of_refused(actor: Actor, rows: Sequence[LabMessage]) -> None:
    """What was refused is somebody's work: one item for each sender, until it is looked at."""
    told: dict[str, UUID] = {}
    for row in rows:
        if row.state == MessageState.REFUSED:
            told.setdefault(row.facility or row.sender or row.peer, row.id)
    for sender, message_id in told.items():
        title = f"A message of {sender[:80] or 'a laboratory'} was refused"
        ref = Ref("lab_message", message_id)
        open_work(actor=actor, kind="lab-refused", title=title, ref=ref, key=sender[:100] or "unknown")
