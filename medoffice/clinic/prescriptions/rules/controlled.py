"""What stands against a controlled medicine by dated rules, and what should be left of one when it is counted."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from medoffice.clinic.prescriptions.types.controlled import Standing, Wants, Watch
from medoffice.clinic.prescriptions.types.prescribing import Prescribed
from medoffice.clinic.prescriptions.types.safety import MONITORING, Alert, Stop

LOOKS_BACK = 90  # days of supply are counted so far back


def watches_from(told: Mapping[str, object]) -> list[Watch]:
    """The rules of a file. Raises KeyError, ValueError for what is none."""
    return [
        Watch(
            one["since"],
            Wants(one["wants"]),
            frozenset(one["schedules"]),
            int(one["least"]),
            one["words"],
            one["do"],
            one["source"],
        )
        for one in told["watch"]  # type: ignore[attr-defined] # a list of tables
    ]


def standing_against(rules: Iterable[Watch], says: Prescribed, stands: Standing) -> list[Alert]:
    """Alerts of a controlled medicine as it would be signed on a day: each asks for a reason, none refuses.

    What the program told that was not expected is shown, whatever the rules say.
    """
    found = [
        Alert(
            key=f"{MONITORING}:{rule.wants.value}",
            rule=f"{MONITORING}-{rule.wants.value}",
            kind=MONITORING,
            stop=Stop.GRAVE,
            words=rule.words,
            do=rule.do,
            source=rule.source,
            version=f"{rule.since:%m/%d/%Y}",
        )
        for rule in holding(rules, says.schedule.value, stands.on)
        if _stands(rule, says, stands)
    ]
    if says.schedule.controlled and stands.unexpected:
        words = f"The monitoring program told something unexpected: {stands.unexpected}"
        found.append(Alert(f"{MONITORING}:told", f"{MONITORING}-told", MONITORING, Stop.LOOK, words, source="here"))
    return found


def holding(rules: Iterable[Watch], schedule: str, on: date) -> Iterator[Watch]:
    """The rules of a schedule on a day; of two that want the same the later one."""
    latest = {one.wants: one for one in sorted(rules, key=_since) if schedule in one.schedules and one.since <= on}
    return iter(latest.values())


def _since(one: Watch) -> date:
    return one.since


def _stands(rule: Watch, says: Prescribed, stands: Standing) -> bool:
    if rule.wants is Wants.CHECK:
        return stands.checked_on is None or (stands.on - stands.checked_on).days > rule.least
    if rule.wants is Wants.AGREEMENT:
        missing = stands.agreement_until is None or stands.agreement_until < stands.on
        return missing and stands.supplied + says.days_supply >= rule.least
    return rule.wants is Wants.REFILLS and says.refills > rule.least


def expected_left(quantity: Decimal, days_supply: int, days: int) -> Decimal:
    """What is left after so many whole days of taking it as prescribed: from nothing to all that was given."""
    left = quantity - quantity * max(days, 0) / days_supply
    return max(min(left, quantity), Decimal(0)).quantize(Decimal("0.001"))


def is_short(counted: Decimal, expected: Decimal, quantity: Decimal, days_supply: int) -> bool:
    """Whether more is missing than is taken in one day."""
    return expected - counted > quantity / days_supply
