"""What devices found of a patient, on their page: the list with its devices, and the course of each measure."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.devices.api import attached_at, strike_attached
from medoffice.clinic.devices.queries.devices import services
from medoffice.clinic.devices.rules.course import courses_of
from medoffice.clinic.devices.tests.makers import make_attached, make_device, make_order, spirometry_file
from medoffice.clinic.devices.types import Measured
from medoffice.clinic.results.types import WITHDRAWN, Level, Report, ReportState, Result
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.documents.tests.makers import paper
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Label

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


def measured(what: str, day: int, *values: tuple[str, str, str, str]) -> Measured:
    """A report of a day with values: name, value, unit, status."""
    at = datetime(2026, 11, day, tzinfo=UTC)
    report = Report(
        new_id(), new_id(), None, new_id(), None, "Office devices", "", f"DF-{day}", what, "L", what, "F", Level.NORMAL,
        False, None, at, None, at, "", None, ReportState.OPEN, "", None, "", None, 1,
    )  # fmt: skip
    results = tuple(
        Result(
            new_id(), words, "", "L", words, "NM", value, Decimal(value), unit, "", "", Level.NORMAL, status, at, "",
            new_id(), at, None,
        )
        for words, value, unit, status in values
    )  # fmt: skip
    return Measured(report, results, None, None)


def test_a_measure_has_one_course_whoever_named_it_and_what_was_withdrawn_is_not_in_it() -> None:
    found = courses_of(
        [
            measured(
                "Spirometry", 24, ("PEF", "6.1", "L/s", "F"), ("fev1", "2.70", "L", "F"), ("FVC", "9", "L", WITHDRAWN)
            ),
            measured("Spirometry", 3, ("FEV1", "2.91", "L", "F"), ("FEV1", "2910", "mL", "F")),
            measured("ECG", 10, ("Heart rate", "61", "/min", "F")),
        ],
        services(),
    )
    assert [(one.what, one.latest.words, [each.value for each in one.numbers], one.at.day) for one in found] == [
        ("ECG", "Heart rate", ["61"], 10),
        ("Spirometry", "fev1", ["2.91", "2.70"], 24),
        ("Spirometry", "FEV1", ["2910"], 3),
        ("Spirometry", "PEF", ["6.1"], 24),
    ], "by service, in the order of its measures; another unit is another course"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOON):
        yield make_office()


def blown(visit: UUID, fev1: str, taken: str) -> UUID:
    """A spirometry of a day with this value, attached; its file's id."""
    mrn = patient(encounter(visit).patient_id).mrn
    data = (
        spirometry_file(mrn).replace(b"FEV1,2.91", f"FEV1,{fev1}".encode()).replace(b"2026-11-24 10:05", taken.encode())
    )
    make_attached(make_order(visit, "spirometry"), data)
    return attached_at(visit)[-1].id


@pytest.mark.django_db
def test_tl10_what_devices_found_of_a_patient_is_listed_with_its_course(office: Office) -> None:
    visit = make_visit(office, make_patient(born=date(1971, 3, 2)))
    who, ruiz = encounter(visit).patient_id, signed_in("ruiz")
    page, home = f"/devices/patient/{who}/", f"/patient/{who}/"
    assert "Nothing was measured with a device" in ruiz.get(page).content.decode()
    assert page not in ruiz.get(home).content.decode(), "nothing to lead to"
    blown(visit, "2.91", "2026-11-23 10:05")
    last = blown(visit, "2.70", "2026-11-24 10:05")
    make_attached(make_order(visit), paper("ECG"), make_device())
    shown = ruiz.get(page).content.decode()
    assert (shown.count("SL-4411"), shown.count("C12-0077"), shown.count(">Paper<")) == (2, 1, 1)
    assert "FEV1: 2 values from 2.7 to 2.91 L, the last 2.7" in shown
    assert shown.index("11/24/2026 10:05 AM") < shown.index("11/23/2026 10:05 AM"), "the last first"
    assert f'href="{page}"' in ruiz.get(home).content.decode()
    strike_attached(actor=PROGRAM, file_id=last, why="blown by another")
    shown = ruiz.get(page).content.decode()
    assert ("struck" in shown, "FEV1: 2 values" in shown) == (True, False)
    assert signed_in("lind").get(page).status_code == 404


@pytest.mark.django_db
def test_what_a_label_keeps_is_not_among_what_devices_found(office: Office) -> None:
    visit = make_visit(office, make_patient(born=date(1971, 3, 2)))
    who, petrov = encounter(visit).patient_id, signed_in("petrov")
    blown(visit, "2.91", "2026-11-24 10:05")
    page = f"/devices/patient/{who}/"
    assert "SL-4411" in petrov.get(page).content.decode()
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked")
    shown = petrov.get(page)
    assert (shown.status_code, "SL-4411" in shown.content.decode()) == (200, False)
    assert page not in petrov.get(f"/patient/{who}/").content.decode()
