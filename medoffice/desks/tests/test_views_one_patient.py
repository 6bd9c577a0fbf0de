"""The page of a patient and of a visit: each key leads to one place, and the address is the whole one."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.front_office.scheduling.tests.makers import NOW, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.practice.types import Address
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientName
from medoffice.security.api import add_user
from medoffice.security.tests.makers import PASSWORD, sign_in, signed_in
from medoffice.security.types import PROGRAM, SYSTEM, Role

pytestmark = pytest.mark.django_db
ELM = Address("12 Elm Street", "Riverbend", "IL", "62799", line2="Apt 19")


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def doubled(page: str) -> dict[str, int]:
    """Keys that stand at more than one thing of a page; those of a row are live at their row only."""
    tags = re.findall(r"<[a-z]+[^>]* data-key=\"[^>]*>", page)
    found = (re.search(r'data-key="([^"]+)"', tag) for tag in tags if "data-at-row" not in tag)
    keys = Counter(one[1] for one in found if one)
    return {key: count for key, count in keys.items() if count > 1}


@pytest.mark.parametrize("born", [date(1968, 3, 8), date(2020, 3, 2)])  # a child has a growth chart besides
@pytest.mark.parametrize("roles", [[one.value for one in Role if one not in SYSTEM], ["provider"], ["secretary"]])
def test_each_key_leads_to_one_place(office: Office, roles: list[str], born: date) -> None:
    who = make_patient(born=born)
    visit = make_visit(office, who)
    add_user(actor=PROGRAM, username="all", name="Noor Haile", roles=roles, password=PASSWORD)
    client = sign_in("all")
    for address in (f"/patient/{who}/", f"/charting/{visit}/", f"/charting/chart/{who}/"):
        answer = client.get(address)
        assert answer.status_code in (200, 404), address
        assert doubled(answer.content.decode()) == {}, address


def test_the_apartment_stands_wherever_the_address_is_read_to_the_patient(office: Office) -> None:
    who = register_patient(
        actor=PROGRAM, name=PatientName("Vale", "Ingrid"), sex="F", birth_date=date(1968, 3, 8), address=ELM
    )
    booked = make_appointment(office, who)
    lind = signed_in("lind")
    for address in (f"/patient/{who}/", f"/front/check-in/{booked}/"):
        assert "Apt 19" in lind.get(address).content.decode(), address
