"""Building the demo office: the office, its people, four weeks of visits, and today as it stands at ten past ten."""

from collections.abc import Callable
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.kernel.worlds import catalog, current
from medoffice.rehearsal.demo.actions.authorizations import payers_asked_of_weeks
from medoffice.rehearsal.demo.actions.code_audits import audits_of_weeks
from medoffice.rehearsal.demo.actions.confidential import one_of_each
from medoffice.rehearsal.demo.actions.devices import tracing_of_day
from medoffice.rehearsal.demo.actions.dictation import queue_of_morning
from medoffice.rehearsal.demo.actions.laboratory import laboratory_of_weeks
from medoffice.rehearsal.demo.actions.last_year import earlier_conditions, visits_of_last_year
from medoffice.rehearsal.demo.actions.letters import letters_of_day, translations_read
from medoffice.rehearsal.demo.actions.office import set_up_office
from medoffice.rehearsal.demo.actions.office_hours import (
    call_of_each_kind,
    calls_of_day,
    evenings,
    schedule_of_day,
    small_call,
)
from medoffice.rehearsal.demo.actions.office_lab import controls_of_days
from medoffice.rehearsal.demo.actions.outreach import outreach_of_day, recalls_of_weeks
from medoffice.rehearsal.demo.actions.outside import cards_of_morning, fax_that_waits, summary_that_waits
from medoffice.rehearsal.demo.actions.papers import papers_of_day
from medoffice.rehearsal.demo.actions.people import open_scene
from medoffice.rehearsal.demo.actions.prescriptions import prescriptions_of_weeks
from medoffice.rehearsal.demo.actions.questions import one_asks
from medoffice.rehearsal.demo.actions.records import records_of_weeks
from medoffice.rehearsal.demo.actions.referrals import referrals_of_weeks
from medoffice.rehearsal.demo.actions.reports import report_of_day, report_to_sign
from medoffice.rehearsal.demo.actions.slips import slips_of_day
from medoffice.rehearsal.demo.actions.timeline import Script, at, play, queue_of
from medoffice.rehearsal.demo.actions.twice import twice_registered
from medoffice.rehearsal.demo.actions.typing_reviews import reviews_of_days
from medoffice.rehearsal.demo.actions.upkeep import readings_of_days
from medoffice.rehearsal.demo.actions.vaccines import vaccines_of_weeks
from medoffice.rehearsal.demo.actions.visits import injury_at_work, visit_script
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.api import demo_office, make_population
from medoffice.rehearsal.stories.api import plan_day, plan_weeks
from medoffice.rehearsal.stories.types import DayPlan
from medoffice.security.api import last_event_at

Say = Callable[[str], None]
PEOPLE, WEEKS, A_DAY, TODAY, AHEAD = 310, 4, 7, 60, 24
DAYS_AHEAD = 7  # calendar days after today whose callers have booked already
CALLS_AHEAD = 14  # no visit is booked earlier than so many days before
OPEN_AT = (10, 14)


def make_demo_world(name: str, say: Say, *, seed: int = 7, weeks: int = WEEKS, people: int = PEOPLE) -> None:
    """Make the world and play its past; at the end its clock runs from today, 10:14 in the office.

    It is played under another name and copied when whole, so that a start cut short leaves no half office.
    """
    draft = f"{name}-draft"
    if catalog.exists(draft):
        catalog.drop(draft)
    catalog.create(draft, "demo")
    with current.use(draft):
        zone = demo_office().zone
        today = working_day(clock.real_now().astimezone(ZoneInfo(zone)).date())
        _play_until_today(seed, today, weeks, people, say)
    catalog.clone(draft, name, "demo")
    catalog.drop(draft)
    with current.use(name):
        open_the_door(today, zone)


def resume_demo_world(name: str) -> None:
    """The office stood still while it was closed: let its clock run on from the last thing that happened."""
    with current.use(name):
        last = last_event_at()
        if last is not None and last < clock.now():
            clock.run_from(last)


def working_day(today: date) -> date:
    """Today, or the Friday before on a weekend."""
    return today - timedelta(days=max(0, today.weekday() - 4))


