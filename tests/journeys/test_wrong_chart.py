"""A result with its paper on the wrong chart: an assistant takes it off by keyboard and puts both on the right one."""

from uuid import UUID

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from medoffice.clinic.results.api import reports_of, tray
from medoffice.clinic.results.tests.makers import POTASSIUM, file_all, oru, paper, take
from medoffice.clinic.results.types import WITHDRAWN
from medoffice.records.documents.api import documents_of
from medoffice.records.documents.tests.makers import paper as pages
from medoffice.records.patients.api import patient
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM
from tests.journeys.riverbend import Person
from tests.journeys.test_clinic_bars import at
from tests.journeys.test_office_lab import look

pytestmark = pytest.mark.journey


def came_for(who: UUID, control: str) -> None:
    """A result with a paper, named as this patient."""
    known = patient(who)
    named = f"{known.name.family}^{known.name.given}||{known.birth_date:%Y%m%d}|{known.sex}"
    take(oru(POTASSIUM, paper(pages("Potassium 5.1")), who=named, control=control, filler=control))


def test_a_result_is_taken_off_the_wrong_chart_and_put_on_the_right_one(person: Person) -> None:
    wrong, right = make_patient("Marlowe", "Ada"), make_patient("Marlowe", "Edith")
    came_for(wrong, "W1")
    (report,) = reports_of(PROGRAM, wrong)
    assert len(documents_of(PROGRAM, wrong)) == 1
    ruiz = at(person, "ruiz", reverse("results:report", args=[report.id]))
    look(ruiz, "wrong-result")
    ruiz.press("w")
    look(ruiz, "wrong-taking-off")
    ruiz.writes("The label was her sister's")
    ruiz.go("Enter")
    expect(ruiz.page.get_by_text("It is off that chart. Say now whose it is.")).to_be_visible()
    look(ruiz, "wrong-whose")
    assert documents_of(PROGRAM, wrong) == []
    ruiz.press("p")
    ruiz.type("Edith")
    ruiz.chooses("patient")
    look(ruiz, "wrong-chosen")
    ruiz.writes("The form that came with it is hers")
    ruiz.go("Enter")
    ruiz.keeps_to(16, 25, decisions=3)
    file_all()
    assert tray(PROGRAM) == []
    (there,) = reports_of(PROGRAM, right)
    assert [one.kind for one in documents_of(PROGRAM, right)] == ["lab"]
    assert [one.status for one in reports_of(PROGRAM, wrong)] == [WITHDRAWN]
    for one, name in ((report.id, "wrong-struck"), (there.id, "wrong-right")):
        ruiz.page.goto(f"{ruiz.address}{reverse('results:report', args=[one])}")
        look(ruiz, name)
