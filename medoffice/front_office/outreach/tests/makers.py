"""What tests of other rooms ask about messages."""

from uuid import UUID

from medoffice.front_office.outreach.models import Message, ReminderRule
from medoffice.front_office.outreach.queries.messages import outreach_check
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
