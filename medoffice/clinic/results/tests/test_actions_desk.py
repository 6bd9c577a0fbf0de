"""What is done about results: critical ones, calls with their read-back, remarks, the patient told."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.tests.makers import make_numbered
from medoffice.clinic.results.api import note_entry, sign_report, tell_patient
from medoffice.clinic.results.jobs import raise_critical
from medoffice.clinic.results.queries.entries import entries_of
from medoffice.clinic.results.tests.makers import oru, take, the_report
from medoffice.clinic.results.types import Said
from medoffice.front_office.outreach.api import messages_of
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 17, tzinfo=UTC)
SIX_NINE = "NM|K^Potassium^L||6.9|mmol/L|3.5-5.1|HH|||F"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    visit = make_visit(office, make_patient(phone="2175550111"))
    make_numbered(office, visit, "O-1")
    return visit


@pytest.fixture
def nurse(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return person("ruiz")


def signed(office: Office) -> UUID:
    report = the_report()
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    return report.id


@pytest.mark.usefixtures("visit")
def test_a_critical_result_nobody_takes_up_is_raised_once(office: Office) -> None:
    take(oru(SIX_NINE, placer="O-1"))
    raise_critical()
    assert work("result-critical-late") == []
    with clock.frozen(NOW + timedelta(minutes=31)):
        raise_critical()
        raise_critical()
        told = "Critical result that its provider has not seen: Comprehensive metabolic"
        assert work("result-critical-late") == [told, told]
        assert len(work("result-critical")) == 1
        signed(office)
    assert work("result-critical-late") == work("result-critical") == []


@pytest.mark.usefixtures("visit")
def test_who_told_a_provider_with_the_read_back_has_done_it(nurse: Actor) -> None:
    take(oru(SIX_NINE, placer="O-1"))
    report_id = the_report().id
    with pytest.raises(Invalid) as refusal:
        note_entry(actor=nurse, report_id=report_id, what=Said.PROVIDER, whom="Dr Okafor")
    assert list(refusal.value.detail["fields"]) == ["read_back"]
    note_entry(actor=nurse, report_id=report_id, what=Said.HEARD, whom="Ms Bell, Prairie", words="6.9", read_back=True)
    note_entry(actor=nurse, report_id=report_id, what=Said.PROVIDER, whom="Dr Okafor", read_back=True)
    with clock.frozen(NOW + timedelta(hours=1)):
        raise_critical()
    assert work("result-critical-late") == []
    assert [(one.what, one.whom, one.read_back, one.by) for one in entries_of(report_id)] == [
        (Said.HEARD, "Ms Bell, Prairie", True, "Carmen Ruiz"),
        (Said.PROVIDER, "Dr Okafor", True, "Carmen Ruiz"),
    ]


@pytest.mark.usefixtures("visit")
def test_a_correction_begins_the_time_anew(office: Office) -> None:
    take(oru(SIX_NINE, placer="O-1"))
    signed(office)
    with clock.frozen(NOW + timedelta(hours=2)):
        worse = SIX_NINE.replace("6.9", "7.4").replace("|||F", "|||C")
        take(oru(worse, placer="O-1", control="M2", at="20261124130000-0600"))
        raise_critical()
        assert work("result-critical-late") == []
    with clock.frozen(NOW + timedelta(hours=3)):
        raise_critical()
        assert len(work("result-critical-late")) == 2


@pytest.mark.usefixtures("visit")
def test_the_patient_is_told_once_for_each_version_and_not_what_was_found(office: Office, nurse: Actor) -> None:
    take(oru(placer="O-1"))
    report = the_report()
    with pytest.raises(Refusal, match="No provider has signed this off"):
        tell_patient(actor=nurse, report_id=report.id)
    signed(office)
    first = tell_patient(actor=nurse, report_id=report.id)
    assert tell_patient(actor=nurse, report_id=report.id) == first
    (sent,) = messages_of(PROGRAM, report.patient_id)
    assert "Potassium" not in sent.body
    assert "5.1" not in sent.body
    otherwise = "NM|2823-3^Potassium^LN||6.0|mmol/L|3.5-5.1|H|||C"
    with clock.frozen(NOW + timedelta(hours=4)):
        take(oru(otherwise, control="M2", placer="O-1", at="20261124140000-0600"))
        signed(office)
        assert tell_patient(actor=nurse, report_id=report.id) != first


def test_what_a_label_keeps_is_not_told(office: Office, visit: UUID, nurse: Actor) -> None:
    take(oru(placer="O-1"))
    who, report_id = the_report().patient_id, signed(office)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.MINOR, why="asked for")
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked for")
    with pytest.raises((Refusal, NotFound)):
        tell_patient(actor=person("vega"), report_id=report_id)
    assert nurse


@pytest.mark.usefixtures("visit")
def test_what_is_noted_says_something_and_who_may(nurse: Actor) -> None:
    take(oru(placer="O-1"))
    act = partial(note_entry, report_id=the_report().id)
    for told in ({"what": Said.REMARK, "words": " "}, {"what": Said.PATIENT}):
        with pytest.raises(Invalid):
            act(actor=nurse, **told)
    with pytest.raises(NotFound):
        act(actor=nurse, what=Said.MESSAGE, whom="x")
    with pytest.raises(NotFound):
        act(actor=person("lind"), what=Said.REMARK, words="x")


@pytest.mark.usefixtures("visit")
def test_on_the_screen_one_key_signs_and_tells_and_numbers_remark(office: Office) -> None:
    take(oru(SIX_NINE, placer="O-1"))
    report = the_report()
    okafor = sign_in("okafor")
    page = okafor.get(f"/results/{report.id}/").content.decode()
    assert 'data-key="n"' in page
    assert "a provider knows by" in page
    address = f"/results/{report.id}/"
    okafor.post(f"{address}note/", {"what": "remark", "words": "Repeat the test at the next visit."})
    wrong = okafor.post(f"{address}note/", {"what": "provider told", "whom": "Dr Okafor"})
    assert wrong.status_code == 422
    assert "A critical result is read back" in wrong.content.decode()
    okafor.post(f"{address}sign/", {"version": str(the_report().version), "tell": "1"})
    assert [one.what for one in entries_of(report.id)] == [Said.REMARK, Said.MESSAGE]
    assert len(messages_of(PROGRAM, report.patient_id)) == 1
    assert "Repeat the test" in okafor.get(address).content.decode()
    assert office.provider_id
