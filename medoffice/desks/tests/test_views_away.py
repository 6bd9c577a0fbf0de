"""What changed while somebody was away, as far as they may know of it; the morning's sheet."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from medoffice.front_office.check_in.api import check_in
from medoffice.front_office.scheduling.api import confirm
from medoffice.front_office.scheduling.tests.makers import NOW, local, make_appointment, make_bookable_office
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.api import change_patient, patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.patients.types.people import PatientChanges
from medoffice.revenue.billing.api import take_payment
from medoffice.revenue.billing.types import Method
from medoffice.security.api import deny_subject, label_patient
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_bookable_office()


def test_what_others_did_since_my_last_act_of_what_my_job_may_do(office: Office) -> None:
    lind, vega, moreau = person("lind"), person("vega"), person("moreau")
    vale, quist = make_patient("Vale", "Ingrid"), make_patient("Quist", "Otto")
    mine, theirs = make_appointment(office, vale), make_appointment(office, quist, local(24, 9, 20))
    confirm(actor=lind, appointment_id=mine)
    clock.advance(timedelta(minutes=40))
    desk = sign_in("lind")
    assert "Nothing changed." in desk.get("/away/").content.decode()
    check_in(actor=vega, appointment_id=theirs, identity_checked="name, birth date")
    take_payment(actor=vega, patient_id=quist, amount=Money(2_500), method=Method.CASH)
    page = desk.get("/away/").content.decode()
    assert "Quist, Otto" in page
    assert "Check patients in and out" in page
    assert "Sol Vega" in page
    assert "Vale, Ingrid" not in page  # that was my own
    assert "You have done nothing here yet." in sign_in("moreau").get("/away/").content.decode()
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=quist, reason="her neighbour")
    assert "Quist" not in desk.get("/away/").content.decode()
    assert moreau.name not in page
    confirm(actor=lind, appointment_id=make_appointment(office, vale, local(24, 10)))
    assert "Nothing changed." in desk.get("/away/").content.decode()


def test_the_huddle_sheet_says_who_comes_with_what_and_where_the_gaps_are(office: Office) -> None:
    vale = make_patient("Vale", "Ingrid")
    change_patient(
        actor=PROGRAM,
        patient_id=vale,
        seen_version=patient(vale).version,
        changes=PatientChanges(fears="needles", language="pl", interpreter=True),
    )
    make_appointment(office, vale)
    ruiz = signed_in("ruiz")
    page = ruiz.get("/huddle/").content.decode()
    for words in ("Vale, Ingrid", "fears needles", "speaks Polish", "interpreter, Polish", "9:00 AM", "Free: 8:30 AM"):
        assert words in page, words
    assert "9:00 AM" not in page.split("Free: ")[1]
    assert signed_in("nox").get("/huddle/").status_code == 404
    label_patient(actor=PROGRAM, subject=vale, label=Label.VIP, why="the mayor")
    page = ruiz.get("/huddle/").content.decode()
    assert "Vale, Ingrid" in page
    assert "fears needles" not in page, "the record opens with a reason"
