"""Spreading and taking back a patient's money."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.ids import new_id
from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.billing.rules.allocation import settle, take_back
from medoffice.revenue.billing.types import Standing

MONEY = st.integers(0, 100_000).map(Money)
STANDINGS = st.lists(
    st.builds(Standing, st.uuids(), st.integers(-50_000, 100_000).map(Money), MONEY),
    max_size=6,
    unique_by=lambda found: found.charge_id,
)


def total(parts: list[tuple[UUID, Money]]) -> Money:
    return Money.total(part for _, part in parts)


@given(MONEY, STANDINGS)
def test_settling_never_creates_money_and_leaves_none_idle(held: Money, standings: list[Standing]) -> None:
    parts = settle(held, standings)
    after = {found.charge_id: found.open for found in standings}
    for charge_id, part in parts:
        after[charge_id] -= part
    left = held - total(parts)
    assert left >= ZERO
    assert left == ZERO or not any(open_ > ZERO for open_ in after.values())


@given(MONEY, STANDINGS)
def test_only_what_a_patient_put_on_a_charge_comes_back_from_it(held: Money, standings: list[Standing]) -> None:
    by_id = {found.charge_id: found for found in standings}
    for charge_id, part in settle(held, standings):
        found = by_id[charge_id]
        assert -min(found.put, -found.open) == part if found.open < ZERO else ZERO < part <= found.open


def test_the_oldest_is_paid_first() -> None:
    old, new = (Standing(new_id(), Money(1000), ZERO) for _ in range(2))
    assert settle(Money(1500), [old, new]) == [(old.charge_id, Money(1000)), (new.charge_id, Money(500))]


@given(st.integers(-1000, 200_000).map(Money), STANDINGS)
def test_money_comes_back_latest_first_as_far_as_there_is_any(needed: Money, standings: list[Standing]) -> None:
    parts = take_back(needed, standings)
    there = Money.total(found.put for found in standings)
    assert total(parts) == max(ZERO, min(needed, there))
    put = {found.charge_id: found.put for found in standings}
    assert all(ZERO < part <= put[charge_id] for charge_id, part in parts)
    order = [found.charge_id for found in reversed(standings) if found.put]
    assert [charge_id for charge_id, _ in parts] == order[: len(parts)]
