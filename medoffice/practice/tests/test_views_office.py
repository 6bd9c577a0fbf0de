"""The office's own screens: correcting what was entered, and the page of a work item."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id, npi_from
from medoffice.kernel.trace import Ref
from medoffice.practice.api import (
    closures,
    exam_rooms,
    open_work,
    payer,
    site,
    staff_member,
    take_work,
    work_about,
)
from medoffice.practice.queries import work_item
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import make_user, person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db
ADDRESS = {"line1": "9 Hill Road", "city": "Riverbend", "state": "IL", "zip": "62799"}


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def manager(office: Office) -> Client:  # noqa: ARG001 - Petrov manages an office
    return signed_in("petrov")


def test_what_was_entered_is_shown_and_corrected(manager: Client, office: Office) -> None:
    assert 'value="Riverbend Family Medicine"' in manager.get("/practice/office/").content.decode()
    path = f"/practice/sites/{office.site_id}/"
    assert 'value="1 Bridge Street"' in manager.get(path).content.decode()
    corrected = {"name": "Hill Road", "zone": "America/Chicago", "npi": npi_from("199999997"), "place_of_service": "11"}
    assert manager.post(path, {**corrected, **ADDRESS}).status_code == 302
    assert (site(office.site_id).name, site(office.site_id).address.line1) == ("Hill Road", "9 Hill Road")
    who = f"/practice/staff/{office.provider_id}/"
    person = {"name": "Adaeze Okafor", "family_name": "Okafor", "credentials": "DO", "site": str(office.site_id)}
    assert manager.post(who, {**person, "is_provider": "on", "npi": ""}).status_code == 422
    numbers = {"npi": npi_from("199999996"), "taxonomy": "207Q00000X"}
    assert manager.post(who, {**person, **numbers, "is_provider": "on"}).status_code == 302
    assert staff_member(office.provider_id).name == "Adaeze Okafor"
    paid = f"/practice/payers/{office.payer_id}/"
    terms = {"name": "Prairie Mutual", "number": "99901", "filing_code": "CI", "timely_filing_days": "90", **ADDRESS}
    assert manager.post(paid, {**terms, "timely_filing_days": "1"}).status_code == 422
    assert manager.post(paid, terms).status_code == 302
    assert payer(office.payer_id).timely_filing_days == 90


def test_rooms_and_closed_days(manager: Client, office: Office) -> None:
    path = f"/practice/sites/{office.site_id}/"
    assert manager.post(f"{path}room/", {"name": "Room 1"}).status_code == 422
    for _ in range(2):
        assert manager.post(f"{path}room/", {"name": "Room 2", "once": "r"}).status_code == 302
    assert [room.name for room in exam_rooms(office.site_id)] == ["Room 1", "Room 2"]
    assert manager.post(f"{path}closed/", {"on": "soon", "reason": "x"}).status_code == 422
    assert manager.post(f"{path}closed/", {"on": "11/26/2026", "reason": "Thanksgiving"}).status_code == 302
    assert "Thanksgiving" in manager.get(path).content.decode()
    (closed,) = closures([office.site_id], date(2026, 11, 24))
    assert manager.post(f"{path}open/{closed.id}/").status_code == 302
    assert closures([office.site_id], date(2026, 11, 24)) == []


def test_a_work_item_is_handed_over_and_finished_on_its_page(office: Office) -> None:  # noqa: ARG001 - an office
    receptionist, desk = person("lind"), sign_in("lind")
    other = make_user("secretary", "Otto Quist", Role.SECRETARY)
    ref = Ref("call", new_id())
    item = open_work(actor=PROGRAM, kind="call", title="Call T-10001", ref=ref)
    take_work(actor=receptionist, item_id=item)
    path = f"/practice/work/{item}/"
    page = desk.get(path).content.decode()
    assert "Call T-10001" in page
    assert "Otto Quist" in page
    assert desk.post(f"{path}hand-over/", {"to": str(other.id)}).status_code == 302
    assert work_item(receptionist, item).owner_name == "Otto Quist"
    assert desk.post(f"{path}hand-over/", {"to": ""}).status_code == 302
    assert work_item(receptionist, item).owner_name == ""
    assert desk.post(f"{path}finish/", {"outcome": ""}).status_code == 422
    assert desk.post(f"{path}finish/", {"outcome": "called back"}).status_code == 302
    assert work_about(ref) is None
    assert "finish" not in desk.get("/work/").content.decode()


def test_only_leaders_reach_the_set_up(office: Office) -> None:
    desk = signed_in("lind")
    paths = ["/practice/", "/practice/office/", "/practice/sites/", "/practice/staff/", "/practice/payers/"]
    paths += [f"/practice/sites/{office.site_id}/", f"/practice/staff/{office.provider_id}/", "/scheduling/kinds/"]
    for path in paths:
        assert desk.get(path).status_code == 404, path
        assert Client().get(path).status_code == 302, path
    assert desk.post(f"/practice/sites/{office.site_id}/room/", {"name": "Room 2"}).status_code == 404
    assert len(exam_rooms(office.site_id)) == 1
