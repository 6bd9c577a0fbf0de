"""The office's laboratory on the screen: the lock is seen, controls are run, a test is entered and corrected."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.office_lab.api import found_at, kits, office_tests
from medoffice.clinic.office_lab.tests.makers import GLUCOSE, make_kit, make_tested
from medoffice.clinic.orders.api import orders_of, place_order
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import PASSWORD, make_user, sign_in, signed_in

pytestmark = pytest.mark.django_db
HERE = "/office-lab/"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def assistant(office: Office) -> Client:  # noqa: ARG001 - after the office
    make_user("farrow", "Tess Farrow", "medical_assistant")
    client = Client()
    client.post("/security/sign-in/", {"username": "farrow", "password": PASSWORD})
    return client


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_test_is_entered_by_key_with_the_lot_that_may_be_used(office: Office, assistant: Client) -> None:
    visit, kit = make_visit(office), make_kit(office)
    order = place_order(actor=office.provider, encounter_id=visit, key="rapid_strep", words="Rapid strep test")
    assert 'data-key="b"' in text(assistant, f"/charting/{visit}/")
    form = f"{HERE}visit/{visit}/{order}/"
    assert f'href="{form}" data-key="1"' in text(assistant, f"{HERE}visit/{visit}/")
    assert "ST26A, ends 06/30/2027" in text(assistant, form)
    assert assistant.post(form, {"value": "perhaps", "kit": str(kit)}).status_code == 422
    answer = assistant.post(form, {"value": "positive", "kit": str(kit)})
    assert answer.headers["Location"] == f"/charting/{visit}/"
    assert "Rapid strep A: <bdi>positive</bdi>" in text(assistant, f"/charting/{visit}/")
    assert assistant.get(form).status_code == 404
    (one,) = found_at(visit)
    page = f"{HERE}found/{one.id}/"
    assert assistant.post(f"{page}correct/", {"value": "negative", "why": ""}).status_code == 422
    moved = assistant.post(f"{page}correct/", {"value": "negative", "why": "misread"}).headers["Location"]
    assert "Wrong entry" in text(assistant, page)
    assert "misread" in text(assistant, moved)
    assert "Vale" in text(assistant, f"{HERE}kits/{kit}/")


def test_a_lot_that_is_locked_offers_nothing_until_its_controls_passed(office: Office, assistant: Client) -> None:
    visit, kit = make_visit(office), make_kit(office, GLUCOSE, "G1", ready=False)
    order = place_order(actor=office.provider, encounter_id=visit, key="glucose_poc", words="Fingerstick glucose")
    form, page = f"{HERE}visit/{visit}/{order}/", f"{HERE}kits/{kit}/"
    assert "No lot may be used here." in text(assistant, form)
    assert assistant.post(form, {"value": "100", "kit": str(kit)}).status_code == 422
    assert "locked" in text(assistant, HERE)
    assert assistant.post(page, {"level_0": ""}).status_code == 422
    assert assistant.post(page, {"level_0": "abc"}).status_code == 422
    assert assistant.post(page, {"level_0": "60", "level_1": "301"}).status_code == 302
    shown = text(assistant, page)
    assert "What was done about the run that failed" in shown
    assert 'aria-label="Levey-Jennings chart, low, lot QL1.' in shown
    assert assistant.post(page, {"level_0": "50"}).status_code == 422
    assert assistant.post(page, {"level_0": "50", "did": "a fresh vial"}).status_code == 302
    assert ">ready<" in text(assistant, HERE)
    assert assistant.post(form, {"value": "100", "kit": str(kit)}).status_code == 302
    assert assistant.post(f"{page}end/", {"why": ""}).status_code == 422
    assert assistant.post(f"{page}end/", {"why": "empty"}).status_code == 302
    assert "used no more: empty" in text(assistant, page)


def test_a_test_is_set_up_stocked_and_done_by_standing_order(office: Office, assistant: Client) -> None:
    assert assistant.get(f"{HERE}tests/new/").status_code == 404
    manager, provider = signed_in("petrov"), sign_in("okafor")
    sent = {
        "key": "rapid_strep", "name": "Strep A", "scale": "qualitative", "levels": "no, yes", "every": "0",
        "answers": "no, yes", "unusual": "yes", "used": "on",
    }  # fmt: skip
    assert manager.post(f"{HERE}tests/new/", {**sent, "answers": "no"}).status_code == 422
    twice = [manager.post(f"{HERE}tests/new/", {**sent, "once": "k"}).status_code for _ in range(2)]
    assert twice == [302, 302]
    assert "meanwhile" in manager.post(f"{HERE}tests/new/", sent).content.decode(), "another form"
    (test,) = office_tests()
    page = f"{HERE}tests/{test.id}/"
    assert manager.post(f"{page}change/", {**sent, "version": "1", "name": "Strep A, second"}).status_code == 302
    assert "Strep A, second" in text(assistant, page)
    assert assistant.post(f"{page}kit/", {"lot": "S1", "expires": "", "site": str(office.site_id)}).status_code == 422
    kit = {"lot": "s1", "expires": "12/01/2027", "site": str(office.site_id)}
    assert assistant.post(f"{page}kit/", kit).status_code == 302
    assert assistant.post(f"{page}nothing/", kit).status_code == 404
    for level in ("no", "yes"):
        told = {**kit, "level": level}
        assert assistant.post(f"{page}control/", told).status_code == 422
        assert assistant.post(f"{page}control/", {**told, "expected": level}).status_code == 302
    (one,) = kits([test.id])
    assert assistant.post(f"{HERE}kits/{one.id}/", {"level_0": "no", "level_1": "yes"}).status_code == 302
    visit = make_visit(office)
    assert assistant.post(f"{HERE}visit/{visit}/standing/{test.id}/").status_code == 409
    assert assistant.post(f"{page}standing/", {"stands": "1"}).status_code == 404
    assert provider.post(f"{page}standing/", {"stands": "1"}).status_code == 302
    assert "by standing order" in text(assistant, f"{HERE}visit/{visit}/")
    moved = assistant.post(f"{HERE}visit/{visit}/standing/{test.id}/").headers["Location"]
    (order,) = orders_of(visit)
    assert moved == f"{HERE}visit/{visit}/{order.id}/"
    assert "by the standing order of" in order.ordered_by


def test_stranger_nox_sees_no_bench_and_nobody_who_was_tested(office: Office) -> None:
    kit, visit = make_kit(office), make_visit(office)
    made = make_tested(visit, kit)
    nox = signed_in("nox")
    for address in (HERE, f"{HERE}kits/{kit}/", f"{HERE}found/{made}/", f"{HERE}visit/{visit}/"):
        assert nox.get(address).status_code == 404
