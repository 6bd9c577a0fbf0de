"""Thirty-two hands reach for one slot in the same moment, by every door that can take one: exactly one gets it."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import book, define_visit_type
from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.tests.makers import make_hours
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.encounters.models import Encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM
from tests.faults.parallel import at_once
from tests.figures import figure

pytestmark = pytest.mark.soak
HANDS, ROUNDS = 32, int(os.environ.get("MEDOFFICE_ROUNDS", "20"))
NOON = datetime(2026, 3, 2, 18, tzinfo=UTC)  # a Monday
FIRST = datetime(2026, 3, 3, 14, tzinfo=UTC)  # Tuesday, 8 in Chicago
OVERLAPS = (
    "SELECT count(*) FROM appointment a JOIN appointment b ON a.provider_id = b.provider_id AND a.id < b.id"
    " AND a.during && b.during WHERE a.state = ANY(%s) AND b.state = ANY(%s) AND NOT a.walk_in AND NOT b.walk_in"
)


@dataclass(frozen=True)
class Slots:
    """An office, a patient for each hand, each with an appointment far away that may be moved, a signed-in desk."""

    world: str
    office: Office
    patients: list[UUID]
    held: list[UUID]
    desk: Client

    def post(self, path: str, **typed: str) -> int:
        """Send a form as the desk, with a key of its own; the status."""
        client = Client(raise_request_exception=False)
        client.cookies = self.desk.cookies
        return int(client.post(path, {"once": str(new_id()), **typed}).status_code)


@pytest.fixture(name="slots")
def _slots(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[Slots]:
    with django_db_blocker.unblock(), clock.frozen(NOON):
        office = make_office()
        make_hours(office.provider_id, office.site_id)
        define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
        patients = [make_patient("Vale", f"Person{number}") for number in range(HANDS)]
        far = [FIRST + timedelta(days=7 * (1 + n // 8), minutes=20 * (n % 8)) for n in range(HANDS)]
        held = [_booked(office, who, starts) for who, starts in zip(patients, far, strict=True)]
        yield Slots(fresh_world, office, patients, held, signed_in("vega"))


def _booked(office: Office, patient_id: UUID, starts: datetime) -> UUID:
    return book(
        actor=PROGRAM,
        patient_id=patient_id,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        visit_type="sick",
        reason="cough",
    )


def _book(slots: Slots, hand: int, starts: datetime) -> int:
    place = {"provider": str(slots.office.provider_id), "site": str(slots.office.site_id), "visit_type": "sick"}
    return slots.post(f"/scheduling/book/{slots.patients[hand]}/", **place, starts=starts.isoformat(), reason="fever")


def _move(slots: Slots, hand: int, starts: datetime) -> int:
    held = Appointment.objects.filter(patient_id=slots.patients[hand], state="booked").latest("booked_at", "id")
    place = {"provider": str(slots.office.provider_id), "site": str(slots.office.site_id), "visit_type": "sick"}
    return slots.post(f"/scheduling/appointment/{held.id}/move/", **place, starts=starts.isoformat())


def _either(slots: Slots, hand: int, starts: datetime) -> int:
    return (_book if hand % 2 else _move)(slots, hand, starts)


@pytest.mark.parametrize("door", [_book, _move, _either])
def test_one_slot_has_one_winner(slots: Slots, door: Callable[[Slots, int, datetime], int]) -> None:
    winners = []
    for number in range(ROUNDS):
        starts = FIRST + timedelta(days=number // 10, minutes=20 * (number % 10))
        answers = at_once(slots.world, HANDS, lambda hand, starts=starts: door(slots, hand, starts))  # type: ignore[misc]
        assert set(answers) <= {302, 409, 422}, answers
        winners.append(answers.count(302))
        held = Appointment.objects.filter(during__startswith=starts, state__in=HOLDS_THE_SLOT)
        assert held.count() == 1
    with connection.cursor() as cursor:
        states = sorted(HOLDS_THE_SLOT)
        cursor.execute(OVERLAPS, [states, states])
        (overlaps,) = cursor.fetchone()
    words = f"{ROUNDS} rounds of {HANDS} hands, {overlaps} overlaps, winners {sorted(set(winners))}"
    figure(f"one slot by the door {door.__name__[1:]}", words, "0 overlaps, 1 winner")
    assert set(winners) == {1}
    assert overlaps == 0


def test_one_patient_walks_in_once_though_two_desks_take_them(slots: Slots) -> None:
    walked = []
    for number in range(ROUNDS):
        who = slots.patients[number]
        place = {"provider": str(slots.office.provider_id), "site": str(slots.office.site_id), "visit_type": "sick"}

        def take(_: int, who: UUID = who, place: dict[str, str] = place) -> int:
            return slots.post(
                f"/check-in/walk-in/{who}/", **place, reason="cough", identity_checked="name", coverage=""
            )

        answers = at_once(slots.world, HANDS, take)
        assert set(answers) <= {302, 409, 422}, answers
        walked.append(Encounter.objects.filter(patient_id=who).count())
    figure("one patient walks in", f"{ROUNDS} rounds of {HANDS} desks, visits {sorted(set(walked))}", "1 visit each")
    assert set(walked) == {1}


def test_one_patient_arrives_once_though_many_desks_check_them_in(slots: Slots) -> None:
    arrived = []
    for number in range(ROUNDS):
        booked = book(
            actor=PROGRAM,
            patient_id=slots.patients[number],
            provider_id=slots.office.provider_id,
            site_id=slots.office.site_id,
            starts=NOON,
            visit_type="sick",
            reason="cough",
            walk_in=True,
        )

        def arrive(_: int, booked: UUID = booked) -> UUID:
            return check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")

        answers = at_once(slots.world, HANDS, arrive)
        assert {type(one) for one in answers} <= {UUID, Refusal}, answers
        arrived.append(Encounter.objects.filter(patient_id=slots.patients[number]).count())
    figure(
        "one patient is checked in", f"{ROUNDS} rounds of {HANDS} desks, visits {sorted(set(arrived))}", "1 visit each"
    )
    assert set(arrived) == {1}
