"""Lengths that are taken over, the risk on an appointment."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.front_office.check_in.api import check_in, provider_enters, room_patient, send_to_check_out
from medoffice.front_office.scheduling.api import find_free, mark_arrived, mark_no_show
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation
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


def _see(office: Office, minutes: int) -> None:
    """A visit at nine that waits ten minutes and takes so many."""
    booked = make_appointment(office, make_patient(), clock.now() + timedelta(minutes=30), walk_in=True)
    encounter = check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    room_patient(actor=PROGRAM, encounter_id=encounter, room="Room 1")
    with clock.frozen(clock.now() + timedelta(minutes=10)):
        provider_enters(actor=PROGRAM, encounter_id=encounter)
        with clock.frozen(clock.now() + timedelta(minutes=minutes)):
            send_to_check_out(actor=PROGRAM, encounter_id=encounter)


def test_a_length_that_was_learned_is_taken_over_in_one_act(office: Office) -> None:
    for _ in range(12):
        _see(office, 33)
    manager = signed_in("petrov")
    page = manager.get("/scheduling/insight/").content.decode()
    assert "Plan 35 min" in page
    assert "10 m" in page
    length = {"provider": str(office.provider_id), "kind": "sick", "minutes": "35"}
    assert manager.post("/scheduling/insight/", length).status_code == 302
    (slot,) = find_free("sick", NOW, limit=1)
    assert slot.ends - slot.starts == timedelta(minutes=35)
    assert "Plan 35 min" not in manager.get("/scheduling/insight/").content.decode()


def test_the_risk_of_an_appointment_stands_with_its_reasons(office: Office) -> None:
    who = make_patient("Vale", "Ingrid")
    for hour in range(9, 12):
        for minute in (0, 20, 40):
            late = make_appointment(office, who, local(24, hour, minute))
            with clock.frozen(local(24, hour, minute) + timedelta(minutes=30)):
                mark_no_show(actor=PROGRAM, appointment_id=late)
    with clock.frozen(local(24, 13)):
        for minute in (20, 40):
            booked = make_appointment(office, make_patient(), local(24, 13, minute), walk_in=False)
            with clock.frozen(local(24, 14)):
                check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
        ahead = make_appointment(office, who, local(24, 16))
        desk = signed_in("lind")
        assert "are missed" not in desk.get(f"/scheduling/appointment/{ahead}/").content.decode()
        more = make_appointment(office, make_patient(), local(24, 14))
        with clock.frozen(local(24, 14, 30)):
            check_in(actor=PROGRAM, appointment_id=more, identity_checked="name, birth date")
    with clock.frozen(local(24, 15)):
        page = signed_in("vega").get(f"/scheduling/appointment/{ahead}/").content.decode()
    assert re.search(r"Of a hundred such visits [5-9]\d are missed", page)
    assert "own visits: 9 of 9 missed" in page
    assert "never to refuse anybody" in page


def _missed(office: Office, who: UUID, starts: datetime, ahead: int) -> None:
    """A visit that was booked so many days ahead, and is over."""
    with clock.frozen(starts - timedelta(days=ahead)):
        booked = make_appointment(office, who, starts)
    with clock.frozen(starts + timedelta(hours=1)):
        mark_no_show(actor=PROGRAM, appointment_id=booked)


def _came(office: Office, who: UUID, starts: datetime) -> None:
    """A visit that was booked the day before, and kept."""
    with clock.frozen(starts - timedelta(days=1)):
        booked = make_appointment(office, who, starts)
    with clock.frozen(starts):
        mark_arrived(actor=PROGRAM, appointment_id=booked)


def test_a_payer_whose_patients_are_booked_later_is_seen(office: Office) -> None:
    """The fairness clock by payer."""
    far, near = make_patient("Far"), make_patient("Near")
    add_coverage(
        actor=PROGRAM,
        patient_id=far,
        payer_id=office.payer_id,
        plan="Silver",
        member_id="PM1",
        group="",
        relation=Relation.SELF,
        subscriber=None,
        order=1,
        starts=date(2026, 1, 1),
        copay=Money(0),
    )
    for day in (2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17):
        _missed(office, far, local(day, 9), 12)
        _missed(office, near, local(day, 10), 2)
    page = signed_in("petrov").get("/scheduling/insight/?kind=sick").content.decode()
    assert page.index("12 days") < page.index("longer than others") < page.index("Nobody; they pay themselves")
    assert page.count(">longer than others<") == 1


def test_for_whom_the_risk_errs_is_told_where_its_quality_is(office: Office) -> None:
    """Those who speak Spanish are planted to miss every visit from one day on; nobody else misses any."""
    for number in range(12):
        _came(office, make_patient(), local(3, 8 + number // 3, 20 * (number % 3)))
    for day in (4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 18, 19):
        _missed(office, make_patient("Vale", language="es"), local(day, 9), 1)
        _came(office, make_patient("Quist"), local(day, 10))
    page = signed_in("petrov").get("/scheduling/insight/").content.decode()
    quality = page[page.index("How right the risk") :]
    rows = {found[0]: found[1] for found in re.findall(r"<tr>\s*<td>(.*?)</td>(.*?)</tr>", quality, re.DOTALL)}
    assert {"All visits", "English", "Spanish"} <= rows.keys()
    assert "100 of 100" in rows["Spanish"]
    assert "off by more than chance" in rows["Spanish"]
    assert "By language" in quality
    assert "By age" in quality
