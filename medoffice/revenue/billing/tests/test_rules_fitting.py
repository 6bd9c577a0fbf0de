"""A decision fitted to what is open: money is what it is, nothing else goes beyond."""

from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.billing.rules.fitting import fit
from medoffice.revenue.billing.types import PayerLine

CHARGE = new_id()
CENTS = st.integers(0, 20_000).map(Money)


def line(paid: int, contract: int, patient: int, withheld: int = 0, awaited: int = 0) -> PayerLine:
    """A decision in cents."""
    return PayerLine(
        CHARGE,
        Money(paid),
        Money(contract),
        withheld=Money(withheld),
        patient=Money(patient),
        shares=(("1", Money(patient)),) if patient else (),
        awaited=Money(awaited),
    )


def test_what_fits_stays_as_it_is() -> None:
    for whole in (line(9_600, 3_000, 2_400), line(7_840, 5_000, 2_000, 160), line(13_000, -500, 2_500)):
        assert fit(whole, Money(15_000)) == whole


def test_a_second_time_is_money_only() -> None:
    assert fit(line(9_600, 3_000, 2_400, 160), ZERO) == line(9_600, 0, 0, 0)
    assert fit(line(0, 5_000, 0), Money(2_000)) == line(0, 2_000, 0)
    assert fit(line(0, 5_000, 2_500), Money(3_000)) == line(0, 500, 2_500)
    assert fit(line(0, 5_000, 0, 0, 2_000), Money(3_000)).contractual == Money(1_000)


def test_shares_are_cut_from_the_last() -> None:
    given_ = PayerLine(CHARGE, patient=Money(500), shares=(("1", Money(300)), ("2", Money(200))))
    assert fit(given_, Money(400)).shares == (("1", Money(300)), ("2", Money(100)))
    assert fit(given_, Money(100)).shares == (("1", Money(100)),)
    assert fit(given_, ZERO).shares == ()


@given(CENTS, CENTS, CENTS, CENTS, CENTS, CENTS)
def test_nothing_but_payment_goes_beyond_what_is_open(
    paid: Money, contract: Money, patient: Money, withheld: Money, awaited: Money, open_: Money
) -> None:
    whole = line(paid.cents, contract.cents, patient.cents, withheld.cents, awaited.cents)
    fitted = fit(whole, open_)
    parts = (fitted.withheld, fitted.patient, fitted.awaited, fitted.contractual)
    assert fitted.paid == paid
    assert all(part >= ZERO for part in parts)
    assert Money.total(parts) <= max(open_ - paid, ZERO)
    assert Money.total(amount for _, amount in fitted.shares) == fitted.patient
    assert fit(fitted, open_) == fitted


@given(CENTS, CENTS, CENTS, CENTS, st.integers(-20_000, 20_000).map(Money))
def test_a_reversal_is_never_fitted(
    paid: Money, contract: Money, patient: Money, withheld: Money, open_: Money
) -> None:
    back = line(-paid.cents, -contract.cents, -patient.cents, -withheld.cents)
    assert fit(back, open_) == back
