"""Scripts of an office day: each patient's way from the call to the charges, played through the real actions.

A script is a generator that yields the instants at which it goes on. ``play`` runs many scripts in the order of their
instants, with the world's clock frozen at each, so that a day happens in the order in which it would.
"""

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.clinic.charting.api import note, record_vitals, sign_note, start_note
from medoffice.clinic.charting.types import Vitals
from medoffice.clinic.orders.api import orders_of, perform_order, place_order
from medoffice.front_office.calls.api import close_call, take_call
from medoffice.front_office.calls.types import CallKind
from medoffice.front_office.check_in import api as desk
from medoffice.front_office.scheduling.api import book, cancel, find_free, mark_no_show, move, visit_type
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import exam_rooms, finish_work_about
from medoffice.records.coverage.api import coverages_on
from medoffice.rehearsal.demo.office import ZONE
from medoffice.rehearsal.demo.stories import STORIES, Marked, Story, render
from medoffice.revenue.billing.api import capture_charges, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.revenue.coding.api import code_diagnosis, code_service, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import actor_named
from medoffice.security.types import Actor

Script = Iterator[datetime]
FATES = ("seen",) * 17 + ("no_show", "cancelled", "moved", "left", "walk_in", "walk_in", "seen")


@dataclass(frozen=True, slots=True)
class Visit:
    """A planned visit: who, why, with whom, when, and how it will go."""

    patient_id: UUID
    name: str
    age: int
    sex: str
    story: Story
    provider_id: UUID
    provider_key: str
    site_id: UUID
    starts: datetime
    fate: str
    seed: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Who does what at a site: signed-in actors by job."""

    desk: Actor
    assistant: Actor
    coder: Actor
    providers: dict[str, Actor]


def cast_of(site: str, provider_keys: list[str]) -> Cast:
    """The people of a site."""
    main = site == "main"
    return Cast(
        actor_named("lind" if main else "osei"),
        actor_named("ruiz" if main else "peck"),
        actor_named("abara"),
        {key: actor_named(key) for key in provider_keys},
    )


def fitting(luck: random.Random, age: int, sex: str) -> Story:
    """A story that fits a person."""
    return luck.choice([s for s in STORIES if s.ages[0] <= age <= s.ages[1] and sex in s.sexes])


def play(scripts: list[Script]) -> None:
    """Run scripts in the order of their instants, the clock frozen at each."""
    order = count()
    starts = [(next(script, None), next(order), script) for script in scripts]
    queue = [(at, place, script) for at, place, script in starts if at is not None]
    heapq.heapify(queue)
    while queue:
        at, _, script = heapq.heappop(queue)
        clock.freeze(max(at, clock.now()))
        following = next(script, None)
        if following is not None:
            heapq.heappush(queue, (following, next(order), script))


def visit_script(visit: Visit, cast: Cast, *, until: datetime | None = None) -> Script:
    """One patient's day. ``until`` stops it there, leaving the visit where it is."""
    for at in _whole_visit(visit, cast):
        if until is not None and at > until:
            return
        yield at


