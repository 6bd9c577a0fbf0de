"""Scripts of the office beside its visits: small calls through the day, the mail, and closing in the evening."""

from datetime import date, timedelta
from uuid import UUID

from medoffice.front_office.calls.api import close_call, take_call
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
from medoffice.rehearsal.demo.types import Scene
from medoffice.rehearsal.population.types import Chance
from medoffice.revenue.billing.api import make_statement, patient_balance, patients_owing, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.revenue.books.api import make_deposit, to_be_deposited
from medoffice.revenue.claims.api import send_claims
from medoffice.security.types import PROGRAM, Actor

STATEMENTS_ON = 4  # Fridays
MAIL_DAYS = (4, 9)  # how long a patient's check takes after the statement
PAY = 0.7  # of statements are paid at all by mail


def small_call(scene: Scene, on: date, number: int, hour: int, minute: int) -> Script:
    """A call that books nothing: taken, and closed some minutes later."""
    yield at(on, hour, minute, scene.riverbend.office.zone)
    chance = Chance(f"call {scene.seed} {on} {number}")
    asked = chance.pick("what", shipped().calls)
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
    close_call(actor=desk, call_id=call_id, outcome=asked.outcome)


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
