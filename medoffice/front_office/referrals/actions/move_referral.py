"""Note what became of a referral."""

from datetime import date
from uuid import UUID

from medoffice.front_office.referrals.actions.rows import held, stands
from medoffice.front_office.referrals.models import Referral
from medoffice.front_office.referrals.queries.referrals import events_of
from medoffice.front_office.referrals.rules.moving import back_from, may_go
from medoffice.front_office.referrals.types import Direction, State
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import office_zone
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("referrals.follow")
def move_referral(
    *, actor: Actor, referral_id: UUID, to: State, words: str = "", visit_on: date | None = None, back: bool = False
) -> None:
    """It is acknowledged, booked (for which day), its report came, or it is closed; a step may be passed over.

    ``back``: a step that was noted by mistake is taken back, with a reason, to the one before; not once its report is
    filed. Raises Refusal for another step back, Invalid for a visit without its day or on one before the referral, and
    for closing without a report or a reason.
    """
    row = held(actor, referral_id)
    if back:
        _back(actor, row, to, words)
        return
    if not may_go(Direction(row.direction), State(row.state), to):
        raise Refusal("referral-elsewhere", f"This referral is {row.state} by now.", "Open it again.")
    if to is State.SCHEDULED and visit_on is None:
        raise Invalid("no-day", "For which day?", "", {"fields": {"visit_on": ["Say the day of the visit."]}})
    if to is State.SCHEDULED and visit_on is not None and visit_on < row.made_at.astimezone(office_zone()).date():
        told = {"fields": {"visit_on": ["This day is before the referral."]}}
        raise Invalid("day-before", "The visit is still to come.", "", told)
    if to is State.CLOSED and row.state != State.REPORTED and not words.strip():
        raise Invalid("no-reason", "No report came.", "", {"fields": {"words": ["Say why it is closed without one."]}})
    row.visit_on = visit_on if to is State.SCHEDULED else row.visit_on
    stands(actor, row, to, words)
    record("referral", row.id, subjects=[row.patient_id], to=to.value)


def _back(actor: Actor, row: Referral, to: State, words: str) -> None:
    if row.report_id or to is not back_from(State(row.state), [one.what for one in events_of(row.id)]):
        raise Refusal("referral-elsewhere", f"This referral is {row.state} by now.", "Open it again.")
    if not words.strip():
        told = {"fields": {"words": ["Say why it goes back: both stay in its story."]}}
        raise Invalid("no-reason", "It goes back a step.", "", told)
    row.visit_on = row.visit_on if to is State.SCHEDULED else None
    stands(actor, row, to, words)
    record("referral", row.id, subjects=[row.patient_id], back=to.value)
