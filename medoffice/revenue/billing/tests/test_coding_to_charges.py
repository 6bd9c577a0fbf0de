"""From codes to charges: released once, at the fee of the date, and never changed afterwards."""

from datetime import date
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import add_addendum, note_of
from medoffice.kernel.facts import deliver
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import capture_charges, charges_of, set_fee
from medoffice.revenue.billing.tests.makers import make_office
from medoffice.revenue.coding.api import code_diagnosis, coded, finish_coding, remove_code, start_coding
from medoffice.revenue.coding.tests.makers import make_coded, make_visit
from medoffice.revenue.coding.types import Evidence
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
ABARA = Actor(new_id(), "Nneka Abara", frozenset({Role.CODER}))


@pytest.fixture
def office() -> Office:
    """The office."""
    return make_office()


def words(encounter_id: UUID, quote: str) -> Evidence:
    """These words of the visit's note."""
    written = note_of(encounter_id)
    assert written is not None
    start = written.text.index(quote)
    return Evidence(Ref("note", written.id), start, start + len(quote), quote)


def test_released_codes_become_charges_at_the_fee_of_the_date_and_never_change(office: Office) -> None:
    encounter_id = make_coded(office, make_patient(), "visit", "culture", units=2)
    set_fee(actor=PROGRAM, code="ZZ001", amount=Money(99_900), valid_from=date(2027, 1, 1))
    capture_charges(actor=ABARA, encounter_id=encounter_id)
    assert [charge.amount.cents for charge in charges_of(encounter_id)] == [30_000, 8_000]
    released = coded(encounter_id)
    assert released is not None
    assert (released.finished, released.coder) == (True, "Nneka Abara")
    for act in (
        lambda: finish_coding(actor=ABARA, coding_id=released.id),
        lambda: remove_code(actor=ABARA, code_id=released.services[0].id),
        lambda: code_diagnosis(actor=ABARA, coding_id=released.id, code="R05.1", evidence=words(encounter_id, "Cough")),
    ):
        with pytest.raises(Refusal, match="released these codes"):
            act()


def test_incomplete_codes_are_not_released(office: Office) -> None:
    encounter_id = make_visit(office, make_patient())
    coding_id = start_coding(actor=ABARA, encounter_id=encounter_id)
    code_diagnosis(actor=ABARA, coding_id=coding_id, code="J06.9", evidence=words(encounter_id, "Cough"))
    with pytest.raises(Refusal, match="No service"):
        capture_charges(actor=ABARA, encounter_id=encounter_id)
    assert charges_of(encounter_id) == []


def test_words_added_after_the_release_send_the_coder_back(office: Office) -> None:
    before = make_visit(office, make_patient())
    encounter_id = make_coded(office, make_patient())
    capture_charges(actor=ABARA, encounter_id=encounter_id)
    for visit in (before, encounter_id, encounter_id):
        written = note_of(visit)
        assert written is not None
        add_addendum(actor=office.provider, note_id=written.id, text="Also wheezing.")
        deliver()
    again = [item for item in work_items(ABARA) if item.kind == "code-again"]
    assert [item.ref for item in again] == [Ref("encounter", encounter_id)]