def _whole_visit(visit: Visit, cast: Cast) -> Script:
    luck = random.Random(visit.seed)
    if visit.fate == "walk_in":
        yield visit.starts
        coverage = coverages_on(visit.patient_id, visit.starts.date())
        encounter_id = desk.walk_in(
            actor=cast.desk,
            patient_id=visit.patient_id,
            provider_id=visit.provider_id,
            site_id=visit.site_id,
            visit_type=visit.story.visit_type,
            reason=visit.story.reason,
            identity_checked="birth date, photo id",
            coverage_id=coverage[0].id if coverage else None,
        )
        yield from _in_the_office(visit, cast, encounter_id, luck)
        return
    opening = datetime.combine(visit.starts.date(), time(8), ZoneInfo(ZONE))
    yield min(opening + timedelta(minutes=luck.randrange(40)), visit.starts - timedelta(minutes=20))
    appointment_id, booked = _call_and_book(visit, cast)
    if booked.date() != visit.starts.date():
        return
    visit = replace(visit, starts=booked)
    if visit.fate in ("cancelled", "moved"):
        yield visit.starts - timedelta(minutes=15)
        if visit.fate == "cancelled":
            cancel(actor=cast.desk, appointment_id=appointment_id, why="patient called: feels better")
            return
        later = find_free(visit.story.visit_type, visit.starts + timedelta(days=1), visit.provider_id, limit=1)
        move(actor=cast.desk, appointment_id=appointment_id, starts=later[0].starts)
        return
    if visit.fate == "no_show":
        yield visit.starts + timedelta(minutes=25)
        mark_no_show(actor=cast.desk, appointment_id=appointment_id)
        return
    yield visit.starts + timedelta(minutes=luck.randrange(-8, 7))
    coverage = coverages_on(visit.patient_id, visit.starts.date())
    encounter_id = desk.check_in(
        actor=cast.desk,
        appointment_id=appointment_id,
        identity_checked="name, birth date",
        coverage_id=coverage[0].id if coverage else None,
    )
    if coverage and coverage[0].copay and visit_type(visit.story.visit_type).takes_copay:
        method = luck.choice((Method.CARD, Method.CARD, Method.CASH, Method.CHECK))
        take_payment(
            actor=cast.desk,
            patient_id=visit.patient_id,
            amount=coverage[0].copay,
            method=method,
            encounter_id=encounter_id,
            copay=True,
        )
    if visit.fate == "left":
        yield visit.starts + timedelta(minutes=35)
        desk.leave(actor=cast.desk, encounter_id=encounter_id, why="could not wait longer")
        return
    yield from _in_the_office(visit, cast, encounter_id, luck)


def _call_and_book(visit: Visit, cast: Cast) -> tuple[UUID, datetime]:
    """A call that books the wanted time, or the next free one the refusal offers."""
    call_id = take_call(
        actor=cast.desk,
        kind=CallKind.APPOINTMENT,
        caller=visit.name,
        relation="self" if visit.age >= 18 else "parent",
        phone="",
        reason=visit.story.call,
        patient_id=visit.patient_id,
        identity_checked="name, birth date",
    )
    try:
        appointment_id, starts = _book(visit, cast, call_id, visit.starts), visit.starts
    except Refusal as refusal:
        starts = refusal.detail["free"][0].starts.astimezone(ZoneInfo(ZONE))
        appointment_id = _book(visit, cast, call_id, starts)
    close_call(actor=cast.desk, call_id=call_id, outcome="booked")
    return appointment_id, starts


def _book(visit: Visit, cast: Cast, call_id: UUID, starts: datetime) -> UUID:
    return book(
        actor=cast.desk,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        starts=starts,
        visit_type=visit.story.visit_type,
        reason=visit.story.reason,
        call_id=call_id,
    )


def _in_the_office(visit: Visit, cast: Cast, encounter_id: UUID, luck: random.Random) -> Script:
    """Room, vitals, provider, orders, note, check-out, codes."""
    provider = cast.providers[visit.provider_key]
    now = clock.now()
    yield (now := now + timedelta(minutes=luck.randrange(3, 12)))
    room = luck.choice(exam_rooms(visit.site_id)).name
    desk.room_patient(actor=cast.assistant, encounter_id=encounter_id, room=room)
    yield (now := now + timedelta(minutes=3))
    record_vitals(actor=cast.assistant, encounter_id=encounter_id, vitals=_vitals(visit, luck))
    yield (now := now + timedelta(minutes=luck.randrange(4, 12)))
    desk.provider_enters(actor=provider, encounter_id=encounter_id)
    for key, words, _ in visit.story.orders:
        place_order(actor=provider, encounter_id=encounter_id, key=key, words=words)
    yield (now := now + timedelta(minutes=luck.randrange(5, 9)))
    results = {key: result for key, _, result in visit.story.orders}
    for order in orders_of(encounter_id):
        perform_order(actor=cast.assistant, order_id=order.id, result=results[order.key])
    yield (now := now + timedelta(minutes=luck.randrange(5, 10)))
    text, marks = render(visit.story, visit.seed, visit.name.split(",")[-1].strip() or visit.name, visit.age)
    note_id = start_note(actor=provider, encounter_id=encounter_id, text=text)
    desk.send_to_check_out(actor=provider, encounter_id=encounter_id)
    yield (now := now + timedelta(minutes=luck.randrange(2, 6)))
    desk.check_out(actor=cast.desk, encounter_id=encounter_id)
    yield (now := now + timedelta(minutes=luck.randrange(5, 50)))
    sign_note(actor=provider, note_id=note_id, seen_version=note(note_id).version)
    yield now + timedelta(minutes=luck.randrange(30, 120))
    code_visit(cast.coder, encounter_id, note_id, marks)


