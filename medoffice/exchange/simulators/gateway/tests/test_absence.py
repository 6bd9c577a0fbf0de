"""An absent provider: 27 visits are moved in one flow, every patient is told once, and it ends with none left."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from medoffice.exchange.simulators.gateway.api import set_mood, taken
from medoffice.exchange.simulators.gateway.tests.makers import pass_by, write
from medoffice.exchange.simulators.gateway.types import Mood
from medoffice.front_office.outreach.api import (
    absences_open,
    lines_of,
    move_chosen,
    settle_reschedules,
    start_reschedule,
)
from medoffice.front_office.outreach.types.visits import Choice, Line, LineState, Reschedule
from medoffice.front_office.scheduling.api import appointments_on, cancel, off_template
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    local,
    make_appointment,
    make_bookable_office,
    make_working_provider,
)
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
VISITS = 27


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def booked(office: Office, count: int) -> None:
    """So many visits of Dr Okafor from Wednesday on, all within two days."""
    for number in range(count):
        place = number % 22
        starts = local(25 + number // 22, 8) + timedelta(minutes=20 * (place + (3 if place > 11 else 0)))
        make_appointment(office, make_patient(f"Vale {number}", phone=f"217-555-01{number:02}"), starts)


def absent(office: Office, last: int = 26) -> Reschedule:
    """From Wednesday morning to some evening."""
    start_reschedule(
        actor=PROGRAM, provider_id=office.provider_id, starts=local(25, 0), ends=local(last, 20), why="ill"
    )
    return absences_open()[0]


def lines(batch: Reschedule) -> list[Line]:
    return lines_of(PROGRAM, batch, proposing=True)


def test_twenty_seven_visits_are_moved_in_one_flow_until_none_is_left(office: Office) -> None:
    other = make_working_provider(office.site_id, "Lindqvist")
    booked(office, VISITS)
    lind = signed_in("lind")
    typed = {
        "provider_id": str(office.provider_id),
        "starts": "11/25/2026 12am",
        "ends": "11/26/2026 8pm",
        "why": "ill",
    }
    answer = lind.post("/outreach/absences/", {**typed, "why": "ill"})
    assert answer.status_code == 302, answer.content
    (batch,) = absences_open()
    found = lines(batch)
    assert len(found) == VISITS
    first = [line.proposed[0] for line in found]
    assert len({(slot.provider_id, slot.starts) for slot in first}) == VISITS
    assert {slot.provider_id for slot in first} <= {office.provider_id, other}
    assert work("reschedule") == ["Amara Okafor is absent: 27 visits to move"]
    chosen = {
        f"to-{line.visit.id}": f"{slot.provider_id} {slot.site_id} {slot.starts.isoformat()}"
        for line, slot in zip(found, first, strict=True)
    }
    page = lind.get(f"/outreach/absences/{batch.id}/").content.decode()
    assert page.count("to move</span>") == VISITS
    assert lind.post(f"/outreach/absences/{batch.id}/", chosen).status_code == 302
    assert {line.state for line in lines(batch)} == {LineState.UNTOLD}
    assert settle_reschedules(actor=PROGRAM) == 0
    pass_by()
    pass_by()
    assert [one.times for one in taken()] == [1] * VISITS
    assert {line.state for line in lines(batch)} == {LineState.TOLD}
    assert settle_reschedules(actor=PROGRAM) == 1
    assert absences_open() == []
    assert work("reschedule") == []
    assert [one for one in off_template(PROGRAM) if one.appointment.provider_id == office.provider_id] == []
    states = {one.state for day in (25, 26) for one in appointments_on(PROGRAM, None, local(day, 12).date(), "UTC")}
    assert states <= {"moved", "booked"}


def test_their_own_provider_comes_first_and_others_when_it_would_be_long(office: Office) -> None:
    make_working_provider(office.site_id, "Lindqvist")
    booked(office, 2)
    near = lines(absent(office))
    assert {line.proposed[0].provider_id for line in near} == {office.provider_id}
    start_reschedule(
        actor=PROGRAM,
        provider_id=office.provider_id,
        starts=local(25, 0),
        ends=local(28, 20, month=12),
        why="broken leg",
    )
    far = lines(absences_open()[0])
    assert office.provider_id not in {line.proposed[0].provider_id for line in far}


def test_who_does_not_agree_or_is_not_reached_stays_left(office: Office) -> None:
    booked(office, 3)
    batch = absent(office)
    set_mood(Mood(unreachable=("217-555-0102",)))
    found = lines(batch)
    chosen = tuple(
        Choice(line.visit.id, line.proposed[0].provider_id, line.proposed[0].site_id, line.proposed[0].starts)
        for line in found
    )
    assert move_chosen(actor=PROGRAM, batch_id=batch.id, choices=chosen) == 3
    pass_by()
    pass_by()
    write("217-555-0100", "C")
    write("217-555-0101", "X")
    assert [line.state for line in lines(batch)] == [LineState.AGREED, LineState.CALL, LineState.CALL]
    assert work("reply") == ["The new time does not suit: find another"]
    assert settle_reschedules(actor=PROGRAM) == 0


def test_a_time_taken_meanwhile_leaves_that_visit_where_it_is_with_another_proposal(office: Office) -> None:
    booked(office, 2)
    batch = absent(office)
    one, two = lines(batch)
    same = one.proposed[0]
    chosen = tuple(Choice(line.visit.id, same.provider_id, same.site_id, same.starts) for line in (one, two))
    assert move_chosen(actor=PROGRAM, batch_id=batch.id, choices=chosen) == 1
    again = {line.visit.id: line for line in lines(batch)}
    assert again[two.visit.id].state is LineState.LEFT
    assert again[two.visit.id].proposed[0].starts != same.starts


def test_a_visit_cancelled_otherwise_is_off(office: Office) -> None:
    booked(office, 1)
    batch = absent(office)
    (line,) = lines(batch)
    cancel(actor=PROGRAM, appointment_id=line.visit.id, why="moved away")
    assert [one.state for one in lines(batch)] == [LineState.OFF]
    assert settle_reschedules(actor=PROGRAM) == 1


def test_an_absence_without_visits_or_sense_is_refused_and_another_batch_is_nobodys(office: Office) -> None:
    with pytest.raises(Refusal) as empty:
        absent(office)
    assert empty.value.code == "nothing-booked"
    with pytest.raises(Invalid):
        absent(office, last=23)
    booked(office, 1)
    batch = absent(office)
    stranger = make_appointment(office, make_patient("Quist"), local(30, 9))
    with pytest.raises(NotFound):
        move_chosen(
            actor=PROGRAM,
            batch_id=batch.id,
            choices=(Choice(stranger, office.provider_id, office.site_id, local(30, 10)),),
        )
