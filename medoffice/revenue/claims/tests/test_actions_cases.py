"""A visit of a case is billed to its carrier, with its number and the injury, and never to the health insurance."""

from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from medoffice.clinic.charting.api import note, sign_note, start_note
from medoffice.front_office.check_in.api import walk_in
from medoffice.front_office.scheduling.api import define_visit_type
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import case, change_case, coverages_of, open_case
from medoffice.records.coverage.types import CaseKind
from medoffice.revenue.billing.api import capture_charges, patient_balance
from medoffice.revenue.claims.api import (
    claim,
    claims_of,
    correct_claim,
    findings_of,
    prepare_claims,
    recheck_claim,
    send_claims,
)
from medoffice.revenue.claims.models import Claim, OutboundFile
from medoffice.revenue.claims.tests.hand_computed.shapes import claim as decided
from medoffice.revenue.claims.tests.hand_computed.shapes import line
from medoffice.revenue.claims.tests.makers import (
    SECOND_PAYER,
    Place,
    advice,
    insure_second,
    interchange,
    make_place,
    open_work,
)
from medoffice.revenue.claims.tests.test_actions_claims import last_claim
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.coding.api import code_diagnosis, code_service, start_coding
from medoffice.revenue.coding.tests.makers import NOTE
from medoffice.revenue.coding.types import Evidence
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    """An office with two payers; Ingrid Vale has health insurance with the first, the second takes cases."""
    found = make_place()
    define_visit_type(actor=PROGRAM, key="sick", name="Sick visit", minutes=20)
    return found


def injury(place: Place, **typed: Any) -> UUID:  # noqa: ANN401 - fields of a case
    """An injury at work, or what is typed."""
    told: dict[str, Any] = {
        "kind": CaseKind.WORK, "payer_id": place.second_payer_id, "employer": "Quarry Works", "claim_number": "WC-7",
        "injured_on": today_here(), "opened_on": today_here(), **typed,
    }  # fmt: skip
    return open_case(actor=PROGRAM, patient_id=place.patient_id, **told)


def charged_visit(place: Place, case_id: UUID) -> UUID:
    """A visit of a case, its charges made."""
    office = place.office
    encounter = walk_in(
        actor=PROGRAM, patient_id=place.patient_id, provider_id=office.provider_id, site_id=office.site_id,
        visit_type="sick", reason="back", identity_checked="name", case_id=case_id,
    )  # fmt: skip
    written = start_note(actor=PROGRAM, encounter_id=encounter, text=NOTE)
    sign_note(actor=office.provider, note_id=written, seen_version=note(written).version)
    coding, words = start_coding(actor=PROGRAM, encounter_id=encounter), Evidence(Ref("note", written), 0, 5, NOTE[:5])
    code_diagnosis(actor=PROGRAM, coding_id=coding, code="J06.9", evidence=words)
    code_service(actor=PROGRAM, coding_id=coding, key="visit", evidence=words, pointers=[1])
    capture_charges(actor=PROGRAM, encounter_id=encounter)
    return encounter


def billed(place: Place, case_id: UUID) -> UUID:
    """The claim of a visit of a case; the same one however often it is prepared."""
    encounter = charged_visit(place, case_id)
    (made,) = prepare_claims(actor=PROGRAM, encounter_id=encounter)
    assert prepare_claims(actor=PROGRAM, encounter_id=encounter) == [made]
    return made


def test_an_injury_at_work_goes_to_the_carrier_under_the_employer(place: Place) -> None:
    hurt = injury(place)
    made = claim(billed(place, hurt))
    assert (made.payer_id, made.coverage_id, made.case_id) == (place.second_payer_id, None, hurt)
    assert made.state is ClaimState.READY
    send_claims(actor=PROGRAM)
    wire = last_claim()
    assert (wire.payer.identifier, wire.subscriber.party.name) == (SECOND_PAYER[0], "Quarry Works")
    assert (wire.subscriber.filing, wire.subscriber.order, wire.other_payers) == ("WC", "P", ())
    assert wire.patient is not None
    assert (wire.patient.party.name, wire.patient.relation) == ("Vale", "20")
    assert (wire.causes, wire.accident_state, wire.case_number) == (("EM",), "", "WC-7")
    assert wire.dates == (("439", today_here()),)
    held = coverages_of(place.patient_id)[0]
    assert held.member_id not in str(wire)