def code_visit(coder: Actor, encounter_id: UUID, note_id: UUID, marks: list[Marked]) -> None:
    """Code a visit from its marked words and its orders, and release it to billing."""
    coding_id = start_coding(actor=coder, encounter_id=encounter_id)
    finish_work_about(actor=coder, ref=Ref("encounter", encounter_id), outcome="in hand")

    def words(mark: Marked) -> Evidence:
        return Evidence(Ref("note", note_id), mark.start, mark.end, mark.quote)

    for mark in (mark for mark in marks if not mark.is_service):
        code_diagnosis(actor=coder, coding_id=coding_id, code=mark.key, evidence=words(mark))
    for mark in (mark for mark in marks if mark.is_service):
        code_service(actor=coder, coding_id=coding_id, key=mark.key, evidence=words(mark), pointers=[1])
    for order in orders_of(encounter_id):
        evidence = Evidence(Ref("order", order.id), 0, len(order.result), order.result)
        code_service(actor=coder, coding_id=coding_id, key=order.key, evidence=evidence, pointers=[1])
    capture_charges(actor=coder, encounter_id=encounter_id)


def _vitals(visit: Visit, luck: random.Random) -> Vitals:
    systolic, diastolic, pulse, temperature = visit.story.vitals
    child = visit.age < 14
    return Vitals(
        systolic=systolic + luck.randrange(-6, 7),
        diastolic=diastolic + luck.randrange(-4, 5),
        pulse=pulse + luck.randrange(-6, 7),
        respirations=luck.randrange(18, 24) if child else luck.randrange(12, 18),
        temperature=Decimal(temperature),
        oxygen=luck.randrange(96, 100),
        weight=Decimal(12 + visit.age * 3 if child else luck.randrange(52, 105)),
        height=Decimal(80 + visit.age * 6 if child else luck.randrange(152, 190)),
        pain=luck.randrange(0, 5),
    )


def plan_day(
    seed: int,
    on: date,
    patients: list[tuple[UUID, str, date, str]],
    providers: list[tuple[str, UUID, UUID]],
    visits: int,
) -> list[Visit]:
    """So many visits on a date: providers' mornings and afternoons filled in steps, people and stories by seed.

    ``patients`` are (id, name, birth date, sex); ``providers`` (key, staff id, site id).
    """
    luck = random.Random(f"day {seed} {on}")
    zone = ZoneInfo(ZONE)
    chosen = luck.sample(patients, min(visits, len(patients)))
    slots = [(hour, minute) for hour in (9, 10, 11, 13, 14, 15, 16) for minute in (0, 30)]
    made = []
    for place, (patient_id, name, born, sex) in enumerate(chosen):
        key, provider_id, site_id = providers[place % len(providers)]
        hour, minute = slots[(place // len(providers)) % len(slots)]
        age = (on - born).days // 365
        starts = datetime.combine(on, time(hour, minute), zone)
        made.append(
            Visit(
                patient_id,
                name,
                age,
                sex,
                fitting(luck, age, sex),
                provider_id,
                key,
                site_id,
                starts,
                luck.choice(FATES),
                f"{seed} {on} {place}",
            )
        )
    return made
