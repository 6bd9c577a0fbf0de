"""Scripts of the office beside its visits: small calls through the day, the mail, and closing in the evening."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.front_office.calls.api import (
    bring_in_messages,
    call,
    close_call,
    escalate_call,
    open_calls,
    say_cause,
    take_call,
    triage_call,
)
from medoffice.front_office.calls.types import CallKind, Escalated
from medoffice.front_office.scheduling.api import (
    book,
    book_series,
    check_series,
    find_free,
    holidays_ahead,
    observe_holidays,
)
from medoffice.front_office.scheduling.types import Slot
from medoffice.kernel import clock
from medoffice.kernel.jobs import run_due
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.queries import shipped
from medoffice.rehearsal.demo.types import Scene, SmallCall
from medoffice.rehearsal.population.types import Chance
from medoffice.revenue.billing.api import make_statement, patient_balance, patients_owing, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.revenue.books.api import make_deposit, to_be_deposited
from medoffice.revenue.claims.api import send_claims
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

STATEMENTS_ON = 4  # Fridays
MAIL_DAYS = (4, 9)  # how long a patient's check takes after the statement
PAY = 0.7  # of statements are paid at all by mail
HANDED = "Handed to the nurse at once, who takes the line"
NIGHT = """Received: {late} 21:40
Caller: {who}
Phone: {phone}
Patient: {who}
Born: {born}
Message: Fever since the afternoon, asks for a call in the morning
Told: the person on call

Received: {late} 23:15
Caller: Corner Pharmacy
Phone: (217) 555-0150
Relation: pharmacy
Message: Needs a word about a dose that was sent in

Received: some time after midnight
Caller: unknown
Phone: (217) 555-0151
Message: Hung up
"""


def small_call(scene: Scene, on: date, number: int, hour: int, minute: int, asked: SmallCall | None = None) -> Script:
    """A call that books nothing: taken, and closed some minutes later; what may not be told ends as a message."""
    yield at(on, hour, minute, scene.riverbend.office.zone)
    chance = Chance(f"call {scene.seed} {on} {number}")
    asked = asked or chance.pick("what", shipped().calls)
    person = scene.population.people[chance.pick("who", sorted(scene.patients))]
    caller = scene.population.people[person.guarantor]
    desk = chance.pick("desk", sorted(scene.riverbend.desk.items()))[1]
    call_id = take_call(
        actor=desk,
        kind=asked.kind,
        caller=caller.full_name,
        relation="self" if caller is person else "parent",
        phone=caller.phones[0].number,
        reason=asked.words,
        patient_id=scene.patients[person.index],
        identity_checked="name, birth date",
        urgent=asked.kind.value == "symptoms",
    )
    yield clock.now() + timedelta(minutes=chance.between("minutes", 4, 9))
    hand_on_an_emergency(desk, call_id)
    if asked.cause:
        say_cause(actor=desk, call_id=call_id, cause=asked.cause)
    try:
        close_call(actor=desk, call_id=call_id, outcome=asked.outcome, words=asked.more, read_back=True)
    except Refusal:
        close_call(actor=desk, call_id=call_id, outcome="message", words="may not be told; the patient calls back")


def hand_on_an_emergency(desk: Actor, call_id: UUID) -> None:
    """What sounds like an emergency goes to a nurse before anything else."""
    if call(call_id).red_flags:
        escalate_call(actor=desk, call_id=call_id, to=Escalated.NURSE, words=HANDED)


def call_of_each_kind(scene: Scene, on: date) -> list[Script]:
    """One call of each kind over the day, an emergency, a promise that is kept, and the night's messages."""
    times = [
        (8, 12),
        (8, 48),
        (9, 21),
        (9, 57),
        (10, 31),
        (11, 6),
        (11, 44),
        (13, 9),
        (13, 41),
        (14, 17),
        (14, 52),
        (15, 28),
    ]
    asked = {one.kind: one for one in shipped().calls}.values()
    kinds = [small_call(scene, on, 200 + n, *when, one) for n, (when, one) in enumerate(zip(times, asked, strict=True))]
    return [*kinds, _emergency(scene, on), _promised(scene, on), _night(scene, on)]


