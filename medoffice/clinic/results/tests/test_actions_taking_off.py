"""What was filed on the wrong chart comes off it: struck there, in the tray again, and on the right one from there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import order, requisition
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.actions.attach_message import attach_message
from medoffice.clinic.results.api import reports_of, return_message, sign_report, take_off_chart
from medoffice.clinic.results.models import LabMessage, LabReport
from medoffice.clinic.results.tests.makers import messages, oru, take, the_report, versions
from medoffice.clinic.results.types import WITHDRAWN, MessageState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import Actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
HIGH = "NM|K^Potassium^L||5.9|mmol/L|3.5-5.1|H|||F"
WHY = "The specimen was hers, the label her sister's"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def ruiz(office: Office) -> Actor:  # noqa: ARG001 - the office's nurse
    return person("ruiz")


@pytest.fixture
def asked(office: Office) -> UUID:
    """An order of a patient, which went on paper and was answered."""
    made = make_requisition(office.provider, make_visit(office, make_patient()), make_laboratory(door=""), "TSH")
    number = f"{requisition(made).number}-1"
    take(oru(HIGH, placer=number))
    return made


def off(actor: Actor, why: str = WHY) -> list[UUID]:
    row = the_report()
    return take_off_chart(actor=actor, report_id=row.id, seen_version=row.version, why=why)


def test_it_is_struck_there_waits_in_the_tray_and_goes_on_the_right_chart(
    office: Office, asked: UUID, ruiz: Actor
) -> None:
    wrong = the_report()
    assert wrong.order_id is not None
    sign_report(actor=office.provider, report_id=wrong.id, seen_version=wrong.version)
    (came,) = off(ruiz)
    assert versions("Potassium") == [("5.9", "F", False), ("5.9", WITHDRAWN, True)]
    struck = the_report()
    assert (struck.status, struck.state, struck.level, WHY in struck.notes) == (WITHDRAWN, "to sign", 0, True)
    assert len(work("result-sign")) == 1, "whoever acted by it is told"
    (waiting,) = messages(MessageState.TRAY.value)
    assert (waiting.id, waiting.patient_id, len(work("lab-unmatched"))) == (came, None, 1)
    again = order(wrong.order_id)
    assert (again.state, again.result) == (OrderState.SENT, "")
    assert requisition(asked).due_at is not None
    other = make_patient("Quist", "Per")
    attach_message(actor=ruiz, message_id=came, seen_version=waiting.version, patient_id=other, why="she says so")
    (right,) = reports_of(office.provider, other, 9)
    assert (right.patient_id, right.order_id, right.status) == (other, None, "F")
    assert (work("lab-unmatched"), LabReport.objects.count()) == ([], 2)


def test_what_corrects_it_later_goes_to_the_right_one(office: Office, asked: UUID, ruiz: Actor) -> None:
    assert asked
    (came,) = off(ruiz)
    other = make_patient("Quist", "Per", sex="M")
    seen = LabMessage.objects.get(id=came).version
    attach_message(actor=ruiz, message_id=came, seen_version=seen, patient_id=other, why="she says so")
    said = HIGH.replace("5.9", "5.8").replace("|||F", "|||C")
    take(oru(said, control="M2", status="C", at="20261124111500-0600", who="Quist^Per||19680308|M"))
    (right,) = reports_of(office.provider, other, 9)
    assert right.corrected
    assert messages(MessageState.TRAY.value) == []


def test_it_may_be_given_back_instead(asked: UUID, ruiz: Actor) -> None:
    assert asked
    (came,) = off(ruiz)
    seen = LabMessage.objects.get(id=came).version
    return_message(actor=ruiz, message_id=came, seen_version=seen, told="Pat at the laboratory")
    assert [one.state for one in LabMessage.objects.all()] == [MessageState.RETURNED]


def test_with_a_reason_once_in_the_version_that_was_read_and_by_who_may(asked: UUID, ruiz: Actor) -> None:
    assert asked
    with pytest.raises(Invalid):
        off(ruiz, " ")
    with pytest.raises(NotFound):
        off(person("nox"))
    with pytest.raises(Refusal, match="meanwhile"):
        take_off_chart(actor=ruiz, report_id=the_report().id, seen_version=77, why=WHY)
    assert versions("Potassium") == [("5.9", "F", True)]
    off(ruiz)
    with pytest.raises(Refusal, match="meanwhile"):
        off(ruiz)


def test_the_screen_takes_it_off_and_asks_whose_it_is(asked: UUID, office: Office) -> None:
    assert asked
    assert office
    ruiz, row = signed_in("ruiz"), the_report()
    address = f"/results/{row.id}/"
    assert 'data-key="w" data-says="it is another patient' in ruiz.get(address).content.decode()
    wrong = ruiz.post(f"{address}take-off/", {"version": row.version})
    assert wrong.status_code == 422
    done = ruiz.post(f"{address}take-off/", {"version": row.version, "why": WHY})
    (waiting,) = messages(MessageState.TRAY.value)
    assert done.headers["Location"] == f"/results/tray/{waiting.id}/"
    page = ruiz.get(address).content.decode()
    assert "withdrawn" in page
    assert "Taken off this chart by Carmen Ruiz" in page
    assert 'data-key="w"' not in page
