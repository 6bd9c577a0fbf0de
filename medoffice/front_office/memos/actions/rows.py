"""Rows of threads, and whose turn it is, as the verbs write them."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.memos.models import Looked, Memo, Thread
from medoffice.front_office.memos.queries.memos import KIND, thread
from medoffice.front_office.memos.types import To
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.api import actor_of, require
from medoffice.security.types import Actor, Role

LONGEST = 4_000  # letters


def held(actor: Actor, thread_id: UUID) -> Thread:
    """A thread, locked, in which the actor may write. Raises NotFound."""
    thread(actor, thread_id)
    row = Thread.objects.select_for_update().get(id=thread_id)
    require(actor, "memos.write", row.patient_id)
    return row


def said(actor: Actor, row: Thread, body: str) -> None:
    """A message of the thread. Raises Invalid without words."""
    text = body.strip()
    if not text or len(text) > LONGEST:
        words = f"At most {LONGEST} letters." if text else "Write something."
        raise Invalid("memo-unsaid", words, "", {"fields": {"body": [words]}})
    row.last_at, row.last_by = clock.now(), actor.name
    row.save(update_fields=["last_at", "last_by"])
    Memo.objects.create(thread=row, body=text, by_id=actor.id, at=row.last_at)
    looked(actor, row)


def looked(actor: Actor, row: Thread) -> None:
    """The actor has seen it as far as it goes."""
    Looked.objects.update_or_create(thread=row, user_id=actor.id, defaults={"at": clock.now()})


def turn_of(actor: Actor, row: Thread, to: To, *, due_at: datetime | None = None) -> None:
    """From now on it is theirs: what was open about it is done, and they find it in their work.

    A role reads what it is about in the queue; of what is for one person, others of the role read only from whom it is.
    """
    ref, person = Ref(KIND, row.id), actor_of(to.user_id) if to.user_id else None
    finish_work_about(actor=actor, ref=ref, outcome="passed on")
    open_work(
        actor=actor,
        kind=KIND,
        title=f"Memo from {actor.name}" if person else row.subject,
        ref=ref,
        patient_id=row.patient_id,
        key=str(row.id),
        due_at=due_at,
        owner_id=to.user_id,
        queue=min(person.roles) if person else Role(to.role),
    )


def over(actor: Actor, row: Thread, outcome: str) -> None:
    """Nobody has anything to do with it any more."""
    finish_work_about(actor=actor, ref=Ref(KIND, row.id), outcome=outcome)
