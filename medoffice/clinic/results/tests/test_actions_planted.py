"""What becomes of planted messages on a chart: what stands beside what, and what corrects what."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.results.models import LabReport, LabResult
from medoffice.clinic.results.tests.makers import oru, take, the_report, versions
from medoffice.clinic.results.tests.planted import CULTURE, TWICE
from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient

pytestmark = pytest.mark.django_db


@pytest.fixture
def vale() -> Iterator[UUID]:
    with clock.frozen(datetime(2026, 11, 24, 17, tzinfo=UTC)):
        make_office()
        yield make_patient()


def test_what_two_organisms_resist_stands_beside_each_other_and_corrects_nothing(vale: UUID) -> None:
    take(CULTURE)
    rows = LabResult.objects.filter(report__patient_id=vale).order_by("report_id", "place", "id")
    told = [(row.words, row.value) for row in rows if row.replaced_by_id is None and row.report.code == "SUSC"]
    assert told == [
        ("Ampicillin (Escherichia coli)", ">=32"),
        ("Ampicillin (Staphylococcus aureus)", "<=2"),
        ("Ciprofloxacin (Escherichia coli)", "<=0.25"),
    ]
    assert not LabReport.objects.filter(corrected=True).exists()


def test_one_test_twice_under_one_number_is_two_results(vale: UUID) -> None:
    take(TWICE)
    assert versions("Glucose") == [("5.0", "F", True), ("9.0", "F", True)]
    assert (the_report().patient_id, the_report().corrected) == (vale, False)


@pytest.mark.usefixtures("vale")
def test_what_is_final_as_it_was_said_keeps_its_value() -> None:
    take(oru("NM|K^Potassium^L||5.9|mmol/L|3.5-5.1|H|||P", status="P"))
    take(oru("NM|K^Potassium^L||||||||U", control="M2", at="20261124111500-0600"))
    assert versions("Potassium") == [("5.9", "P", False), ("5.9", "U", True)]
    assert (the_report().level, the_report().corrected) == (1, False)
