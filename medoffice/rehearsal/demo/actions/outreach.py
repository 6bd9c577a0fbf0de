"""Scripts of what the office says by itself: reminders and answers, a time that is filled, recalls, a web request."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.exchange.simulators.gateway.api import taken, write_back
from medoffice.front_office.outreach.api import (
    add_recalls,
    add_to_waitlist,
    answer_asked,
    ask_for_visit,
    board,
    book_recall,
    cancel_and_offer,
    decide_fee,
    decide_self_booking,
    hand_over,
    hear_all,
    messages_of,
    missed_with_fee,
    note_attempt,
    remind,
    self_booking,
    set_missed_policy,
    set_recall_rule,
    set_reminder,
    times_offered,
    waiting_requests,
)
from medoffice.front_office.outreach.types.messages import MessageState, Purpose
from medoffice.front_office.outreach.types.recalls import Basis, Tried
from medoffice.front_office.outreach.types.visits import Person, SelfBooking
from medoffice.front_office.outreach.types.waitlist import Urgency
from medoffice.front_office.scheduling.api import book, find_free
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.sources import UNVERIFIED
from medoffice.practice.api import finish_work, work_items
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

KINDS = ("sick", "nurse")  # what patients of Riverbend may ask for on the web
OURS = frozenset({"reply", "phone-task", "missed", "time-free", "self-booking"})
MINUTE = timedelta(minutes=1)
DUE = 60  # people who are due by today; some of them book meanwhile
GROWN = 18
SEE_AGAIN = ("Blood pressure, see again", "Weight and blood pressure", "Blood draw: cholesterol")


def set_up_outreach(scene: Scene, on: date) -> None:
    """From a day on patients are reminded the day before, called back after a year, and may book on the web."""
    set_reminder(actor=PROGRAM, name="The day before", days_before=1, valid_from=on)
    set_missed_policy(
        actor=PROGRAM, valid_from=on, no_show_fee=Money(2_500), late_fee=Money(0), free_times=0, tells=True
    )
    set_recall_rule(
        actor=PROGRAM,
        name="Preventive visit once a year",
        basis=Basis.VISIT,
        codes=("preventive",),
        months=12,
        kind="preventive",
        source=UNVERIFIED,
        valid_from=on,
    )
    providers = tuple(scene.riverbend.staff[one.key] for one in scene.riverbend.office.staff if one.is_provider)
    decide_self_booking(actor=PROGRAM, wanted=SelfBooking(on=True, kinds=KINDS, provider_ids=providers))


def outreach_of_day(scene: Scene, on: date) -> list[Script]:
    """What is said to patients on a day and the day before, and what they answer."""
    return [_reminders(scene, on), _fills(scene, on), _recalls(scene, on), _on_the_web(scene, on), _evening(scene, on)]


def _reminders(scene: Scene, on: date) -> Script:
    """The day before: half confirm, one wants no more texts, one asks something; the desk reads it."""
    yield at(on - timedelta(days=1), 10, 0, scene.riverbend.office.zone)
    set_up_outreach(scene, on - timedelta(days=1))
    remind(actor=PROGRAM)
    yield clock.now() + MINUTE
    hand_over(actor=PROGRAM)
    yield clock.now() + MINUTE
    hear_all(actor=PROGRAM)
    chance = Chance(f"answers {scene.seed} {on}")
    texts = [one for one in taken() if one.channel == "sms"]
    for number, one in enumerate(texts):
        words = {3: "STOP", 7: "Can my daughter come along?"}.get(number, "C")
        if words != "C" or chance.happens(f"says {number}", 0.5):
            write_back(one.to, words, clock.now(), one.id)
    yield clock.now() + 2 * MINUTE
    hear_all(actor=PROGRAM)
    yield clock.now() + 20 * MINUTE
    _work_off(_desk(scene), {"reply", "phone-task"})


def _fills(scene: Scene, on: date) -> Script:
    """Somebody cancels for this week; the first on the waitlist is asked by text and takes it."""
    yield at(on, 9, 2, scene.riverbend.office.zone)
    desk, (gone, first, second, third) = _desk(scene), _some(scene, f"waits {on}", 4)
    slot = find_free("sick", clock.now() + timedelta(days=2), limit=1)[0]
    visit = book(
        actor=desk,
        patient_id=gone,
        provider_id=slot.provider_id,
        site_id=slot.site_id,
        starts=slot.starts,
        visit_type="sick",
        reason="cough",
    )
    add_to_waitlist(actor=desk, patient_id=second, kind="sick")
    waiter = add_to_waitlist(actor=desk, patient_id=first, kind="sick", urgency=Urgency.SOON, why="in pain at night")
    add_to_waitlist(actor=desk, patient_id=third, kind="preventive", weekdays=(0, 2))
    yield clock.now() + 30 * MINUTE
    cancel_and_offer(actor=desk, appointment_id=visit, why="feels better", waiter_ids=(waiter,))
    yield clock.now() + MINUTE
    hand_over(actor=PROGRAM)
    yield clock.now() + 9 * MINUTE
    for one in messages_of(PROGRAM, first):
        if one.purpose is Purpose.OFFER and one.state is MessageState.HANDED:
            write_back(one.to, "YES", clock.now(), one.id)
    yield clock.now() + MINUTE
    hear_all(actor=PROGRAM)


def _recalls(scene: Scene, on: date) -> Script:
    """Some are due; one is not reached in the morning and books in the afternoon."""
    yield at(on, 9, 40, scene.riverbend.office.zone)
    desk, due = _desk(scene), _some(scene, f"due {on}", 5)
    add_recalls(actor=desk, patient_ids=due, kind="nurse", name="Blood pressure, see again")
    mine = next(one for one in board(desk, limit=100_000) if one.patient_id == due[0])
    note_attempt(actor=desk, recall_id=mine.id, outcome=Tried.LEFT_WORD)
    yield at(on, 15, 5, scene.riverbend.office.zone)
    slot = find_free("nurse", clock.now() + timedelta(days=1), limit=1)[0]
    book_recall(actor=desk, recall_id=mine.id, provider_id=slot.provider_id, site_id=slot.site_id, starts=slot.starts)


def recalls_of_weeks(scene: Scene, today: date, weeks: int) -> Script:
    """Each week some grown people come to be due: enough for a mailing of fifty, each since a day of its own."""
    desk, zone, had = _desk(scene), scene.riverbend.office.zone, set[int]()
    for back in range(weeks, 0, -1):
        on = today - timedelta(weeks=back)
        yield at(on, 16, 20, zone)
        grown = [
            one.index for one in scene.population.people if one.index in scene.patients and one.age_on(on) >= GROWN
        ]
        known = [who for who in grown if who not in had and can(desk, "outreach.recall", scene.patients[who])]
        due = Chance(f"due since {on} {scene.seed}").shuffled("who", sorted(known))[: -(-DUE // weeks)]
        had.update(due)
        people = tuple(scene.patients[who] for who in due)
        if people:
            add_recalls(actor=desk, patient_ids=people, kind="nurse", name=SEE_AGAIN[back % len(SEE_AGAIN)])


def _on_the_web(scene: Scene, on: date) -> Script:
    """Somebody who was never here asks for a visit on the public page; the desk confirms it at noon."""
    yield at(on, 9, 50, scene.riverbend.office.zone)
    slot = times_offered(self_booking(), "sick")[-1]
    person = Person("Okonkwo", "Ada", date(1985, 3, 14), "(217) 555-0155", "ada@example.com", "en")
    ask_for_visit(
        actor=PROGRAM,
        person=person,
        known=False,
        kind="sick",
        provider_id=slot.provider_id,
        site_id=slot.site_id,
        starts=slot.starts,
        address="203.0.113.9",
    )
    yield at(on, 12, 10, scene.riverbend.office.zone)
    for one in waiting_requests():
        answer_asked(actor=_desk(scene), asked_id=one.id, book=True)


def _evening(scene: Scene, on: date) -> Script:
    """What was said goes out, what came back is read, and who did not come is followed up: of the fees one is taken,
    the others are let go.
    """
    yield at(on, 17, 52, scene.riverbend.office.zone)
    hand_over(actor=PROGRAM)
    yield clock.now() + MINUTE
    hear_all(actor=PROGRAM)
    desk, take = _desk(scene), True
    for one in missed_with_fee(desk):
        decide_fee(actor=desk, missed_id=one.id, take=take, why="the first time")
        take = False
    _work_off(desk, OURS)


def _work_off(desk: Actor, kinds: set[str] | frozenset[str]) -> None:
    for item in work_items(desk, limit=500):
        if item.kind in kinds:
            finish_work(actor=desk, item_id=item.id, outcome="called and settled")


def _desk(scene: Scene) -> Actor:
    return next(iter(scene.riverbend.desk.values()))


def _some(scene: Scene, label: str, count: int) -> tuple[UUID, ...]:
    """So many patients of the office."""
    chance = Chance(f"{label} {scene.seed}")
    return tuple(scene.patients[who] for who in chance.shuffled("who", sorted(scene.patients))[:count])
