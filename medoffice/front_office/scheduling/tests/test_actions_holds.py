"""A time that is kept for somebody: nobody else books it without saying so, and it is free when its time is over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from medoffice.front_office.scheduling.api import (
    appointments_of,
    book,
    cancel,
    find_free,
    hold_time,
    release_time,
    set_rule,
    set_template,
    week_of,
)
from medoffice.front_office.scheduling.queries.appointments import schedule_check
from medoffice.front_office.scheduling.tests.makers import (
    MORNING,
    NOW,
    OPENED,
    WORKDAYS,
    local,
    make_appointment,
    make_bookable_office,
)
from medoffice.kernel import clock
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NINE = local(25, 9)


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def hold(office: Office, starts: datetime = NINE, minutes: int = 30, kind: str = "sick") -> UUID:
    return hold_time(
        actor=PROGRAM,
        kind=kind,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        until=clock.now() + timedelta(minutes=minutes),
        says="offered to the waitlist",
    )


def take(office: Office, **more: object) -> UUID:
    return book(
        actor=PROGRAM,
        patient_id=make_patient(),
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=NINE,
        visit_type="sick",
        reason="cough",
        **more,  # type: ignore[arg-type] # further keywords of the action
    )


def refused(office: Office, **more: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        take(office, **more)
    return caught.value


def test_a_held_time_is_not_offered_and_says_for_what_it_is_held(office: Office) -> None:
    held = hold(office)
    assert NINE not in [slot.starts for slot in find_free("sick", local(25, 8), limit=8)]
    found = refused(office)
    assert (found.code, found.words) == ("slot-held", "This time of Amara Okafor is offered to the waitlist.")
    with pytest.raises(Refusal) as again:
        hold(office)
    assert again.value.code == "slot-held"
    assert all(one.ok for one in schedule_check())
    assert take(office, hold_id=held)
    assert refused(office).code == "slot-taken"
    assert all(one.ok for one in schedule_check())


def test_a_hold_ends_by_itself_and_by_hand(office: Office) -> None:
    hold(office, minutes=10)
    clock.advance(timedelta(minutes=11))
    assert NINE in [slot.starts for slot in find_free("sick", local(25, 8), limit=8)]
    cancel(actor=PROGRAM, appointment_id=take(office), why="a test")
    second = hold(office)
    assert release_time(actor=PROGRAM, hold_id=second)
    assert not release_time(actor=PROGRAM, hold_id=second)
    assert take(office)


def test_who_takes_it_all_the_same_says_why_and_the_holder_hears_of_it(office: Office) -> None:
    held = hold(office)
    assert refused(office, despite=" ").code == "slot-held"
    assert take(office, despite="she is in pain")
    (told,) = OutboxFact.objects.filter(kind="HoldBroken")
    assert told.subject == held
    assert refused(office, hold_id=held).code == "slot-taken"


def test_where_two_are_taken_at_once_a_hold_takes_one_place(office: Office) -> None:
    blocks = tuple(replace(one, at_once=2) for one in week_of(WORKDAYS, (MORNING,)))
    set_template(actor=PROGRAM, unit_id=office.provider_id, site_id=office.site_id, blocks=blocks, valid_from=OPENED)
    set_rule(actor=PROGRAM, unit_id=office.provider_id, at_once=2)
    hold(office)
    assert take(office)
    assert refused(office).code == "slot-taken"


def test_nothing_is_held_for_longer_than_a_week_nor_in_the_past(office: Office) -> None:
    for minutes in (-1, 8 * 24 * 60):
        with pytest.raises(Invalid):
            hold(office, minutes=minutes)


def test_on_the_screen_a_held_time_is_seen_and_taken_with_a_reason(office: Office) -> None:
    hold(office)
    who, lind = make_patient("Quist"), signed_in("lind")
    assert "offered to the waitlist" in lind.get("/scheduling/?on=11/25/2026").content.decode()
    typed = {
        "provider": str(office.provider_id),
        "site": str(office.site_id),
        "starts": NINE.isoformat(),
        "visit_type": "sick",
        "reason": "cough",
    }
    page = lind.post(f"/scheduling/book/{who}/", typed)
    assert page.status_code == 409
    assert "Take it all the same" in page.content.decode()
    assert lind.post(f"/scheduling/book/{who}/", {**typed, "despite": "in pain"}).status_code == 302
    assert [one.starts for one in appointments_of(PROGRAM, who)] == [NINE]


def test_a_freed_time_is_told_of_and_an_arrival_is_not(office: Office) -> None:
    cancel(actor=PROGRAM, appointment_id=make_appointment(office, make_patient()), why="asked")
    (told,) = OutboxFact.objects.filter(kind="TimeFreed")
    assert told.body["state"] == "late_cancel"
