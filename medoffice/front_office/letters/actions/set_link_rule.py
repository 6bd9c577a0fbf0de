"""Decide how long links open letters, and how many wrong tries lock one."""

from medoffice.front_office.letters.actions.deciding import refuse_undecided
from medoffice.front_office.letters.models import LinkRule
from medoffice.front_office.letters.types import links
from medoffice.kernel import clock
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor

LONGEST, MOST = 90, 10


@action("letters.set_up")
def set_link_rule(*, actor: Actor, rule: links.LinkRule) -> None:
    """The rule from a day on, for links that go from then on. Raises Invalid with what is wrong, by field."""
    wrong = {
        "days": "" if 1 <= rule.days <= LONGEST else f"From 1 to {LONGEST} days.",
        "tries": "" if 1 <= rule.tries <= MOST else f"From 1 to {MOST} tries.",
        "since": "This day is past." if rule.since < today_here() else "",
    }
    source = refuse_undecided(wrong, rule.source)
    row = LinkRule.objects.create(
        since=rule.since, days=rule.days, tries=rule.tries, source=source, made_by=actor.name, made_at=clock.now()
    )
    record("letter link rule", row.id, days=rule.days)
