"""Procedures on the screen: the steps one after the other, what was done, who is observed, what a kind needs."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import orders_of, place_order
from medoffice.clinic.procedures.api import kind, procedures_at, stand, time_outs_of
from medoffice.clinic.procedures.tests.makers import JOINT, SHOT, WART, make_done, make_order
from medoffice.clinic.procedures.types import Line
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office, make_provider
from medoffice.security.tests.makers import PASSWORD, make_user, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
HERE, NOW = "/procedures/", datetime(2026, 11, 24, 16, tzinfo=UTC)
HOLDS = {one.value: "1" for one in Line}


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
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


def test_the_steps_come_one_after_the_other_and_what_is_missing_stays_on_the_screen(
    office: Office, assistant: Client
) -> None:
    visit, me = make_visit(office), str(office.provider_id)
    order = make_order(visit, JOINT)
    page = f"{HERE}order/{order}/"
    assert 'data-key="x" data-says="procedure' in text(assistant, f"/charting/{visit}/")
    assert f'href="{page}" data-key="1"' in text(assistant, f"{HERE}visit/{visit}/")
    consent = {"how": "written", "obtained_by": me, "obtained_at": "9:30", "document": ""}
    assert "The patient agreed" in text(assistant, page)
    assert assistant.post(f"{page}done/", {"what": "x", "doer": me, "supervisor": me}).status_code == 422
    assert assistant.post(f"{page}consent/", consent | {"obtained_at": "11/25 9:30"}).status_code == 422
    assert assistant.post(f"{page}nothing/", consent).status_code == 404
    assert assistant.post(f"{page}consent/", consent).status_code == 302
    shown = text(assistant, page)
    assert "obtained by Amara Okafor 11/24/2026 9:30 AM" in shown
    assert shown.count('class="fixed"') == len(Line)
    read = HOLDS | {"body_site": "left knee", "second": me, "words": ""}
    left = assistant.post(f"{page}time-out/", read | {"allergies": ""})
    assert left.status_code == 422
    assert "Read this line." in left.content.decode()
    assert assistant.post(f"{page}time-out/", read | {"procedure": "0"}).status_code == 422
    assert (
        assistant.post(f"{page}time-out/", read | {"procedure": "0", "words": "a knee, not a hip"}).status_code == 302
    )
    assert "a knee, not a hip" in text(assistant, page)
    assert "Time-out is read" in text(assistant, page)
    assert assistant.post(f"{page}time-out/", read).status_code == 302
    told = {
        "what": "injected", "medicine": "triamcinolone", "dose": "40 mg", "ndc": "", "lot": "T1",
        "expires": "11/20/2026", "controlled": "yes", "wasted": "5 mg", "witness": "", "doer": me, "supervisor": me,
        "complications": "", "specimen": "",
    }  # fmt: skip
    odd = assistant.post(f"{page}done/", told)
    assert odd.status_code == 422
    assert "It expired on 11/20/2026" in odd.content.decode()
    assert "has a witness" in odd.content.decode()
    witness = str(make_provider(office.site_id, "Weiss"))
    moved = assistant.post(f"{page}done/", told | {"expires": "06/30/2027", "witness": witness})
    (one,) = procedures_at(visit)
    assert moved.headers["Location"] == f"{HERE}done/{one.id}/"
    assert "left knee; triamcinolone 40 mg" in text(assistant, f"/charting/{visit}/")
    assert assistant.get(page).status_code == 404
    assert [each.stopped for each in time_outs_of(order)] == [None, Line.PROCEDURE]


def test_what_we_propose_is_asked_for_and_may_be_passed_over(office: Office, assistant: Client) -> None:
    visit, me = make_visit(office), str(office.provider_id)
    order = place_order(actor=PROGRAM, encounter_id=visit, key=JOINT.key, words=JOINT.name)
    page = f"{HERE}order/{order}/"
    assert 'href="?at=time-out"' in text(assistant, page)
    assert "The patient agreed" in text(assistant, page)
    assert 'href="?at=done"' in text(assistant, f"{page}?at=time-out")
    assert 'name="site"' in text(assistant, f"{page}?at=done")
    told = {"what": "injected", "site": "left knee", "controlled": "", "doer": me, "supervisor": me}
    assert assistant.post(f"{page}done/", told).status_code == 302
    assert time_outs_of(order) == []
    said = make_order(make_visit(office), JOINT)
    assert "?at=" not in text(assistant, f"{HERE}order/{said}/")
    assert "The patient agreed" in text(assistant, f"{HERE}order/{said}/?at=done")


def test_the_panel_of_orders_does_not_get_around_a_time_out(office: Office, assistant: Client) -> None:
    visit = make_visit(office)
    order = make_order(visit, WART)
    answer = assistant.post(f"/orders/{order}/perform/", {"result": "frozen"})
    assert answer.status_code == 409
    assert "Open it under Procedures at the visit." in answer.content.decode()


def test_who_is_observed_is_looked_after_and_a_wrong_entry_is_corrected(office: Office, assistant: Client) -> None:
    visit, me = make_visit(office), str(office.provider_id)
    made = make_done(office, visit)
    page = f"{HERE}done/{made}/"
    assert f'href="{page}" data-open data-key="1"' in text(assistant, HERE)
    assert "left" in text(assistant, page)
    look = {"how": "well", "leaves": "yes", "until": "", "reaction": "", "why": ""}
    assert assistant.post(f"{page}look/", look).status_code == 422
    assert assistant.post(f"{page}look/", look | {"leaves": "no"}).status_code == 422
    with clock.frozen(NOW + timedelta(minutes=21)):
        client = sign_in("farrow")
        assert "late" in text(client, HERE)
        assert "late" in text(client, page)
        assert client.post(f"{page}look/", look | {"reaction": "hives"}).status_code == 302
        assert "Nobody is observed." in text(client, HERE)
        assert "hives" in text(client, page)
        told = {
            "what": "given slowly", "site": "right arm", "medicine": "ceftriaxone", "dose": "1 g", "lot": "C1",
            "expires": "06/30/2027", "controlled": "no", "doer": me, "supervisor": me, "why": "",
        }  # fmt: skip
        assert client.post(f"{page}correct/", told).status_code == 422
        moved = client.post(f"{page}correct/", told | {"why": "another medicine"}).headers["Location"]
        assert "Wrong entry" in text(client, page)
        assert "another medicine" in text(client, moved)
        assert client.post(f"{moved}strike/", {"why": ""}).status_code == 422
        gone = client.post(f"{moved}strike/", {"why": "the next patient"}).headers["Location"]
        assert "Nothing was done: the next patient" in text(client, gone)
        assert client.post(f"{gone}look/", look).status_code == 404


def test_a_kind_is_the_offices_to_say_and_done_by_a_standing_order(office: Office, assistant: Client) -> None:
    visit, manager = make_visit(office), signed_in("petrov")
    assert assistant.get(f"{HERE}kinds/").status_code == 404
    assert "unverified" in text(manager, f"{HERE}kinds/")
    page = f"{HERE}kinds/{SHOT.key}/"
    sent = {"name": "Shot", "consent": "none", "observe": "20", "medicine": "must", "source": "", "version": "0"}
    assert manager.post(page, sent | {"second": "on"}).status_code == 422
    assert manager.post(page, sent).status_code == 302
    assert manager.post(page, sent).status_code == 422
    assert (kind(SHOT.key).said.name, kind(SHOT.key).version) == ("Shot", 1)
    assert manager.post(f"{page}standing/", {"stands": "1"}).status_code == 404
    by_standing = f"{HERE}visit/{visit}/{SHOT.key}/"
    assert assistant.post(by_standing).status_code == 409
    stand(actor=office.provider, key=SHOT.key, stands=True)
    assert "by standing order" in text(assistant, f"{HERE}visit/{visit}/")
    moved = assistant.post(by_standing).headers["Location"]
    (order,) = orders_of(visit)
    assert moved == f"{HERE}order/{order.id}/"
    assert "by the standing order of" in order.ordered_by
    provider = sign_in("okafor")
    assert provider.post(f"{page}standing/", {"stands": "0"}).status_code == 302
    assert kind(SHOT.key).standing_by == ""


def test_stranger_nox_sees_nobody_and_nothing(office: Office) -> None:
    visit = make_visit(office)
    order, made = make_order(visit), make_done(office, visit, WART)
    nox = signed_in("nox")
    for address in (HERE, f"{HERE}kinds/", f"{HERE}visit/{visit}/", f"{HERE}order/{order}/", f"{HERE}done/{made}/"):
        assert nox.get(address).status_code == 404
