"""From nothing to the first booking: the owner of an empty office, on the screens only."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.test import Client

from medoffice.front_office.scheduling.forms import InstantField
from medoffice.front_office.scheduling.tests.makers import make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.ids import npi_from
from medoffice.practice.api import sites
from medoffice.security.api import setup_code
from medoffice.security.tests.makers import PASSWORD, signed_in

pytestmark = pytest.mark.django_db
ADDRESS = {"line1": "1 Bridge Street", "city": "Riverbend", "state": "il", "zip": "62799-1234", "phone": "217-555-0100"}
OFFICE = {"name": "Riverbend Family Medicine", "npi": npi_from("199999998"), "tax_id": "99-9999999", **ADDRESS}
SITE = {"name": "Bridge Street", "zone": "America/Chicago", "npi": npi_from("199999997"), "place_of_service": "11"}
OKAFOR = {
    "name": "Amara Okafor",
    "family_name": "Okafor",
    "credentials": "MD",
    "is_provider": "on",
    "npi": npi_from("199999996"),
    "taxonomy": "207Q00000X",
    "account": "new",
    "username": "okafor",
    "roles": ["provider"],
}
WEEK = {"week": "Mon-Wed 8 am-12:00, 1:00 PM-17:00"}
PAYER = {"name": "Prairie Mutual", "number": "99901", "filing_code": "CI", "timely_filing_days": "180", **ADDRESS}


@pytest.fixture(autouse=True)
def _on_a_tuesday() -> Iterator[None]:
    with clock.frozen(datetime(2026, 11, 24, 16, tzinfo=UTC)):
        yield


def send(client: Client, path: str, form: Mapping[str, object], answers: int = 302) -> str:
    answer = client.post(path, form)
    said = re.findall(r'(?:role="alert"|class="error"[^>]*)>([^<]+)', answer.content.decode())
    assert answer.status_code == answers, said
    return answer.get("Location", "")


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def first(pattern: str, page: str) -> str:
    found = re.search(pattern, page)
    assert found is not None, pattern
    return found[1]


def set_hours(owner: Client, member: str, site_id: str) -> None:
    hours = first(r'href="(/scheduling/units/[0-9a-f-]{36}/hours/)"', text(owner, member))
    week = {**WEEK, "site": site_id, "valid_from": "t"}
    assert "No booked visit is touched" in owner.post(hours, week).content.decode()
    assert "No hours yet" in text(owner, hours)
    send(owner, hours, {**week, "set": "yes"})
    assert "Mon-Wed 8:00-12:00, 13:00-17:00" in text(owner, hours)


def test_from_an_empty_office_to_the_first_booking() -> None:
    owner = Client()
    assert owner.get("/").status_code == 302
    account = {"code": setup_code(settings.SECRET_KEY), "name": "Irina Petrov", "username": "petrov"}
    send(owner, "/security/set-up/", {**account, "password": PASSWORD})
    assert owner.get("/")["Location"] == "/practice/"
    assert "Not ready for patients yet" in text(owner, "/practice/")
    for path in ("/front/", "/scheduling/", "/practice/staff/"):
        assert owner.get(path).status_code in (200, 409), path

    send(owner, "/practice/office/", {**OFFICE, "taxonomy": "207Q00000X"})
    send(owner, "/practice/sites/", {**SITE, **ADDRESS})
    site = first(r'href="(/practice/sites/[0-9a-f-]{36}/)"', text(owner, "/practice/sites/"))
    send(owner, f"{site}room/", {"name": "Room 1"})
    send(owner, f"{site}closed/", {"on": "11/26/2026", "reason": "Thanksgiving"})
    site_id = site.split("/")[-2]

    send(owner, "/practice/staff/", {**OKAFOR, "site": site_id})
    member = first(r'href="(/practice/staff/[0-9a-f-]{36}/)"', text(owner, "/practice/staff/"))
    set_hours(owner, member, site_id)
    send(owner, "/practice/payers/", PAYER)
    kind = {"name": "Sick visit", "minutes": "20", "encounter_class": "office", "takes_copay": "on"}
    send(owner, "/scheduling/kinds/", kind)
    assert "Not ready for patients yet" in text(owner, "/practice/")
    for _ in range(2):
        send(owner, "/coding/services/placeholders/", {"once": "list"})
    services = text(owner, "/coding/services/")
    assert "placeholder" in services
    own = {"service": "", "words": "Ear wax removed", "code": "abcd1", "kind": "procedure", "valid_from": "t"}
    send(owner, "/coding/services/", {**own, "code": "abc"}, answers=422)
    send(owner, "/coding/services/", own)
    assert "ABCD1" in text(owner, "/coding/services/")
    send(owner, "/billing/fees/", {"code": "zz001", "amount": "150", "valid_from": "11/24/2026"})
    assert "Ready for patients" in text(owner, "/practice/")

    registration = text(owner, "/patients/register/")
    payer = first(r'<option value="([0-9a-f-]{36})">Prairie Mutual', registration)
    vale = {"family": "Vale", "given": "Ingrid", "sex": "F", "birth_date": "3/8/68", "language": "en"}
    card = {"payer": payer, "member_id": "PM7719642", "order": "1", "starts": "1/1/2026", "relation": "18"}
    form = {**vale, "once": "first", **{f"insurance-{name}": value for name, value in card.items()}}
    insurance = send(owner, "/patients/register/", form)
    page = text(owner, insurance)
    assert "PM7719642" in page
    assert "Vale, Ingrid" in page
    patient_id = insurance.split("/")[-2]

    book = f"/scheduling/book/{patient_id}/"
    page = text(owner, book)
    labels = re.findall(r"<b>(\w{3} \d\d/\d\d [^<]+)</b> · Amara Okafor", page)
    assert labels[:2] == ["Tue 11/24 10:00 AM", "Tue 11/24 10:20 AM"]
    slot = {name: first(f'name="{name}" value="([^"]+)"', page) for name in ("provider", "site", "starts")}
    send(owner, book, {**slot, "visit_type": "sick-visit", "reason": "cough", "once": "book"})
    day = text(owner, "/scheduling/?on=11/24/2026")
    assert "Vale, Ingrid" in day
    assert "10:00" in day
    assert "Vale, Ingrid" in text(owner, "/front/")


def test_wrong_entries_are_shown_again_with_words() -> None:
    owner = Client()
    account = {"code": setup_code(settings.SECRET_KEY), "name": "Irina Petrov", "username": "petrov"}
    send(owner, "/security/set-up/", {**account, "password": PASSWORD})
    page = owner.post("/practice/office/", {**OFFICE, "npi": "1999999980", "tax_id": "12", "taxonomy": "207Q00000X"})
    assert page.status_code == 422
    words = page.content.decode()
    assert "its check digit is wrong" in words
    assert "A tax id has nine digits" in words
    assert 'value="Riverbend Family Medicine"' in words
    send(owner, "/practice/office/", {**OFFICE, "taxonomy": "207Q00000X"})
    send(owner, "/practice/sites/", {**SITE, **ADDRESS, "state": "Illinois"}, answers=422)
    send(owner, "/practice/sites/", {**SITE, **ADDRESS})
    site_id = first(r'href="/practice/sites/([0-9a-f-]{36})/"', text(owner, "/practice/sites/"))
    assert (
        "A new account needs this"
        in owner.post("/practice/staff/", {**OKAFOR, "site": site_id, "username": ""}).content.decode()
    )
    send(owner, "/practice/staff/", {**OKAFOR, "site": site_id, "npi": "123"}, answers=422)
    assert "okafor" not in text(owner, "/security/users/")
    send(owner, "/practice/staff/", {**OKAFOR, "site": site_id})
    member = first(r'href="(/practice/staff/[0-9a-f-]{36}/)"', text(owner, "/practice/staff/"))
    hours = first(r'href="(/scheduling/units/[0-9a-f-]{36}/hours/)"', text(owner, member))
    week = {**WEEK, "site": site_id, "valid_from": "t", "set": "yes"}
    for odd in ("Mon 8-7", "Mon", "Mon 8-12; only tea", "Mon 8-12\nMon 11-13"):
        send(owner, hours, {**week, "week": odd}, answers=422)
    send(owner, hours, week)
    send(owner, "/practice/sites/", {**SITE, **ADDRESS, "name": "Hill Road"})
    second = next(place.id for place in sites() if place.name == "Hill Road")
    again = owner.post(hours, {**week, "site": str(second)}).content.decode()
    assert "There are hours on Monday from 08:00 to 12:00 already." in again


@pytest.mark.parametrize(
    "text", ["soon", "2026-11-24T15:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-02-30T10:00Z"]
)
def test_a_time_that_was_never_offered_is_none(text: str) -> None:
    with pytest.raises(ValidationError, match="free times"):
        InstantField().clean(text)


def test_the_hours_of_the_office_are_on_its_cards() -> None:
    make_bookable_office()
    desk = signed_in("lind")
    assert "lun-vie 8:00-17:00" in text(desk, "/calls/cards/hours/?in=es")
    assert "Mon-Fri 8:00-17:00" in text(desk, "/calls/cards/hours/?in=vi")
