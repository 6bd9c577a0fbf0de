"""The script of a visit: from the call that books it to the charges, through the same actions as on the screens."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.clinic.charting.api import note_of, record_vitals, sign_note, start_note
from medoffice.clinic.orders.api import orders_of
from medoffice.exchange.simulators.payer.api import Member, insure
from medoffice.front_office.calls.api import close_call, take_call
from medoffice.front_office.calls.types import CallKind
from medoffice.front_office.check_in import api as desk
from medoffice.front_office.scheduling.api import (
    appointment,
    arriving_now,
    book,
    cancel,
    find_free,
    mark_no_show,
    move,
    visit_type,
)
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import exam_rooms, finish_work_about
from medoffice.records.coverage.api import checks_of_visits, coverages_on, open_case
from medoffice.records.coverage.types import CaseKind
from medoffice.records.encounters.api import rooms_taken
from medoffice.rehearsal.demo.actions.devices import traced
from medoffice.rehearsal.demo.actions.dictation import TYPIST, dictated, signed_of
from medoffice.rehearsal.demo.actions.office_hours import hand_on_an_emergency
from medoffice.rehearsal.demo.actions.people import patient_of
from medoffice.rehearsal.demo.actions.questions import ASKS, CODER, asked_and_answered
from medoffice.rehearsal.demo.actions.slips import mend_at_desk
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.actions.treatment import treated
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.rehearsal.stories.api import render, room_among, story
from medoffice.rehearsal.stories.types import Fate, PlannedCall, PlannedVisit, RenderedVisit, VisitType
from medoffice.revenue.billing.api import capture_charges, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.revenue.coding.api import code_diagnosis, code_service, start_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.types import Actor

INJURED, CUT_ON = "sato-ken", "sheet metal"  # of the named cast; at his work
ASKS_FOR_ROOM = 12  # times, some minutes apart
DICTATES = 0.12  # of the visits whose note is written, how many are dictated
METHODS = (Method.CARD, Method.CARD, Method.CASH, Method.CHECK)


@dataclass(frozen=True, slots=True)
class _Visit:
    """A planned visit in its scene: who, by whom, and how it will go."""

    scene: Scene
    plan: PlannedVisit
    told: RenderedVisit
    chance: Chance

    @property
    def patient_id(self) -> UUID:
        return patient_of(self.scene, self.plan.person)

    @property
    def site_id(self) -> UUID:
        return self.scene.riverbend.sites[self.plan.site]

    @property
    def provider_id(self) -> UUID:
        return self.scene.riverbend.staff[self.plan.provider]

    @property
    def provider(self) -> Actor:
        return self.scene.riverbend.actors[self.plan.provider]

    @property
    def desk(self) -> Actor:
        return self.scene.riverbend.desk[self.plan.site]

    @property
    def assistant(self) -> Actor:
        return self.chance.pick("assistant", self.scene.riverbend.assistant[self.plan.site])

    def coverage_id(self) -> UUID | None:
        """The primary policy in force today."""
        policies = coverages_on(self.patient_id, self.plan.starts.date())
        return policies[0].id if policies else None

    def after(self, label: str, low: int, high: int) -> datetime:
        """Some minutes from now."""
        return clock.now() + timedelta(minutes=self.chance.between(label, low, high))


def visit_script(scene: Scene, plan: PlannedVisit) -> Script:
    """One patient's way through the office."""
    visit = _visit(scene, plan)
    return _walk_in(visit) if plan.call is None else _appointment(visit, plan.call)


def _visit(scene: Scene, plan: PlannedVisit) -> _Visit:
    told = render(story(plan.story), scene.population.people[plan.person], plan.seed, plan.starts.date())
    return _Visit(scene, plan, told, Chance(f"visit {plan.seed} {plan.starts.isoformat()}"))


