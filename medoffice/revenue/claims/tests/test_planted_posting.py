"""Planted payments as an office gets them: odd, hostile or only seldom; what must stand in its books afterwards.

Each was written with its expectation before a look at the posting. A and B are claims of 150.00; a payment without an
amount of its own holds what its claims pay.
"""

from dataclasses import dataclass

import pytest

from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place, open_work
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.ledger.api import balances
from medoffice.revenue.ledger.types import Account

pytestmark = pytest.mark.django_db
SENT, PAID, DENIED, REVERSED = ClaimState.SENT, ClaimState.PAID, ClaimState.DENIED, ClaimState.REVERSED
LOOKED_AT = (Account.EFT_CLEARING.says, Account.PAYER_RECOVERIES.says, Account.INTEREST_INCOME.says)


def paid(one: str, amount: int = 120, status: str = "1", sign: str = "") -> str:
    """A claim of which the payer pays so much of 150 and takes the rest off by contract."""
    cut = f"CO 45 {sign}{150 - amount}"
    return claim(
        one,
        status,
        f"{sign}150",
        f"{sign}{amount}",
        "0",
        line(f"{one}1", "ZZ001", f"{sign}150", f"{sign}{amount}", cut),
    )


def refused(one: str, why: str, share: str = "0", status: str = "4") -> str:
    """A claim of which the payer pays nothing."""
    return claim(one, status, "150", "0", share, line(f"{one}1", "ZZ001", "150", "0", why))


@dataclass(frozen=True)
class Case:
    """Files, each a list of payments (trace, amount, claims, PLB); then the books in cents, the claims, the work."""

    name: str
    files: tuple[tuple[tuple[str, str, str, str], ...], ...]
    books: tuple[int, int, int]
    states: tuple[ClaimState, ClaimState]
    work: tuple[str, ...] = ()


CASES = (
    Case(
        "one check number for two sums",
        ((("T1", "120", paid("A"), ""), ("T1", "110", paid("B", 110), "")),),
        (23_000, 0, 0),
        (PAID, PAID),
    ),
    Case(
        "one check number, one sum, but other claims: that is no copy",
        ((("T1", "120", paid("A"), ""), ("T1", "120", paid("B"), "")),),
        (12_000, 0, 0),
        (PAID, SENT),
        ("remit-quarantined",),
    ),
    Case(
        "a copy of which the sums of two claims differ",
        (
            (("T1", "240", paid("A") + paid("B"), ""),),
            (("T1", "240", paid("A", 110) + paid("B", 130), ""),),
        ),
        (24_000, 0, 0),
        (PAID, PAID),
        ("remit-quarantined",),
    ),
    Case(
        "the same payment twice in a file",
        ((("T1", "120", paid("A"), ""), ("T1", "120", paid("A"), "")),),
        (12_000, 0, 0),
        (PAID, SENT),
    ),
    Case(
        "more taken back than paid, the rest carried forward and taken from the next check",
        (
            (("T1", "120", paid("A"), ""),),
            (("T2", "0", paid("A", 120, "22", "-") + paid("B", 50), "FB:T2*-70"),),
            (("T3", "50", paid("A"), "FB:T2*70"),),
        ),
        (17_000, 0, 0),
        (PAID, PAID),
    ),
    Case(
        "interest, and a correction in the check of the reversal",
        (
            (("T1", "100", paid("A", 100), ""),),
            (("T2", "21.25", paid("A", 100, "22", "-") + paid("A", 120), "L6:X*-1.25"),),
        ),
        (12_125, 0, -125),
        (PAID, SENT),
    ),
    Case(
        "all to the deductible is no denial",
        ((("T1", "0", refused("A", "PR 1 150", "150", "1"), ""),),),
        (0, 0, 0),
        (PAID, SENT),
    ),
    Case(
        "a denial beside a payment",
        ((("T1", "120", refused("A", "CO 50 150") + paid("B"), ""),),),
        (12_000, 0, 0),
        (DENIED, PAID),
        ("denial",),
    ),
    Case(
        "a recovery of which nothing is known, larger than the claims",
        ((("T1", "0", paid("A"), "WO:OLD*150*FB:OLD*-30"),),),
        (0, 12_000, 0),
        (PAID, SENT),
        ("payer-recovery",),
    ),
    Case(
        "a patient of another name under our number is our claim",
        ((("T1", "120", paid("A").replace("NM1*QC*1*{Alast}*{Afirst}", "NM1*QC*1*OTHER*PERSON"), ""),),),
        (12_000, 0, 0),
        (PAID, SENT),
    ),
    Case(
        "a reversal before the payment it takes back",
        (
            (("T1", "0", paid("A", 120, "22", "-"), "FB:T1*-120"),),
            (("T2", "120", paid("A"), ""),),
        ),
        (12_000, 0, 0),
        (PAID, SENT),
        ("remit-quarantined",),
    ),
    Case(
        "a reversal twice, in two checks",
        (
            (("T1", "120", paid("A"), ""),),
            (("T2", "0", paid("A", 120, "22", "-"), "FB:T2*-120"),),
            (("T3", "0", paid("A", 120, "22", "-"), "FB:T3*-120"),),
        ),
        (12_000, -12_000, 0),
        (REVERSED, SENT),
        ("denial", "remit-quarantined"),
    ),
)


def written(place: Place, payments: tuple[tuple[str, str, str, str], ...]) -> bytes:
    """A file with these payments."""
    names = place.names()
    texts = [
        advice(
            claims.format(**names),
            trace=trace,
            amount=amount,
            provider=provider,
            method="ACH" if float(amount) else "NON",
        )
        for trace, amount, claims, provider in payments
    ]
    return interchange(*texts, control=place.files + 1)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_planted_posting(case: Case) -> None:
    place = make_place()
    place.visit("visit")
    place.visit("visit")
    for payments in case.files:
        place.receive(written(place, payments))
    found = {row.name: row.balance.cents for row in balances()}
    assert tuple(found.get(name, 0) for name in LOOKED_AT) == case.books
    assert (place.claim("A").state, place.claim("B").state) == case.states
    assert tuple(sorted(item.kind for item in open_work())) == case.work
