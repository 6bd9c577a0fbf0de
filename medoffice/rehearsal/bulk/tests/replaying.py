"""Playing courses through the real actions, step by step in the order of their instants."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.clinic.charting.api import note, record_vitals, sign_note, start_note
from medoffice.clinic.orders.api import orders_of, perform_order, place_order
from medoffice.front_office.calls.api import close_call, take_call
from medoffice.front_office.calls.types import CallKind
from medoffice.front_office.check_in import api as desk
from medoffice.front_office.scheduling.api import book, cancel, mark_no_show, visit_type
from medoffice.records.coverage.api import coverages_on
from medoffice.records.coverage.types import Coverage
from medoffice.rehearsal.bulk.types import Course, WithProvider
from medoffice.rehearsal.demo.api import METHODS, code_visit, hand_on_an_emergency, patient_of
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Person
from medoffice.rehearsal.stories.types import Fate, PlannedCall
from medoffice.revenue.billing.api import take_payment
from medoffice.revenue.claims.api import fetch_files, send_claims, transmit_files
from medoffice.security.types import PROGRAM

Script = Iterator[datetime]


def registration(scene: Scene, person: Person, opened: datetime) -> Script:
    """Somebody is registered: on the office's first day, or the day after birth."""
    yield max(opened, datetime.combine(person.birth_date + timedelta(days=1), time(9, 0), opened.tzinfo))
    patient_of(scene, person.index)


def walk(scene: Scene, course: Course) -> Script:
    """A visit through the actions, as on the screens."""
    plan, call = course.plan, course.plan.call
    receptionist = scene.riverbend.desk[plan.site]
    appointment_id: UUID | None = None
    if call is not None and course.called is not None:
        yield course.called
        appointment_id = _book(scene, course, call)
    if course.arrived is None:
        if course.ended is not None and appointment_id is not None:
            yield course.ended
            if plan.fate is Fate.CANCELLED:
                why = "patient called: feels better"
                cancel(actor=receptionist, appointment_id=appointment_id, why=why)
            else:
                mark_no_show(actor=receptionist, appointment_id=appointment_id)
        return
    yield course.arrived
    encounter_id = _arrive(scene, course, appointment_id)
    if course.ended:
        yield course.ended
        desk.leave(actor=receptionist, encounter_id=encounter_id, why="could not wait longer")
    if course.seen:
        yield from _seen(scene, course, course.seen, encounter_id)


def evenings(scene: Scene, days: Iterable[date]) -> Script:
    """What payers sent is taken in, what is ready goes out, and its receipt comes back: each evening at six."""
    for on in days:
        yield datetime.combine(on, time(18), ZoneInfo(scene.riverbend.office.zone))
        fetch_files(actor=PROGRAM)
        send_claims(actor=scene.riverbend.actors["chen"])
        transmit_files(actor=PROGRAM)
        fetch_files(actor=PROGRAM)


def _insurance(scene: Scene, course: Course) -> Coverage | None:
    held = coverages_on(scene.patients[course.plan.person], course.plan.starts.date())
    return held[0] if held else None


def _book(scene: Scene, course: Course, call: PlannedCall) -> UUID:
    plan, receptionist = course.plan, scene.riverbend.desk[course.plan.site]
    call_id = take_call(
        actor=receptionist,
        kind=CallKind.APPOINTMENT,
        caller=scene.population.people[call.caller].full_name,
        relation=call.relation,
        phone=call.phone,
        reason=call.words,
        patient_id=scene.patients[plan.person],
        identity_checked="name, birth date",
    )
    hand_on_an_emergency(receptionist, call_id)
    appointment_id = book(
        actor=receptionist,
        patient_id=scene.patients[plan.person],
        provider_id=scene.riverbend.staff[plan.provider],
        site_id=scene.riverbend.sites[plan.site],
        starts=plan.starts,
        visit_type=plan.visit_type.value,
        reason=course.told.reason,
        call_id=call_id,
    )
    close_call(actor=receptionist, call_id=call_id, outcome="booked")
    return appointment_id


def _arrive(scene: Scene, course: Course, appointment_id: UUID | None) -> UUID:
    plan, receptionist, held = course.plan, scene.riverbend.desk[course.plan.site], _insurance(scene, course)
    if appointment_id is None:
        return desk.walk_in(
            actor=receptionist,
            patient_id=scene.patients[plan.person],
            provider_id=scene.riverbend.staff[plan.provider],
            site_id=scene.riverbend.sites[plan.site],
            visit_type=plan.visit_type.value,
            reason=course.told.reason,
            identity_checked="birth date, photo id",
            coverage_id=held.id if held else None,
        )
    encounter_id = desk.check_in(
        actor=receptionist,
        appointment_id=appointment_id,
        identity_checked="name, birth date",
        coverage_id=held.id if held else None,
    )
    if held and held.copay and visit_type(plan.visit_type.value).takes_copay and course.method is not None:
        take_payment(
            actor=receptionist,
            patient_id=scene.patients[plan.person],
            amount=held.copay,
            method=METHODS[course.method],
            encounter_id=encounter_id,
            copay=True,
        )
    return encounter_id


def _seen(scene: Scene, course: Course, seen: WithProvider, encounter_id: UUID) -> Script:
    plan, there = course.plan, scene.riverbend.assistant[course.plan.site]
    provider, assistant = scene.riverbend.actors[plan.provider], there[seen.assistant % len(there)]
    yield seen.roomed
    if seen.room is not None:
        desk.room_patient(actor=assistant, encounter_id=encounter_id, room=seen.room)
    yield seen.measured
    record_vitals(actor=assistant, encounter_id=encounter_id, vitals=course.told.vitals)
    yield seen.entered
    desk.provider_enters(actor=provider, encounter_id=encounter_id)
    for order in course.told.orders:
        place_order(actor=provider, encounter_id=encounter_id, key=order.key, words=order.words)
    yield seen.ordered_done
    results = {order.key: order.result for order in course.told.orders}
    for placed in orders_of(encounter_id):
        perform_order(actor=assistant, order_id=placed.id, result=results[placed.key])
    yield seen.written
    note_id = start_note(actor=provider, encounter_id=encounter_id, text=course.told.note_text)
    desk.send_to_check_out(actor=provider, encounter_id=encounter_id)
    yield seen.out
    desk.check_out(actor=scene.riverbend.desk[plan.site], encounter_id=encounter_id)
    if seen.signed:
        yield seen.signed
        sign_note(actor=provider, note_id=note_id, seen_version=note(note_id).version)
    if seen.coded:
        yield seen.coded
        code_visit(scene.riverbend.actors["abara"], encounter_id, note_id, course.told)
