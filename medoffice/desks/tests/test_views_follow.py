"""Follow the dollar on the screen: everybody sees the chain, only those who read notes see their words."""

from uuid import UUID

import pytest

from medoffice.clinic.orders.api import perform_order, place_order
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import capture_charges, charges_of
from medoffice.revenue.billing.tests.makers import make_office
from medoffice.revenue.coding.api import code_service, start_coding
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
RESULT = "grew nothing in two days"
VEILED = "Your job does not show the words."


@pytest.fixture
def visit() -> UUID:
    """A visit with a diagnosis on words of the note and a culture on its result, charged."""
    office = make_office()
    encounter_id = make_coded(office, make_patient("Quist", "Per"), "visit")
    order_id = place_order(actor=office.provider, encounter_id=encounter_id, key="culture", words="Throat culture")
    perform_order(actor=PROGRAM, order_id=order_id, result=RESULT)
    code_service(
        actor=PROGRAM,
        coding_id=start_coding(actor=PROGRAM, encounter_id=encounter_id),
        key="culture",
        evidence=Evidence(Ref("order", order_id), 0, len(RESULT), RESULT),
        pointers=[1],
    )
    capture_charges(actor=PROGRAM, encounter_id=encounter_id)
    return encounter_id


def followed(key: str, visit: UUID) -> str:
    """What one of the cast sees of the visit's whole chain."""
    answer = signed_in(key).get(f"/follow/encounter/{visit}/")
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("key", ["chen", "abara", "ruiz", "petrov"])
def test_who_reads_notes_sees_the_words_a_charge_rests_on(key: str, visit: UUID) -> None:
    page = followed(key, visit)
    assert "three days" in page
    assert "<mark>Cough</mark> for three days" in page
    assert page.count(RESULT) == 2  # the order itself and the service that rests on it
    assert VEILED not in page


@pytest.mark.parametrize("key", ["lind", "haddad"])
def test_who_does_not_read_notes_sees_the_chain_without_their_words(key: str, visit: UUID) -> None:
    page = followed(key, visit)
    assert all(f"Charge {charge.number}" in page for charge in charges_of(visit))
    assert ">Order</a>" in page
    assert "Throat culture" not in page
    assert "Cough" not in page
    assert "three days" not in page
    assert RESULT not in page
    assert VEILED in page


def test_a_transcriptionist_reads_notes_but_no_codes_or_results(visit: UUID) -> None:
    page = followed("moreau", visit)
    assert "Cough for three days" in page
    assert "<mark" not in page
    assert RESULT not in page
    assert VEILED in page


def test_a_charge_is_told_once(visit: UUID) -> None:
    page = followed("chen", visit)
    assert page.count('/">Charge X-') == len(charges_of(visit))
    assert ">Charge</a>" not in page


def test_of_a_confidential_visit_the_chain_names_no_code_and_no_order(visit: UUID) -> None:
    label_visit(actor=PROGRAM, subject=encounter(visit).patient_id, things=[visit], label=Label.PART2, why="asked for")
    page = followed("lind", visit)
    assert "Visit E-" in page
    for told in ("J06.9", "ZZ001", "Throat culture", "Cough"):
        assert told not in page, told
