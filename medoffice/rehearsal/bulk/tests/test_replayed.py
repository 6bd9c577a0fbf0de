"""The same weeks written in bulk and played through the actions: every row of every table is the same."""

from collections.abc import Iterator
from datetime import date, datetime, time
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock, files
from medoffice.kernel.worlds import catalog, current
from medoffice.practice.api import exam_rooms
from medoffice.rehearsal.bulk.actions.days import Days
from medoffice.rehearsal.bulk.api import make_bulk_world
from medoffice.rehearsal.bulk.tests.likeness import alike, rows_of_world
from medoffice.rehearsal.bulk.tests.replaying import evenings, registration, walk
from medoffice.rehearsal.bulk.types import Size
from medoffice.rehearsal.demo.api import play, queue_of, set_up_office
from medoffice.rehearsal.demo.types import Riverbend, Scene
from medoffice.rehearsal.population.api import demo_office, households, make_population
from medoffice.rehearsal.population.types import Household
from tests.figures import figure

SIZE = Size(people=90, months=2, today=date(2026, 11, 24), visits_a_year=5)
LONGER = Size(people=200, months=4, today=date(2026, 11, 24), visits_a_year=5)
Rows = list[tuple[str, str]]


@pytest.fixture
def names(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, str]]:
    """Two worlds that do not exist yet."""
    both = (f"bulk-written-{worker_id}", f"bulk-played-{worker_id}")
    with django_db_blocker.unblock():
        yield both
        for name in both:
            catalog.drop(name)


def test_weeks_written_in_bulk_are_the_weeks_played_through_the_actions(names: tuple[str, str]) -> None:
    """Some eighty visits from the call to the claim, its payment and the ledger, and the bookings ahead."""
    ours, theirs = _written_and_played(names, SIZE)
    assert len(ours) > 7_000
    assert {"1 paid", "1 denied", "1 accepted", "2 paid"} <= {_standing(row) for table, row in ours if table == "claim"}
    assert alike(ours, theirs) == {}


@pytest.mark.soak
def test_months_written_in_bulk_are_the_months_played_through_the_actions(names: tuple[str, str]) -> None:
    """The same of four months and two hundred people."""
    ours, theirs = _written_and_played(names, LONGER)
    differ = sum(map(len, alike(ours, theirs).values()))
    seen = f"{differ} of {len(ours):,}, from the call to the ledger"
    figure("months written in bulk and played: rows that differ", seen, "0")
    assert not differ


def _written_and_played(names: tuple[str, str], size: Size) -> tuple[Rows, Rows]:
    """The rows of both worlds; what went over the wire is the same, byte by byte."""
    written, played = names
    make_bulk_world(written, "test", size, print)
    catalog.create(played, "test", partial(_play, size))
    with current.use(written):
        ours, sent = _of_office(rows_of_world()), _wire()
    with current.use(played):
        theirs, also_sent = _of_office(rows_of_world()), _wire()
    assert sent
    assert sent == also_sent
    return ours, theirs


def _wire() -> list[tuple[str, bytes]]:
    """Every file that went out or came, by name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sha256 FROM claims_outbound UNION ALL SELECT name, sha256 FROM claims_inbound")
        return sorted((name, files.load(digest)) for name, digest in cursor.fetchall())


def _standing(claim: str) -> str:
    """In which order a claim is, and where it stands."""
    columns = claim.split(",")
    return f"{columns[2]} {columns[4]}"


def _of_office(rows: Rows) -> Rows:
    """Without what is the simulated payers' own: their memory, and the files they made."""
    return [row for row in rows if row[0] not in ("payer_memory", "payer_mail")]


def _play(size: Size) -> None:
    zone = ZoneInfo(demo_office().zone)
    clock.freeze(datetime.combine(size.first, time(7, 0), zone))
    riverbend = set_up_office(size.seed, surprises=False)
    scene = Scene(size.seed, riverbend, make_population(size.seed, size.people, size.today))
    opened, now = datetime.combine(size.first, time(9, 0), zone), datetime.combine(size.today, time(7, 30), zone)
    people = [registration(scene, person, opened) for person in scene.population.people]
    days = _days(size, riverbend, now)
    visits = [walk(scene, course) for on in days.all() for course in days.courses(on)]
    play(queue_of([*people, *visits, evenings(scene, [on for on in days.all() if on < now.date()])]))


def _days(size: Size, riverbend: Riverbend, now: datetime) -> Days:
    homes = [home for home in households(size.seed, size.people, size.today) for _ in home.people]
    rooms = {key: [room.name for room in exam_rooms(site_id)] for key, site_id in riverbend.sites.items()}

    def look(index: int) -> Household:
        return homes[index]

    return Days(size, riverbend.office, rooms, look, now)
