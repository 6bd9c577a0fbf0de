"""Devices on the screen: named, calibrated, and what they wrote attached from the page of the visit."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import attached_at, devices
from medoffice.clinic.devices.tests.makers import make_device, make_order, spirometry_file
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import results_of
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.documents.api import file_document, inbox, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
HERE = "/devices/"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office, make_patient(born=date(1971, 3, 2)))


@pytest.fixture
def ruiz(office: Office) -> Client:  # noqa: ARG001 - after the office
    return signed_in("ruiz")


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def sent(data: bytes, name: str = "ecg.pdf", **more: str) -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, data), "device": "", "taken": "", "said": "", **more}


def test_tl10_an_ecg_is_attached_by_key_with_what_was_read_off_it(visit: UUID, ruiz: Client) -> None:
    heart = make_device()
    assert 'data-key="y"' not in text(ruiz, f"/charting/{visit}/"), "nothing waits for a file"
    asked = make_order(visit)
    assert 'data-key="y"' in text(ruiz, f"/charting/{visit}/")
    form = f"{HERE}visit/{visit}/{asked}/"
    assert f'href="{form}" data-key="1"' in text(ruiz, f"{HERE}visit/{visit}/")
    page = text(ruiz, form)
    assert ("ECG, room 2, C12-0077" in page, "unverified" in page, "Heart rate, /min" in page) == (True, True, True)
    assert ruiz.post(form, {"device": str(heart)}).status_code == 422
    odd = ruiz.post(form, sent(b"MZ\x00\x00 a program", device=str(heart)))
    assert (odd.status_code, "program, no paper" in odd.content.decode()) == (422, True)
    late = {"device": str(heart), "taken": "11:30pm"}
    assert "still to come" in ruiz.post(form, sent(paper("ECG"), **late)).content.decode()
    assert order(asked).state is OrderState.ORDERED
    told = {"device": str(heart), "taken": "9:00", "ecg-rate": "61", "ecg-qtc": "412", "said": "sinus rhythm"}
    answer = ruiz.post(form, sent(paper("ECG"), **told))
    assert answer.status_code == 302
    (one,) = attached_at(visit)
    assert answer.headers["Location"] == f"/results/{one.report_id}/"
    assert [(each.words, each.value) for each in results_of([one.report_id])[one.report_id]] == [
        ("Heart rate", "61"), ("QTc interval", "412"), ("Interpretation", "sinus rhythm"),
    ]  # fmt: skip
    page = text(ruiz, answer.headers["Location"])
    assert ("calibrated 11/20/2026" in page, "Measured with C12-0077" in page, ">Paper<" in page) == (True, True, True)
    assert "C12-0077" in text(ruiz, f"/charting/{visit}/")
    assert ruiz.get(form).status_code == 404
    assert sign_in("okafor").get(answer.headers["Location"]).status_code == 200


def test_a_file_of_somebody_else_is_refused_on_the_screen_with_what_to_do(visit: UUID, ruiz: Client) -> None:
    form = f"{HERE}visit/{visit}/{make_order(visit, 'spirometry')}/"
    page = ruiz.post(form, sent(spirometry_file("", name="Bell,Thomas"), "x.csv"))
    words = page.content.decode()
    assert (page.status_code, "names another name" in words, "Attach it to whom it is of" in words) == (422, True, True)
    assert "Bell" not in words
    assert "names another name" in text(ruiz, HERE)


def test_devices_are_named_and_calibrated_by_key(office: Office, ruiz: Client) -> None:
    assert office.site_id
    petrov = signed_in("petrov")
    assert "No device is named yet" in text(ruiz, HERE)
    assert ruiz.get(f"{HERE}new/").status_code == 404
    new = {"name": "ECG, room 2", "model": "Cardio 12", "serial": "C12-0077", "measures": "ecg", "used": "on"}
    assert petrov.post(f"{HERE}new/", new | {"measures": ""}).status_code == 422
    page = petrov.post(f"{HERE}new/", new).headers["Location"]
    again = petrov.post(f"{HERE}new/", new)
    assert (again.status_code, "has this serial" in again.content.decode()) == (422, True)
    assert "nothing noted" in text(ruiz, HERE)
    assert ruiz.post(f"{page}calibrated/", {"on": "never", "words": ""}).status_code == 422
    assert ruiz.post(f"{page}calibrated/", {"on": "", "words": "10 mm per mV"}).status_code == 302
    assert "10 mm per mV" in text(ruiz, page)
    stale = petrov.post(page, new | {"version": "0"})
    assert stale.status_code == 422
    assert petrov.post(page, new | {"version": "1", "name": "ECG, room 3"}).status_code == 302
    (one,) = devices()
    assert (one.said.name, one.calibrated_on) == ("ECG, room 3", date(2026, 11, 24))


def test_a_tracing_that_came_as_a_paper_settles_the_order_when_it_is_filed(office: Office, visit: UUID) -> None:
    asked = make_order(visit)
    kept = take_in(actor=PROGRAM, door=Door.DEVICE, name="holter.pdf", data=paper("Holter"))
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == ""
    (waits,) = inbox(PROGRAM)
    filing = Filing("ecg", None, order(asked).patient_id, visit_id=visit, settles={"device": asked})
    file_document(actor=office.provider, document_id=waits.id, seen_version=waits.version, filing=filing)
    assert (order(asked).state, order(asked).result) == (OrderState.DONE, "On paper, filed on the chart")
