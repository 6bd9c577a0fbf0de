"""How fast the office acts on a durable server: registering and posting, each a whole action with its audit."""

import time
from collections.abc import Callable, Iterator
from datetime import date

from bench.rows import Row, percentile
from bench.worlds import demo_world

TIMES = 200


def rows() -> Iterator[Row]:
    """Actions a second of one program, and the 95th of a hundred in milliseconds."""
    with demo_world():
        for name, act in _acts().items():
            spent = []
            for number in range(TIMES):
                began = time.perf_counter()
                act(number)
                spent.append((time.perf_counter() - began) * 1000)
            yield Row(f"{name}: a second", round(1000 * len(spent) / sum(spent)), "actions/s")
            yield Row(f"{name}: 95 of 100", round(percentile(spent, 0.95), 1), "ms")


def _acts() -> dict[str, Callable[[int], object]]:
    from medoffice.kernel.money import Money
    from medoffice.practice.types import Address
    from medoffice.records.patients.api import register_patient, search
    from medoffice.records.patients.types.people import PatientName
    from medoffice.revenue.billing.api import take_payment
    from medoffice.revenue.billing.types import Method
    from medoffice.security.types import PROGRAM

    home, born = Address("1 Mill Lane", "Riverbend", "IL", "62799"), date(1980, 5, 17)
    someone = search(PROGRAM, "quist")[0].id

    def register(number: int) -> object:
        name = PatientName(f"Benchmark{number}", "Ada")
        return register_patient(actor=PROGRAM, name=name, sex="F", birth_date=born, address=home)

    def pay(number: int) -> object:
        return take_payment(actor=PROGRAM, patient_id=someone, amount=Money(100 + number), method=Method.CASH)

    return {"register a patient": register, "take and post a payment": pay}
