"""The schedule of vaccines: milliseconds a child of the demo's kind, and of a grown-up without a record."""

import time
from collections.abc import Iterator
from datetime import date

from bench.rows import Row, at_most
from medoffice.standards.cdsi.api import advise, shipped
from medoffice.standards.cdsi.spans import after
from medoffice.standards.cdsi.types import Dose, Person

TODAY = date(2025, 12, 1)
BORN = date(2019, 12, 1)
GIVEN = {
    "08": (0, 1, 6),
    "20": (2, 4, 6, 15, 48),
    "10": (2, 4, 6, 48),
    "48": (2, 4, 6, 12),
    "03": (12, 48),
    "21": (12, 48),
}
TIMES = 50


def rows() -> Iterator[Row]:
    """Each many times, in CPU time."""
    doses = [(cvx, after(BORN, ((month, "month"),))) for cvx, months in GIVEN.items() for month in months]
    child = Person(BORN, "F", tuple(Dose(str(at), cvx, on) for at, (cvx, on) in enumerate(doses)))
    yield at_most("vaccines: a child with twenty doses", _milliseconds(child), "CPU ms", 60)
    yield at_most("vaccines: a grown-up without any", _milliseconds(Person(date(1980, 1, 5), "M")), "CPU ms", 30)


def _milliseconds(person: Person) -> float:
    advise(shipped(), person, TODAY)
    start = time.process_time()
    for _ in range(TIMES):
        advise(shipped(), person, TODAY)
    return round(1000 * (time.process_time() - start) / TIMES, 2)
