"""Rows of referrals and of their stories, as the verbs write them."""

from datetime import date
from uuid import UUID

from medoffice.front_office.referrals.models import Referral, ReferralEvent
from medoffice.front_office.referrals.queries.paces import next_due
from medoffice.front_office.referrals.types import Priority, State
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, office_zone
from medoffice.security.api import require
from medoffice.security.types import Actor

OVERDUE, TO_SEND = "referral-overdue", "referral-to-send"


def held(actor: Actor, referral_id: UUID, word: str = "referrals.follow") -> Referral:
    """A referral, locked, that the actor may do this to. Raises NotFound."""
    rows = Referral.objects.select_for_update(of=("self",)).select_related("performer")
    row = rows.filter(id=referral_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    return row


def note(actor: Actor, row: Referral, what: str, words: str = "") -> None:
    """A line of its story."""
    ReferralEvent.objects.create(referral=row, what=what, words=words.strip()[:300], at=clock.now(), by=actor.name)


def stands(actor: Actor, row: Referral, state: State, words: str = "") -> None:
    """From now on it stands so: when its next step is due, its story, and the work that this ends."""
    row.state, row.state_since, row.quiet_until = state, clock.now(), None
    row.due_on = next_due(Priority(row.priority), state, today(), row.visit_on)
    row.save()
    note(actor, row, state.value, words)
    for kind in (OVERDUE, TO_SEND):
        finish_work_about(actor=actor, ref=Ref("referral", row.id), outcome=state.value, kind=kind)


def today() -> date:
    """The day at the office."""
    return clock.today(office_zone())
