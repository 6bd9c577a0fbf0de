"""Two people at once: what both may see only one may take."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connections
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.revenue.billing import api
from medoffice.revenue.billing.tests.makers import make_insured, make_office
from medoffice.revenue.billing.types import Method
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.revenue.ledger.api import balance
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import PROGRAM

T = TypeVar("T")


def both(world: str, work: Callable[[], T]) -> list[T | str]:
    """Do the same thing in two threads at once; results, or the codes of refusals."""
    start = Barrier(2, timeout=20)

    def one() -> T | str:
        with current.use(world):
            try:
                start.wait()
                return work()
            except Refusal as refusal:
                return refusal.code
            finally:
                connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        return [task.result(timeout=60) for task in [pool.submit(one), pool.submit(one)]]


@pytest.mark.usefixtures("fresh_world")
def test_held_money_is_refunded_once_and_a_visit_is_charged_once(
    fresh_world: str, django_db_blocker: DjangoDbBlocker
) -> None:
    office = make_office()
    patient_id = make_insured(office)
    api.take_payment(actor=PROGRAM, patient_id=patient_id, amount=Money(5_000), method=Method.CASH)
    encounter_id = make_coded(office, patient_id, "visit", "shot")
    with django_db_blocker.unblock():
        refunds = both(
            fresh_world,
            lambda: str(
                api.refund(actor=PROGRAM, patient_id=patient_id, amount=Money(5_000), method=Method.CASH, why="w")
            ),
        )
        captured = both(fresh_world, lambda: api.capture_charges(actor=PROGRAM, encounter_id=encounter_id))
    assert sorted(refund == "beyond-held" for refund in refunds) == [False, True]
    assert balance(Account.CASH_DRAWER) == ZERO
    assert captured[0] == captured[1]
    assert balance(Account.SERVICE_REVENUE) == Money(-17_505)