def injury_at_work(scene: Scene, on: date, returns: date | None = None) -> Script:
    """Somebody cut at work comes at once: a case is opened, and the visit is billed to its carrier.

    Comes back to have it looked at on the day of ``returns``, for the same case.
    """
    who, zone = next(one for one in scene.population.people if one.key == INJURED), scene.riverbend.office.zone
    seeds = (f"at work {number}" for number in count())
    seed = next(one for one in seeds if CUT_ON in render(story("laceration"), who, one, on).note_text)
    starts = at(on, 9, 20, zone)
    visit = _visit(
        scene,
        PlannedVisit(
            who.index, "laceration", seed, VisitType.PROCEDURE, "okafor", "main", starts, Fate.SEEN, True, starts, None
        ),
    )
    yield starts
    case_id = _open_case(visit, on)
    if returns is not None:
        _book_again(visit, case_id, returns)
    yield from _walks_in(visit, case_id)


def _open_case(visit: _Visit, on: date) -> UUID:
    """The case as the employer told it on the telephone; its carrier knows of it."""
    who, number = visit.scene.population.people[visit.plan.person], f"WC-{on:%y%m%d}"
    insure([Member(f"case-{who.index}", "keystone-work", number, who.family, who.given, who.birth_date, on)])
    return open_case(
        actor=visit.desk,
        patient_id=visit.patient_id,
        kind=CaseKind.WORK,
        payer_id=visit.scene.riverbend.payers["keystone"],
        claim_number=number,
        injured_on=on,
        state="IL",
        employer="Ferry Street Sheet Metal",
        adjuster="Dana Whitlock",
        adjuster_phone="(217) 555-0171",
        opened_on=on,
    )


def _book_again(visit: _Visit, case_id: UUID, on: date) -> None:
    noon = at(on, 12, 0, visit.scene.riverbend.office.zone)
    (free,) = find_free("nurse", noon, provider_id=visit.provider_id, limit=1)
    book(
        actor=visit.desk,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        starts=free.starts,
        visit_type="nurse",
        reason="Look at the cut hand",
        case_id=case_id,
    )


def _walk_in(visit: _Visit) -> Script:
    yield visit.plan.starts
    yield from _walks_in(visit)


def _walks_in(visit: _Visit, case_id: UUID | None = None) -> Script:
    encounter_id = desk.walk_in(
        actor=visit.desk,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        visit_type=visit.plan.visit_type.value,
        reason=visit.told.reason,
        identity_checked="birth date, photo id",
        coverage_id=None if case_id else visit.coverage_id(),
        case_id=case_id,
    )
    arrived = desk.arrival_of(encounter_id)
    if arrived is not None:
        if case_id is None:
            _ask_payer(visit, arrived.appointment_id)
        mend_at_desk(visit.scene, visit.desk, visit.plan.person, arrived.appointment_id)
    yield from _seen_or_left(visit, encounter_id)


def _ask_payer(visit: _Visit, appointment_id: UUID) -> None:
    """Have the insurance of a visit asked about if nobody did; what the payer corrects is corrected, mostly."""
    if not checks_of_visits([appointment_id])[appointment_id]:
        desk.ask_for_visit(actor=visit.desk, appointment_id=appointment_id)
    for row in desk.insurance_of(appointment(appointment_id)).policies:
        told = row.latest.result if row.latest else None
        if told is not None and told.member_id and visit.chance.happens("has the new card", 0.7):
            desk.correct_member_id(
                actor=visit.desk,
                appointment_id=appointment_id,
                coverage_id=row.policy.id,
                member_id=told.member_id,
                seen_version=row.policy.version,
            )


