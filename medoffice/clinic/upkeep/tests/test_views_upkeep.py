"""Upkeep on the screen: the day, a reading, what is out of its limits, a decision, a correction, a month on paper."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from medoffice.clinic.immunizations.api import lot
from medoffice.clinic.immunizations.tests.makers import make_lot
from medoffice.clinic.upkeep.api import equipment_of, log_entry, log_of
from medoffice.clinic.upkeep.tests.makers import make_autoclave, make_fridge, make_room, reading
from medoffice.clinic.upkeep.types import What
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import PASSWORD, make_user, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
HERE, EIGHT = "/upkeep/", datetime(2026, 11, 24, 14, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(EIGHT):
        yield make_office()


@pytest.fixture
def assistant(office: Office) -> Client:  # noqa: ARG001 - after the office
    make_user("farrow", "Tess Farrow", "medical_assistant")
    client = Client()
    client.post("/security/sign-in/", {"username": "farrow", "password": PASSWORD})
    return client


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_day_has_one_key_for_each_line_and_a_reading_is_one_field(office: Office, assistant: Client) -> None:
    fridge = make_fridge(office)
    page = f"{HERE}{fridge}/"
    shown = text(assistant, HERE)
    assert f'href="{page}" data-open data-key="1"' in shown
    assert "by 9:30 AM" in shown
    assert "Reads, °C" in text(assistant, page)
    assert assistant.post(page, {"value": "warm"}).status_code == 422
    answer = assistant.post(page, {"value": "4.1"})
    assert answer.headers["Location"] == HERE
    assert "9:30 AM logged" in text(assistant, HERE)
    (one,) = log_of(fridge)
    line = f"{HERE}line/{one.id}/"
    assert assistant.post(line, {"value": "4.2", "why": ""}).status_code == 422
    sent = {"value": "4.2", "why": "misread", "once": "k"}
    assert [assistant.post(line, sent).status_code for _ in range(2)] == [302, 302]
    late = assistant.post(line, {**sent, "value": "4.3", "once": "l"})
    assert late.status_code == 422
    assert "corrected this line: misread" in late.content.decode()
    assert "Another line stands instead of it." in text(assistant, line)
    assert "misread" in text(assistant, f"{page}month/?month=2026-11")
    assert "Nothing was logged in this month." in text(assistant, f"{page}month/?month=2026-10")
    assert "November 2026" in text(assistant, f"{page}month/?month=nonsense")
    with clock.frozen(EIGHT + timedelta(hours=10)):
        assert "5:00 PM late" in text(signed_in("petrov"), HERE)


def test_out_of_limits_asks_what_was_done_and_a_leader_decides(office: Office, assistant: Client) -> None:
    fridge, flu = make_fridge(office), make_lot(office)
    page = f"{HERE}{fridge}/"
    refused = assistant.post(page, {"value": "11.2"})
    assert refused.status_code == 422
    assert "above 8 °C: say what was done about it." in refused.content.decode()
    assert assistant.post(page, {"value": "11.2", "did": "moved"}).headers["Location"] == page
    assert "1 lot of vaccine is set aside" in text(assistant, page)
    assert "set aside" in text(assistant, "/immunizations/")
    assert assistant.post(f"{page}decide/", {"lots": str(flu), "verdict": "use", "why": "ok"}).status_code == 404
    manager = signed_in("petrov")
    assert "Decide" in text(manager, page)
    assert manager.post(f"{page}decide/", {"verdict": "use", "why": "ok"}).status_code == 422
    sent = {"lots": str(flu), "verdict": "use", "why": "the manufacturer says so"}
    assert manager.post(f"{page}decide/", sent).status_code == 302
    assert lot(flu).aside_at is None
    assert "the manufacturer says so" in text(manager, page)
    assert assistant.post(f"{page}lots/", {"lots": "nothing"}).status_code == 422
    assert assistant.post(f"{page}lots/", {"lots": str(flu)}).status_code == 302


def test_a_sterilizer_and_a_room_are_logged(office: Office, assistant: Client) -> None:
    sterile, room = make_autoclave(office), make_room(office)
    page = f"{HERE}{sterile}/"
    assert assistant.post(page, {"what": "load", "passed": "yes", "load": "", "cycle": "132"}).status_code == 422
    assert assistant.post(page, {"what": "load", "passed": "yes", "load": "12", "cycle": "132"}).status_code == 302
    assert 'value="13"' in text(assistant, page)
    sent = {"what": "spore", "passed": "no", "load": "", "cycle": "", "did": "out of use"}
    assert assistant.post(page, sent).status_code == 302
    assert "Loads since the last biological test that passed" in text(assistant, page)
    tick = f"{HERE}{room}/tick/"
    assert f'formaction="{tick}cleaned/" data-key="2"' in text(assistant, HERE)
    assert assistant.post(f"{tick}cleaned/").headers["Location"] == HERE
    assert assistant.post(f"{tick}polished/").status_code == 404
    assert [one.told.what for one in log_of(room)] == [What.CLEANED]
    assert 'data-key="t"' in text(assistant, f"{HERE}{room}/")


def test_something_is_set_up_and_changed_by_who_leads(office: Office, assistant: Client) -> None:
    assert assistant.get(f"{HERE}new/freezer/").status_code == 404
    manager = signed_in("petrov")
    assert manager.get(f"{HERE}new/sauna/").status_code == 404
    page = text(manager, f"{HERE}new/freezer/")
    assert "source: unverified" in page
    sent = {
        "name": "Freezer", "site": str(office.site_id), "times": "9:30, 17:00", "days": ["0", "1"], "unit": "°C",
        "low": "-50", "high": "-15", "source": "the office's own", "vaccines": "on", "used": "on",
    }  # fmt: skip
    assert manager.post(f"{HERE}new/freezer/", {**sent, "times": "noon"}).status_code == 422
    assert manager.post(f"{HERE}new/freezer/", {**sent, "high": "-60"}).status_code == 422
    assert manager.post(f"{HERE}new/freezer/", sent).status_code == 302
    (one,) = equipment_of()
    change = f"{HERE}{one.id}/change/"
    assert "09:30, 17:00" in text(manager, change)
    assert manager.post(change, {**sent, "name": "Big freezer", "version": "1"}).status_code == 302
    assert manager.post(change, {**sent, "version": "1"}).status_code == 422
    assert "Big freezer" in text(assistant, HERE)


def test_stranger_nox_sees_no_log(office: Office) -> None:
    fridge = make_fridge(office)
    made = log_entry(actor=PROGRAM, equipment_id=fridge, told=reading("4"))
    nox = signed_in("nox")
    for address in (HERE, f"{HERE}{fridge}/", f"{HERE}{fridge}/month/", f"{HERE}line/{made}/"):
        assert nox.get(address).status_code == 404
