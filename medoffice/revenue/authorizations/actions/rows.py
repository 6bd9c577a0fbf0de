"""Rows of requests to payers and of their stories, as the verbs write them."""

from datetime import date, datetime, time
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone, open_work, today_here
from medoffice.revenue.authorizations.models import Authorization, AuthorizationEvent
from medoffice.revenue.authorizations.rules.clocks import due_on
from medoffice.revenue.authorizations.types import State
from medoffice.security.api import require
from medoffice.security.types import Actor

TO_SIGN, TO_SEND, TO_TELL = "authorization-to-sign", "authorization-to-send", "authorization-to-tell"
TO_ASK, TO_APPEAL, ENDING = "authorization-to-ask", "authorization-to-appeal", "authorization-ending"
_WORK = {
    State.PREPARED: (TO_SIGN, "Sign the request to the payer"),
    State.SIGNED: (TO_SEND, "Send the request to the payer"),
    State.MORE: (TO_TELL, "The payer asks for more"),
    State.DENIED: (TO_APPEAL, "The payer said no: appeal, or prescribe something else"),
}


def held(actor: Actor, authorization_id: UUID, word: str, seen_version: int | None = None) -> Authorization:
    """A request, locked, that the actor may do this to. Raises NotFound, Conflict if it was changed since it was read.

    Without ``seen_version`` it is not asked whether it was.
    """
    rows = Authorization.objects.select_for_update(of=("self",)).select_related("policy__payer")
    row = rows.filter(id=authorization_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    if seen_version is not None and row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then go on.")
    return row


def note(actor: Actor, row: Authorization, what: str, words: str = "") -> None:
    """A line of its story."""
    AuthorizationEvent.objects.create(
        authorization=row, what=what, words=words.strip()[:300], at=clock.now(), by=actor.name
    )


def saved(actor: Actor, row: Authorization) -> None:
    """Keep what was changed, as another version."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def stands(actor: Actor, row: Authorization, state: State, words: str = "", until: date | None = None) -> None:
    """From now on it stands so: its clock (``until``, or the office's own days), its story, whose work it is."""
    row.state = state.value
    quick = bool(row.draft.get("quick"))
    row.due_on = (until or due_on(state, today_here(), quick=quick)) if state.open else None
    saved(actor, row)
    note(actor, row, state.value, words)
    finish_work_about(actor=actor, ref=Ref("authorization", row.id), outcome=state.value)
    if state in _WORK:
        kind, title = _WORK[state]
        open_about(actor, row, kind, title)


def open_about(actor: Actor, row: Authorization, kind: str, title: str) -> None:
    """Work of this kind about it, once, due at the end of its day."""
    open_work(
        actor=actor, kind=kind, title=f"{title}: {row.number}", ref=Ref("authorization", row.id),
        patient_id=row.patient_id, visit_id=row.encounter_id, due_at=_closing(row.due_on or row.approved_to),
        priority=1 if row.draft.get("quick") else 2, key=f"{row.id} {kind}",
    )  # fmt: skip


def _closing(day: date | None) -> datetime | None:
    """Five in the afternoon of a day at the office."""
    return datetime.combine(day, time(17), office_zone()) if day else None
