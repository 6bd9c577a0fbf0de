"""Finding free times and reading a day of an office of 40 providers that is nearly full (SC2; growth: ``scale``).

``MEDOFFICE_BENCH_SCHEDULE=100000:12`` measures another size: patients, and the months they have been coming.
"""

import os
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bench.rows import Row, at_most, percentile
from bench.worlds import scale_world

SIZE, TODAY, TIMES, BAR_MS = "100000:2", date(2026, 11, 24), 30, 200


def rows() -> Iterator[Row]:
    """The first twenty of anybody's, the next three of one provider, a day of all, each thirty times."""
    people, months = map(int, os.environ.get("MEDOFFICE_BENCH_SCHEDULE", SIZE).split(":"))
    with scale_world(people, months, TODAY):
        from medoffice.front_office.scheduling.api import appointments_on, find_free
        from medoffice.front_office.scheduling.models import Appointment
        from medoffice.kernel import clock
        from medoffice.practice.api import office_zone, providers
        from medoffice.security.types import PROGRAM

        who, now, zone = providers(), clock.now(), office_zone()
        yield Row("appointments", Appointment.objects.count(), "")
        asks: dict[str, Callable[[int], object]] = {
            f"first 20 free times of any of {len(who)}": lambda _: find_free("established", now, limit=20),
            "next 3 free times of one provider": lambda n: find_free("established", now, who[n % len(who)].id, limit=3),
            "a day of all providers": lambda n: appointments_on(
                PROGRAM, None, clock.today(zone) - timedelta(days=n), zone.key
            ),
        }
        for name, ask in asks.items():
            spent = _spent(ask)
            yield Row(f"{name}: median", round(percentile(spent, 0.5), 1), "ms")
            yield at_most(f"{name}: 95 of 100", round(percentile(spent, 0.95), 1), "ms", BAR_MS)


def _spent(ask: Callable[[int], object]) -> list[float]:
    spent = []
    for number in range(TIMES):
        began = time.perf_counter()
        ask(number)
        spent.append((time.perf_counter() - began) * 1000)
    return spent
