"""A patient who is booked today is told as due, with why and in their own words, wherever their page is opened."""

from collections.abc import Iterator

import pytest

from medoffice.front_office.calls.tests.makers import make_call
from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import make_confidential
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
SAID = "It hurts when I lift my arm, since the garden"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def test_who_is_due_today_is_due_with_the_reason_and_the_words_of_the_call(office: Office) -> None:
    who = make_patient()
    booked = make_appointment(
        office, who, local(24, 10, 20), reason="shoulder", call_id=make_call(SAID, patient_id=who)
    )
    okafor, lind = sign_in("okafor"), signed_in("lind")
    pages = [(okafor, f"/charting/chart/{who}/"), (okafor, f"/patient/{who}/"), (lind, f"/patient/{who}/")]
    for client, address in pages:
        page = client.get(address).content.decode()
        assert "Not here today" not in page
        for words in ("Due at 10:20 AM", "shoulder", SAID, "Ingrid Vale, on the telephone"):
            assert words in page, (address, words)
    check_in(actor=PROGRAM, appointment_id=booked, identity_checked="name, birth date")
    page = okafor.get(f"/charting/chart/{who}/").content.decode()
    assert "Here today" in page
    assert "Due at" not in page
    assert SAID in page


def test_of_a_confidential_visit_neither_reason_nor_words_are_told(office: Office) -> None:
    who = make_patient()
    call = make_call(SAID, patient_id=who)
    booked = make_appointment(office, who, local(24, 10, 20), reason="shoulder", call_id=call)
    make_confidential(actor=PROGRAM, visit_id=booked, label=Label.PART2, why="asked for")
    page = signed_in("lind").get(f"/patient/{who}/").content.decode()
    assert "shoulder" not in page
    assert SAID not in page


def test_who_is_booked_another_day_is_not_here(office: Office) -> None:
    who = make_patient()
    make_appointment(office, who, local(25, 10, 20), reason="shoulder")
    assert "Not here today" in sign_in("okafor").get(f"/charting/chart/{who}/").content.decode()