@pytest.mark.parametrize(
    ("kind", "filing", "cause", "state"), [(CaseKind.AUTO, "AM", "AA", "IL"), (CaseKind.LIABILITY, "LM", "OA", "")]
)
def test_another_accident_goes_out_under_the_patient(
    place: Place, kind: CaseKind, filing: str, cause: str, state: str
) -> None:
    billed(place, injury(place, kind=kind, state="il", employer=""))
    send_claims(actor=PROGRAM)
    wire = last_claim()
    assert (wire.subscriber.filing, wire.causes, wire.accident_state) == (filing, (cause,), state)
    assert (wire.patient, wire.subscriber.relation, wire.subscriber.party.name) == (None, "18", "Vale")
    assert (wire.case_number, wire.subscriber.party.identifier) == ("WC-7", "WC-7")


def test_without_the_carriers_number_it_is_held_until_the_adjuster_says_it(place: Place) -> None:
    open_injury = injury(place, claim_number="")
    made = billed(place, open_injury)
    assert claim(made).state is ClaimState.HELD
    assert "ask the adjuster" in findings_of(made)[0]["words"]
    number = {"claim_number": "WC-8", "adjuster": "Ona Reyes", "adjuster_phone": ""}
    change_case(actor=PROGRAM, case_id=open_injury, seen_version=case(open_injury).version, **number)
    assert recheck_claim(actor=PROGRAM, claim_id=made) == []
    assert claim(made).state is ClaimState.READY


def test_nobody_pays_after_a_case_and_a_correction_stays_with_it(place: Place) -> None:
    insure_second(place.patient_id, place.office.payer_id)
    encounter = charged_visit(place, injury(place))
    (made,) = prepare_claims(actor=PROGRAM, encounter_id=encounter)
    send_claims(actor=PROGRAM)
    place.visits["A"], place.claims["A"] = encounter, made
    paid = decided("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))
    place.receive(interchange(advice(paid.format(**place.names()), trace="T1", amount="120", payer=SECOND_PAYER)))
    assert claim(made).state is ClaimState.PAID
    assert [found.id for found in claims_of(encounter)] == [made]
    assert patient_balance(place.patient_id).patient == Money(0)
    corrected = claim(correct_claim(actor=PROGRAM, claim_id=made))
    assert (corrected.coverage_id, corrected.payer_id, corrected.frequency) == (None, place.second_payer_id, "7")


def test_what_an_employer_ordered_is_put_on_its_invoice(place: Place) -> None:
    ordered = injury(place, kind=CaseKind.EMPLOYER, payer_id=None, injured_on=None)
    encounter = charged_visit(place, ordered)
    for _ in range(2):
        assert prepare_claims(actor=PROGRAM, encounter_id=encounter) == []
    (item,) = open_work()
    assert (item.kind, item.title) == (
        "case-billing",
        "A visit to put on an invoice of Quarry Works, not to health insurance",
    )
    owed = patient_balance(place.patient_id)
    assert (owed.insurance, owed.patient) == (Money(15000), Money(0))
    assert not OutboundFile.objects.exists()


def test_a_claim_rests_on_one_of_them(place: Place) -> None:
    row = Claim.objects.get(id=billed(place, injury(place)))
    for coverage_id, case_id in ((coverages_of(place.patient_id)[0].id, row.case_id), (None, None)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Claim.objects.filter(id=row.id).update(coverage_id=coverage_id, case_id=case_id)


def test_the_claims_page_says_which_case(place: Place) -> None:
    made = billed(place, injury(place, fee_schedule="State schedule"))
    page = signed_in("chen").get(f"/claims/{made}/").content.decode()
    assert "Work injury: Sunfield State Plan, claim WC-7" in page
