"""What was attached is put right: values corrected or withdrawn, or struck as a whole; nothing of it is lost."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import (
    attach_file,
    attached_at,
    calibrations_of,
    correct_attached,
    device,
    note_calibration,
    set_up_device,
    strike_attached,
    strike_calibration,
)
from medoffice.clinic.devices.tests.makers import (
    HEART,
    LUNGS,
    make_attached,
    make_device,
    make_order,
    read_off,
    spirometry_file,
)
from medoffice.clinic.devices.types import Attached, Reading, ReadOff, SaidOfDevice
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import report, results_of, sign_report
from medoffice.clinic.results.types import ReportState, Result
from medoffice.kernel import clock
from medoffice.kernel.facts import deliver
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.api import documents_of
from medoffice.records.documents.tests.makers import make_mistake, paper, png
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
RATE = Reading("Heart rate", "16", "/min", code="ecg-rate", system="L")
SAID = Reading("Interpretation", "sinus rhythm", code="ecg-said", system="L")


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


def tracing(visit: UUID, nurse: Actor) -> Attached:
    """An ECG that was attached with a mistyped rate."""
    asked = make_order(visit)
    read = read_off(make_device(), RATE, SAID)
    attach_file(actor=nurse, order_id=asked, name="ecg.pdf", data=paper("Sinus rhythm"), read=read)
    (one,) = attached_at(visit)
    return one


def values(one: Attached) -> dict[str, Result]:
    return {each.words: each for each in results_of([one.report_id])[one.report_id]}


def test_tl10_a_mistyped_value_is_corrected_and_what_it_said_stays_to_be_read(
    office: Office, visit: UUID, nurse: Actor
) -> None:
    one = tracing(visit, nurse)
    sign_report(actor=office.provider, report_id=one.report_id, seen_version=report(one.report_id).version)
    more = (Reading("QTc interval", "412", "ms", code="ecg-qtc", system="L"),)
    correct_attached(
        actor=nurse, file_id=one.id, seen_version=report(one.report_id).version, more=more,
        values={values(one)["Heart rate"].key: "61"}, why="typed the wrong way round",
    )  # fmt: skip
    now = values(one)
    assert (now["Heart rate"].value, [each.value for each in now["Heart rate"].earlier]) == ("61", ["16"])
    assert (now["Interpretation"].status, now["Interpretation"].earlier) == ("F", ()), "it stays as it was"
    assert now["QTc interval"].value == "412"
    found = report(one.report_id)
    assert (found.state, found.corrected) == (ReportState.OPEN, True)
    assert "Corrected by Carmen Ruiz: typed the wrong way round" in found.notes
    assert order(one.order_id).state is OrderState.DONE
    correct_attached(
        actor=nurse, file_id=one.id, seen_version=found.version, values={now["QTc interval"].key: ""}, why="not read"
    )
    assert (values(one)["QTc interval"].cancelled, values(one)["Heart rate"].value) == (True, "61")


def test_what_does_not_say_why_or_changes_nothing_is_refused(visit: UUID, nurse: Actor) -> None:
    one = tracing(visit, nurse)
    seen, keys = report(one.report_id).version, [each.key for each in values(one).values()]

    def correct(said: dict[str, str], why: str = "wrong", version: int = seen, actor: Actor = nurse) -> None:
        correct_attached(actor=actor, file_id=one.id, seen_version=version, values=said, why=why)

    with pytest.raises(Invalid):
        correct({keys[0]: "61"}, why=" ")
    with pytest.raises(Conflict):
        correct({keys[0]: "61"}, version=seen - 1)
    with pytest.raises(Refusal, match="the values that stand"):
        correct({})
    with pytest.raises(Invalid, match="strike it as a whole"):
        correct(dict.fromkeys(keys, ""))
    with pytest.raises(NotFound):
        correct({keys[0]: "61"}, actor=person("lind"))
    with pytest.raises(NotFound):
        strike_attached(actor=nurse, file_id=new_id(), why="wrong")
    assert report(one.report_id).version == seen


def test_tl10_what_was_attached_wrong_is_struck_and_its_paper_may_be_attached_again(visit: UUID, nurse: Actor) -> None:
    one = tracing(visit, nurse)
    strike_attached(actor=nurse, file_id=one.id, why="the one of before the exercise")
    assert {each.status for each in values(one).values()} == {"W"}
    struck = order(one.order_id)
    assert (struck.state, "before the exercise" in struck.result) == (OrderState.REFUSED, True)
    (found,) = attached_at(visit)
    assert (found.struck_by, found.why) == ("Carmen Ruiz", "the one of before the exercise")
    with pytest.raises(Refusal, match="Carmen Ruiz struck this"):
        strike_attached(actor=nurse, file_id=one.id, why="again")
    lungs = set_up_device(actor=PROGRAM, said=LUNGS)
    with pytest.raises(Invalid, match="not in use for ECG"):
        make_attached(make_order(visit), paper("Sinus rhythm"), lungs)
    again = make_attached(make_order(visit), paper("Sinus rhythm"), make_second())
    assert again != one.report_id
    assert len(documents_of(nurse, one.patient_id)) == 1
    asked = make_order(visit, "spirometry")
    data = spirometry_file(patient(encounter(visit).patient_id).mrn)
    make_attached(asked, data)
    strike_attached(actor=nurse, file_id=attached_at(visit)[-1].id, why="of another order")
    make_attached(make_order(visit, "spirometry"), data)
    assert [bool(each.struck_by) for each in attached_at(visit)] == [True, False, True, False]


def make_second() -> UUID:
    """Another ECG machine."""
    return set_up_device(actor=PROGRAM, said=SaidOfDevice("ECG, room 3", "", "C12-0078", ("ecg",)))


def test_a_paper_that_leaves_the_chart_is_work_until_what_was_read_off_it_is_put_right(
    office: Office, visit: UUID, nurse: Actor
) -> None:
    one, third = tracing(visit, nurse), make_second()
    assert one.document_id
    elsewhere = make_order(make_visit(office, make_patient("Quist", "Per")))
    with pytest.raises(Refusal, match=f"attached as {one.number}"):
        make_attached(elsewhere, paper("Sinus rhythm"), third)
    make_mistake(one.document_id)
    deliver()
    (told,) = work("device-paper-left")
    assert one.number in told
    strike_attached(actor=nurse, file_id=one.id, why="another patient's")
    assert work("device-paper-left") == []
    with pytest.raises(Refusal, match="is entered in error"):
        make_attached(elsewhere, paper("Sinus rhythm"), third)


def test_a_paper_on_another_chart_is_said_to_be_there(office: Office, visit: UUID, nurse: Actor) -> None:
    one = tracing(visit, nurse)
    strike_attached(actor=nurse, file_id=one.id, why="another patient's")
    elsewhere = make_order(make_visit(office, make_patient("Quist", "Per")))
    with pytest.raises(Refusal, match="which is not this one"):
        make_attached(elsewhere, paper("Sinus rhythm"), make_second())


def test_calibrated_is_the_last_day_that_stands_and_is_not_after_what_was_taken(visit: UUID, nurse: Actor) -> None:
    heart = make_device(HEART, None)
    for on in (date(2026, 11, 20), date(2026, 11, 22), date(2026, 11, 24)):
        note_calibration(actor=nurse, device_id=heart, on=on, words="10 mm")
    latest, wrong, _ = calibrations_of(heart)
    with pytest.raises(Invalid):
        strike_calibration(actor=nurse, calibration_id=wrong.id, why=" ")
    strike_calibration(actor=nurse, calibration_id=wrong.id, why="that was the other one")
    with pytest.raises(Refusal, match="struck this"):
        strike_calibration(actor=nurse, calibration_id=wrong.id, why="again")
    with pytest.raises(NotFound):
        strike_calibration(actor=nurse, calibration_id=new_id(), why="x")
    assert device(heart).calibrated_on == latest.on
    assert [(one.struck_by, one.struck_why) for one in calibrations_of(heart)] == [
        ("", ""), ("Carmen Ruiz", "that was the other one"), ("", ""),
    ]  # fmt: skip
    read = ReadOff(heart, NOW - timedelta(days=1), (RATE,))
    attach_file(actor=nurse, order_id=make_order(visit), name="a.png", data=png(), read=read)
    assert attached_at(visit)[0].by.calibrated_on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("taken", "says"), [(b"2026-11-24 12:11", "still to come"), (b"9999-12-31 23:59", "no year in which devices")]
)
def test_a_clock_that_is_wrong_takes_no_file(visit: UUID, taken: bytes, says: str) -> None:
    asked = make_order(visit, "spirometry")
    data = spirometry_file(patient(encounter(visit).patient_id).mrn).replace(b"2026-11-24 10:05", taken)
    with pytest.raises(Refusal, match=says):
        make_attached(asked, data)
    read = ReadOff(make_device(), datetime(1989, 12, 31, tzinfo=UTC), ())
    with pytest.raises(Invalid, match="before 1990"):
        attach_file(actor=PROGRAM, order_id=make_order(visit), name="a.png", data=png(), read=read)
