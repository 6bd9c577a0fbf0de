"""What was delivered is found again: a list of its own with its count, the latest first."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.documents.tests.test_actions_chart import filed
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import check_request, close_request, deliver, note_request, pick_pages, request
from medoffice.records.releases.types import Asked, Asker, Checked, State, Way
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


def asked(who: UUID, what: str) -> UUID:
    told = Asked(Asker.PATIENT, "request", "Ingrid Vale", "", what, "", date(2026, 11, 20))
    return note_request(actor=PROGRAM, patient_id=who, asked=told)


def delivered(desk: Actor, who: UUID, what: str) -> UUID:
    key, made = f"document-{filed(who, what).hex}", asked(who, what)
    keys = tuple(element.key for element in request(desk, made).paper.elements)
    check_request(actor=desk, request_id=made, seen_version=1, checked=Checked(keys, "licence"))
    pick_pages(actor=desk, request_id=made, seen_version=2, pages={key: "all"}, black={}, why="")
    deliver(actor=desk, request_id=made, way=Way.HAND)
    return made


def test_delivered_requests_are_a_list_with_a_count_the_newest_first() -> None:
    clock.freeze(NOON)
    make_office()
    desk, (who, other) = person("vega"), (make_patient(), make_patient("Quist", "Otto"))
    client = sign_in("vega")
    first = delivered(desk, who, "the first")
    clock.freeze(NOON + timedelta(minutes=5))
    delivered(desk, other, "the second")
    asked(who, "what waits")
    no = asked(who, "what was denied")
    close_request(actor=desk, request_id=no, state=State.DENIED, why="not of this office")
    page = client.get("/releases/").content.decode()
    assert 'Open <span class="muted">1</span>' in page
    assert 'Delivered <span class="muted">2</span>' in page
    assert 'Not delivered <span class="muted">1</span>' in page
    page = client.get("/releases/?show=delivered").content.decode()
    assert page.index("the second") < page.index("the first") < page.index("Printed, by hand", page.index("the first"))
    assert f"/releases/{first}/" in page
    assert "what waits" not in page
    page = client.get("/releases/?show=not%20delivered").content.decode()
    assert "not of this office" in page
    assert "the first" not in page
    deny_subject(actor=PROGRAM, user_id=desk.id, subject=other, reason="family")
    page = client.get("/releases/?show=delivered").content.decode()
    assert ("the second" in page, 'Delivered <span class="muted">1</span>' in page) == (False, True)


def test_who_only_notes_requests_is_led_to_the_patient_not_to_a_page_that_is_not_there() -> None:
    clock.freeze(NOON)
    make_office()
    desk, who = person("vega"), make_patient()
    made, waits = delivered(desk, who, "the first"), asked(who, "what waits")
    lind, vega = signed_in("lind"), sign_in("vega")
    for address in ("/releases/", "/releases/?show=delivered"):
        page, worked = lind.get(address).content.decode(), vega.get(address).content.decode()
        assert "the first" in page or "what waits" in page
        assert f"/patient/{who}/" in page
        for one in (made, waits):
            assert f"/releases/{one}/" not in page
        assert f"/releases/{made}/" in worked
