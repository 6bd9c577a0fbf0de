"""What the front desk had wrong comes back to it: denials of registration, at the next check-in."""

from datetime import timedelta

import pytest

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.front_office.check_in.api import walk_in
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.front_office.scheduling.tests.makers import make_appointment
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import open_case
from medoffice.records.coverage.types import CaseKind
from medoffice.revenue.billing.api import capture_charges, patient_balance
from medoffice.revenue.claims.api import prepare_claims
from medoffice.revenue.claims.queries import desk_denials
from medoffice.revenue.claims.rules.front_desk import CAUSES, cause_of, patterns
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place, open_work
from medoffice.revenue.coding.api import code_diagnosis, code_service, start_coding
from medoffice.revenue.coding.tests.makers import NOTE
from medoffice.revenue.coding.types import Evidence
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM


def test_only_reasons_of_registration_are_the_desks() -> None:
    assert cause_of([["CO", "45", 100], ["CO", "31", 900]]) is CAUSES["31"]
    assert cause_of([["CO", "50", 900]]) is None
    assert cause_of([]) is None


@pytest.fixture
def place() -> Place:
    return make_place()


def deny(place: Place, reason: str) -> None:
    """A visit whose claim comes back for a reason."""
    letter = place.visit("visit")
    denial = claim(letter, "4", "150", "0", "0", line(f"{letter}1", "ZZ001", "150", "0", f"CO {reason} 150"))
    text = advice(denial.format(**place.names()), trace=f"T{letter}", amount="0", method="NON")
    place.receive(interchange(text, control=place.files + 1))


@pytest.mark.django_db
def test_it_is_told_of_the_patient_and_of_the_payer(place: Place) -> None:
    for reason in ("31", "50", "31"):
        deny(place, reason)
    payer, since = place.office.payer_id, today_here() - timedelta(days=120)
    found = desk_denials(PROGRAM, place.patient_id, [payer], since)
    assert [(one.payer, one.amount, one.look_at) for one in found] == [
        ("Prairie Mutual", Money(15000), "the member id and the birth date")
    ] * 2
    (told,) = patterns(found, [payer])
    assert (told.claims, told.amount) == (2, Money(30000))
    assert patterns(found[:1], [payer]) == []
    assert desk_denials(PROGRAM, place.patient_id, [payer], today_here() + timedelta(days=1)) == []


@pytest.mark.django_db
def test_it_stands_on_the_check_in_panel(place: Place) -> None:
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    visit = make_appointment(place.office, place.patient_id, clock.now(), walk_in=True)
    desk = signed_in("lind")
    assert "Came back before" not in desk.get(f"/front/check-in/{visit}/").content.decode()
    deny(place, "31")
    deny(place, "27")
    deny(place, "27")
    page = desk.get(f"/front/check-in/{visit}/").content.decode()
    assert "the payer did not know the patient." in page
    assert "Look at the member id and the birth date." in page
    assert "Prairie Mutual refused 2 claims in four months over the dates of the policy: $300.00." in page


@pytest.mark.django_db
def test_a_visit_of_a_case_is_never_billed_to_the_health_insurance(place: Place) -> None:
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    injury = open_case(
        actor=PROGRAM, patient_id=place.patient_id, kind=CaseKind.WORK, payer_id=place.second_payer_id,
        employer="Quarry Works", injured_on=today_here(), opened_on=today_here(),
    )  # fmt: skip
    encounter = walk_in(
        actor=PROGRAM, patient_id=place.patient_id, provider_id=place.office.provider_id, site_id=place.office.site_id,
        visit_type="sick", reason="back", identity_checked="name", case_id=injury,
    )  # fmt: skip
    written = start_note(actor=PROGRAM, encounter_id=encounter, text=NOTE)
    sign_note(actor=place.office.provider, note_id=written, seen_version=note(written).version)
    coding = start_coding(actor=PROGRAM, encounter_id=encounter)
    words = Evidence(Ref("note", written), 0, 5, NOTE[:5])
    code_diagnosis(actor=PROGRAM, coding_id=coding, code="J06.9", evidence=words)
    code_service(actor=PROGRAM, coding_id=coding, key="visit", evidence=words, pointers=[1])
    capture_charges(actor=PROGRAM, encounter_id=encounter)
    assert prepare_claims(actor=PROGRAM, encounter_id=encounter) == []
    assert prepare_claims(actor=PROGRAM, encounter_id=encounter) == []
    assert [item.kind for item in open_work()] == ["case-billing"]
    owed = patient_balance(place.patient_id)
    assert (owed.insurance, owed.patient) == (Money(15000), Money(0))
