"""The what-if of a score: by the codes of this year, and as if the missing conditions were coded too. Pure."""

from collections.abc import Iterable
from datetime import date

from medoffice.revenue.recapture.types import Condition
from medoffice.standards.hcc.api import score, standing
from medoffice.standards.hcc.types import Model, Person, Sum, Year


def age_day(payment: int) -> date:
    """The day on which somebody's age counts: the first of February of the payment year (source: unverified)."""
    return date(payment, 2, 1)


def both_sums(
    model: Model, year: Year, who: Person, this_year: Iterable[str], missing: Iterable[Condition]
) -> tuple[Sum, Sum]:
    """The sum of what this year has, and of that with every missing condition that nobody said is gone."""
    now = frozenset(this_year)
    more = now | {one.hcc for one in missing if not one.gone}
    return score(model, year, who, standing(model, now)), score(model, year, who, standing(model, more))
