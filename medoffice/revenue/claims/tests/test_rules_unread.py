"""What of a payment a person may post though not all of it is read: pure."""

from datetime import date

import pytest

from medoffice.kernel.findings import Finding
from medoffice.revenue.claims.rules.unread import is_copy, judge
from medoffice.standards.x12.api import read_advices
from medoffice.standards.x12.tests.planted_remits import ONE, REVERSED, era
from medoffice.standards.x12.tests.planting import file, group, interchange, transaction

TODAY = date(2026, 3, 3)
TWO = ONE.replace("MX1001", "MX1002")
PAIR = f"{ONE}\n{TWO}"
DENIED = TWO.replace("*85", "*0").replace("CO*45*20", "CO*45*105")
PLB = "\nPLB*1234567893*20261231*CS:A*"


def said(amount: str, claims: str, old: str = "", new: str = "") -> tuple[list[str], list[str], list[tuple[int, int]]]:
    """The codes of what is hopeless and of doubts, and the claims posted later with their cents."""
    data = file(era(amount, claims))
    assert old.encode() in data
    (advice,), around = read_advices(data.replace(old.encode(), new.encode(), 1))
    judged = judge(advice, around, TODAY)
    later = [(part.place, part.amount.cents) for part in judged.later]
    return [found.code for found in judged.hopeless], [found.code for found in judged.doubts], later


@pytest.mark.parametrize(
    ("amount", "claims", "old", "new", "later"),
    [
        ("170", PAIR, "*120*85*15", "*120*8S*15", [(0, 8500)]),
        ("170", PAIR, "*120*85*15", "*12O*85*15", [(0, 8500)]),
        ("170", PAIR, "*120*85*15", "**8S*15", [(0, 8500)]),
        ("170", PAIR, "CAS*CO*45*20", "CAS*CO*45*2O", [(0, 8500)]),
        ("170", PAIR, "DTM*472*20260210", "DTM*472*20260231", [(0, 8500)]),
        ("170", PAIR, "CAS*CO*45*20", "CAS*CO*45*21", [(0, 8500)]),
        ("85", ONE, "*120*85*15", "*120*8S*15", [(0, 8500)]),
        ("180", PAIR + PLB + "-10", "*120*85*15", "*120*8S*15", [(0, 8500)]),
        ("0", f"{ONE}\n{REVERSED}", "*-120*-85*-15", "*-120*-8S*-15", [(1, -8500)]),
        ("85", f"{ONE}\n{DENIED}", "CO*45*105", "CO*45*1O5", [(1, 0)]),
    ],
    ids=["payment", "charge", "charge and payment", "adjustment", "day", "off by a dollar", "the only claim",
         "beside a PLB", "reversal", "a line paid nothing"],
)  # fmt: skip
def test_the_rest_of_a_payment_can_be_posted_when_it_is_known_what_is_left(
    amount: str, claims: str, old: str, new: str, later: list[tuple[int, int]]
) -> None:
    assert said(amount, claims, old, new) == ([], [], later)


@pytest.mark.parametrize(
    ("amount", "claims", "old", "new"),
    [
        ("171", PAIR, "CAS*CO*45*20", "CAS*CO*45*2O"),
        ("84", PAIR, "*120*85*15", "*120*8S*15"),
        ("95", f"{ONE}\n{REVERSED}", "*-120*-85*-15", "*-120*-8S*-15"),
        ("170", PAIR + PLB + "1", "CS:A*1", "CS:A*l"),
        ("170", PAIR, "BPR*I*170", "BPR*I*17O"),
        ("170", PAIR, "*20260302~TRN", "*20260230~TRN"),
        ("170", PAIR, "TRN*1*EFT0001", "TRN*1*"),
        ("170", PAIR, "CLP*MX1002", "CLX*MX1002"),
        ("171", PAIR, "", ""),
        ("-85", REVERSED, "", ""),
    ],
    ids=["sum differs", "less than nothing left", "a reversal that pays", "PLB", "BPR", "day of the payment",
         "no number", "a claim nobody sees", "all read, sum differs", "negative"],
)  # fmt: skip
def test_a_payment_whose_sum_is_not_proven_is_posted_by_nobody(amount: str, claims: str, old: str, new: str) -> None:
    assert said(amount, claims, old, new)[0]


def test_two_claims_that_hide_their_payment_cannot_be_told_apart() -> None:
    hopeless, _, later = said("170", PAIR.replace("*120*85*15", "*120*8S*15"))
    assert (hopeless, later) == (["x12.bad-amount", "payment-unproven"], [])


def test_what_is_wrong_with_the_form_alone_a_person_may_trust() -> None:
    assert said("85", ONE, "SE*21*", "SE*22*") == ([], ["x12.se-count"], [])
    assert said("85", ONE, "GE*1*", "GE*2*") == ([], ["x12.ge-count"], [])
    assert said("85", ONE, "DTM*405*20260301", "DTM*405*20260231") == ([], ["x12.bad-day"], [])
    assert said("85", ONE, "SE*21*0001~", "")[0] == ["x12.no-se"]


def test_with_a_claim_at_fault_the_form_must_hold_too() -> None:
    data = interchange(group(transaction(era("170", PAIR.replace("*120*85*15", "*120*8S*15", 1)), count=9))).encode()
    (advice,), around = read_advices(data)
    assert [found.code for found in judge(advice, around, TODAY).hopeless] == ["x12.se-count"]


def test_what_is_wrong_is_said_of_the_payment_it_stands_in() -> None:
    bad = era("85", ONE.replace("*120*85*15", "*120*8S*15"))
    advices, around = read_advices(file(era("85", ONE), bad, era("85", TWO)))
    assert [judge(advice, around, TODAY).clear for advice in advices] == [True, False, True]
    assert [[place for place, _ in advice.in_claims] for advice in advices] == [[], [0], []]
    doubt = [Finding("x12.no-iea", "IEA", "The interchange is cut off.")]
    assert [judge(advice, doubt, TODAY).clear for advice in advices] == [False] * 3


@pytest.mark.parametrize(
    ("first", "again", "copy"),
    [
        (PAIR, PAIR, True),
        (PAIR, f"{TWO}\n{ONE}", True),
        (PAIR.replace("*120*85*15", "*120*8S*15", 1), PAIR, True),
        (PAIR.replace("CO*45*20", "CO*45*2O", 1), PAIR, True),
        (PAIR, PAIR.replace("MX1002", "MX1003"), False),
        (PAIR, f"{PAIR}\n{DENIED.replace('MX1002', 'MX1004')}", False),
        (f"{PAIR}\n{DENIED}", PAIR, False),
        (PAIR.replace("*120*85*15", "*120*8S*15", 1), PAIR.replace("MX1002", "MX1003"), False),
        (PAIR.replace("*120*85*15", "*120*8S*15", 1), PAIR.replace("MX1001", "MX1003"), False),
    ],
)
def test_a_copy_decides_the_same_claims_alike(first: str, again: str, copy: bool) -> None:
    one, two = (read_advices(file(era("170", claims)))[0][0] for claims in (first, again))
    assert is_copy(judge(one, [], TODAY), two.remit) is copy
