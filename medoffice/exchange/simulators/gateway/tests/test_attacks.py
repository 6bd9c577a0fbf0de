"""What should not be: late answers, two offers for one who waits, strangers' texts, words that are no words."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from medoffice.exchange.simulators.gateway.api import taken
from medoffice.exchange.simulators.gateway.tests.makers import make_visit, pass_by, remind, write
from medoffice.front_office.outreach.api import accept_offer, add_to_waitlist, offer_time
from medoffice.front_office.outreach.tests.makers import the_offers, who_waits
from medoffice.front_office.outreach.types.waitlist import Offer
from medoffice.front_office.scheduling.api import appointments_of
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
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
def waits(office: Office) -> UUID:  # noqa: ARG001 - its kinds
    who = make_patient("Waiting", phone="217-555-0101")
    return add_to_waitlist(actor=PROGRAM, patient_id=who, kind="sick")


def offered(office: Office, waiter: UUID, hour: int) -> Offer:
    starts = local(25, hour)
    offer_time(
        actor=PROGRAM,
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=starts,
        ends=starts + timedelta(minutes=20),
        waiter_ids=(waiter,),
    )
    return the_offers(starts)[-1]


def visits_of(waiter: UUID) -> list[str]:
    return [one.state.value for one in appointments_of(PROGRAM, who_waits(waiter).patient_id)]


def test_a_yes_after_the_hold_ended_books_nothing_by_any_door(office: Office, waits: UUID) -> None:
    offer = offered(office, waits, 9)
    pass_by()
    clock.advance(timedelta(minutes=31))
    with pytest.raises(Refusal) as told:
        accept_offer(actor=PROGRAM, offer_id=offer.id)
    assert told.value.code == "offer-over"
    lind = signed_in("lind")
    lind.post(f"/outreach/offer/{offer.id}/accept/")
    write("217-555-0101", "YES")
    assert visits_of(waits) == []
    assert work("reply") != []


def test_who_has_two_offers_and_takes_both_has_one_visit(office: Office, waits: UUID) -> None:
    one, other = offered(office, waits, 9), offered(office, waits, 10)
    accept_offer(actor=PROGRAM, offer_id=one.id)
    with pytest.raises(Refusal):
        accept_offer(actor=PROGRAM, offer_id=other.id)
    assert visits_of(waits) == ["confirmed"]
    assert [offer.state.value for offer in the_offers(local(25, 10))] == ["declined"]


def test_who_was_taken_off_the_list_takes_nothing(office: Office, waits: UUID) -> None:
    offer = offered(office, waits, 9)
    signed_in("lind").post(f"/outreach/waitlist/{waits}/end/", {"why": "moved away"})
    assert who_waits(waits).state == "ended"
    with pytest.raises(Refusal):
        accept_offer(actor=PROGRAM, offer_id=offer.id)
    assert visits_of(waits) == []


FAMILY, BACKWARDS = "\U0001f469\u200d\U0001f467", "\u202e\u05d0"


@pytest.mark.parametrize("text", ["C", "X", "YES", "a" * 10_000, FAMILY, BACKWARDS, "' OR 1=1 --"])
def test_a_strangers_text_changes_no_visit_and_is_read_by_a_person(office: Office, text: str) -> None:
    who, visit = make_visit(office)
    remind(who, visit)
    pass_by()
    write("217-555-0999", text)
    assert [one.state.value for one in appointments_of(PROGRAM, who)] == ["booked"]
    assert work("reply") == ["A reply that fits no message, or several: who wrote it?"]


def test_a_strangers_stop_holds_for_their_number_only(office: Office) -> None:
    who, visit = make_visit(office)
    write("217-555-0999", "STOP")
    remind(who, visit)
    pass_by()
    assert "217-555-0101" in [one.to for one in taken()]
    assert work("reply") == []
