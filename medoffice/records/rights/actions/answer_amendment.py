"""Answer a request for an amendment."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import today_here
from medoffice.records.rights.actions.rows import (
    ASKED,
    TO_TELL,
    ask_for,
    done_with,
    held_open,
    refuse_stale,
    said,
    save,
)
from medoffice.records.rights.models import Amendment
from medoffice.records.rights.offers import amendables
from medoffice.records.rights.queries.data import grounds
from medoffice.records.rights.rules.amendments import in_force
from medoffice.records.rights.types import Answer
from medoffice.security.api import action, record
from medoffice.security.types import Actor

TELL_WITHIN = timedelta(days=2)


@action("rights.decide")
def accept_amendment(
    *, actor: Actor, amendment_id: UUID, seen_version: int, statement: str, tell: str, amended: bool = False
) -> None:
    """Accept it: the statement stands beside the item from now on and goes with it. ``tell``: who must be told.

    ``amended``: whose room the thing is writes the amended version in the same act. Raises Invalid without a statement,
    Conflict for a stale page, Refusal if it was answered, or for a thing of a room that would not amend it.
    """
    row = held_open(actor, amendment_id, "rights.decide")
    refuse_stale(row, seen_version)
    if row.item_kind in amendables and not amended:
        raise Refusal("amended-there", "This is accepted where it stands: it is amended in the same act.", "Go there.")
    said(statement="" if statement.strip() else "Say what is right: this stands beside the item.")
    row.statement, row.tell = statement.strip()[:2000], tell.strip()[:1000]
    _answered(actor, row, Answer.ACCEPTED, "tell who asked, and who has to know")


@action("rights.decide")
def deny_amendment(*, actor: Actor, amendment_id: UUID, seen_version: int, ground: str, why: str) -> None:
    """Deny it, for a reason of the rule and in plain words. Who asked is told by letter, and may answer.

    Raises Invalid for another reason or no words, Conflict for a stale page, Refusal if it was answered.
    """
    row = held_open(actor, amendment_id, "rights.decide")
    refuse_stale(row, seen_version)
    fits = ground in {one.key for one in in_force(grounds(), today_here())}
    said(
        ground="" if fits else "Choose a reason: there is no other.",
        answered_why="" if why.strip() else "Say it in plain words: who asked reads them.",
    )
    row.ground, row.answered_why = ground, why.strip()[:1000]
    _answered(actor, row, Answer.DENIED, "the denial goes to who asked, by letter")


@action("rights.note")
def withdraw_amendment(*, actor: Actor, amendment_id: UUID, why: str) -> None:
    """Who asked takes it back. Raises Invalid without words, Refusal if it was answered."""
    row = held_open(actor, amendment_id, "rights.note")
    said(closed_why="" if why.strip() else "Say how they took it back.")
    row.answered_why = why.strip()[:1000]
    _answered(actor, row, Answer.WITHDRAWN, "")


def _answered(actor: Actor, row: Amendment, answer: Answer, next_step: str) -> None:
    row.answer, row.answered_by, row.answered_at = answer, actor.name, clock.now()
    save(actor, row)
    done_with(actor, row, ASKED, answer.value)
    if next_step:
        ask_for(actor, row, TO_TELL, f"{row.number}, {answer.value}: {next_step}", today_here() + TELL_WITHIN)
    record("amendment", row.id, subjects=[row.patient_id], answer=answer.value)
