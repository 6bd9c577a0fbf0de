"""Denials that began at the front desk: which reasons (CARC) they have, and what at the desk they are about.

The codes are bare facts in our own words (source: unverified).
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from medoffice.front_office.check_in.types import Insurance, Mend, Risk
from medoffice.kernel.money import Money
from medoffice.revenue.claims.types import DeskDenial


@dataclass(frozen=True, slots=True)
class Cause:
    """What the desk had wrong: the payer's words in ours, what to look at when the patient is here, what mends it."""

    words: str
    look_at: str
    mend: Mend = Mend.POLICY


CAUSES = {
    "22": Cause("another insurance was to pay first", "which insurance pays first"),
    "26": Cause("the policy had not begun", "the dates of the policy"),
    "27": Cause("the policy had ended", "the dates of the policy"),
    "31": Cause("the payer did not know the patient", "the member id and the birth date", Mend.MEMBER_ID),
    "109": Cause("it was sent to the wrong payer", "which insurance it is"),
    "140": Cause("name and member id do not belong together", "the member id and the name", Mend.MEMBER_ID),
    "177": Cause("the patient did not meet the plan's terms", "the plan"),
    "200": Cause("the coverage had lapsed", "the dates of the policy"),
}


def cause_of(reasons: list[list[str | int]]) -> Cause | None:
    """Why a line came back, if that began at the front desk; reasons are [group, CARC, cents]."""
    return next((CAUSES[str(code)] for _, code, _ in reasons if str(code) in CAUSES), None)


@dataclass(frozen=True, slots=True)
class Pattern:
    """How often a payer refused over the same thing, of all patients, and what it came to."""

    payer: str
    look_at: str
    claims: int
    amount: Money


def patterns(found: Sequence[DeskDenial], payer_ids: Collection[UUID]) -> list[Pattern]:
    """What came back more than once from these payers, the dearest first."""
    groups: dict[tuple[str, str], list[DeskDenial]] = defaultdict(list)
    for one in found:
        if one.payer_id in payer_ids:
            groups[(one.payer, one.look_at)].append(one)
    rows = [
        Pattern(payer, look_at, len(of), Money.total(one.amount for one in of))
        for (payer, look_at), of in groups.items()
        if len(of) > 1
    ]
    return sorted(rows, key=lambda row: (-row.amount.cents, row.payer, row.look_at))


def still_stands(denial: DeskDenial, insurance: Insurance) -> bool:
    """Whether what was refused then may be refused again: the policy is in force for this visit, it is what the visit
    is billed to, and its payer has not said since that all is in order.
    """
    held = next((one for one in insurance.policies if one.policy.id == denial.coverage_id), None)
    if held is None or insurance.case is not None:
        return False
    check = held.latest
    return not (check and check.result and check.result.in_order and check.asked_at >= denial.decided_at)


def came_back(found: Sequence[DeskDenial], insurance: Insurance) -> list[Risk]:
    """The patient's own refusals whose cause still stands, each policy and cause once, the latest of them."""
    latest: dict[tuple[UUID | None, str], Risk] = {}
    for one in found:
        if still_stands(one, insurance):
            words = f"{one.payer} refused the visit of {one.date:%m/%d/%Y}: {one.words}. Look at {one.look_at}."
            latest.setdefault((one.coverage_id, one.words), Risk("came-back", words, one.mend, one.coverage_id))
    return list(latest.values())
