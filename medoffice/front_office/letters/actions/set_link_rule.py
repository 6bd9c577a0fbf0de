"""Decide how long links open letters, and how many wrong tries lock one."""

from medoffice.front_office.letters.models import LinkRule
from medoffice.front_office.letters.types import links
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor

LONGEST, MOST = 90, 10


@action("letters.set_up")
def set_link_rule(*, actor: Actor, rule: links.LinkRule) -> None:
    """The rule from a day on, for links that go from then on. Raises Invalid with what is wrong, by field."""
    wrong: dict[str, list[str]] = {}
    if not 1 <= rule.days <= LONGEST:
        wrong["days"] = [f"From 1 to {LONGEST} days."]
    if not 1 <= rule.tries <= MOST:
        wrong["tries"] = [f"From 1 to {MOST} tries."]
    if rule.since < today_here():
        wrong["since"] = ["This day is past."]
    if not rule.source.strip() or rule.source.strip().lower() == links.UNVERIFIED:
        wrong["source"] = ["Say who decided it."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    row = LinkRule.objects.create(
        since=rule.since,
        days=rule.days,
        tries=rule.tries,
        source=rule.source.strip()[:200],
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("letter link rule", row.id, days=rule.days)
