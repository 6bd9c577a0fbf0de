"""The rows of a visit, from the call that books it to its claim; what moves money goes to the agenda, for its turn."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, partial
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.clinic.charting import api as charting
from medoffice.clinic.charting.types import NoteSigned
from medoffice.clinic.orders.api import order_row, order_settled, order_work_title
from medoffice.clinic.orders.types import OrderState
from medoffice.front_office.calls.api import (
    call_closed,
    call_row,
    call_work_title,
    escalation_row,
    red_flags,
    shipped_lists,
)
from medoffice.front_office.calls.types import CallKind, Escalated
from medoffice.front_office.check_in.api import arrival_row
from medoffice.front_office.scheduling.api import appointment_changed, booked_rows, cancelled_as
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.front_office.scheduling.types import VisitType as VisitKind
from medoffice.kernel.facts import fact_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_done, work_row
from medoffice.practice.types import Site, StaffMember
from medoffice.records.coverage.types import Coverage
from medoffice.records.encounters.api import encounter_moved, encounter_rows
from medoffice.records.encounters.types import EncounterClass, Stage
from medoffice.rehearsal.bulk.actions.agenda import Agenda
from medoffice.rehearsal.bulk.actions.claims import first_claim
from medoffice.rehearsal.bulk.actions.coding import code_visit, to_code_row
from medoffice.rehearsal.bulk.actions.desk import Desk
from medoffice.rehearsal.bulk.actions.missed import Missed
from medoffice.rehearsal.bulk.actions.money import take_copay
from medoffice.rehearsal.bulk.actions.pen import Pen
from medoffice.rehearsal.bulk.actions.town import Town
from medoffice.rehearsal.bulk.types import Booking, Case, Course, Row, ToCode, WithProvider
from medoffice.rehearsal.demo.api import HANDED, METHODS, identity_of
from medoffice.rehearsal.demo.types import Riverbend
from medoffice.rehearsal.stories.types import Fate, PlannedCall
from medoffice.revenue.billing.types import Method
from medoffice.revenue.claims.types import Who
from medoffice.security.types import Actor

PATIENT_CHECKED, WALK_IN_CHECKED = "name, birth date", "birth date, photo id"
CODER = "abara"
FEELS_BETTER, COULD_NOT_WAIT = "patient called: feels better", "could not wait longer"


@dataclass(frozen=True)
class Scenery:
    """The office in which visits happen: what every visit needs."""

    pen: Pen
    town: Town
    riverbend: Riverbend
    agenda: Agenda
    missed: Missed
    desk: Desk
    rooms: dict[str, tuple[str, ...]]
    sites: dict[str, Site]
    kinds: dict[str, VisitKind]
    staff: dict[str, StaffMember]

    @cached_property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return ZoneInfo(self.riverbend.office.zone)


@dataclass(frozen=True)
class _Walk:
    """One visit being written: who, where, and the open rows of it."""

    office: Scenery
    course: Course
    number: int

    @cached_property
    def patient_id(self) -> UUID:
        return self.office.town.patient_id(self.course.plan.person)

    @cached_property
    def desk(self) -> Actor:
        return self.office.riverbend.desk[self.course.plan.site]

    @cached_property
    def provider(self) -> Actor:
        return self.office.riverbend.actors[self.course.plan.provider]

    @cached_property
    def assistant(self) -> Actor:
        there = self.office.riverbend.assistant[self.course.plan.site]
        return there[(self.course.seen.assistant if self.course.seen else 0) % len(there)]

    @cached_property
    def provider_id(self) -> UUID:
        return self.office.riverbend.staff[self.course.plan.provider]

    @cached_property
    def site_id(self) -> UUID:
        return self.office.riverbend.sites[self.course.plan.site]

    @cached_property
    def kind(self) -> VisitKind:
        return self.office.kinds[self.course.plan.visit_type.value]

    @cached_property
    def policies(self) -> tuple[Coverage, ...]:
        return self.office.town.policies(self.course.plan.person, self.on)

    @cached_property
    def on(self) -> date:
        return self.course.plan.starts.date()

    def act(
        self,
        who: Actor,
        word: str,
        at: datetime,
        about: Ref,
        via: tuple[str, ...] = (),
        **detail: str | bool | list[str],
    ) -> None:
        """An audit event about the patient."""
        self.office.pen.act(who, word, at, about, [self.patient_id], via, **detail)


def write_visit(office: Scenery, course: Course, number: int) -> None:
    """All rows of a visit; what moves money as the agenda comes to it. ``number`` counts visits."""
    walk = _Walk(office, course, number)
    call = course.plan.call
    if call is not None and course.called is not None:
        appointment = _book(walk, call, course.called)
    else:
        at = office.pen.at(course.arrived or course.plan.starts)
        appointment = _appointment(walk, at, None, at)
    if course.arrived is None:
        _not_come(walk, appointment)
    else:
        _arrive(walk, appointment, course.arrived)
    office.pen.loader.add(appointment.row, *appointment.holdings)


def _book(walk: _Walk, call: PlannedCall, called: datetime) -> Booking:
    """The call and the booking."""
    pen, desk, at = walk.office.pen, walk.desk, walk.office.pen.at(called)
    caller, known = walk.office.town.person(call.caller), shipped_lists()
    flags = [flag.key for flag in red_flags(call.words, known.flags.values())]
    row = call_row(
        number=pen.number("T"),
        kind=CallKind.APPOINTMENT,
        caller=caller.full_name,
        relation=call.relation,
        phone=call.phone,
        patient_id=walk.patient_id,
        identity_checked=PATIENT_CHECKED,
        reason=call.words,
        urgent=bool(flags),
        by=desk.name,
        at=at,
        due_at=at + timedelta(minutes=known.kinds[CallKind.APPOINTMENT].due),
        red_flags=flags,
    )
    about = Ref("call", row.id)
    work = work_row(
        kind="call",
        title=call_work_title(row),
        ref=about,
        patient_id=walk.patient_id,
        at=at,
        priority=1 if flags else 2,
        key=str(row.id),
    )
    walk.act(desk, "calls.take", at, about, ("work.open",), asked=row.kind, flags=flags)
    if flags:
        pen.loader.add(escalation_row(row, Escalated.NURSE, HANDED, desk.name, at))
        row.touched_at = at
        walk.act(desk, "calls.take", at, about, to=Escalated.NURSE.value, flags=flags)
    appointment = _appointment(walk, walk.course.plan.starts, row.id, at)
    walk.act(desk, "appointments.book", at, Ref("appointment", appointment.row.id))
    walk.act(desk, "calls.take", at, about, ("work.do", "work.do"), outcome="booked", read_back=False)
    pen.loader.add(call_closed(row, "booked", "booked", at, caller.full_name), work_done(work, "booked", desk.name, at))
    return appointment


def _appointment(walk: _Walk, starts: datetime, call_id: UUID | None, at: datetime) -> Booking:
    booked = booked_rows(
        number=walk.office.pen.number("A"),
        patient_id=walk.patient_id,
        provider_id=walk.provider_id,
        site_id=walk.site_id,
        starts=starts,
        minutes=walk.kind.minutes,
        kind=walk.kind.key,
        reason=walk.course.told.reason,
        call_id=call_id,
        walk_in=call_id is None,
        by=walk.desk.name,
        at=at,
        places=[] if call_id is None else [(walk.provider_id, 0)],
    )
    walk.office.pen.loader.add(booked.change)
    return booked


def _become(walk: _Walk, appointment: Booking, state: AppointmentState, at: datetime, why: str = "") -> None:
    row, by = appointment.row, walk.desk.name
    walk.office.pen.loader.add(appointment_changed(row, appointment.holdings, state, why, by, at))


def _not_come(walk: _Walk, appointment: Booking) -> None:
    """Cancelled or missed; still booked if neither has happened yet."""
    if walk.course.ended is None:
        return
    at = walk.office.pen.at(walk.course.ended)
    cancelled = walk.course.plan.fate is Fate.CANCELLED
    state = cancelled_as(walk.course.plan.starts, at) if cancelled else AppointmentState.NO_SHOW
    _become(walk, appointment, state, at, FEELS_BETTER if cancelled else "")
    walk.act(walk.desk, "appointments.book", at, Ref("appointment", appointment.row.id), state=state.value)
    walk.office.agenda.add(at, walk.number, partial(walk.office.missed.free, appointment.row, walk.course, at))


def _arrive(walk: _Walk, appointment: Booking, arrived_at: datetime) -> None:
    """Check-in with its copay, then the visit, or the patience that ended."""
    pen, desk, course = walk.office.pen, walk.desk, walk.course
    at = pen.at(arrived_at)
    _become(walk, appointment, AppointmentState.ARRIVED, at)
    encounter, arrived = encounter_rows(
        number=pen.number("E"),
        patient_id=walk.patient_id,
        provider_id=walk.provider_id,
        site_id=walk.site_id,
        kind=EncounterClass(walk.kind.encounter_class),
        reason=appointment.row.reason,
        cause=Ref("appointment", appointment.row.id),
        on=walk.on,
        by=desk.name,
        at=at,
    )
    pen.loader.add(arrived)
    about, walks = Ref("encounter", encounter.id), course.called is None
    pen.loader.add(
        arrival_row(
            appointment_id=appointment.row.id,
            encounter_id=encounter.id,
            coverage_id=walk.policies[0].id if walk.policies else None,
            identity_checked=WALK_IN_CHECKED if walks else PATIENT_CHECKED,
            by=desk.name,
            at=at,
            left_because=COULD_NOT_WAIT if course.ended else "",
        )
    )
    via = ("appointments.book", "encounters.start")
    if walks:
        booked = Ref("appointment", appointment.row.id)
        walk.act(desk, "check_in.arrive", at, booked, ("appointments.book", "check_in.arrive", *via), state="arrived")
    else:
        walk.act(desk, "check_in.arrive", at, about, via, state="arrived")
    if course.method is not None and walk.policies and walk.policies[0].copay and walk.kind.takes_copay:
        walk.office.agenda.add(at, walk.number, partial(_copay, walk, encounter.id, METHODS[course.method], at))
    if course.ended:
        _move(walk, encounter, desk, "check_in.arrive", Stage.LEFT, course.ended)
    if course.seen:
        _seen(walk, course.seen, encounter)
    pen.loader.add(encounter)


def _copay(walk: _Walk, encounter_id: UUID, method: Method, at: datetime) -> None:
    accounts, copay = walk.office.desk.accounts, walk.policies[0].copay
    walk.office.pen.at(at)
    take_copay(walk.office.pen, accounts, walk.desk, walk.patient_id, encounter_id, copay, method, walk.on, at)


def _move(walk: _Walk, encounter: Row, who: Actor, word: str, stage: Stage, then: datetime, room: str = "") -> None:
    at = walk.office.pen.at(then)
    walk.office.pen.loader.add(encounter_moved(encounter, stage, room, who.name, at))
    walk.act(who, word, at, Ref("encounter", encounter.id), ("encounters.move",), stage=stage.value)


def _seen(walk: _Walk, seen: WithProvider, encounter: Row) -> None:
    """Room, vital signs, provider, orders, note, the way out; then the signature and the codes."""
    pen, course, provider, assistant = walk.office.pen, walk.course, walk.provider, walk.assistant
    if seen.room is not None:
        _move(walk, encounter, assistant, "check_in.room", Stage.ROOMED, seen.roomed, seen.room)
    at = pen.at(seen.measured)
    vitals = charting.vitals_row(encounter.id, course.told.vitals, assistant.name, at)
    pen.loader.add(vitals)
    walk.act(assistant, "chart.vitals", at, Ref("vitals", vitals.id))
    _move(walk, encounter, provider, "check_in.room", Stage.WITH_PROVIDER, seen.entered)
    done = _orders(walk, seen, encounter)
    at = pen.at(seen.written)
    staff = walk.office.staff[course.plan.provider]
    note = charting.note_row(
        encounter_id=encounter.id,
        patient_id=walk.patient_id,
        author_id=staff.id,
        author=charting.author_of(staff.name, staff.credentials),
        text=course.told.note_text,
        by=provider.name,
        at=at,
    )
    title = charting.sign_work_title(encounter.number)
    about = Ref("note", note.id)
    to_sign = work_row(kind="note-to-sign", title=title, ref=about, patient_id=walk.patient_id, at=at, key=str(note.id))
    walk.act(provider, "notes.write", at, about, ("work.open",))
    _move(walk, encounter, provider, "check_in.room", Stage.CHECK_OUT, seen.written)
    _move(walk, encounter, walk.desk, "check_in.arrive", Stage.FINISHED, seen.out)
    if seen.signed is None:
        pen.loader.add(note, to_sign)
        return
    _sign(walk, seen.signed, encounter, note, to_sign)
    to_code = ToCode(
        encounter_id=encounter.id,
        number=encounter.number,
        patient_id=walk.patient_id,
        provider_id=walk.provider_id,
        site_id=walk.site_id,
        on=walk.on,
        insured=bool(walk.policies),
        note_id=note.id,
        signed=seen.signed,
        told=course.told,
        orders=done,
    )
    work = to_code_row(to_code, pen.at(seen.signed))
    if seen.coded is None:
        pen.loader.add(work)
    else:
        walk.office.agenda.add(seen.coded, walk.number, partial(_code, walk, to_code, work, seen.coded))


def _code(walk: _Walk, to_code: ToCode, work: Row, coded: datetime) -> None:
    """The codes, the charges, and the claim that they become."""
    pen, desk, at = walk.office.pen, walk.office.desk, walk.office.pen.at(coded)
    codes, charges = code_visit(pen, desk.accounts, walk.office.riverbend.actors[CODER], to_code, work, at)
    identity = identity_of(walk.office.town.person(walk.course.plan.person))
    case = Case(
        person=walk.course.plan.person,
        encounter_id=to_code.encounter_id,
        patient_id=walk.patient_id,
        on=walk.on,
        site=walk.office.sites[walk.course.plan.site],
        renders=walk.office.staff[walk.course.plan.provider],
        who=Who(identity["name"], identity["birth_date"], identity["sex"], identity["address"]),
        policies=walk.policies,
        codes=codes,
        charges=tuple(charges),
        open={one.id: one.amount for one in charges},
    )
    first_claim(desk, case, at)


def _orders(walk: _Walk, seen: WithProvider, encounter: Row) -> dict[str, Row]:
    """What was ordered and done, by key."""
    pen, course = walk.office.pen, walk.course
    placed = []
    for told in course.told.orders:
        at = pen.at(seen.entered)
        row = order_row(
            encounter_id=encounter.id,
            patient_id=walk.patient_id,
            key=told.key,
            words=told.words,
            by=walk.provider.name,
            at=at,
        )
        work = work_row(
            kind="order",
            title=order_work_title(row, encounter.number),
            ref=Ref("order", row.id),
            patient_id=walk.patient_id,
            visit_id=encounter.id,
            at=at,
            priority=1,
            key=str(row.id),
        )
        walk.act(walk.provider, "orders.place", at, Ref("order", row.id), ("work.open",), key=told.key)
        placed.append((told, row, work))
    for told, row, work in placed:
        at, by = pen.at(seen.ordered_done), walk.assistant
        pen.loader.add(order_settled(row, OrderState.DONE, told.result, by.name, at))
        pen.loader.add(work_done(work, OrderState.DONE.value, by.name, at))
        walk.act(by, "orders.perform", at, Ref("order", row.id), ("work.do", "work.do"), state="done")
    return {told.key: row for told, row, _ in placed}


def _sign(walk: _Walk, signed_at: datetime, encounter: Row, note: Row, to_sign: Row) -> None:
    pen = walk.office.pen
    at = pen.at(signed_at)
    pen.loader.add(charting.note_signed(note, at), work_done(to_sign, "signed", walk.provider.name, at))
    signed = NoteSigned(note.id, encounter.id, walk.patient_id)
    pen.loader.add(fact_row(signed, encounter.id, at, delivered_at=at))
    walk.act(
        walk.provider, "notes.sign", at, Ref("note", note.id), ("work.do", "work.do", "work.open"), seal=note.sha256
    )