def _emergency(scene: Scene, on: date) -> Script:
    """Chest pain on the telephone: the flag stands, the call cannot be closed before a clinician has it."""
    yield at(on, 9, 12, scene.riverbend.office.zone)
    desk, patient_id = _desk_and_patient(scene, f"emergency {on}")
    call_id = take_call(
        actor=desk,
        kind=CallKind.SYMPTOMS,
        caller="",
        relation="self",
        phone="",
        reason="Chest pain since an hour, sweating, thinks it is the stomach",
        patient_id=patient_id,
    )
    yield clock.now() + timedelta(minutes=1)
    escalate_call(actor=desk, call_id=call_id, to=Escalated.EMERGENCY, words="911 called with them on the line")
    close_call(actor=desk, call_id=call_id, outcome="emergency", read_back=True)


def _promised(scene: Scene, on: date) -> Script:
    """Somebody is promised a call back by four, and gets it; a nurse's advice is signed on the way."""
    yield at(on, 13, 22, scene.riverbend.office.zone)
    desk, patient_id = _desk_and_patient(scene, f"promise {on}")
    call_id = take_call(
        actor=desk,
        kind=CallKind.SYMPTOMS,
        caller="",
        relation="self",
        phone="",
        reason="Rash since the new soap, no fever. We call back @4pm",
        patient_id=patient_id,
        identity_checked="name, birth date",
    )
    yield clock.now() + timedelta(minutes=50)
    nurse = next(actor for actor in scene.riverbend.actors.values() if can(actor, "calls.triage"))
    words = "Stop the soap, cool compress, call again if it spreads or there is fever."
    triage_call(actor=nurse, call_id=call_id, protocol="rash, adult", disposition="home", words=words)
    close_call(actor=nurse, call_id=call_id, outcome="advice", words="care at home", read_back=True)


def _night(scene: Scene, on: date) -> Script:
    """The answering service's e-mail of the night is brought in, one message of it unreadable; the desk calls back."""
    zone = scene.riverbend.office.zone
    yield at(on, 8, 2, zone)
    desk, _ = _desk_and_patient(scene, f"night {on}")
    person = scene.population.people[Chance(f"night {scene.seed} {on}").pick("who", sorted(scene.patients))]
    late = on - timedelta(days=1)
    text = NIGHT.format(
        late=f"{late:%m/%d/%Y}",
        who=person.full_name,
        born=f"{person.birth_date:%m/%d/%Y}",
        phone=person.phones[0].number,
    )
    bring_in_messages(actor=desk, name="night.txt", text=text)
    yield clock.now() + timedelta(minutes=25)
    for waiting in open_calls(desk):
        if waiting.source:
            hand_on_an_emergency(desk, waiting.id)
            close_call(actor=desk, call_id=waiting.id, outcome="message", words="called back, the nurse will call")


def _desk_and_patient(scene: Scene, label: str) -> tuple[Actor, UUID]:
    chance = Chance(f"{label} {scene.seed}")
    desk = chance.pick("desk", sorted(scene.riverbend.desk.items()))[1]
    return desk, scene.patients[chance.pick("who", sorted(scene.patients))]


def calls_of_day(scene: Scene, on: date, count: int) -> list[Script]:
    """So many small calls, spread over the day."""
    chance = Chance(f"calls {scene.seed} {on}")
    times = [divmod(chance.between(f"minute {number}", 8 * 60 + 20, 16 * 60 + 30), 60) for number in range(count)]
    return [small_call(scene, on, number, *when) for number, when in enumerate(times)]


def evenings(scene: Scene, first: date, days: int) -> Script:
    """The closing of each working day."""
    for on in (first + timedelta(days=number) for number in range(days)):
        if on.weekday() < 5:
            yield at(on, 18, 0, scene.riverbend.office.zone)
            close_day(scene, on)


