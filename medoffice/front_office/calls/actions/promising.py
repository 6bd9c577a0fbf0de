"""Keeping promises in mind: each that stands in a note becomes a row and work with a due time."""

from datetime import datetime

from medoffice.front_office.calls.models import Call, Promise
from medoffice.front_office.calls.rules.promises import promises_in
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone, open_work
from medoffice.security.types import Actor


def keep_in_mind(actor: Actor, call: Call, words: str, now: datetime) -> int:
    """Write down what a note promises; returns how many promises. No query for a note without an @."""
    if "@" not in words:
        return 0
    found = promises_in(words, now, office_zone())
    for due, said in found:
        promise(actor, call, said, due, now)
    return len(found)


def promise(actor: Actor, call: Call, words: str, due: datetime, now: datetime) -> Promise:
    """One promise, with its work item."""
    row = new_row(
        Promise,
        call_id=call.id,
        words=words.strip()[:200],
        to=call.caller,
        due_at=due,
        made_by=actor.name,
        made_at=now,
    )
    row.save(force_insert=True)
    open_work(
        actor=actor,
        kind="promise",
        title=f"Promised on call {call.number}",
        ref=Ref("promise", row.id),
        patient_id=call.patient_id,
        priority=1,
        due_at=due,
        key=str(row.id),
    )
    return row


def done(actor: Actor, row: Promise, how: str, now: datetime) -> None:
    """A promise that is done, in time or not; its work goes with it."""
    row.done_at, row.done_by = now, actor.name
    row.save(update_fields=["done_at", "done_by"])
    finish_work_about(actor=actor, ref=Ref("promise", row.id), outcome=how)
