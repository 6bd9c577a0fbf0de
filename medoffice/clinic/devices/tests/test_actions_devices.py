"""What a device wrote is attached to what was ordered: the order is done, its values wait, the file stays."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import (
    attach_file,
    attached_at,
    calibrations_of,
    device,
    note_calibration,
    set_up_device,
)
from medoffice.clinic.devices.models import DeviceCalibration, DeviceFile
from medoffice.clinic.devices.tests.makers import (
    HEART,
    LUNGS,
    make_attached,
    make_device,
    make_order,
    read_off,
    spirometry_file,
)
from medoffice.clinic.devices.types import By, Reading, SaidOfDevice
from medoffice.clinic.orders.api import order, place_order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import open_reports, report, results_of, sign_report
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.documents.api import documents_of
from medoffice.records.documents.tests.makers import paper, png
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office, make_patient(born=date(1971, 3, 2)))


@pytest.fixture
def nurse(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return person("ruiz")


def mrn(visit: UUID) -> str:
    return patient(encounter(visit).patient_id).mrn


def test_tl10_a_paper_does_the_order_and_is_a_result_to_sign_with_its_device(
    office: Office, visit: UUID, nurse: Actor
) -> None:
    heart, asked = make_device(), make_order(visit)
    rate = Reading("Heart rate", "61", "/min", code="ecg-rate", system="L")
    read = read_off(heart, rate, Reading("Interpretation", "sinus rhythm", code="ecg-said", system="L"))
    made = attach_file(actor=nurse, order_id=asked, name="ecg.pdf", data=paper("Sinus rhythm"), read=read)
    done = order(asked)
    assert (done.state, done.done_by) == (OrderState.DONE, "Carmen Ruiz")
    assert done.result == "ECG, file DF-10001: ECG, room 2, serial C12-0077, calibrated 11/20/2026"
    found = report(made)
    assert (found.laboratory, found.order_id, found.signer_id) == ("Office devices", asked, office.provider_id)
    assert "Attached by Carmen Ruiz" in found.notes
    values = results_of([made])[made]
    assert [(one.words, one.value, one.number is not None) for one in values] == [
        ("Heart rate", "61", True), ("Interpretation", "sinus rhythm", False),
    ]  # fmt: skip
    assert values[0].notes == "Measured with C12-0077"
    (filed,) = documents_of(nurse, found.patient_id)
    assert (filed.kind, filed.title, filed.encounter_id, filed.id) == ("ecg", "ECG", visit, values[0].document_id)
    assert [one.id for one in open_reports(office.provider, signer_id=office.provider_id)] == [made]
    assert [one.kind for one in work_items(office.provider) if one.kind == "result-sign"] == ["result-sign"]
    sign_report(actor=office.provider, report_id=made, seen_version=report(made).version)
    (one,) = attached_at(visit)
    assert (one.report_id, one.by, one.attached_by) == (
        made, By("ECG, room 2", "C12-0077", date(2026, 11, 20)), "Carmen Ruiz",
    )  # fmt: skip


def test_tl10_a_file_in_the_offices_layout_brings_its_values_and_its_device(visit: UUID, nurse: Actor) -> None:
    asked = make_order(visit, "spirometry")
    made = make_attached(asked, spirometry_file(mrn(visit)), actor=nurse)
    values = {one.words: one for one in results_of([made])[made]}
    assert (values["FEV1"].value, values["FEV1"].unit, values["FEV1"].range) == ("2.91", "L", ">= 2.60")
    assert (values["FEV1/FVC"].code, values["FEV1/FVC"].system, values["FEV1/FVC"].level) == ("own-1", "99DEV", 1)
    (one,) = attached_at(visit)
    assert (one.by, one.taken_at) == (By("SpiroLite", "SL-4411", date(2026, 11, 24)), NOW - timedelta(minutes=115))
    assert bytes(DeviceFile.objects.get().data or b"") == spirometry_file(mrn(visit)), "as it came"
    with pytest.raises(Refusal, match="came before, as DF-10001"):
        make_attached(make_order(visit, "spirometry"), spirometry_file(mrn(visit)))


def test_what_the_office_knows_of_a_serial_fills_in_what_a_file_leaves_out(visit: UUID) -> None:
    make_device(SaidOfDevice("Spirometer, lab", "", "SL-4411", ("spirometry",)), date(2026, 11, 23))
    data = spirometry_file(mrn(visit)).replace(b"calibrated,2026-11-24\n", b"")
    make_attached(make_order(visit, "spirometry"), data)
    assert attached_at(visit)[0].by == By("Spirometer, lab", "SL-4411", date(2026, 11, 23))


@pytest.mark.parametrize(
    ("mine", "said", "says"),
    [
        (True, {"name": "Bell,Thomas"}, "names another name"),
        (True, {"born": "1971-03-03"}, "names another birth date"),
        (False, {"name": ""}, "does not surely say whose it is"),
    ],
)
def test_a_file_of_somebody_else_is_refused_and_kept(visit: UUID, mine: bool, said: dict[str, str], says: str) -> None:
    asked = make_order(visit, "spirometry")
    data = spirometry_file(mrn(visit) if mine else "", **said)
    with pytest.raises(Refusal, match=says):
        make_attached(asked, data)
    assert (order(asked).state, attached_at(visit)) == (OrderState.ORDERED, [])
    kept = DeviceFile.objects.get()
    assert (kept.state, bytes(kept.data or b"")) == ("refused", data)
    assert says in kept.why


def test_files_that_are_odd_or_of_another_service_keep_the_order_open(visit: UUID) -> None:
    heart, asked = make_device(), make_order(visit)
    with pytest.raises(Refusal, match="a file of Spirometry; ECG was ordered"):
        make_attached(asked, spirometry_file(mrn(visit)))
    with pytest.raises(Refusal, match="does not say"):
        make_attached(asked, b"medoffice device file,1\n")
    with pytest.raises(Refusal, match="no kind of file"):
        make_attached(asked, b"\x00\x01\x02nothing", heart)
    with pytest.raises(Invalid):
        make_attached(asked, b"", heart)
    with pytest.raises(Invalid, match="say which"):
        make_attached(asked, png())
    with clock.frozen(NOW + timedelta(hours=1)):
        later = read_off(heart)
    with pytest.raises(Invalid, match="still to come"):
        attach_file(actor=PROGRAM, order_id=asked, name="a.png", data=png(), read=later)
    assert order(asked).state is OrderState.ORDERED
    make_attached(asked, png(), heart)
    assert order(asked).state is OrderState.DONE
    with pytest.raises(Refusal, match="settled this order"):
        make_attached(asked, png(9, 9), heart)
    with pytest.raises(Refusal, match="on a chart already"):
        make_attached(make_order(visit), png(), heart)


def test_who_may_not_attaches_nothing_and_other_orders_wait_for_no_file(visit: UUID, nurse: Actor) -> None:
    asked, heart = make_order(visit), make_device()
    other = place_order(actor=PROGRAM, encounter_id=visit, key="rapid_strep", words="Strep")
    deny_subject(actor=PROGRAM, user_id=nurse.id, subject=encounter(visit).patient_id, reason="her sister")
    for actor, waits in ((person("lind"), asked), (nurse, asked), (PROGRAM, other), (PROGRAM, new_id())):
        with pytest.raises(NotFound):
            make_attached(waits, png(), heart, actor)
    assert attached_at(visit) == []


def test_a_device_is_named_once_by_its_serial_and_its_calibrations_never_change(office: Office, nurse: Actor) -> None:
    made = make_device(LUNGS, None)
    assert device(made).calibrated_on is None
    with pytest.raises(Invalid):
        set_up_device(actor=PROGRAM, said=LUNGS)
    with pytest.raises(Invalid):
        set_up_device(actor=PROGRAM, said=SaidOfDevice("", "", "X", ("weight",)))
    with pytest.raises(Conflict):
        set_up_device(actor=PROGRAM, said=LUNGS, device_id=made, seen_version=0)
    with pytest.raises(NotFound):
        set_up_device(actor=office.provider, said=HEART)
    with pytest.raises(NotFound):
        set_up_device(actor=PROGRAM, said=HEART, device_id=new_id())
    with pytest.raises(Invalid):
        note_calibration(actor=nurse, device_id=made, on=date(2026, 11, 25), words="")
    with pytest.raises(NotFound):
        note_calibration(actor=nurse, device_id=new_id(), on=date(2026, 11, 20), words="")
    for on in (date(2026, 11, 24), date(2026, 11, 20)):
        note_calibration(actor=nurse, device_id=made, on=on, words="3 L")
    assert device(made).calibrated_on == date(2026, 11, 24)
    assert [one.on.day for one in calibrations_of(made)] == [24, 20]
    with pytest.raises(DatabaseError), transaction.atomic():
        DeviceCalibration.objects.update(by="somebody else")
