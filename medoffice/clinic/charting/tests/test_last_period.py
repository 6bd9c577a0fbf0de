"""The last menstrual period: asked at rooming of whom it concerns, kept with what was measured, and shown."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import last_period_of, record_vitals, takings_of, vitals_of
from medoffice.clinic.charting.rules.flowsheet import flowsheet
from medoffice.clinic.charting.rules.periods import check_last_period, may_be_pregnant
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import Vitals
from medoffice.kernel import clock
from medoffice.kernel.findings import Severity
from medoffice.kernel.refusals import Invalid
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM, Label
from medoffice.ui.tests.pages import form_with

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
TODAY = date(2026, 11, 24)
BORN = date(1996, 3, 2)
BEGAN = date(2026, 10, 30)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def who(office: Office) -> UUID:  # noqa: ARG001 - an office to be a patient of
    return make_patient("Quist", "Marisol", born=BORN)


@pytest.mark.parametrize(
    ("sex", "born", "asked"),
    [
        ("F", BORN, True),
        ("M", BORN, False),
        ("U", BORN, False),
        ("F", date(2014, 11, 24), True),
        ("F", date(2014, 11, 25), False),
        ("F", date(1975, 11, 25), True),
        ("F", date(1975, 11, 24), False),
        ("F", date(2027, 1, 1), False),
    ],
)
def test_of_whom_it_is_asked(sex: str, born: date, asked: bool) -> None:
    assert may_be_pregnant(sex, born, TODAY) is asked


@pytest.mark.parametrize(
    ("began", "code"),
    [
        (None, ""),
        (TODAY, ""),
        (BEGAN, ""),
        (date(2026, 11, 25), "last-period-future"),
        (date(2025, 11, 25), ""),
        (date(2025, 11, 24), "last-period-long-ago"),
        (date(2021, 11, 24), "last-period-too-long-ago"),
        (date(2004, 3, 1), "last-period-too-young"),
        (date(1990, 1, 1), "last-period-too-young"),
    ],
)
def test_which_days_cannot_be(began: date | None, code: str) -> None:
    found = check_last_period(began, BORN, TODAY)
    assert [one.code for one in found] == [code] * bool(code)
    assert all((one.severity is Severity.WARNING) == (code == "last-period-long-ago") for one in found)


def test_it_is_kept_with_what_was_measured_and_the_latest_that_was_said_counts(office: Office, who: UUID) -> None:
    first = make_visit(office, who)
    record_vitals(actor=person("ruiz"), encounter_id=first, vitals=Vitals(pulse=70, last_period=BEGAN))
    with clock.frozen(NOW + timedelta(days=20)):
        record_vitals(actor=PROGRAM, encounter_id=make_visit(office, who), vitals=Vitals(pulse=72))
        found = last_period_of(office.provider, who)
    assert found is not None
    assert (found.began, found.encounter_id, found.noted_on) == (BEGAN, first, TODAY)
    sheet = flowsheet(takings_of(office.provider, who), BORN)
    assert [one.label for one in sheet.columns] == ["Pulse", "LMP"]
    assert [line.cells[1].words for line in sheet.lines] == ["", "10/30/2026"]
    label_visit(actor=office.provider, subject=who, things=[first], label=Label.PART2, why="treatment")
    assert last_period_of(person("chen"), who) is None


@pytest.mark.parametrize("began", [date(2026, 12, 1), date(2016, 10, 30)])
def test_a_day_that_cannot_be_is_refused_at_its_field(office: Office, who: UUID, began: date) -> None:
    visit = make_visit(office, who)
    with pytest.raises(Invalid) as refused:
        record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(pulse=70, last_period=began))
    assert set(refused.value.detail["fields"]) == {"last_period"}
    assert vitals_of(visit) is None


def test_it_is_kept_of_nobody_whom_it_does_not_concern(office: Office) -> None:
    visit = make_visit(office, make_patient("Quist", "Per", sex="M", born=BORN))
    with pytest.raises(Invalid) as refused:
        record_vitals(actor=PROGRAM, encounter_id=visit, vitals=Vitals(last_period=BEGAN))
    assert set(refused.value.detail["fields"]) == {"last_period"}


def test_rooming_asks_whom_it_concerns_shows_it_and_says_it_again(office: Office, who: UUID) -> None:
    ruiz, visit = signed_in("ruiz"), make_visit(office, who)
    there = f"/charting/{visit}/"
    form = form_with(ruiz.get(there).content, "last_period", f"{there}vitals/")
    wrong = ruiz.post(form.action, form.sent(pulse="70", last_period="12/24/2026"))
    assert wrong.status_code == 422
    assert "This day is still to come." in wrong.content.decode()
    assert 'value="12/24/2026"' in wrong.content.decode()
    assert ruiz.post(form.action, form.sent(pulse="70", last_period="10/30/2025")).status_code == 302
    page = ruiz.get(there).content
    assert "more than a year ago" in page.decode()
    again = form_with(page, "last_period", f"{there}vitals/")
    assert again.sent()["last_period"] == ["10/30/2025"]
    assert ruiz.post(again.action, again.sent(pulse="71", last_period="10/30/2026")).status_code == 302
    assert "<dd>10/30/2026</dd>" in ruiz.get(there).content.decode()
    assert "<dd>10/30/2026</dd>" in ruiz.get(f"/charting/chart/{who}/").content.decode()
    other = make_visit(office, make_patient("Quist", "Per", sex="M", born=BORN))
    assert 'name="last_period"' not in ruiz.get(f"/charting/{other}/").content.decode()
