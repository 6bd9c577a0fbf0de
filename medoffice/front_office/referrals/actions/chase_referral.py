"""Ask where a referral stands."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.referrals.actions.rows import held, note
from medoffice.front_office.referrals.types import Reached, State
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, put_off_work, work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("referrals.follow")
def chase_referral(*, actor: Actor, referral_id: UUID, how: Reached, words: str, until: datetime) -> None:
    """Somebody asked, what was said, and when to ask again: until then its work waits.

    Raises Refusal for one that is closed, Invalid without words or for a time that is past.
    """
    row = held(actor, referral_id)
    if row.state == State.CLOSED:
        raise Refusal("referral-elsewhere", "This referral is closed by now.", "Open it again.")
    wrong = {} if words.strip() else {"words": ["Say what came of it."]}
    if until <= clock.now():
        wrong["until"] = ["Choose a time that lies ahead."]
    if wrong:
        raise Invalid("chase-unsaid", "Some fields need another look.", "", {"fields": wrong})
    row.quiet_until = until.astimezone(office_zone()).date()
    row.save(update_fields=["quiet_until"])
    note(actor, row, how.value, words)
    waiting = work_about(Ref("referral", row.id))
    if waiting is not None:
        put_off_work(actor=actor, item_id=waiting, until=until)
    record("referral", row.id, subjects=[row.patient_id], how=how.value)
