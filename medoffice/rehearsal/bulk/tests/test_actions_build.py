"""A small office written in bulk: everything that must be true of a world is true of it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.scheduling.api import appointments_on
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.checks import run_checks
from medoffice.kernel.worlds import catalog, current
from medoffice.practice.api import sites
from medoffice.records.patients.api import search
from medoffice.rehearsal.bulk.api import make_bulk_world
from medoffice.rehearsal.bulk.types import Size
from medoffice.rehearsal.population.api import make_population
from medoffice.security.types import PROGRAM

TODAY, PEOPLE = date(2026, 11, 24), 300
pytestmark = pytest.mark.usefixtures("world")


@pytest.fixture(scope="module")
def world(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Three hundred people and two months."""
    name = f"bulk-{worker_id}"
    with django_db_blocker.unblock():
        make_bulk_world(name, "test", Size(PEOPLE, 2, TODAY), print)
        with current.use(name):
            yield name
        catalog.drop(name)


def test_everything_that_must_be_true_is_true() -> None:
    """Ledger, accounts, audit chain, rights, files, jobs: the checks an office asks of itself."""
    failed = [(checked.key, checked.found) for checked in run_checks(of_world=True) if not checked.ok]
    assert failed == []


def test_everybody_of_the_town_is_found_by_name_and_birth_date() -> None:
    """The same people as the demo's generator makes, with the words they are searched by."""
    for person in make_population(7, PEOPLE, TODAY).people[::17]:
        hits = search(PROGRAM, f"{person.family} {person.birth_date:%m/%d/%Y}")
        assert [hit.name for hit in hits if person.given in hit.name], person.full_name


def test_the_past_has_all_endings_and_the_days_ahead_are_booked_only() -> None:
    """Seen, missed and cancelled behind; what was booked by now ahead."""
    zone = sites()[0].zone

    def states(first: int, last: int) -> list[AppointmentState]:
        days = (TODAY + timedelta(days=number) for number in range(first, last))
        return [booked.state for on in days for booked in appointments_on(PROGRAM, None, on, zone)]

    past, ahead = states(-45, 0), set(states(1, 10))
    assert {AppointmentState.ARRIVED, AppointmentState.NO_SHOW} <= set(past)
    assert past.count(AppointmentState.BOOKED) == 0
    assert ahead <= {AppointmentState.BOOKED, AppointmentState.CANCELLED}
    assert AppointmentState.BOOKED in ahead


def test_a_world_that_could_not_be_written_whole_is_not_there(worker_id: str) -> None:
    """Fewer people than the named cast: the error is told, and no world of the name exists."""
    with pytest.raises(ValueError, match="the named cast"):
        make_bulk_world(f"bulk-none-{worker_id}", "test", Size(3, 0, TODAY), print)
    assert not catalog.exists(f"bulk-none-{worker_id}")
