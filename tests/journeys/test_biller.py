"""The biller's exceptions by keyboard: a payment set aside is resolved, one is returned, and denials are worked."""

import pytest

from medoffice.revenue.billing.api import patient_balance
from medoffice.revenue.claims.api import open_of, remittances, waiting
from medoffice.revenue.claims.tests.makers import CHEN, Place
from medoffice.revenue.claims.types import ClaimState, FileState, Group
from medoffice.revenue.ledger.api import balances
from medoffice.revenue.ledger.types import Account
from tests.journeys.riverbend import Person

pytestmark = pytest.mark.journey


@pytest.fixture(scope="module")
def address(claims_office: tuple[str, Place]) -> str:
    """The office of this journey."""
    return claims_office[0]


def test_biller_resolves_a_set_aside_payment_and_works_a_denial(
    person: Person, claims_office: tuple[str, Place]
) -> None:
    place = claims_office[1]
    _resolves_one_payment_and_returns_the_other(person, place)
    assert {row.trace: row.state for row in remittances()} == {
        "T1": FileState.DONE,
        "T2": FileState.DONE,
        "T3": FileState.RETURNED,
    }
    assert place.claim("C").state is ClaimState.PAID
    _works_the_denials(person)
    assert waiting(CHEN, Group.DENIED) == waiting(CHEN, Group.ASIDE) == []
    assert [open_of(place.claims[letter]) for letter in "AB"] == [[], []]
    assert patient_balance(place.patient_id).patient.cents == 2_505
    money = {row.account: row.balance.cents for row in balances()}
    assert money[Account.EFT_CLEARING] == 36_000
    assert money[Account.OTHER_ADJUSTMENTS] == 4_000
    assert money[Account.INSURANCE_RECEIVABLE] == 0


def _resolves_one_payment_and_returns_the_other(chen: Person, place: Place) -> None:
    chen.come_in("chen", "/claims/")
    chen.go("6")
    chen.press("j")
    chen.go("Enter")
    chen.sees("The payment names a claim LOST that is not ours.")
    chen.sees(place.claim("C").number)
    chen.go("1")
    chen.sees("All is said.")
    chen.go("p")
    chen.sees("Payment T2 of Prairie Mutual is posted: $120.00.")
    chen.sees("It cannot be posted.")
    chen.press("e")
    chen.type("BPR02 is a dollar more than the claims; please send it again")
    chen.go("Enter")
    chen.sees("No payment is set aside.")


def _works_the_denials(chen: Person) -> None:
    chen.go("5")
    chen.press("j")
    chen.go("Enter")
    chen.sees("1 of 2 denied")
    chen.sees("by the contract the patient may not be billed")
    chen.press("w")
    chen.type("Culture was not ordered")
    chen.go("Enter")
    chen.sees("1 of 1 denied")
    chen.press("o")
    chen.type("Called, another plan is primary but has ended")
    chen.go("Enter")
    chen.sees("Noted: Called")
    chen.press("b")
    chen.type("No other cover that day")
    chen.go("Enter")
    chen.sees("No claim is denied.")
