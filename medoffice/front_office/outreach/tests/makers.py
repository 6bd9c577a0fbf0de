"""What tests of other rooms ask about messages."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.models import Message, ReminderRule
from medoffice.front_office.outreach.queries.messages import outreach_check
from medoffice.front_office.outreach.queries.waitlist import to_offer, to_waiter
from medoffice.front_office.outreach.types.waitlist import Offer, OfferState, Waiter
from medoffice.kernel import clock
from medoffice.kernel.checks import Checked


def state(message_id: UUID) -> str:
    """Where a message stands."""
    return Message.objects.get(id=message_id).state


def the_check() -> Checked:
    """Whether messages go out."""
    (found,) = outreach_check()
    return found


def remind_also_who_confirmed() -> None:
    """From now on by every rule."""
    ReminderRule.objects.update(confirmed_too=True)


def the_rule() -> ReminderRule:
    """The one rule there is."""
    return ReminderRule.objects.get()


def the_offers(starts: datetime | None = None) -> list[Offer]:
    """What was offered, or of one time, first to last."""
    rows = models.Offer.objects.select_related("waiter").order_by("made_at", "id")
    return [to_offer(row) for row in (rows.filter(starts=starts) if starts else rows)]


def who_waits(waiter_id: UUID) -> Waiter:
    """Somebody of the list, waiting or not."""
    return to_waiter(models.Waiter.objects.get(id=waiter_id))


def make_offers(hold_id: UUID, waiter_ids: Iterable[UUID], who: UUID, where: UUID, starts: datetime) -> list[UUID]:
    """One held time, offered to all of these for half an hour."""
    now = clock.now()
    return [
        models.Offer.objects.create(
            waiter_id=waiter_id,
            hold_id=hold_id,
            provider_id=who,
            site_id=where,
            starts=starts,
            ends=starts + timedelta(minutes=20),
            state=OfferState.OPEN,
            made_at=now,
            until=now + timedelta(minutes=30),
        ).id
        for waiter_id in waiter_ids
    ]
