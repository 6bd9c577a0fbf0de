"""Rows of requests to payers and of their stories, as the verbs write them."""

from datetime import date, datetime, time
from uuid import UUID

from medoffice.clinic.prescriptions.types.prescribing import Prescription
from medoffice.clinic.prescriptions.types.prescribing import State as Prescribing
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone, open_work, today_here
from medoffice.revenue.authorizations.models import Authorization, AuthorizationEvent
from medoffice.revenue.authorizations.rules.clocks import SENT, TO_WORK_ON, due_on
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


def refuse_changed(row: Authorization, given: Prescription) -> None:
    """Raise Refusal for a prescription that ended or was withdrawn meanwhile, or says another medicine now."""
    if given.state not in (Prescribing.PREPARED, Prescribing.SIGNED) or given.says.medicine != row.medicine:
        words = f"{given.number} is {given.state}: {given.says.medicine}. This asks for {row.medicine}."
        raise Refusal("prescribed-otherwise", words, "Close this request, and ask for what is prescribed now.")


def note(actor: Actor, row: Authorization, what: str, words: str = "") -> UUID:
    """A line of its story; returns it."""
    return AuthorizationEvent.objects.create(
        authorization=row, what=what, words=words.strip()[:300], at=clock.now(), by=actor.name
    ).id


def saved(actor: Actor, row: Authorization) -> None:
    """Keep what was changed, as another version."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def stands(actor: Actor, row: Authorization, state: State, words: str = "") -> UUID:
    """From now on it stands so: its clock, its story, whose work it is; returns the line of its story.

    Its day is the office's own, or the payer's where that is to be kept; a day of the payer's is over once it is asked
    anew, or decided.
    """
    row.state = state.value
    row.sent = row.sent or state in SENT
    row.payer_day = row.payer_day if state.open and state not in SENT else None
    proposed = due_on(state, today_here(), quick=bool(row.draft.get("quick")))
    row.due_on = _day(state, proposed, row.payer_day)
    saved(actor, row)
    line = note(actor, row, state.value, words)
    finish_work_about(actor=actor, ref=Ref("authorization", row.id), outcome=state.value)
    if state in _WORK:
        kind, title = _WORK[state]
        open_about(actor, row, kind, title)
    return line


def _day(state: State, proposed: date | None, payer_day: date | None) -> date | None:
    """What the payer wants by a day is due on it; while it is written, the office's own day may come before."""
    if proposed is None or payer_day is None:
        return proposed
    return payer_day if state in TO_WORK_ON else min(proposed, payer_day)


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
