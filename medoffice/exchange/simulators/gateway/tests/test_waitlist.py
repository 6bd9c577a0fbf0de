"""P17: a cancelled time is lost income and a long wait. Here it is offered, held, taken by the first, or passed on."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from medoffice.exchange.simulators.gateway.api import taken
from medoffice.exchange.simulators.gateway.tests.makers import pass_by, write
from medoffice.front_office.outreach.api import (
    accept_offer,
    add_to_waitlist,
    expire_offers,
    offer_time,
    offers_of,
    waiting,
)
from medoffice.front_office.outreach.tests.makers import the_offers, who_waits
from medoffice.front_office.outreach.types.waitlist import Offer, Urgency
from medoffice.front_office.scheduling.api import appointment, appointments_of, book, cancel, find_free, move
from medoffice.front_office.scheduling.tests.makers import (
    NOW,
    local,
    make_appointment,
    make_bookable_office,
    make_working_provider,
)
from medoffice.kernel import clock, facts
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.tests.makers import Office, work
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


def waits(number: int, **more: object) -> UUID:
    """Somebody who waits since a minute after the one before."""
    clock.advance(timedelta(minutes=1))
    who = make_patient(f"Waiting {number}", phone=f"217-555-01{number:02}")
    return add_to_waitlist(actor=PROGRAM, patient_id=who, kind="sick", **more)  # type: ignore[arg-type] # keywords


def offered(office: Office, *waiters: UUID, starts: datetime = NINE) -> list[Offer]:
    """A time, offered to these."""
    offer_time(
        actor=PROGRAM,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        ends=starts + timedelta(minutes=20),
        waiter_ids=waiters,
    )
    return the_offers(starts)


def visits_of(waiter: UUID) -> list[str]:
    who = who_waits(waiter).patient_id
    return [one.state.value for one in appointments_of(PROGRAM, who)]


def free_at_nine() -> bool:
    return NINE in [slot.starts for slot in find_free("sick", local(25, 8), limit=10)]


def test_p17_a_cancelled_visit_is_offered_and_the_first_who_says_yes_has_it(office: Office) -> None:
    gone = make_appointment(office, make_patient("Gone"), NINE)
    first = waits(1)
    waits(2)
    cancel(actor=PROGRAM, appointment_id=gone, why="cannot come")
    facts.deliver()
    (title,) = work("time-free")
    assert title.startswith("Free: Wed 11/25 9:00 AM, Amara Okafor. Somebody waits")
    lind = signed_in("lind")
    page = lind.get(f"/outreach/fill/{gone}/").content.decode()
    assert page.index("Waiting 1") < page.index("Waiting 2")
    answer = lind.post(f"/outreach/fill/{gone}/?next=/front/", {"waiter": [str(first)]}, follow=True)
    assert answer.request["PATH_INFO"] == "/front/"
    assert "Wed 11/25 9:00 AM, Amara Okafor. Offered to Waiting 1, Ingrid until" in answer.content.decode()
    assert work("time-free") == []
    assert not free_at_nine()
    pass_by()
    pass_by()
    assert "a time is free Wednesday, November 25 at 9:00 AM" in taken()[0].body
    write("217-555-0101", "YES")
    assert visits_of(first) == ["confirmed"]
    assert who_waits(first).state == "booked"
    page = lind.get("/outreach/waitlist/").content.decode()
    assert ("Waiting 1" in page, "Waiting 2" in page) == (False, True)


def test_an_offer_nobody_answers_goes_to_the_next_and_then_to_a_person(office: Office) -> None:
    first, second = waits(1), waits(2)
    (one,) = offered(office, first)
    assert (one.waiter_id, one.until - one.made_at) == (first, timedelta(minutes=30))
    pass_by(31 * 60)
    assert expire_offers(actor=PROGRAM) == 1
    rows = the_offers()
    assert [(row.waiter_id, row.state) for row in rows] == [(first, "expired"), (second, "open")]
    assert not free_at_nine()
    with pytest.raises(Refusal) as late:
        accept_offer(actor=PROGRAM, offer_id=one.id)
    assert late.value.words == "The offer ran out before the answer came."
    pass_by(31 * 60)
    expire_offers(actor=PROGRAM)
    assert free_at_nine()
    assert "Nobody on the list took it." in work("time-free")[0]
    assert [visits_of(who) for who in (first, second)] == [[], []]


def test_the_night_does_not_count_for_who_is_asked_in_the_evening(office: Office) -> None:
    clock.freeze(local(24, 20, 30))
    (one,) = offered(office, waits(1), starts=local(25, 11))
    assert one.until == local(25, 8, 30)
    clock.freeze(local(25, 8, 1))
    pass_by()
    assert len(taken()) == 1


def test_who_declines_stays_on_the_list_and_the_next_is_asked(office: Office) -> None:
    first, second = waits(1), waits(2)
    offered(office, first)
    pass_by()
    write("217-555-0101", "no")
    assert [row.state for row in the_offers()] == ["declined", "open"]
    assert who_waits(first).state == "waiting"
    assert offers_of([second])[second][0].state == "open"


def test_several_are_asked_and_whoever_is_second_is_told(office: Office) -> None:
    all_ = [waits(number) for number in range(1, 4)]
    offers = offered(office, *all_)
    pass_by()
    pass_by()
    write("217-555-0102", "yes")
    pass_by()
    write("217-555-0103", "yes")
    assert len(offers) == 3
    assert sorted(one.state for one in the_offers()) == ["accepted", "too_late", "too_late"]
    assert [visits_of(who) for who in all_] == [[], ["confirmed"], []]
    assert sum("is taken by now" in one.body for one in taken()) == 2


def test_whoever_is_pressed_comes_first_then_who_waited_longest_and_the_reasons_are_told(office: Office) -> None:
    old, pressed = waits(1), waits(2, urgency=Urgency.URGENT, why="after surgery")
    waits(3, weekdays=(0,))
    waits(4, not_before=time(13))
    waits(5, from_day=date(2026, 12, 1))
    waits(6, notice_hours=48)
    waits(7, provider_ids=(make_working_provider(office.site_id, "Lindqvist"),))
    gone = make_appointment(office, make_patient("Gone"), NINE)
    page = signed_in("lind").get(f"/outreach/fill/{gone}/").content.decode()
    assert page.index(str(pressed)) < page.index(str(old))
    assert "Urgent, as staff set it: after surgery; waits 0 days" in page
    assert [f"Waiting {n}" in page for n in (3, 4, 5, 6, 7)] == [False] * 5


def test_who_would_give_up_a_later_visit_is_moved_and_frees_it(office: Office) -> None:
    who = make_patient("Later", phone="217-555-0111")
    later = make_appointment(office, who, local(30, 10))
    waiter = add_to_waitlist(actor=PROGRAM, patient_id=who, kind="sick", instead_of=later)
    (one,) = offered(office, waiter)
    moved = accept_offer(actor=PROGRAM, offer_id=one.id)
    assert (appointment(later).state, appointment(later).moved_to) == ("moved", moved)
    assert appointment(moved).starts == NINE


def test_a_time_that_is_offered_is_booked_by_another_only_with_a_reason_and_who_was_asked_is_told(
    office: Office,
) -> None:
    offered(office, waits(1))
    pass_by()
    wanted = {
        "patient_id": make_patient("Quist"),
        "provider_id": office.provider_id,
        "site_id": office.site_id,
        "starts": NINE,
        "visit_type": "sick",
        "reason": "cough",
    }
    with pytest.raises(Refusal) as held:
        book(actor=PROGRAM, **wanted)  # type: ignore[arg-type] # the keywords of the action
    assert held.value.code == "slot-held"
    book(actor=PROGRAM, **wanted, despite="in pain")  # type: ignore[arg-type] # as above
    facts.deliver()
    assert [row.state for row in the_offers()] == ["too_late"]
    pass_by()
    assert "is taken by now" in taken()[-1].body


def test_a_moved_visit_frees_its_time_for_who_waits(office: Office) -> None:
    gone = make_appointment(office, make_patient("Gone"), NINE)
    waits(1)
    move(actor=PROGRAM, appointment_id=gone, starts=local(25, 15))
    facts.deliver()
    assert len(work("time-free")) == 1


def test_who_waits_is_put_on_the_list_and_taken_off_on_screens(office: Office) -> None:
    who, lind = make_patient("Quist", phone="217-555-0133"), signed_in("lind")
    typed = {
        "kind": "sick",
        "urgency": "1",
        "why": "",
        "weekdays": ["1", "3"],
        "not_before": "9:00",
        "not_after": "",
        "notice_hours": "2",
        "provider_ids": [str(office.provider_id)],
        "instead_of": "",
    }
    wrong = lind.post(f"/outreach/waitlist/add/{who}/", typed)
    assert (wrong.status_code, "Say why it is pressing." in wrong.content.decode()) == (422, True)
    assert lind.post(f"/outreach/waitlist/add/{who}/", {**typed, "why": "in pain"}).status_code == 302
    again = lind.post(f"/outreach/waitlist/add/{who}/", {**typed, "why": "in pain"})
    assert "waits for such a visit already" in again.content.decode()
    (waiter,) = waiting(PROGRAM)
    (one,) = offered(office, waiter.id, starts=local(1, 10, month=12))
    page = lind.get("/outreach/waitlist/").content.decode()
    assert "Takes it" in page
    assert "held until" in lind.get(f"/outreach/offer/{one.id}/").content.decode()
    assert lind.post(f"/outreach/offer/{one.id}/maybe/").status_code == 404
    answer = lind.post(f"/outreach/offer/{one.id}/accept/")
    assert answer.headers["Location"].startswith("/scheduling/appointment/")
    assert lind.post(f"/outreach/offer/{one.id}/accept/").status_code == 409
    second = waits(9)
    lind.post(f"/outreach/waitlist/{second}/end/")
    assert who_waits(second).state == "ended"
    with pytest.raises(Invalid):
        waits(8, not_before=time(15), not_after=time(9))


def test_a_time_nobody_took_is_offered_to_others_on_its_page(office: Office) -> None:
    (one,) = offered(office, waits(1))
    pass_by(31 * 60)
    expire_offers(actor=PROGRAM)
    second, lind = waits(2), signed_in("lind")
    assert "Waiting 2" in lind.get(f"/outreach/offer/{one.id}/").content.decode()
    lind.post(f"/outreach/offer/{one.id}/next/", {"waiter": [str(second)]})
    assert the_offers()[-1].waiter_id == second
    assert lind.post(f"/outreach/offer/{one.id}/next/", {"waiter": [str(second)]}).status_code == 409


def test_a_visit_is_cancelled_and_nobody_asked_if_nobody_is_chosen(office: Office) -> None:
    gone = make_appointment(office, make_patient("Gone"), NINE)
    lind = signed_in("lind")
    assert lind.post(f"/outreach/fill/{gone}/", {"why": ""}).status_code == 422
    assert appointment(gone).state == "booked"
    page = lind.get(f"/outreach/fill/{gone}/?next=//elsewhere.example/").content.decode()
    assert f'href="/scheduling/appointment/{gone}/" data-back' in page
    answer = lind.post(f"/outreach/fill/{gone}/?next=//elsewhere.example/", {"why": "moved away"}, follow=True)
    assert answer.request["PATH_INFO"] == f"/scheduling/appointment/{gone}/"
    assert "Cancelled: Wed 11/25 9:00 AM, Amara Okafor. Nobody is asked" in answer.content.decode()
    assert appointment(gone).state == "cancelled"
    assert the_offers() == []