def close_day(scene: Scene, on: date) -> None:
    """Claims go out, files come in, checks come by mail, statements go out, money goes to the bank."""
    run_due()
    send_claims(actor=scene.riverbend.actors["chen"])
    run_due()
    _open_mail(scene, on)
    if on.weekday() == STATEMENTS_ON:
        _send_statements(scene, on)
    for kind, _, amount in to_be_deposited():
        if amount.cents > 0:
            make_deposit(actor=scene.riverbend.actors["novak"], kind=kind, on=on)
    run_due()


def _send_statements(scene: Scene, on: date) -> None:
    """A statement to everybody who owes and has none yet."""
    written_to = {patient_id for _, patient_id in scene.mailed}
    for patient_id, owed in patients_owing():
        if patient_id in written_to or owed.cents <= 0:
            continue
        try:
            make_statement(actor=scene.riverbend.actors["chen"], patient_id=patient_id)
        except Refusal:
            continue
        scene.mailed.append((on, patient_id))


def _open_mail(scene: Scene, on: date) -> None:
    """Checks of patients who had a statement some days ago."""
    numbers = {patient_id: index for index, patient_id in scene.patients.items()}
    for sent, patient_id in scene.mailed:
        chance = Chance(f"mail {scene.seed} {numbers[patient_id]} {sent}")
        if sent + timedelta(days=chance.between("days", *MAIL_DAYS)) == on and chance.happens("pays", PAY):
            _bank_check(scene, patient_id, half=chance.happens("half", 0.2))


def _bank_check(scene: Scene, patient_id: UUID, *, half: bool) -> None:
    owed = patient_balance(patient_id).patient
    amount = Money(owed.cents // 2) if half else owed
    if amount.cents > 0:
        chen = scene.riverbend.actors["chen"]
        take_payment(actor=chen, patient_id=patient_id, amount=amount, method=Method.CHECK)


def schedule_of_day(scene: Scene, on: date) -> Script:
    """What else a day brings to the schedule: a visit with a machine, a series, one beyond capacity, a holiday."""
    zone, desk = scene.riverbend.office.zone, next(iter(scene.riverbend.desk.values()))
    yield at(on, 8, 40, zone)
    chance = Chance(f"schedule {scene.seed} {on}")
    machine, series, beyond = (scene.patients[who] for who in chance.shuffled("who", sorted(scene.patients))[:3])
    okafor, place = scene.riverbend.staff["okafor"], next(iter(scene.riverbend.sites.values()))
    later = clock.now() + timedelta(days=1)
    slot = find_free("ecg", later, site_id=place, limit=1)[0]
    _book(desk, machine, slot, "ecg", "palpitations, ECG before the operation")
    first = find_free("nurse", clock.now() + timedelta(days=7), okafor, limit=1)[0]
    wanted = [first.starts + timedelta(weeks=number) for number in range(4)]
    checked = check_series("nurse", okafor, first.site_id, wanted)
    book_series(
        actor=desk,
        patient_id=series,
        provider_id=okafor,
        site_id=first.site_id,
        starts=tuple(one.near[0].starts if one.why and one.near else one.starts for one in checked),
        rule="FREQ=WEEKLY;COUNT=4",
        visit_type="nurse",
        reason="blood pressure, once a week",
    )
    _book(desk, beyond, first, "sick", "fever since yesterday", overbook="fever; cannot wait another day")
    ahead = [one.on.isoformat() for one in holidays_ahead(on) if one.on > on + timedelta(days=21)][:1]
    observe_holidays(actor=PROGRAM, on=tuple(ahead), today=on)


def _book(desk: Actor, patient_id: UUID, slot: Slot, kind: str, reason: str, overbook: str = "") -> None:
    book(
        actor=desk,
        patient_id=patient_id,
        provider_id=slot.provider_id,
        site_id=slot.site_id,
        starts=slot.starts,
        visit_type=kind,
        reason=reason,
        overbook=overbook,
    )