def _play_until_today(seed: int, today: date, weeks: int, people: int, say: Say) -> None:
    first = today - timedelta(weeks=weeks)
    start = first - timedelta(days=CALLS_AHEAD)
    zone = demo_office().zone
    clock.freeze(at(start, 7, 0, zone))
    riverbend = set_up_office(seed)
    say(f"the office is set up: {len(riverbend.sites)} sites, {len(riverbend.office.providers)} providers")
    scene = open_scene(seed, riverbend, make_population(seed, people, today), start)
    visits_of_last_year(scene, today)
    say(f"{len(scene.patients)} patients are registered, some seen last year")
    play_weeks(scene, today, weeks, say)


def play_weeks(scene: Scene, today: date, weeks: int, say: Say, a_day: int = A_DAY) -> None:
    """Play the weeks before today through the actions, and today as far as 10:14 in the office."""
    first, zone = today - timedelta(weeks=weeks), scene.riverbend.office.zone
    visits = [visit for day in _plans(scene, today, weeks, a_day) for visit in day.visits]
    queue = queue_of(
        [visit_script(scene, visit) for visit in visits]
        + [call for back in range(weeks * 7) for call in _calls(scene, first + timedelta(days=back))]
        + call_of_each_kind(scene, working_day(today - timedelta(days=1)))
        + [small_call(scene, today, 90 + number, 10, minute) for number, minute in enumerate((8, 11))]
        + [
            evenings(scene, first, weeks * 7),
            schedule_of_day(scene, today),
            *outreach_of_day(scene, today),
            recalls_of_weeks(scene, today, weeks),
            *referrals_of_weeks(scene, today),
            *records_of_weeks(scene, today),
            laboratory_of_weeks(scene, today),
            vaccines_of_weeks(scene, today),
            tracing_of_day(scene, working_day(today - timedelta(days=1))),
            controls_of_days(scene, first, today),
            readings_of_days(scene, first, today),
            prescriptions_of_weeks(scene, today),
            payers_asked_of_weeks(scene, today),
            audits_of_weeks(scene, today),
            earlier_conditions(scene, working_day(today - timedelta(days=1))),
            reviews_of_days(scene, first, working_day(today - timedelta(days=1)), all_read=False),
            queue_of_morning(scene, working_day(today - timedelta(days=1)), today),
            report_of_day(scene, working_day(today - timedelta(days=1))),
            report_to_sign(scene, working_day(today - timedelta(days=1)), today),
            letters_of_day(scene, working_day(today - timedelta(days=1)), today),
            translations_read(scene, working_day(today - timedelta(days=1))),
            summary_that_waits(scene, today),
            cards_of_morning(scene, today),
            fax_that_waits(scene, today),
        ]
        + [slips_of_day(scene, today, [one for one in visits if one.starts.date() == today])]
        + [
            papers_of_day(scene, working_day(today - timedelta(days=1)), filed=True),
            papers_of_day(scene, today, filed=False),
        ]
        + [twice_registered(scene, working_day(today - timedelta(days=1)), merged=False)]
        + [injury_at_work(scene, working_day(first + timedelta(days=4)), today)]
    )
    play(queue, at(today, 7, 30, zone))
    say(f"{weeks} weeks were played through the actions, {len(scene.patients)} patients by now")
    run_due()
    play(queue, at(today, *OPEN_AT, zone))
    play(queue_of([one_of_each(scene, visits, at(today, *OPEN_AT, zone)), one_asks(scene, today)]))
    run_due()
    say("today is open")


def open_the_door(today: date, zone: str) -> None:
    """Let the current world's clock run from today, 10:14 in the office."""
    clock.run_from(at(today, *OPEN_AT, zone))


def _calls(scene: Scene, on: date) -> list[Script]:
    return calls_of_day(scene, on, 3) if on.weekday() < 5 else []


def _plans(scene: Scene, today: date, weeks: int, a_day: int) -> list[DayPlan]:
    """The days of the weeks behind, today, and the days ahead."""
    seed, population, office = scene.seed, scene.population, scene.riverbend.office
    days = list(plan_weeks(seed, population, office, today, weeks, a_day))
    for ahead in range(DAYS_AHEAD + 1):
        history = [visit for day in days for visit in day.visits]
        on = today + timedelta(days=ahead)
        days.append(plan_day(seed, population, office, on, AHEAD if ahead else TODAY, history))
    return days
