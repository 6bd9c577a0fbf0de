"""Coming early or late, what is said and taken at check-in, and everything a check-out needs from one panel."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.orders.api import place_order
from medoffice.desks.rules.taking import parts_of
from medoffice.front_office.check_in.api import check_in, register_parting, room_patient, send_to_check_out
from medoffice.front_office.flow.api import calling_of, start_display
from medoffice.front_office.outreach.api import messages_of
from medoffice.front_office.scheduling.api import appointment, appointments_of, find_free
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import encounter, encounter_of
from medoffice.records.patients.api import note_said, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import patient_balance, receipts_of_visit
from medoffice.revenue.billing.tests.makers import insure
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def leaving(office: Office, who: UUID) -> UUID:
    """A visit that stands at check-out, its copay not taken."""
    visit = check_in(actor=PROGRAM, appointment_id=make_appointment(office, who), identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=visit, room="Room 1")
    send_to_check_out(actor=PROGRAM, encounter_id=visit)
    return visit


def test_p18_who_comes_early_is_pulled_forward_and_hears_nothing_of_a_cancellation(office: Office) -> None:
    who = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    booked = make_appointment(office, who, local(24, 11))
    desk = signed_in("lind")
    page = desk.get(f"/front/check-in/{booked}/").content.decode()
    assert "150 minutes early" in page
    answer = desk.post(f"/front/check-in/{booked}/at-once/")
    old, (new,) = appointment(booked), [one for one in appointments_of(PROGRAM, who) if one.state == "booked"]
    assert answer["Location"] == f"/front/check-in/{new.id}/"
    assert (old.state, old.moved_to) == (AppointmentState.MOVED, new.id)
    assert new.starts == NOW
    assert local(24, 11) in [one.starts for one in find_free("sick", local(24, 11), limit=3)]  # its time is free again
    assert messages_of(PROGRAM, who) == []
    desk.post(f"/front/check-in/{new.id}/arrive/", {"identity_checked": "name, birth date"})
    assert messages_of(PROGRAM, who) == []


def test_p18_nobody_who_is_on_time_is_moved_and_who_is_too_late_is_offered_the_next_time(office: Office) -> None:
    booked = make_appointment(office, make_patient("Vale", "Ingrid"), local(24, 8, 30))
    person("lind")
    desk = sign_in("lind")
    assert "See them at" not in desk.get(f"/front/check-in/{booked}/").content.decode()
    assert desk.post(f"/front/check-in/{booked}/at-once/").status_code == 409
    clock.advance(timedelta(minutes=21))
    desk = sign_in("lind")
    page = desk.get(f"/front/check-in/{booked}/").content.decode()
    assert "21 minutes late" in page
    assert "See them at" in page


def test_what_the_patient_says_is_decided_on_the_panel(office: Office) -> None:
    who = make_patient("Vale", "Ingrid", phone="(217) 555-0101")
    booked = make_appointment(office, who)
    note_said(actor=PROGRAM, patient_id=who, told={"phone": "217-555-0188"})
    desk = signed_in("lind")
    page = desk.get(f"/front/check-in/{booked}/").content.decode()
    assert "217-555-0188" in page
    accept = re.search(r'action="(/patients/said/[0-9a-f-]+/accept/)"', page)
    assert accept is not None
    desk.post(accept[1])
    assert patient(who).phone == "217-555-0188"
    assert "The patient says</h2>" not in desk.get(f"/front/check-in/{booked}/").content.decode()


def test_the_patient_is_on_the_screen_only_if_they_agree(office: Office) -> None:
    start_display(actor=PROGRAM, site_id=office.site_id)
    desk = signed_in("lind")
    form = {"identity_checked": "name, birth date"}
    for minute, (name, how) in enumerate((("Vale", ""), ("Quist", "token"))):
        booked = make_appointment(office, make_patient(name), local(24, 9, 20 * minute))
        assert "On the screen in the waiting room" in desk.get(f"/front/check-in/{booked}/").content.decode()
        desk.post(f"/front/check-in/{booked}/arrive/", {**form, "display": how})
        shown = calling_of(_visit_of(booked))
        assert (shown is not None) is bool(how)


def _visit_of(booked: UUID) -> UUID:
    visit = encounter_of(Ref("appointment", booked))
    assert visit is not None
    return visit.id


def test_a_check_out_takes_copay_and_balance_books_and_says_goodbye(office: Office) -> None:
    who = make_patient("Vale", "Ingrid")
    insure(office, who)
    visit, desk = leaving(office, who), signed_in("lind")
    path = f"/front/check-out/{visit}/"
    page = desk.get(path).content.decode()
    copay = Money.parse(re.findall(r'name="amount"[^>]*value="([^"]+)"', page)[0])
    assert copay.cents > 0
    form = {"amount": str(copay + Money(1_000)), "copay": str(copay), "method": "card", "once": "take"}
    for _ in range(2):
        assert desk.post(f"{path}take/", form)["Location"] == path
    taken = receipts_of_visit(visit)
    assert [(one.amount, one.copay) for one in taken] == [(copay, True), (Money(1_000), False)]
    page = desk.get(path).content.decode()
    assert taken[1].number in page
    assert "none due" in page
    slot = {name: re.findall(rf'name="{name}" value="([^"]+)"', page)[0] for name in ("provider", "site", "starts")}
    kept = {"visit_type": "sick", "reason": "follow-up", "next": path}
    assert desk.post(f"/scheduling/book/{who}/", {**slot, **kept})["Location"] == path
    page = desk.get(path).content.decode()
    assert '<span class="chip ok">booked</span>' in page
    assert desk.post(f"/check-in/{visit}/check-out/", {"next": "/front/"})["Location"] == "/front/"
    assert encounter(visit).stage == "finished"


def test_money_of_nothing_is_refused_and_what_is_owed_is_offered(office: Office) -> None:
    visit, desk = leaving(office, make_patient("Quist")), signed_in("lind")
    path = f"/front/check-out/{visit}/"
    assert 'name="amount"' not in desk.get(path).content.decode()
    for amount in ("", "0", "x", "-5"):
        assert desk.post(f"{path}take/", {"amount": amount, "method": "card"}).status_code == 422
    assert receipts_of_visit(visit) == []
    assert patient_balance(encounter(visit).patient_id).unapplied == Money(0)


def test_the_paper_to_take_home_says_what_was_ordered(office: Office) -> None:
    visit = leaving(office, make_patient("Vale", "Ingrid"))
    place_order(actor=office.provider, encounter_id=visit, key="culture", words="Throat culture")
    desk = signed_in("lind")
    paper = desk.get(f"/front/check-out/{visit}/summary/").content.decode()
    assert "Throat culture" in paper
    assert "None is booked" in paper
    page = desk.get(f"/front/check-out/{visit}/").content.decode()
    assert re.search(r'Throat culture</span>\s*<span class="chip warn">ordered', page)
    assert signed_in("abara").get(f"/front/check-out/{visit}/summary/").status_code == 404


def test_a_note_for_work_says_when_somebody_was_here_and_nothing_else(office: Office) -> None:
    booked = make_appointment(office, make_patient("Vale", "Ingrid"), reason="palpitations")
    visit = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    clock.advance(timedelta(minutes=25))
    page = signed_in("lind").get(f"/front/check-out/{visit}/").content.decode()
    assert f'href="/check-in/{visit}/was-here/" data-key="n"' in page
    paper = sign_in("lind").get(f"/check-in/{visit}/was-here/").content.decode()
    words = " ".join(re.sub(r"<[^>]+>", "", paper.split('class="card"')[1]).split())
    assert "Ingrid Vale was at this office on Tuesday, November 24, 2026 from 8:30 AM to 8:55 AM." in words
    assert "palpitations" not in words
    assert "Okafor" not in words
    assert signed_in("nox").get(f"/check-in/{visit}/was-here/").status_code == 404


def test_a_slot_of_check_out_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing for check-out"):
        register_parting("hat", lambda _actor, _visit: [])


@given(st.integers(1, 100_000), st.integers(0, 10_000))
def test_the_parts_of_what_is_taken_are_the_whole_and_the_copay_comes_first(amount: int, due: int) -> None:
    parts = parts_of(Money(amount), Money(due))
    assert Money.total(part for part, _ in parts) == Money(amount)
    assert Money.total(part for part, copay in parts if copay) == Money(min(amount, due))
    assert all(part.cents > 0 for part, _ in parts)