def _appointment(visit: _Visit, call: PlannedCall) -> Script:
    born = visit.scene.population.people[visit.plan.person].birth_date
    zone = visit.scene.riverbend.office.zone
    yield max(call.at, at(born + timedelta(days=1), 9, 0, zone))
    appointment_id = _call_and_book(visit, call)
    starts = appointment(appointment_id).starts
    fate = visit.plan.fate
    if fate in (Fate.CANCELLED, Fate.MOVED):
        yield max(starts - timedelta(hours=visit.chance.between("notice", 1, 20)), visit.after("later", 5, 20))
        if fate is Fate.CANCELLED:
            cancel(actor=visit.desk, appointment_id=appointment_id, why="patient called: feels better")
            return
        appointment_id = _move(visit, appointment_id, starts)
        starts = appointment(appointment_id).starts
    if fate is Fate.NO_SHOW:
        yield starts + timedelta(minutes=25)
        mark_no_show(actor=visit.desk, appointment_id=appointment_id)
        return
    early = (visit.plan.arrives or visit.plan.starts) - visit.plan.starts
    yield max(starts + early, visit.after("on the way", 5, 15))
    appointment_id = _seen_earlier(visit, appointment_id)
    _ask_payer(visit, appointment_id)
    mend_at_desk(visit.scene, visit.desk, visit.plan.person, appointment_id)
    encounter_id = desk.check_in(
        actor=visit.desk,
        appointment_id=appointment_id,
        identity_checked="name, birth date",
        coverage_id=visit.coverage_id(),
    )
    _take_copay(visit, encounter_id)
    yield from _seen_or_left(visit, encounter_id)


def _seen_earlier(visit: _Visit, appointment_id: UUID) -> UUID:
    """Who comes much too early is seen at the provider's next free time, if that is earlier."""
    advice = arriving_now(appointment(appointment_id))
    if advice is None or advice.rule != "forward" or advice.free is None:
        return appointment_id
    return move(actor=visit.desk, appointment_id=appointment_id, starts=advice.free)


def _call_and_book(visit: _Visit, call: PlannedCall) -> UUID:
    """A call that books the wanted time, or the next free one that the refusal offers."""
    call_id = take_call(
        actor=visit.desk,
        kind=CallKind.APPOINTMENT,
        caller=visit.scene.population.people[call.caller].full_name,
        relation=call.relation,
        phone=call.phone,
        reason=call.words,
        patient_id=visit.patient_id,
        identity_checked="name, birth date",
    )
    hand_on_an_emergency(visit.desk, call_id)
    try:
        appointment_id = _book(visit, call_id, visit.plan.starts)
    except Refusal as refusal:
        appointment_id = _book(visit, call_id, refusal.detail["free"][0].starts)
    close_call(actor=visit.desk, call_id=call_id, outcome="booked")
    return appointment_id


def _book(visit: _Visit, call_id: UUID, starts: datetime) -> UUID:
    return book(
        actor=visit.desk,
        patient_id=visit.patient_id,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        starts=starts,
        visit_type=visit.plan.visit_type.value,
        reason=visit.told.reason,
        call_id=call_id,
    )


def _move(visit: _Visit, appointment_id: UUID, starts: datetime) -> UUID:
    """To the provider's first free time from the next day on."""
    kind = visit.plan.visit_type.value
    later = find_free(kind, starts + timedelta(days=1), provider_id=visit.provider_id, limit=1)
    return move(actor=visit.desk, appointment_id=appointment_id, starts=later[0].starts)


def _take_copay(visit: _Visit, encounter_id: UUID) -> None:
    policies = coverages_on(visit.patient_id, visit.plan.starts.date())
    if not policies or not policies[0].copay or not visit_type(visit.plan.visit_type.value).takes_copay:
        return
    if visit.chance.happens("no money with them", 0.06):
        return
    take_payment(
        actor=visit.desk,
        patient_id=visit.patient_id,
        amount=policies[0].copay,
        method=visit.chance.pick("method", METHODS),
        encounter_id=encounter_id,
        copay=True,
    )


def _seen_or_left(visit: _Visit, encounter_id: UUID) -> Script:
    if visit.plan.fate is Fate.LEFT:
        yield visit.after("patience", 30, 45)
        desk.leave(actor=visit.desk, encounter_id=encounter_id, why="could not wait longer")
        return
    yield from _rooming(visit, encounter_id)
    yield from _with_provider(visit, encounter_id)


def _rooming(visit: _Visit, encounter_id: UUID) -> Script:
    """A room, as soon as one is free, and the vital signs; who waited too long for one is seen without."""
    yield visit.after("to room", 5, 19)
    for _ in range(ASKS_FOR_ROOM):
        room = _free_room(visit)
        if room is not None:
            desk.room_patient(actor=visit.assistant, encounter_id=encounter_id, room=room)
            break
        yield visit.after("no room", 2, 5)
    yield visit.after("vitals", 3, 6)
    record_vitals(actor=visit.assistant, encounter_id=encounter_id, vitals=visit.told.vitals)


