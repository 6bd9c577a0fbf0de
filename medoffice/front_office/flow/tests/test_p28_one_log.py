"""P28, the board and the arrivals disagree: whatever is done, every view tells what the one log of the visit tells."""

import random
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from django.test import Client

from medoffice.front_office.check_in.api import (
    check_in,
    check_out,
    leave,
    provider_enters,
    room_patient,
    send_to_check_out,
    take_back_arrival,
)
from medoffice.front_office.flow.api import board_stamp, flow_board, timeline_of
from medoffice.front_office.flow.queries.agreement import flow_check
from medoffice.front_office.scheduling.api import appointment, appointments_on, cancel, confirm, log_of, mark_no_show
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.front_office.scheduling.types import OPEN, AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import site
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter_of
from medoffice.records.encounters.types import OVER
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NAMES = ("Vale", "Quist", "Amaro")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def acts(booked: UUID) -> list[Callable[[], object]]:
    """Everything that can be done about an appointment and its visit, whether or not it may be now."""
    found = encounter_of(Ref("appointment", booked))
    about: list[Callable[[], object]] = [
        partial(confirm, actor=PROGRAM, appointment_id=booked),
        partial(mark_no_show, actor=PROGRAM, appointment_id=booked),
        partial(cancel, actor=PROGRAM, appointment_id=booked, why="ill"),
        *[partial(check_in, actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")] * 3,
    ]
    if found is not None:
        visit = found.id
        about += [partial(room_patient, actor=PROGRAM, encounter_id=visit, room=f"Room {number}") for number in (1, 2)]
        about += [
            partial(act, actor=PROGRAM, encounter_id=visit)
            for act in (provider_enters, send_to_check_out, check_out, take_back_arrival)
        ]
        about.append(partial(leave, actor=PROGRAM, encounter_id=visit, why="had to go"))
    return about


def agree(office: Office, booked: list[UUID], desk: Client) -> None:
    """Board, schedule, appointment, timeline and desk tell of each patient what the log ends with."""
    board = {card.appointment_id: card for card in flow_board(PROGRAM, office.site_id)}
    day = {one.id: one for one in appointments_on(PROGRAM, office.site_id, local(24, 9).date(), "America/Chicago")}
    page = desk.get("/front/").content.decode()
    for one in booked:
        last = log_of(one)[-1].state
        state, visit = appointment(one).state, encounter_of(Ref("appointment", one))
        begun = visit is not None and visit.stage != "mistaken"
        assert (state is AppointmentState.ARRIVED) is begun
        assert day[one].state is state
        assert last in ((visit.stage if visit else ""), state)
        card = board.get(one)
        if state in OPEN:
            assert card is not None
            assert card.column == "due"
        elif begun and visit is not None and visit.stage not in OVER:
            assert card is not None
            assert (card.column, card.since, card.room) == (visit.stage, visit.stage_since, visit.in_room)
            assert timeline_of(visit.id).parts[-1].stage == last
        else:
            assert card is None
        shown = f'id="ticket-{card.id}"' if card else "no ticket"
        assert (shown in page) is (card is not None)
        if card:
            column = page.split(f'id="column-{card.column}"')[1].split("</section>")[0]
            assert shown in column
    (checked,) = flow_check()
    assert checked.findings == ()


@pytest.mark.parametrize("seed", range(6))
def test_p28_board_arrivals_desk_and_schedule_agree_after_every_act(office: Office, seed: int) -> None:
    chance, desk = random.Random(seed), signed_in("lind")
    booked = [make_appointment(office, make_patient(name), local(24, 9, 20 * at)) for at, name in enumerate(NAMES)]
    done, refused = 0, 0
    for _ in range(28):
        clock.advance(timedelta(minutes=chance.randint(0, 9)))
        before = board_stamp(site(office.site_id))
        try:
            chance.choice(acts(chance.choice(booked)))()
            done += 1
        except Refusal:
            refused += 1
            assert board_stamp(site(office.site_id)) == before
        agree(office, booked, desk)
    assert done > 4
    assert refused > 4
