"""Devices on the screen: named, calibrated, and what they wrote attached from the page of the visit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import attached_at, calibrations_of, devices
from medoffice.clinic.devices.tests.makers import make_attached, make_device, make_order, spirometry_file
from medoffice.clinic.devices.types import SaidOfDevice
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import report, results_of
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.documents.api import file_document, inbox, look_into, take_in
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Door, Filing
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
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
    assert 'data-key="a"' not in text(ruiz, f"/charting/{visit}/"), "nothing waits for a file"
    asked = make_order(visit)
    assert 'data-key="a"' in text(ruiz, f"/charting/{visit}/")
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
    for again in (ruiz.get(form), ruiz.post(form, sent(paper("ECG"), **told))):
        assert again.headers["Location"] == f"/results/{one.report_id}/", "the same form again"
    assert sign_in("okafor").get(answer.headers["Location"]).status_code == 200


def test_a_file_of_somebody_else_is_refused_on_the_screen_with_what_to_do(visit: UUID, ruiz: Client) -> None:
    form = f"{HERE}visit/{visit}/{make_order(visit, 'spirometry')}/"
    page = ruiz.post(form, sent(spirometry_file("", name="Bell,Thomas"), "x.csv"))
    words = page.content.decode()
    assert (page.status_code, "names another name" in words, "Attach it to whom it is of" in words) == (422, True, True)
    assert "Bell" not in words
    shown = text(ruiz, HERE)
    assert ("names another name" in shown, "x.csv" in shown) == (True, False), "its name may be a patient's"


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
    who, other = order(asked).patient_id, make_order(make_visit(office, make_patient("Quist", "Per")))
    signed = Filing("ecg", None, who, visit_id=visit, settles={"device": asked}, signer_id=office.provider_id)
    for wrong, says in (
        (replace(signed, signer_id=None), "who signs it off"),
        (replace(signed, settles={"device": other}), "somebody else's"),
    ):
        with pytest.raises(Refusal, match=says), transaction.atomic():
            file_document(actor=office.provider, document_id=waits.id, seen_version=waits.version, filing=wrong)
    file_document(actor=office.provider, document_id=waits.id, seen_version=waits.version, filing=signed)
    assert (order(asked).state, order(asked).result) == (OrderState.DONE, "On paper, filed on the chart")


def test_tl10_what_was_attached_is_corrected_and_struck_on_its_page(office: Office, visit: UUID, ruiz: Client) -> None:
    make_attached(make_order(visit, "spirometry"), spirometry_file(patient(encounter(visit).patient_id).mrn))
    (one,) = attached_at(visit)
    page = f"{HERE}visit/{visit}/file/{one.id}/"
    assert f'href="{page}"' in text(ruiz, f"/charting/{visit}/")
    shown = text(ruiz, page)
    assert ("FEV1, L" in shown, "FVC, L" in shown, f'href="/results/{one.report_id}/" data-key="r"' in shown) == (
        True, True, True,
    )  # fmt: skip
    seen = {"version": str(report(one.report_id).version), "value-0": "64", "value-1": "2.81", "why": "misread"}
    assert ruiz.post(f"{page}correct/", seen | {"why": ""}).status_code == 422
    assert ruiz.post(f"{page}correct/", seen | {"version": "0"}).status_code == 422
    assert ruiz.post(f"{page}correct/", seen | {"value-1": "much"}).status_code == 422
    assert ruiz.post(f"{page}correct/", seen | {"spiro-fvc": "4.5"}).status_code == 302
    now = {each.words: each for each in results_of([one.report_id])[one.report_id]}
    assert [(now[each].value, now[each].status) for each in ("FEV1", "FEV1/FVC", "FVC")] == [
        ("2.81", "C"), ("64", "F"), ("4.5", "C"),
    ]  # fmt: skip
    assert ruiz.post(f"{page}strike/", {"why": ""}).status_code == 422
    assert ruiz.post(f"{page}strike/", {"why": "of another visit"}).status_code == 302
    shown = text(ruiz, page)
    assert ("Struck by Carmen Ruiz" in shown, "Strike it" in shown) == (True, False)
    assert "withdrawn" in text(ruiz, f"/results/{one.report_id}/")
    elsewhere = make_visit(office, make_patient("Quist", "Per"))
    assert ruiz.get(f"{HERE}visit/{elsewhere}/file/{one.id}/").status_code == 404


def test_of_several_devices_none_is_guessed_and_a_calibration_is_struck(visit: UUID, ruiz: Client) -> None:
    heart = make_device()
    make_device(SaidOfDevice("ECG, room 3", "", "C12-0078", ("ecg",)), None)
    form = f"{HERE}visit/{visit}/{make_order(visit)}/"
    assert "Choose the device" in text(ruiz, form)
    page = ruiz.post(form, sent(paper("ECG")))
    assert (page.status_code, "say which" in page.content.decode()) == (422, True)
    (wrong,) = calibrations_of(heart)
    strike = f"{HERE}calibration/{wrong.id}/"
    assert f'href="{strike}"' in text(ruiz, f"{HERE}{heart}/")
    assert "11/20/2026" in text(ruiz, strike)
    assert ruiz.post(strike, {"why": ""}).status_code == 422
    assert ruiz.post(strike, {"why": "the other one"}).status_code == 302
    shown = text(ruiz, f"{HERE}{heart}/")
    assert ("the other one" in shown, f'href="{strike}"' in shown) == (True, False)
