"""Reports on the manager's screen: what there is, its rows, and what is taken away leaves a trace."""

import csv
import io

import pytest

from medoffice.kernel.worlds.reports import reports
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.tests.makers import make_visit
from medoffice.security.tests.makers import person, sign_in, signed_in, written_down

pytestmark = pytest.mark.django_db
HERE = "/dashboard/"


def test_the_manager_reads_every_report_and_no_patient_is_in_it() -> None:
    make_visit(make_office(), make_patient("Castellano", "Rue"))
    petrov = signed_in("petrov")
    listed = petrov.get(HERE).content.decode()
    for name, report in reports.items():
        assert f"{HERE}{name}/" in listed
        page = petrov.get(f"{HERE}{name}/").content.decode()
        assert report.says.replace(", in cents", "") in page.replace("&#x27;", "'")
        assert "Castellano" not in page
    assert "Nothing to count yet" not in petrov.get(f"{HERE}visits_by_day/").content.decode()
    assert "Nothing to count yet" in petrov.get(f"{HERE}claims_by_state/").content.decode()
    assert petrov.get(f"{HERE}patients/").status_code == 404


def test_a_report_is_taken_away_whole_and_that_is_written_down() -> None:
    make_visit(make_office(), make_patient("Castellano", "Rue"))
    petrov = signed_in("petrov")
    form = {"once": "k"}
    assert petrov.post(f"{HERE}visits_by_day/csv/", form).status_code == 200
    answer = petrov.post(f"{HERE}visits_by_day/csv/", form)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="visits_by_day.csv"'
    head, *rows = csv.reader(io.StringIO(answer.content.decode()))
    assert head == ["date", "site", "provider", "kind", "visits", "finished", "left_unseen"]
    assert [row[4] for row in rows] == ["1"]
    assert [(who, detail["report"], detail["rows"]) for who, detail in written_down("reports.take")] == [
        ("Irina Petrov", "visits_by_day", 1)
    ] * 2


@pytest.mark.parametrize("who", ["lind", "okafor", "chen", "vega", "haddad"])
def test_it_is_for_those_who_lead(who: str) -> None:
    person(who)
    browser = sign_in(who)
    assert browser.get(HERE).status_code == 404
    assert browser.get(f"{HERE}visits_by_day/").status_code == 404
    assert browser.post(f"{HERE}visits_by_day/csv/").status_code == 404
