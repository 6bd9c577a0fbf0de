"""P3: a visit is asked for on the web, and nobody is told. Here each is work at once; and the page tells nothing."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from medoffice.front_office.outreach.actions.decide_self_booking import decide_self_booking
from medoffice.front_office.outreach.api import messages_about
from medoffice.front_office.outreach.models import Asked
from medoffice.front_office.outreach.queries.self_booking import self_booking, times_offered
from medoffice.front_office.outreach.rules.self_booking import A_DAY, AN_HOUR, network
from medoffice.front_office.outreach.types.visits import For, SelfBooking
from medoffice.front_office.scheduling.api import appointment, find_free
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, work
from medoffice.records.patients.api import patient, search
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
PAGE = "/outreach/book/"
ONCE = re.compile(rb'name="(csrfmiddlewaretoken|once)" value="[^"]*"')


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def open_page(office: Office, **more: object) -> SelfBooking:
    """The office lets patients ask for sick visits."""
    rules = SelfBooking(on=True, kinds=("sick",), provider_ids=(office.provider_id,), lead_hours=2)
    rules = replace(rules, version=self_booking().version, **more)  # type: ignore[arg-type] # fields of the rules
    decide_self_booking(actor=PROGRAM, wanted=rules)
    return self_booking()


def typed(office: Office, starts: datetime, **more: str) -> dict[str, str]:
    """A form as somebody fills it in."""
    return {
        "kind": "sick",
        "in": "en",
        "time": f"{office.provider_id} {office.site_id} {starts.isoformat()}",
        "family": "Reyes",
        "given": "Imani",
        "birth_date": "03/14/1985",
        "phone": "217-555-0155",
        "email": "imani@example.com",
        **more,
    }


def ask(office: Office, starts: datetime, client: Client | None = None, **more: str) -> int:
    return int((client or Client()).post(PAGE, typed(office, starts, **more)).status_code)


def test_p3_a_visit_asked_for_on_the_web_is_work_at_once_and_held_and_the_desk_confirms_it(office: Office) -> None:
    open_page(office)
    starts = local(25, 9)
    answer = Client().post(PAGE, typed(office, starts))
    assert answer.headers["Location"] == "/outreach/book/thanks/?in=en"
    assert "has arrived" in Client().get(answer.headers["Location"]).content.decode()
    assert work("self-booking") == ["Asked for on the web: to be confirmed"]
    assert starts not in [slot.starts for slot in find_free("sick", local(25, 8), limit=9)]
    (row,), lind = Asked.objects.all(), signed_in("lind")
    assert "Reyes, Imani" in lind.get("/outreach/asked/").content.decode()
    assert "Nobody of this name" in lind.get(f"/outreach/asked/{row.id}/").content.decode()
    made = lind.post(f"/outreach/asked/{row.id}/book/")
    assert made.headers["Location"].startswith("/scheduling/appointment/")
    row.refresh_from_db()
    assert row.appointment_id
    assert row.patient_id
    assert appointment(row.appointment_id).starts == starts
    assert "identity not checked" in patient(row.patient_id).alert
    (told,) = messages_about(row.appointment_id)
    assert "your appointment is Wednesday, November 25 at 9:00 AM" in told.body
    assert work("self-booking") == []
    assert lind.post(f"/outreach/asked/{row.id}/book/").status_code == 409


def test_while_it_is_switched_off_there_is_no_such_page(office: Office) -> None:
    for address in (PAGE, "/outreach/book/thanks/"):
        assert Client().get(address).status_code == 404
    assert ask(office, local(25, 9)) == 404
    assert not Asked.objects.exists()


def test_the_answer_is_the_same_whoever_is_a_patient_here(office: Office) -> None:
    """A stranger with the name, birth date and telephone of a patient learns nothing, and no patient is touched."""
    open_page(office, approval=False)
    who = make_patient("Reyes", "Imani", born=date(1985, 3, 14), phone="217-555-0155")
    make_appointment(office, who, local(30, 9))
    pages = []
    for number, family in enumerate(("Reyes", "Nobody")):
        client = Client()
        form = typed(office, local(25, 9 + number), family=family, phone=f"217-555-015{5 + number}", known="on")
        answer = client.post(PAGE, form)
        page = client.get(answer.headers["Location"])
        pages.append((answer.status_code, answer.headers["Location"], ONCE.sub(b"", page.content)))
    assert pages[0] == pages[1]
    assert len(search(PROGRAM, "Reyes")) == 1  # who says they were here is looked at, not registered
    new = Client().post(PAGE, typed(office, local(25, 14), phone="217-555-0199"))
    assert new.headers["Location"].endswith("booked=yes")
    assert len(search(PROGRAM, "Reyes")) == 2  # nor is anybody matched
    assert work("self-booking")[-1] == "Booked on the web: is this person here already?"


def test_the_desk_sees_who_they_may_be_and_books_for_them(office: Office) -> None:
    open_page(office)
    who = make_patient("Reyes", "Imani", born=date(1985, 3, 14))
    ask(office, local(25, 9), known="on")
    (row,), lind = Asked.objects.all(), signed_in("lind")
    assert "Book for them" in lind.get(f"/outreach/asked/{row.id}/").content.decode()
    lind.post(f"/outreach/asked/{row.id}/book/", {"patient": str(who)})
    row.refresh_from_db()
    assert row.patient_id == who
    assert len(search(PROGRAM, "Reyes")) == 1


def test_what_is_declined_frees_its_time(office: Office) -> None:
    open_page(office)
    ask(office, local(25, 9))
    (row,), lind = Asked.objects.all(), signed_in("lind")
    assert lind.post(f"/outreach/asked/{row.id}/decline/", {"why": ""}).status_code == 422
    assert lind.post(f"/outreach/asked/{row.id}/sing/").status_code == 404
    assert lind.post(f"/outreach/asked/{row.id}/decline/", {"why": "needs a longer visit"}).status_code == 302
    assert local(25, 9) in [slot.starts for slot in find_free("sick", local(25, 8), limit=9)]
    assert work("self-booking") == []


def test_only_what_the_rules_offer_can_be_asked_for(office: Office) -> None:
    rules = open_page(office, lead_hours=48, horizon_days=4, per_day=2)
    times = [one.starts for one in times_offered(rules, "sick", 99)]
    assert times[0] == local(26, 8, 30)
    assert times[-1] <= NOW + timedelta(days=4)
    assert ask(office, local(25, 9)) == 409
    assert ask(office, local(30, 9)) == 409
    assert ask(office, local(26, 9), kind="physical") in (302, 409)
    for number in range(2):
        assert ask(office, local(26, 10 + number), phone=f"217-555-018{number}") in (302, 409)
    assert Asked.objects.filter(starts__lt=local(27, 0)).count() <= 2
    assert times_offered(rules, "physical") == []
    open_page(office, who=For.NEW)
    assert ask(office, local(25, 15), known="on") == 409


def test_a_form_sent_twice_asks_once_and_so_does_the_same_wish_again(office: Office) -> None:
    open_page(office)
    client = Client()
    page = client.get(PAGE).content.decode()
    key = re.search(r'name="once" value="([^"]+)"', page)
    assert key is not None
    for _ in range(2):
        assert ask(office, local(25, 9), client, once=key[1]) == 302
    assert ask(office, local(25, 9)) == 302
    assert Asked.objects.count() == 1
    assert len(work("self-booking")) == 1


def test_who_asks_too_often_is_told_to_wait_and_others_are_not(office: Office) -> None:
    open_page(office, per_day=50)
    statuses = [ask(office, local(25, 13) + timedelta(minutes=20 * n), phone=f"217-555-01{n:02}") for n in range(7)]
    assert statuses == [302] * AN_HOUR + [429] * 2
    assert Client(REMOTE_ADDR="203.0.113.9").post(PAGE, typed(office, local(26, 9))).status_code == 302
    clock.advance(timedelta(minutes=61))
    more = [ask(office, local(27, 9) + timedelta(minutes=20 * n), phone=f"217-555-02{n:02}") for n in range(6)]
    assert more.count(302) == A_DAY - AN_HOUR


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2::9%eth0", "2001:db8:1:2::"),
        ("unix:", "nowhere"),
    ],
)
def test_a_house_is_one_asker(address: str, told: str) -> None:
    assert network(address) == told


@pytest.mark.parametrize(
    "wrong",
    [
        {"family": ""},
        {"birth_date": "yesterday"},
        {"birth_date": "01/01/2099"},
        {"phone": "555"},
        {"email": "x"},
        {"time": "x y z"},
        {"time": ""},
    ],
)
def test_what_is_wrong_is_said_in_the_language_of_the_page_and_nothing_is_kept(
    office: Office, wrong: dict[str, str]
) -> None:
    open_page(office)
    answer = Client().post(PAGE, typed(office, local(25, 9), **{"in": "es"}, **wrong))
    assert answer.status_code == 422
    assert 'lang="es"' in answer.content.decode()
    assert not Asked.objects.exists()


def test_in_spanish_the_days_and_what_is_wrong_are_spanish_too(office: Office) -> None:
    open_page(office)
    page = Client().get(f"{PAGE}?in=es").content.decode()
    assert '<html lang="es"' in page
    assert "el martes 24 de noviembre a las " in page
    assert "Tuesday" not in page
    assert "Tuesday, November 24 at " in Client().get(PAGE).content.decode()
    wrong = typed(office, local(25, 9), **{"in": "es", "email": "x", "family": "R" * 99, "birth_date": "x"})
    page = Client().post(PAGE, wrong).content.decode()
    assert "Introduzca una dirección de correo electrónico válida" in page
    assert "tiene 99" in page
    assert "Escriba una fecha" in page
    assert "Enter a valid" in Client().post(PAGE, {**wrong, "in": "en"}).content.decode()


def test_the_rules_are_decided_on_a_screen(office: Office) -> None:
    petrov = signed_in("petrov")
    wanted = {
        "on": "on",
        "kinds": [],
        "provider_ids": [str(office.provider_id)],
        "who": "both",
        "lead_hours": "24",
        "horizon_days": "30",
        "per_day": "4",
        "version": "0",
    }
    assert petrov.post("/outreach/self-booking/", wanted).status_code == 422
    assert petrov.post("/outreach/self-booking/", {**wanted, "kinds": ["sick"]}).status_code == 302
    rules = self_booking()
    assert (rules.on, rules.approval, rules.kinds) == (True, False, ("sick",))
    assert "/outreach/book/" in petrov.get("/outreach/self-booking/").content.decode()
    assert signed_in("lind").get("/outreach/self-booking/").status_code == 404
