"""Who had a diagnosis or a service is known to the recalls of the office, and comes onto its board."""

from datetime import UTC, date, datetime

import pytest

from medoffice.front_office.outreach.api import board, find_due, set_recall_rule
from medoffice.front_office.outreach.types.recalls import Basis
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.kernel import clock
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.coding.api import coded, finish_coding
from medoffice.revenue.coding.tests.makers import make_coded, make_office
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize("basis", [Basis.DIAGNOSIS, Basis.PROCEDURE])
def test_a_coded_visit_calls_its_patient_back(basis: Basis) -> None:
    with clock.frozen(NOON):
        office, who = make_office(), make_patient()
        make_patient("Nobody")
        define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
        visit = make_coded(office, who, "visit")
        whole = coded(visit)
        assert whole is not None
        finish_coding(actor=PROGRAM, coding_id=whole.id)
        codes = whole.diagnoses[0].code[:3] if basis is Basis.DIAGNOSIS else whole.services[0].code
        set_recall_rule(
            actor=PROGRAM,
            name="See again",
            basis=basis,
            codes=(codes,),
            months=6,
            kind="sick",
            source="a test",
            valid_from=date(2026, 1, 5),
        )
        assert find_due(actor=PROGRAM) == 0
    with clock.frozen(datetime(2027, 5, 20, 18, tzinfo=UTC)):
        assert find_due(actor=PROGRAM) == 1
        (due,) = board(PROGRAM)
        assert (due.patient_id, due.visit_id) == (who, visit)
