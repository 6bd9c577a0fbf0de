"""Setting the office up: what is entered, corrected and refused."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from medoffice.kernel import clock
from medoffice.kernel.ids import npi_from
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import (
    add_payer,
    add_room,
    add_site,
    add_staff,
    change_payer,
    change_site,
    change_staff,
    close_site,
    closures,
    exam_rooms,
    is_closed,
    office_zone,
    open_site,
    payer,
    payer_by_key,
    payer_by_number,
    payers,
    practice,
    practice_is_set_up,
    providers,
    set_up_practice,
    site,
    sites,
    staff,
    staff_member,
    staff_of_user,
    today_here,
)
from medoffice.practice.tests.makers import ADDRESS, Office, make_office, make_payer, make_site
from medoffice.practice.types import NewAccount
from medoffice.security.api import users
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Role

pytestmark = pytest.mark.django_db
PRACTICE: dict[str, Any] = {
    "name": "Riverbend Family Medicine",
    "npi": npi_from("199999998"),
    "tax_id": "99-9999999",
    "taxonomy": "207Q00000X",
    "phone": "217-555-0100",
    "address": ADDRESS,
}
SITE: dict[str, Any] = {
    "name": "Hill Road",
    "zone": "America/Denver",
    "phone": "",
    "address": ADDRESS,
    "npi": npi_from("199999997"),
    "place_of_service": "11",
}
PAYER: dict[str, Any] = {
    "name": "State Plan",
    "number": "99902",
    "filing_code": "MC",
    "timely_filing_days": 365,
    "phone": "",
    "address": ADDRESS,
}


def member(office: Office, **typed: Any) -> dict[str, Any]:  # noqa: ANN401 - fields of a person
    person: dict[str, Any] = {
        "name": "Sol Vega",
        "family_name": "Vega",
        "credentials": "",
        "is_provider": False,
        "npi": "",
        "taxonomy": "",
        "site_id": office.site_id,
    }
    return {**person, **typed}


def test_there_is_one_practice_which_is_corrected_in_place() -> None:
    assert not practice_is_set_up()
    with pytest.raises(Refusal):
        practice()
    first = set_up_practice(actor=PROGRAM, **PRACTICE)
    assert set_up_practice(actor=PROGRAM, **{**PRACTICE, "phone": "217-555-0199"}) == first
    assert practice().phone == "217-555-0199"


@pytest.mark.parametrize(
    ("field", "value"), [("name", " "), ("npi", "1999999980"), ("tax_id", "12"), ("taxonomy", "doctor")]
)
def test_a_practice_that_no_claim_can_name_is_refused(field: str, value: str) -> None:
    with pytest.raises(Invalid) as refusal:
        set_up_practice(actor=PROGRAM, **{**PRACTICE, field: value})
    assert list(refusal.value.detail["fields"]) == [field]
    assert not practice_is_set_up()


def test_in_the_evening_the_day_is_the_offices_with_and_without_a_screen() -> None:
    clock.freeze(datetime(2026, 11, 25, 2, 0, tzinfo=UTC))
    assert today_here() == date(2026, 11, 25)  # there is no site yet
    add_site(actor=PROGRAM, key="hill-road", **SITE)
    assert today_here() == date(2026, 11, 24)
    with timezone.override(ZoneInfo("Asia/Tokyo")):
        assert today_here() == date(2026, 11, 25)


def test_sites_are_added_and_corrected_and_the_first_gives_the_office_its_day() -> None:
    assert str(office_zone()) == "UTC"
    made = add_site(actor=PROGRAM, key="hill-road", **SITE)
    assert str(office_zone()) == "America/Denver"
    with pytest.raises(Refusal):
        add_site(actor=PROGRAM, key="hill-road", **SITE)
    for field, value in (("zone", "Mars/Base"), ("name", ""), ("npi", "12")):
        with pytest.raises(Invalid) as refusal:
            change_site(actor=PROGRAM, site_id=made, **{**SITE, field: value})
        assert list(refusal.value.detail["fields"]) == [field]
    change_site(actor=PROGRAM, site_id=made, **{**SITE, "name": "Hill Street"})
    assert (site(made).name, site(made).key, len(sites())) == ("Hill Street", "hill-road", 1)


def test_rooms_have_names_of_their_own_within_a_site() -> None:
    first, second = make_site("Bridge Street"), make_site("Hill Road")
    for place in (first, second):
        add_room(actor=PROGRAM, site_id=place, name=" Room 1 ")
    with pytest.raises(Refusal):
        add_room(actor=PROGRAM, site_id=first, name="Room 1")
    with pytest.raises(Invalid):
        add_room(actor=PROGRAM, site_id=first, name=" ")
    with pytest.raises(NotFound):
        add_room(actor=PROGRAM, site_id=UUID(int=0), name="Room 1")
    assert [room.name for room in exam_rooms(first)] == ["Room 1"]


def test_a_closed_day_has_a_reason_and_can_be_opened_again() -> None:
    place, day = make_site("Bridge Street"), date(2026, 11, 26)
    with pytest.raises(Invalid):
        close_site(actor=PROGRAM, site_id=place, on=day, reason="")
    closed = close_site(actor=PROGRAM, site_id=place, on=day, reason="Thanksgivin")
    assert close_site(actor=PROGRAM, site_id=place, on=day, reason="Thanksgiving") == closed
    assert is_closed(place, day) == "Thanksgiving"
    assert [closure.on for closure in closures([place], day)] == [day]
    assert closures([place], date(2026, 11, 27)) == []
    open_site(actor=PROGRAM, closure_id=closed)
    assert is_closed(place, day) is None


def test_staff_come_with_an_account_of_their_own_or_a_new_one() -> None:
    office = make_office()
    account = NewAccount("vega", (Role.SPECIALIST,))
    made = add_staff(actor=PROGRAM, key="vega", user_id=None, account=account, **member(office))
    user = staff_member(made).user_id
    assert user is not None
    assert staff_of_user(user) == staff_member(made)
    assert [found.roles for found in users() if found.id == user] == [["specialist"]]
    with pytest.raises(Refusal) as refusal:
        add_staff(actor=PROGRAM, key="twin", user_id=user, **member(office, name="Twin"))
    assert refusal.value.code == "account-taken"


def test_a_person_who_is_refused_gets_no_account_either() -> None:
    office = make_office()
    before = len(users())
    account = NewAccount("vega", (Role.PROVIDER,))
    for wrong in ({"npi": "123"}, {"name": " "}, {"is_provider": True}):
        with pytest.raises(Invalid):
            add_staff(actor=PROGRAM, key="vega", user_id=None, account=account, **member(office, **wrong))
    with pytest.raises(Refusal):
        add_staff(actor=PROGRAM, key="okafor", user_id=None, account=account, **member(office))
    assert len(users()) == before
    assert [found.family_name for found in staff()] == ["Okafor"]


def test_a_person_is_corrected_and_keeps_key_and_account() -> None:
    office = make_office()
    who = staff_member(office.provider_id)
    typed = member(
        office, name="Adaeze Okafor", family_name="Okafor", is_provider=True, npi=who.npi, taxonomy=who.taxonomy
    )
    change_staff(actor=PROGRAM, staff_id=who.id, **typed)
    now = staff_member(who.id)
    assert (now.name, now.key, now.user_id) == ("Adaeze Okafor", who.key, who.user_id)
    assert [provider.id for provider in providers(office.site_id)] == [who.id]
    with pytest.raises(Invalid):
        change_staff(actor=PROGRAM, staff_id=who.id, **{**typed, "npi": ""})


@pytest.mark.parametrize(
    ("field", "value"), [("name", ""), ("number", "  "), ("timely_filing_days", 0), ("timely_filing_days", 5_000)]
)
def test_a_payer_that_no_claim_can_reach_is_refused(field: str, value: object) -> None:
    with pytest.raises(Invalid) as refusal:
        add_payer(actor=PROGRAM, key="state", **{**PAYER, field: value})
    assert list(refusal.value.detail["fields"]) == [field]
    assert payers() == []


def test_payers_are_known_by_key_and_number_and_a_blank_is_nobody() -> None:
    prairie = make_payer()
    with pytest.raises(Refusal):
        add_payer(actor=PROGRAM, key="other", **{**PAYER, "number": "99901"})
    state = add_payer(actor=PROGRAM, key="state", **PAYER)
    with pytest.raises(Refusal):
        change_payer(actor=PROGRAM, payer_id=state, **{**PAYER, "number": " 99901 "})
    change_payer(actor=PROGRAM, payer_id=state, **{**PAYER, "timely_filing_days": 180})
    assert payer(state).timely_filing_days == 180
    assert payer_by_key("state").id == payer_by_number("99902").id == state
    assert payer_by_number("99901").id == prairie
    with pytest.raises(NotFound):
        payer_by_number("")


def test_only_leaders_set_the_office_up() -> None:
    lind = person("lind")
    petrov = person("petrov")
    with pytest.raises(NotFound):
        set_up_practice(actor=lind, **PRACTICE)
    with pytest.raises(NotFound):
        add_site(actor=lind, key="hill-road", **SITE)
    set_up_practice(actor=petrov, **PRACTICE)
    add_site(actor=petrov, key="hill-road", **SITE)
    assert [place.key for place in sites()] == ["hill-road"]
