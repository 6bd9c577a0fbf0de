"""Finding free times and the schedule of a day in an office of 40 providers, 94 of 100 times taken (SC2).

Behind it lie 1, 10 and 100 years of 40,000 visits each, written straight into the tables of appointments and what they
hold: 0.04, 0.4 and 4 million. ``MEDOFFICE_BENCH_SCHEDULE=1,10,100`` sets the years; without it 1 and 10. Growth is the
exponent b of ``time = a * appointments ** b``.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bench.bench_scale import exponent
from bench.rows import Row, at_most, data_folder, percentile

if TYPE_CHECKING:
    from django.test import Client

YEARS, TODAY, TIMES, FLAT = "1,10", date(2026, 11, 24), 30, 0.1
BAR_MS, SCREEN_MS = 200, 500  # nine hundred visits of a day as a page of 40 columns
PROVIDERS, AHEAD, FULL, PEOPLE, KIND, ZONE = 40, 60, 94, 200, "bench", "America/Chicago"
A_DAY = (0, 6, 12, 18)  # the times of twenty minutes that a provider's past days have; 24 make a day
FILL = """
    WITH made AS (
        INSERT INTO appointment (id, number, patient_id, provider_id, site_id, during, visit_type_id, reason, state,
                                 walk_in, overbooked, why, booked_by, booked_at, version)
        SELECT uuidv7(), 'X' || (on_ - DATE '1900-01-01') || '-' || who || '-' || slot,
               (%(patients)s::uuid[])[1 + (who * 7 + slot * 13) %% cardinality(%(patients)s::uuid[])],
               (%(providers)s::uuid[])[who], %(site)s, tstzrange(starts, starts + INTERVAL '20 minutes'), %(kind)s,
               'follow-up', %(state)s, false, '', '', 'bench', starts - INTERVAL '20 days', 1
        FROM (
            SELECT day::date AS on_, who, slot,
                   (day::date + TIME '08:00' + slot * INTERVAL '20 minutes') AT TIME ZONE %(zone)s AS starts
            FROM generate_series(%(first)s::date, %(last)s::date, INTERVAL '1 day') AS day,
                 generate_series(1, cardinality(%(providers)s::uuid[])) AS who,
                 unnest(%(slots)s::int[]) AS slot
            WHERE extract(isodow FROM day) < 6
              AND abs(hashtext(day::date::text || who || '-' || slot)) %% 100 < %(full)s
        ) AS times
        ORDER BY starts
        RETURNING id, provider_id, during
    )
    INSERT INTO appointment_holding (id, appointment_id, unit_id, lane, during, live)
    SELECT uuidv7(), id, provider_id, 0, during, true FROM made
