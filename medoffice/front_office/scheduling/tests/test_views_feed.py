"""The calendar feed: when and where, never who; its token is shown once and revoked at once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from medoffice.front_office.scheduling.api import hold_time
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import actor_named, change_roles
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def office() -> Office:
    return make_bookable_office()


def test_a_feed_says_when_and_where_and_never_who(office: Office) -> None:
    make_appointment(office, make_patient("Vale", "Ingrid"), local(25, 9), reason="rash on the back")
    provider = sign_in("okafor")
    page = provider.post("/scheduling/feed/").content.decode()
    address = page.split("http://testserver")[1].split("<")[0].strip()
    assert address.endswith("/times.ics")
    answer = Client().get(address)
    told = answer.content.decode()
    assert answer["Content-Type"].startswith("text/calendar")
    assert "DTSTART:20261125T150000Z" in told
    assert "LOCATION:Bridge Street" in told
    for word in ("Vale", "Ingrid", "rash", "sick"):
        assert word not in told
    assert address not in provider.get("/scheduling/feed/").content.decode()
    provider.post("/scheduling/feed/")
    assert Client().get(address).status_code == 404
    assert Client().get("/scheduling/feed/none/times.ics").status_code == 404
    provider.post("/scheduling/feed/end/")
    assert "There is no address yet" in provider.get("/scheduling/feed/").content.decode()
    assert signed_in("lind").get("/scheduling/feed/").status_code == 404
    assert signed_in("petrov").post("/scheduling/feed/").status_code == 404  # no member of the staff


def test_a_time_that_is_held_is_in_the_feed_and_who_left_has_none(office: Office) -> None:
    hold_time(
        actor=PROGRAM,
        kind="sick",
        provider_id=office.provider_id,
        site_id=office.site_id,
        starts=local(25, 9),
        until=NOW + timedelta(minutes=30),
        says="offered",
    )
    page = sign_in("okafor").post("/scheduling/feed/").content.decode()
    address = page.split("http://testserver")[1].split("<")[0].strip()
    assert "DTSTART:20261125T150000Z" in Client().get(address).content.decode()
    for odd in ("%00", "x" * 2000, "%F0%9F%98%80", "..%2F..%2Fetc"):
        assert Client().get(f"/scheduling/feed/{odd}/times.ics").status_code == 404
    assert Client().post(address).status_code == 404
    user = actor_named("okafor")
    change_roles(actor=PROGRAM, user_id=user.id, roles=[], active=False)
    assert Client().get(address).status_code == 404