def _free_room(visit: _Visit) -> str | None:
    rooms = [room.name for room in exam_rooms(visit.site_id)]
    today = clock.today(ZoneInfo(visit.scene.riverbend.office.zone))
    return room_among(rooms, rooms_taken(visit.site_id, today), visit.chance.number("room", 1 << 16))


def _with_provider(visit: _Visit, encounter_id: UUID) -> Script:
    """The visit itself, the way out, and the paper afterwards."""
    yield visit.after("provider", 3, 14)
    busy, me = visit.scene.busy, visit.plan.provider
    while busy.get(me, clock.now()) > clock.now():
        yield busy[me]
    busy[me] = visit.after("length", visit.plan.visit_type.minutes - 6, visit.plan.visit_type.minutes)
    desk.provider_enters(actor=visit.provider, encounter_id=encounter_id)
    yield from treated(visit.provider, visit.assistant, encounter_id, visit.told, visit.after("orders", 3, 6))
    yield max(busy[me], clock.now())
    speaks = visit.chance.happens("dictates", DICTATES)
    if not speaks:
        start_note(actor=visit.provider, encounter_id=encounter_id, text=visit.told.note_text)
    desk.send_to_check_out(actor=visit.provider, encounter_id=encounter_id)
    yield visit.after("way out", 2, 6)
    desk.check_out(actor=visit.desk, encounter_id=encounter_id)
    if speaks:
        typist = visit.scene.riverbend.actors[TYPIST]
        yield from dictated(visit.provider, typist, encounter_id, visit.told.note_text, visit.chance)
    yield from _paper(visit, encounter_id)


def _paper(visit: _Visit, encounter_id: UUID) -> Script:
    """The note is signed, mostly within the hour, some the next morning; then the visit is coded."""
    yield visit.after("sign", 5, 50)
    if visit.chance.happens("tomorrow", 0.05):
        today = clock.now().astimezone(visit.plan.starts.tzinfo).date()
        yield at(today + timedelta(days=3 if today.weekday() == 4 else 1), 7, 45, visit.scene.riverbend.office.zone)
    written = note_of(encounter_id)
    if written is None:
        signed_of(visit.provider, encounter_id)
    else:
        sign_note(actor=visit.provider, note_id=written.id, seen_version=written.version)
    yield visit.after("code", 30, 120)
    signed = note_of(encounter_id)
    if signed is None:
        return
    coder = visit.scene.riverbend.actors[CODER]
    if visit.chance.happens("asks", ASKS):
        yield from asked_and_answered(coder, visit.provider, encounter_id, signed.id, visit.told)
    code_visit(coder, encounter_id, signed.id, visit.told)


def code_visit(coder: Actor, encounter_id: UUID, note_id: UUID, told: RenderedVisit) -> None:
    """Code a visit from its words and its orders, and release it to billing."""
    coding_id = start_coding(actor=coder, encounter_id=encounter_id)
    finish_work_about(actor=coder, ref=Ref("encounter", encounter_id), outcome="in hand")
    for code in told.codes:
        words = Evidence(Ref("note", note_id), code.start, code.end, code.phrase)
        code_diagnosis(actor=coder, coding_id=coding_id, code=code.code, evidence=words)
    orders = {order.key: order for order in orders_of(encounter_id)}
    for service in [*told.services, *traced(told, orders)]:
        words = Evidence(Ref("note", note_id), service.start, service.end, service.phrase)
        if service.order_key:
            done = orders[service.order_key]
            words = Evidence(Ref("order", done.id), 0, len(done.result), done.result)
        code_service(
            actor=coder,
            coding_id=coding_id,
            key=service.service_key,
            evidence=words,
            pointers=[1],
            units=service.units,
        )
    capture_charges(actor=coder, encounter_id=encounter_id)
