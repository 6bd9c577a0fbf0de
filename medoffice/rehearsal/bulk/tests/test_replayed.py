"""The same weeks written in bulk and played through the actions: every row of every table is the same."""

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock, facts
from medoffice.kernel.worlds import catalog, current
from medoffice.practice.api import exam_rooms
from medoffice.rehearsal.bulk.actions.days import Days
from medoffice.rehearsal.bulk.api import make_bulk_world
from medoffice.rehearsal.bulk.tests.likeness import alike, rows_of_world
from medoffice.rehearsal.bulk.tests.replaying import registration, walk
from medoffice.rehearsal.bulk.types import Course, Size
from medoffice.rehearsal.demo.api import play, queue_of, set_up_office
from medoffice.rehearsal.demo.types import Riverbend, Scene
from medoffice.rehearsal.population.api import demo_office, households, make_population
from medoffice.rehearsal.population.types import Household

SIZE = Size(people=90, months=1, today=date(2026, 11, 24), visits_a_year=12)


@pytest.fixture
def names(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, str]]:
    """Two worlds that do not exist yet."""
    both = (f"bulk-written-{worker_id}", f"bulk-played-{worker_id}")
    with django_db_blocker.unblock():
        yield both
        for name in both:
            catalog.drop(name)


def test_weeks_written_in_bulk_are_the_weeks_played_through_the_actions(
    names: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """About sixty visits from the call to the charges, and the bookings ahead; no claims are made of either."""
    monkeypatch.delitem(facts._listeners, "ChargesCaptured")
    written, played = names
    make_bulk_world(written, "test", SIZE, print)
    catalog.create(played, "test", _play)
    with current.use(written):
        ours = rows_of_world()
    with current.use(played):
        theirs = rows_of_world()
    assert len(ours) > 4_000
    assert alike(_but_for_payers(ours), _but_for_payers(theirs)) == {}


def _but_for_payers(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without the simulated payers' own memory of their members."""
    return [row for row in rows if row[0] != "payer_memory"]


def _play() -> None:
    zone = ZoneInfo(demo_office().zone)
    clock.freeze(datetime.combine(SIZE.first, time(7, 0), zone))
    riverbend = set_up_office(SIZE.seed)
    scene = Scene(SIZE.seed, riverbend, make_population(SIZE.seed, SIZE.people, SIZE.today))
    opened, now = datetime.combine(SIZE.first, time(9, 0), zone), datetime.combine(SIZE.today, time(7, 30), zone)
    people = [registration(scene, person, opened) for person in scene.population.people]
    play(queue_of([*people, *(walk(scene, course) for course in _courses(riverbend, now))]))


def _courses(riverbend: Riverbend, now: datetime) -> list[Course]:
    homes = [home for home in households(SIZE.seed, SIZE.people, SIZE.today) for _ in home.people]
    rooms = {key: len(exam_rooms(site_id)) for key, site_id in riverbend.sites.items()}

    def look(index: int) -> Household:
        return homes[index]

    days = Days(SIZE, riverbend.office, rooms, look, now)
    return [course for on in days.all() for course in days.courses(on)]
