"""A demo office with a past: years written in bulk, the last week played through the actions, today at ten past ten."""

from datetime import date, timedelta

from medoffice.kernel import clock
from medoffice.kernel.worlds import catalog
from medoffice.rehearsal.bulk.actions.build import Say, write_past
from medoffice.rehearsal.bulk.types import Size
from medoffice.rehearsal.demo.api import open_the_door, play_weeks, surprise_office, tell_payers, working_day
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.api import demo_office, make_population

PLAYED, SEED = 1, 7  # weeks
A_DAY = 16  # visits of a played day


def make_big_demo(name: str, people: int, months: int, say: Say) -> None:
    """Make the demo office with so many people and months behind it; it is there when all of it is done, or not."""
    today = working_day(clock.real_today())
    catalog.create(name, "demo", lambda: _fill(people, months, today, say))


def _fill(people: int, months: int, today: date, say: Say) -> None:
    size = Size(people, months, today, SEED, until=today - timedelta(weeks=PLAYED))
    riverbend, town = write_past(size, say)
    population = make_population(SEED, people, today)
    patients = {person.index: town.patient_id(person.index) for person in population.people}
    tell_payers((population.people[coverage.person], coverage) for coverage in population.coverages)
    surprise_office()
    scene = Scene(SEED, riverbend, population, patients)
    play_weeks(scene, today, PLAYED, say, A_DAY)
    open_the_door(today, demo_office().zone)
