"""Arrival, the flow through the rooms, and what happens when it goes otherwise."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from medoffice.front_office.check_in.api import (
    arrival_of,
    check_in,
    check_out,
    leave,
    provider_enters,
    room_patient,
    send_to_check_out,
    take_back_arrival,
    walk_in,
)
from medoffice.front_office.flow.api import flow_board
from medoffice.front_office.flow.types import FlowCard
from medoffice.front_office.scheduling.api import appointment, appointments_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import ZERO
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation
from medoffice.records.encounters.api import encounter, stages_of
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


@pytest.fixture
def vale(office: Office) -> UUID:  # noqa: ARG001 - numbers are given by an office
    return make_patient("Vale", "Ingrid")


def insure(office: Office, patient_id: UUID, order: int = 1, ends: date | None = None) -> UUID:
    return add_coverage(
        actor=PROGRAM,
        patient_id=patient_id,
        payer_id=office.payer_id,
        plan="Silver",
        member_id="PM7719642",
        group="",
        relation=Relation.SELF,
        subscriber=None,
        order=order,
        starts=date(2026, 1, 1),
        ends=ends,
        copay=ZERO,
    )


def arrive(appointment_id: UUID, coverage_id: UUID | None = None, checked: str = "name, birth date") -> UUID:
    return check_in(actor=PROGRAM, appointment_id=appointment_id, identity_checked=checked, coverage_id=coverage_id)


def refused(act: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        act()
    return refusal.value


def card_of(patient_id: UUID) -> FlowCard | None:
    return next((card for card in flow_board(PROGRAM) if card.patient_id == patient_id), None)


def test_a_whole_visit_and_the_board_agrees_at_every_stage(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale)
    due = card_of(vale)
    assert due is not None
    assert (due.column, due.time, due.patient) == ("due", "9:00", "Vale, Ingrid")
    visit = arrive(booked, insure(office, vale))
    arrival = arrival_of(visit)
    assert arrival is not None
    assert (arrival.appointment_id, arrival.identity_checked) == (booked, "name, birth date")
    assert appointment(booked).state is AppointmentState.ARRIVED
    steps: list[tuple[Callable[[], None], Stage]] = [
        (partial(room_patient, actor=PROGRAM, encounter_id=visit, room="Room 1"), Stage.ROOMED),
        (partial(provider_enters, actor=PROGRAM, encounter_id=visit), Stage.WITH_PROVIDER),
        (partial(send_to_check_out, actor=PROGRAM, encounter_id=visit), Stage.CHECK_OUT),
        (partial(check_out, actor=PROGRAM, encounter_id=visit), Stage.FINISHED),
    ]
    for act, stage in steps:
        act()
        card = card_of(vale)
        assert encounter(visit).stage is stages_of(visit)[-1].stage is stage
        assert (card.column if card else "finished") == stage.value
    assert [change.stage for change in stages_of(visit)] == [Stage.ARRIVED, *(stage for _, stage in steps)]


@pytest.mark.parametrize("checked", ["", "   "])
def test_the_identity_is_checked_before_anything_else(office: Office, vale: UUID, checked: str) -> None:
    booked = make_appointment(office, vale)
    with pytest.raises(Invalid):
        arrive(booked, checked=checked)
    assert appointment(booked).state is AppointmentState.BOOKED


def test_missing_insurance_stops_nobody_but_somebody_else_s_is_not_taken(office: Office, vale: UUID) -> None:
    quist = make_patient("Quist", "Otto")
    booked = make_appointment(office, vale)
    ended = insure(office, vale, ends=date(2026, 11, 23))
    for policy in (insure(office, quist), ended):
        assert refused(lambda policy=policy: arrive(booked, policy)).code == "coverage-not-theirs"  # type: ignore[misc]
        assert appointment(booked).state is AppointmentState.BOOKED
    visit = arrive(booked)
    arrival = arrival_of(visit)
    assert arrival is not None
    assert arrival.coverage_id is None


def test_nobody_is_checked_in_twice(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale)
    arrive(booked)
    assert refused(lambda: arrive(booked)).code == "no-such-change"


@pytest.mark.parametrize("day", [25, 30])
def test_an_appointment_of_another_day_is_not_checked_in_today(office: Office, vale: UUID, day: int) -> None:
    booked = make_appointment(office, vale, local(day, 9))
    refusal = refused(lambda: arrive(booked))
    assert refusal.words == f"This appointment is on 11/{day}/2026, not today."
    assert "walk-in" in refusal.fix
    with clock.frozen(local(day, 8)):
        arrive(booked)


def test_the_evening_in_chicago_is_still_today(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale, local(24, 16, 40))
    with clock.frozen(local(24, 18, 30)):
        assert encounter(arrive(booked)).date == date(2026, 11, 24)
        assert card_of(vale) is not None


def test_late_patients_turn_red_on_the_board_and_may_still_come(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale)
    for minutes, tone, note in ((9, "quiet", "booked"), (10, "bad", "10 m late"), (40, "bad", "40 m late")):
        with clock.frozen(local(24, 9) + timedelta(minutes=minutes)):
            card = card_of(vale)
            assert card is not None
            assert (card.tone, card.note) == (tone, note)
    with clock.frozen(local(24, 9, 40)):
        arrive(booked)


@pytest.mark.parametrize(("minutes", "tone"), [(14, "ok"), (15, "warn"), (24, "warn"), (25, "bad")])
def test_who_waits_long_is_seen(office: Office, vale: UUID, minutes: int, tone: str) -> None:
    arrive(make_appointment(office, vale))
    with clock.frozen(NOW + timedelta(minutes=minutes)):
        card = card_of(vale)
        assert card is not None
        assert (card.tone, card.minutes) == (tone, minutes)


def test_a_walk_in_is_booked_and_arrived_in_one_act(office: Office, vale: UUID) -> None:
    make_appointment(office, make_patient("Quist", "Otto"), local(24, 8, 30))
    visit = walk_in(
        actor=PROGRAM,
        patient_id=vale,
        provider_id=office.provider_id,
        site_id=office.site_id,
        visit_type="sick",
        reason="cut hand",
        identity_checked="name, birth date",
    )
    (booked,) = appointments_of(PROGRAM, vale)
    assert (booked.walk_in, booked.state) == (True, AppointmentState.ARRIVED)
    assert encounter(visit).cause.id == booked.id
    card = card_of(vale)
    assert card is not None
    assert card.column == "arrived"


def test_who_leaves_without_being_seen_leaves_the_board(office: Office, vale: UUID) -> None:
    visit = arrive(make_appointment(office, vale))
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    leave(actor=PROGRAM, encounter_id=visit, why="waited too long")
    assert encounter(visit).stage is Stage.LEFT
    assert card_of(vale) is None
    for act in (provider_enters, send_to_check_out, check_out):
        assert refused(partial(act, actor=PROGRAM, encounter_id=visit)).code == "no-such-move"


def test_after_check_out_began_nobody_left_unseen(office: Office, vale: UUID) -> None:
    visit = arrive(make_appointment(office, vale))
    provider_enters(actor=PROGRAM, encounter_id=visit)
    send_to_check_out(actor=PROGRAM, encounter_id=visit)
    assert refused(lambda: leave(actor=PROGRAM, encounter_id=visit, why="x")).code == "no-such-move"


def test_a_mistaken_arrival_is_taken_back_and_the_patient_may_come_later(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale)
    policy = insure(office, vale)
    visit = arrive(booked)
    take_back_arrival(actor=PROGRAM, encounter_id=visit)
    assert appointment(booked).state is AppointmentState.BOOKED
    card = card_of(vale)
    assert card is not None
    assert card.column == "due"
    assert arrive(booked, policy, checked="photo id") == visit
    arrival = arrival_of(visit)
    assert arrival is not None
    assert (arrival.identity_checked, arrival.coverage_id) == ("photo id", policy)
    assert [change.stage for change in stages_of(visit)] == [Stage.ARRIVED, Stage.MISTAKEN, Stage.ARRIVED]


def test_a_mistaken_walk_in_is_cancelled(office: Office, vale: UUID) -> None:
    visit = walk_in(
        actor=PROGRAM,
        patient_id=vale,
        provider_id=office.provider_id,
        site_id=office.site_id,
        visit_type="sick",
        reason="cut hand",
        identity_checked="name, birth date",
    )
    take_back_arrival(actor=PROGRAM, encounter_id=visit)
    (booked,) = appointments_of(PROGRAM, vale)
    assert booked.state is AppointmentState.CANCELLED
    assert card_of(vale) is None


def test_a_visit_that_went_on_is_no_mistake(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale)
    visit = arrive(booked)
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    assert refused(lambda: take_back_arrival(actor=PROGRAM, encounter_id=visit)).code == "no-such-move"
    assert appointment(booked).state is AppointmentState.ARRIVED


def test_a_room_is_said(office: Office, vale: UUID) -> None:
    visit = arrive(make_appointment(office, vale))
    for room in (" ", "x" * 41):
        with pytest.raises(Invalid):
            room_patient(actor=PROGRAM, encounter_id=visit, room=room)
    assert encounter(visit).stage is Stage.ARRIVED


def test_who_is_kept_away_neither_sees_nor_checks_in(office: Office, vale: UUID) -> None:
    booked = make_appointment(office, vale)
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=vale, reason="her neighbour")
    assert flow_board(lind) == []
    with pytest.raises(NotFound):
        check_in(actor=lind, appointment_id=booked, identity_checked="name, birth date")
    visit = arrive(booked)
    assert flow_board(lind) == []
    with pytest.raises(NotFound):
        room_patient(actor=lind, encounter_id=visit, room="Room 1")
