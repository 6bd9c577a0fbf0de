"""Rows of requests, as the verbs write them."""

from datetime import date, datetime, time
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work
from medoffice.records.faxes.types import OPEN
from medoffice.records.releases.models import Request
from medoffice.records.releases.queries.requests import deliveries_of, faxed_of
from medoffice.records.releases.types import Asker, State
from medoffice.security.api import require
from medoffice.security.types import Actor

ASKED, SOON_DUE, LATE = "release", "release-soon", "release-overdue"  # kinds of work


def open_asked(actor: Actor, row: Request) -> None:
    """The secretary's item of a request, due when its clock ends."""
    open_work(
        actor=actor,
        kind=ASKED,
        title=f"{row.number}: copies for {Asker(row.asker).says.lower()}",
        ref=Ref("release", row.id),
        patient_id=row.patient_id,
        due_at=end_of(row.due_on),
        key=str(row.id),
    )


def end_of(day: date) -> datetime:
    """Five in the afternoon of a day at the office."""
    return datetime.combine(day, time(17), office_zone())


def held(actor: Actor, request_id: UUID, word: str) -> Request:
    """An open request, locked. Raises NotFound, or Refusal if it was answered or its copies are under way by fax."""
    row = Request.objects.select_for_update().filter(id=request_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id)
    if row.state != State.OPEN:
        raise Refusal("answered", f"This request is {row.state}.", "A new request begins anew.")
    for fax in faxed_of(deliveries_of(row.id)).values():
        if fax.state in OPEN:
            raise Refusal("under-way", f"Fax {fax.number} with these copies is under way.", "Wait for it, or stop it.")
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
