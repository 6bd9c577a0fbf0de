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
from medoffice.clinic.results.api import reports_of, return_message, sign_report, take_off_chart, tray
from medoffice.clinic.results.models import LabMessage, LabReport
from medoffice.clinic.results.tests.makers import messages, oru, take, the_report, versions
from medoffice.clinic.results.types import WITHDRAWN, MessageState
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

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


def test_it_does_not_go_back_on_the_chart_it_came_off_by_one_key_or_by_itself(asked: UUID, ruiz: Actor) -> None:
    who = requisition(asked).patient_id
    (came,) = off(ruiz)
    page = sign_in("ruiz").get(f"/results/tray/{came}/").content.decode()
    assert "came off this chart" in page
    assert 'data-key="a"' not in page
    seen = LabMessage.objects.get(id=came).version
    with pytest.raises(Invalid, match="taken off this chart"):
        attach_message(actor=ruiz, message_id=came, seen_version=seen, patient_id=who)
    corrected = HIGH.replace("5.9", "5.8").replace("|||F", "|||C")
    number = f"{requisition(asked).number}-1"
    take(oru(corrected, control="M2", status="C", at="20261124111500-0600", placer=number))
    assert len(messages(MessageState.TRAY.value)) == 2, "the laboratory still names the wrong one"
    assert the_report().status == WITHDRAWN
    attach_message(actor=ruiz, message_id=came, seen_version=seen, patient_id=who, why="It was hers after all")
    assert (the_report().status, the_report().state) == ("F", "to sign")
    assert versions("Potassium")[-1] == ("5.9", "F", True), "what was taken off by mistake stands again"


def test_two_who_take_it_off_at_once_take_it_off_once(asked: UUID, ruiz: Actor) -> None:
    row = the_report()
    assert asked
    take_off_chart(actor=ruiz, report_id=row.id, seen_version=row.version, why=WHY)
    with pytest.raises(Refusal, match="Carmen Ruiz changed this meanwhile"):
        take_off_chart(actor=person("vega"), report_id=row.id, seen_version=row.version, why=WHY)
    assert (len(work("lab-unmatched")), len(messages(MessageState.TRAY.value))) == (1, 1)


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


def test_who_may_not_know_of_the_patient_neither_takes_it_off_nor_sees_it_wait(asked: UUID, ruiz: Actor) -> None:
    who, lind = requisition(asked).patient_id, person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her sister")
    with pytest.raises(NotFound):
        off(lind)
    off(ruiz)
    assert (tray(lind), len(tray(ruiz))) == ([], 1)
    client = sign_in("lind")
    (waiting,) = messages(MessageState.TRAY.value)
    assert client.get(f"/results/tray/{waiting.id}/").status_code == 404
    typed = {"version": waiting.version, "patient": str(make_patient("Quist", "Per")), "why": "x"}
    assert client.post(f"/results/tray/{waiting.id}/", typed).status_code == 404
    assert client.post(f"/results/{the_report().id}/take-off/", {"version": 1, "why": "x"}).status_code == 404


def test_a_form_sent_twice_takes_it_off_once_and_the_back_button_is_told(asked: UUID, ruiz: Actor) -> None:
    assert asked
    assert ruiz
    client, row = sign_in("ruiz"), the_report()
    typed = {"version": row.version, "why": WHY, "once": new_id().hex}
    first, second = (client.post(f"/results/{row.id}/take-off/", typed) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    again = client.post(f"/results/{row.id}/take-off/", {**typed, "once": new_id().hex})
    assert (again.status_code, "meanwhile" in again.content.decode()) == (422, True)
    assert len(work("lab-unmatched")) == 1
