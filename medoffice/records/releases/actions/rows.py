"""Rows of requests, as the verbs write them."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.records.releases.models import Request
from medoffice.records.releases.types import State
from medoffice.security.api import require
from medoffice.security.types import Actor


def held(actor: Actor, request_id: UUID, word: str) -> Request:
    """An open request, locked. Raises NotFound, or Refusal if it was answered."""
    row = Request.objects.select_for_update().filter(id=request_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id)
    if row.state != State.OPEN:
        raise Refusal("answered", f"This request is {row.state}.", "A new request begins anew.")
    return row


def refuse_stale(row: Request, seen_version: int) -> None:
    """Raise Conflict if somebody else saved after that version."""
    if row.version != seen_version:
        raise Conflict(
            "changed-meanwhile",
            f"{row.changed_by or 'Somebody'} changed this request meanwhile.",
            "Look, then save again.",
        )


def save(actor: Actor, row: Request) -> None:
    """A new version, by whom and when."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def said(**fields: str) -> None:
    """Raise Invalid with what is wrong, by field; "" is nothing."""
    wrong = {name: [words] for name, words in fields.items() if words}
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