"""


def rows() -> Iterator[Row]:
    """The next three of one provider and of anybody, the day of all as rows and as the screen; how they grow."""
    medians: dict[str, list[float]] = {}
    counts, behind = [], 0
    with office_of_forty() as fill:
        from django.db import connection

        from medoffice.front_office.scheduling.models import Appointment

        fill(TODAY, TODAY + timedelta(days=AHEAD), "booked", range(24), FULL)
        for years in map(int, os.environ.get("MEDOFFICE_BENCH_SCHEDULE", YEARS).split(",")):
            fill(_before(years), _before(behind) - timedelta(days=1), "arrived", A_DAY, 100)
            behind = years
            with connection.cursor() as cursor:
                cursor.execute("VACUUM ANALYZE appointment, appointment_holding")
            counts.append(Appointment.objects.count())
            yield Row(f"{years} years behind: appointments", counts[-1], "")
            for name, ask in _asks().items():
                spent = _spent(ask)
                medians.setdefault(name, []).append(percentile(spent, 0.5))
                yield Row(f"{years} years, {name}: median", round(percentile(spent, 0.5), 1), "ms")
                bar = SCREEN_MS if "screen" in name else BAR_MS
                yield at_most(f"{years} years, {name}: 95 of 100", round(percentile(spent, 0.95), 1), "ms", bar)
    for name, told in medians.items() if len(counts) > 1 else ():
        yield at_most(f"growth, {name}", round(exponent(counts, told), 3), "exponent", FLAT)


def _before(years: int) -> date:
    """The same day so many years ago."""
    return TODAY.replace(year=TODAY.year - years)


def _asks() -> dict[str, Callable[[int], object]]:
    from bench.screens import browser
    from medoffice.front_office.scheduling.api import appointments_on, find_free
    from medoffice.kernel import clock
    from medoffice.practice.api import providers
    from medoffice.security.types import PROGRAM

    who, now, desk = providers(), clock.now(), browser("lind")
    return {
        "next 3 free times of one provider": lambda n: find_free(KIND, now, who[n % len(who)].id, limit=3),
        f"next 3 free times of any of {len(who)}": lambda _: find_free(KIND, now, limit=3),
        "a day of all, as rows": lambda n: appointments_on(PROGRAM, None, TODAY + timedelta(days=n % 5), ZONE),
        "a day of all, as the screen": lambda n: _shown(desk, TODAY + timedelta(days=n % 3)),
    }


def _shown(desk: "Client", on: date) -> None:
    """The schedule of a day, on which every provider must stand with what is booked."""
    from medoffice.practice.api import sites

    answer = desk.get("/scheduling/", {"on": f"{on:%m/%d/%Y}", "site": str(sites()[0].id)})
    visits = answer.content.count(b"<a data-row")
    if answer.status_code != 200 or visits < 20 * PROVIDERS:
        raise SystemExit(f"the schedule of {on} answered {answer.status_code}, with {visits} visits")


@contextmanager
def office_of_forty() -> Iterator[Callable[..., None]]:
    """Riverbend with so many providers who all work eight hours at one site; gives what writes visits of some days."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        os.environ["MEDOFFICE_WORLD"] = "schedule"
        from medoffice.config.server import database

        with database(own=True):
            from django.db import connection

            from medoffice.kernel import clock
            from medoffice.kernel.worlds import catalog, current
            from medoffice.rehearsal.demo.api import at, open_scene, set_up_office
            from medoffice.rehearsal.population.api import make_population

            catalog.create("schedule", "demo")
            with current.use("schedule"):
                clock.freeze(at(TODAY, 8, 0, ZONE))
                scene = open_scene(7, set_up_office(7), make_population(7, PEOPLE, TODAY), TODAY)
                site, providers = _staff_it()
                given = {"patients": list(scene.patients.values()), "providers": providers, "site": site}

                def fill(first: date, last: date, state: str, slots: object, full: int) -> None:
                    told = {"first": first, "last": last, "state": state, "slots": list(slots), "full": full}  # type: ignore[call-overload] # numbers
                    with connection.cursor() as cursor:
                        cursor.execute(FILL, {**given, **told, "kind": KIND, "zone": ZONE})

                yield fill


def _staff_it() -> tuple[object, list[object]]:
    """The site, and all providers, each with the same week there."""
    from datetime import time

    from medoffice.front_office.scheduling.actions.end_template import end_template
    from medoffice.front_office.scheduling.api import all_templates, define_visit_type, set_template, week_of
    from medoffice.practice.api import add_staff, providers, sites
    from medoffice.security.types import PROGRAM

    place = sites()[0]
    define_visit_type(actor=PROGRAM, key=KIND, name="Follow-up", minutes=20)
    for number in range(PROVIDERS - len(providers())):
        add_staff(
            actor=PROGRAM,
            name=f"Dr. Number {number}",
            family_name=f"Number {number}",
            credentials="MD",
            is_provider=True,
            npi="1000000004",
            taxonomy="207Q00000X",
            site_id=place.id,
            user_id=None,
        )
    who = [one.id for one in providers()]
    for one in who:
        for old in all_templates(one):
            end_template(actor=PROGRAM, template_id=old.id, on=TODAY - timedelta(days=8))
        week = week_of(range(5), ((time(8), time(16)),))
        set_template(actor=PROGRAM, unit_id=one, site_id=place.id, blocks=week, valid_from=TODAY - timedelta(days=7))
    return place.id, list(who)


def _spent(ask: Callable[[int], object]) -> list[float]:
    spent = []
    ask(0)  # what is read once
    for number in range(TIMES):
        began = time.perf_counter()
        ask(number)
        spent.append((time.perf_counter() - began) * 1000)
    return spent
