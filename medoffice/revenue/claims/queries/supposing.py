"""A visit's claim before and after one thing is changed in thought, side by side; nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from medoffice.kernel.findings import Finding
from medoffice.kernel.money import Money
from medoffice.practice.api import today_here
from medoffice.records.coverage.types import Case, Coverage
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.billing.api import fee
from medoffice.revenue.claims.queries.history import answered_before
from medoffice.revenue.claims.rules.odds import Allowed, Answered, Asked, Share, allowed, shares
from medoffice.revenue.coding.api import Supposed, differences, findings
from medoffice.revenue.coding.types import CodedEncounter, CodedService

LOOKS_BACK = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a claim: what it is charged (None: no fee), what was allowed for such a unit, how often denied."""

    service: CodedService
    charged: Money | None
    allowed: Allowed
    shares: tuple[Share, ...]

    @property
    def expected(self) -> Money | None:
        """What the payer is expected to allow for its units; None where too few lines tell."""
        return self.allowed.middle * self.service.units if self.allowed.middle is not None else None


@dataclass(frozen=True, slots=True)
class Side:
    """A claim before or after: its codes, its lines, what only this one's checks say, and what both say."""

    codes: CodedEncounter
    lines: tuple[Line, ...]
    own: tuple[Finding, ...]
    both: tuple[Finding, ...]

    @property
    def charged(self) -> Money | None:
        """The fees of all lines; None if one has none."""
        return _total([one.charged for one in self.lines])

    @property
    def expected(self) -> Money | None:
        """What is expected of all lines; None if of one too few lines tell."""
        return _total([one.expected for one in self.lines])


def sides(
    visit: Encounter, codes: CodedEncounter, supposed: Supposed | None, under: Coverage | Case | None
) -> tuple[Side, Side | None]:
    """The claim as it is coded, and as it would be. The checks are those of the desk and of the release."""
    each = [codes] if supposed is None else [codes, supposed.codes]
    named = {one.code for some in each for one in some.services}
    fees = {code: fee(code, visit.date) for code in named}
    since = today_here() - LOOKS_BACK
    history = answered_before(under.payer_id, named, since) if under is not None and under.payer_id else []
    said = findings(codes)
    if supposed is None:
        return _side(codes, fees, history, said, []), None
    then = findings(supposed.codes, supposed.place)
    ended, brought = differences(said, then)
    before = _side(codes, fees, history, said, ended)
    return before, _side(supposed.codes, fees, history, then, brought)


def _side(
    codes: CodedEncounter,
    fees: dict[str, Money | None],
    history: Sequence[Answered],
    said: Sequence[Finding],
    own: Sequence[Finding],
) -> Side:
    lines = []
    for one in codes.services:
        at, price = one.pointers[0] if one.pointers else 0, fees[one.code]
        first = next((each.code for each in codes.diagnoses if each.position == at), "")
        asked = Asked(one.code, frozenset(one.modifiers), first)
        charged = price * one.units if price is not None else None
        lines.append(Line(one, charged, allowed(asked, history), shares(asked, history)))
    return Side(codes, tuple(lines), tuple(own), tuple(one for one in said if one not in own))


def _total(amounts: Sequence[Money | None]) -> Money | None:
    known = [one for one in amounts if one is not None]
    return Money.total(known) if known and len(known) == len(amounts) else None
