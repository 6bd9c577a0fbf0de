"""Two people correct one policy at their screens: both member ids are shown, one is chosen, nothing typed is lost."""

from datetime import date
from uuid import UUID

import pytest

from medoffice.kernel.money import Money
from medoffice.practice.tests.makers import make_office
from medoffice.records.coverage.api import add_coverage, coverages_of
from medoffice.records.coverage.types import Relation
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM
from medoffice.ui.tests.pages import form_with, forms_of

pytestmark = pytest.mark.django_db
MINE, THEIRS = "PMMINE1", "PMTHEIR2"


def insured() -> tuple[UUID, UUID]:
    patient_id, payer_id = make_patient(), make_office().payer_id
    coverage_id = add_coverage(
        actor=PROGRAM,
        patient_id=patient_id,
        payer_id=payer_id,
        plan="Silver",
        member_id="PMFIRST0",
        group="100",
        relation=Relation.SELF,
        subscriber=None,
        order=1,
        starts=date(2026, 1, 1),
        copay=Money(2_500),
    )
    return patient_id, coverage_id


@pytest.mark.parametrize(("choice", "saved"), [(MINE, MINE), (THEIRS, THEIRS), ("PMBOTH12", "PMBOTH12")])
def test_the_second_to_save_sees_both_and_chooses(choice: str, saved: str) -> None:
    patient_id, coverage_id = insured()
    page, there = f"/coverage/{patient_id}/", f"/coverage/{patient_id}/{coverage_id}/correct/"
    lind, chen = signed_in("lind"), signed_in("chen")
    mine = form_with(lind.get(page).content, "member_id", there).sent(member_id=MINE)
    chen.post(there, form_with(chen.get(page).content, "member_id", there).sent(member_id=THEIRS))
    answer = lind.post(there, mine)
    assert answer.status_code == 409
    told = answer.content.decode()
    assert "Wei Chen" in told
    assert MINE in told
    assert THEIRS in told
    assert coverages_of(patient_id)[0].member_id == THEIRS
    again = next(form for form in _forms(answer.content, there) if form["member_id"] == MINE)
    assert lind.post(there, {**again, "member_id": choice}).status_code == 302
    assert coverages_of(patient_id)[0].member_id == saved


def _forms(page: bytes, action: str) -> list[dict[str, str | list[str]]]:
    return [
        {name: values[0] for name, values in form.values.items() if values}
        for form in forms_of(page)
        if form.action == action
    ]
