"""Playing one office day from the first call to the last settled claim, in the current world."""

from collections.abc import Container, Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from medoffice.clinic.charting.api import unsigned_notes
from medoffice.exchange.simulators.payer.api import settled
from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.rehearsal.day.actions.audit_proofs import audit_proofs
from medoffice.rehearsal.day.actions.authorization_proofs import authorization_proofs
from medoffice.rehearsal.day.actions.coding_proofs import coding_proofs
from medoffice.rehearsal.day.actions.confidential import labelled_visit, labels_of_day, review_of_day
from medoffice.rehearsal.day.actions.device_proofs import device_proofs
from medoffice.rehearsal.day.actions.dictation_proofs import dictation_proofs
from medoffice.rehearsal.day.actions.front_door import SIGNERS, come_early, front_door_proofs, one_misses, signing
from medoffice.rehearsal.day.actions.label_proofs import label_proofs
from medoffice.rehearsal.day.actions.laboratory_proofs import laboratory_proofs
from medoffice.rehearsal.day.actions.prescription_proofs import prescription_proofs
from medoffice.rehearsal.day.actions.procedure_proofs import procedure_proofs
from medoffice.rehearsal.day.actions.proving import day_counts, day_proofs, insurance_counts
from medoffice.rehearsal.day.actions.records_proofs import records_proofs
from medoffice.rehearsal.day.actions.report_proofs import report_proofs
from medoffice.rehearsal.day.actions.second_looks import cosigning_of_day, mailing_of_day, second_looks_proofs
from medoffice.rehearsal.day.actions.upkeep_proofs import upkeep_proofs
from medoffice.rehearsal.day.actions.vaccine_proofs import vaccine_proofs
from medoffice.rehearsal.day.queries import a_paid_visit, whole_story
from medoffice.rehearsal.day.rules.telling import tell
from medoffice.rehearsal.day.types import DayReport
from medoffice.rehearsal.demo.api import (
    addenda_of_day,
    at,
    audit_of_day,
    call_of_each_kind,
    calls_of_day,
    close_day,
    controls_of_days,
    earlier_conditions,
    injury_at_work,
    laboratory_of_day,
    open_scene,
    outreach_of_day,
    papers_of_day,
    payers_asked_of_day,
    play,
    prescriptions_of_day,
    queue_of,
    readings_of_days,
    records_of_day,
    referrals_of_day,
    report_of_day,
    reviews_of_days,
    schedule_of_day,
    set_up_office,
    slips_of_day,
    tracing_of_day,
    twice_registered,
    visit_script,
    visits_of_last_year,
)
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.api import demo_office, make_population
from medoffice.rehearsal.stories.api import plan_day
from medoffice.rehearsal.stories.types import Fate, PlannedVisit
from medoffice.security.types import PROGRAM

PEOPLE, VISITS, SMALL_CALLS = 160, 44, 6
CALLS_AHEAD = 14  # no visit is booked earlier than so many days before
MAX_DAYS = 120  # a claim is settled long before; more would be a fault to be seen


def play_one_day(seed: int, on: date, *, visits: int = VISITS) -> DayReport:
    """Set up an office, play a day, move the clock on until every claim is settled, and prove everything."""
    zone = demo_office().zone
    start = on - timedelta(days=CALLS_AHEAD)
    clock.freeze(at(start, 7, 0, zone))
    scene = open_scene(seed, set_up_office(seed), make_population(seed, PEOPLE, on), start)
    visits_of_last_year(scene, on)
    plan = plan_day(seed, scene.population, scene.riverbend.office, on, visits)
    labels, opened = labels_of_day(scene, plan.visits, on), list[bool]()
    planned = one_misses(come_early(plan.visits, list(labels)), list(labels))
    signers = [one for one in planned if one.fate is Fate.SEEN and one not in labels][:SIGNERS]
    ways = [
        labelled_visit(scene, one, labels[one], opened)
        if one in labels
        else signing(scene, one, visit_script(scene, one))
        if one in signers
        else visit_script(scene, one)
        for one in planned
    ]
    calls = [*calls_of_day(scene, on, SMALL_CALLS), *call_of_each_kind(scene, on)]
    queue = queue_of([*ways, *calls, *_beside_visits(scene, on, planned, labels), *outreach_of_day(scene, on)])
    play(queue, at(on, 18, 0, zone))
    close_day(scene, on)
    counts = day_counts(on, zone)
    unsigned = tuple(f"{note.author}, visit of {note.started_at:%m/%d/%Y}" for note in unsigned_notes(PROGRAM))
    return DayReport(
        seed=seed,
        date=on.isoformat(),
        settled_on=_settle(scene, queue, on, zone).isoformat(),
        counts=counts,
        story=_story(on, zone),
        unsigned=unsigned,
        proofs=(
            *day_proofs(counts, len(unsigned), insurance_counts(on, zone)),
            *front_door_proofs(scene, on, zone),
            *label_proofs(on, opened),
            *records_proofs(scene),
            *laboratory_proofs(),
            *device_proofs(on),
            *prescription_proofs(),
            *authorization_proofs(),
            *dictation_proofs(on),
            *report_proofs(on),
            *coding_proofs(on),
            *audit_proofs(),
            *vaccine_proofs(),
            *upkeep_proofs(on),
            *procedure_proofs(on, zone),
            *second_looks_proofs(scene, on),
        ),
    )


def _beside_visits(
    scene: Scene, on: date, planned: Sequence[PlannedVisit], labels: Container[PlannedVisit]
) -> tuple[Iterator[datetime], ...]:
    """What else is done on the day, each by who does it."""
    return (
        review_of_day(scene, on),
        schedule_of_day(scene, on),
        slips_of_day(scene, on, [one for one in planned if one not in labels]),
        injury_at_work(scene, on),
        papers_of_day(scene, on, filed=True),
        referrals_of_day(scene, on),
        laboratory_of_day(scene, on),
        tracing_of_day(scene, on),
        prescriptions_of_day(scene, on),
        payers_asked_of_day(scene, on),
        addenda_of_day(scene, on),
        report_of_day(scene, on),
        reviews_of_days(scene, on, on),
        records_of_day(scene, on),
        cosigning_of_day(scene, planned, labels, on),
        mailing_of_day(scene, on),
        twice_registered(scene, on, merged=True),
        audit_of_day(scene, on),
        earlier_conditions(scene, on),
        controls_of_days(scene, on, on),
        readings_of_days(scene, on, on),
    )


def _settle(scene: Scene, queue: list[tuple[datetime, int, Iterator[datetime]]], on: date, zone: str) -> date:
    """Play evening after evening until every claim is settled; the last one."""
    evening = on
    while (queue or not settled()) and (evening - on).days < MAX_DAYS:
        evening += timedelta(days=1)
        play(queue, at(evening, 18, 0, zone))
        if evening.weekday() < 5:
            clock.freeze(max(at(evening, 18, 0, zone), clock.now()))
            close_day(scene, evening)
    run_due()
    return evening


def _story(on: date, zone: str) -> tuple[str, ...]:
    """One patient's way from the call to the ledger, in plain words; all its times are the office's."""
    visit = a_paid_visit(on)
    with timezone.override(ZoneInfo(zone)):
        return tuple(tell(whole_story(visit), zone)) if visit else ("No claim of this day was paid.",)
