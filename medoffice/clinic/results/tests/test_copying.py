"""Results where a chart leaves the office or is searched: as they stand, by their labels, what is unsigned said."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.tests.makers import make_numbered
from medoffice.clinic.results.api import sign_report
from medoffice.clinic.results.queries.copying import (
    found_in_results,
    result_enclosed,
    result_to_copy,
    results_to_copy,
    results_to_enclose,
)
from medoffice.clinic.results.tests.makers import oru, take, the_report
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.tests.makers import Office, make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
SMEAR = "TX|SM^Smear^L||Large <platelets>, rare schistocytes||||||{}"
K = "NM|2823-3^Potassium^LN||{}|mmol/L|3.5-5.1|{}|||{}"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOON):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    visit = make_visit(office, make_patient())
    make_numbered(office, visit, "O-1")
    return visit


def test_a_copy_has_every_result_as_it_stands_and_what_it_replaced(office: Office, visit: UUID) -> None:
    take(oru(K.format("5.0", "N", "F"), SMEAR.format("P"), placer="O-1"))
    take(oru(K.format("6.2", "H", "C"), placer="O-1", control="M2", at="20261124150000-0600"))
    report = the_report()
    (item,) = results_to_copy(report.patient_id)
    assert (item.title, item.about, item.encounter_id) == ("Results: Comprehensive metabolic", visit, visit)
    words = result_to_copy(item.id).words
    assert "Potassium: 6.2 mmol/L (H; usual 3.5-5.1; corrected)\nbefore: 5.0 mmol/L" in words
    assert "Smear: Large <platelets>, rare schistocytes (not final)" in words
    assert "Laboratory: PRAIRIE LAB" in words
    assert words.endswith("Not signed off yet by a provider of this office.")
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    assert "Signed off by Amara Okafor, 11/24/2026" in result_to_copy(item.id).words
    with pytest.raises(NotFound):
        result_to_copy(office.site_id)


def test_a_report_goes_behind_the_referral_of_its_visit(office: Office, visit: UUID) -> None:
    take(oru(placer="O-1"))
    report = the_report()
    (part,) = results_to_enclose(office.provider, report.patient_id, visit)
    assert (part.title, part.about, part.usual) == ("Results: Comprehensive metabolic, 11/24/2026", visit, True)
    assert not results_to_enclose(office.provider, report.patient_id, office.site_id)[0].usual
    assert result_enclosed(office.provider, part.id).startswith(b"%PDF")


def test_words_of_results_are_found_as_they_stand_by_who_may(office: Office, visit: UUID) -> None:
    take(oru(SMEAR.format("P"), placer="O-1"))
    take(oru(SMEAR.replace("rare", "many").format("F"), placer="O-1", control="M2", at="20261124150000-0600"))
    who = the_report().patient_id
    (hit,) = found_in_results(office.provider, "schistocytes", None, 9).hits
    assert (hit.title, hit.patient_id, hit.url) == ("Comprehensive metabolic", who, f"/results/{the_report().id}/")
    assert "many schistocytes" in hit.text
    assert hit.text[slice(*hit.spans[0][:2])] == "schistocytes"
    assert found_in_results(office.provider, "rare", who, 9).hits == ()  # what was replaced is not what it says
    assert found_in_results(office.provider, "smear platelets", office.site_id, 9).hits == ()
    assert found_in_results(person("lind"), "smear", None, 9).hits == ()
    page = sign_in("okafor").post("/documents/search/", {"q": "schistocytes"}, follow=True).content.decode()
    assert "many <mark" in page
    label_visit(actor=office.provider, subject=who, things=[visit], label=Label.PART2, why="its program")
    told = str(found_in_results(person("ruiz"), "schistocytes", None, 9))
    assert "many" not in told
