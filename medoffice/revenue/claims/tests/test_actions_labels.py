"""Labels and the wire: by no path is a claim of a visit written that a label keeps from the payer."""

from uuid import UUID

import pytest

from medoffice.kernel import files
from medoffice.kernel.facts import deliver
from medoffice.kernel.money import Money
from medoffice.practice.api import payer, payers, today_here
from medoffice.practice.types import WorkItem
from medoffice.records.rights.api import answer_restriction, ask_restriction, end_restriction
from medoffice.records.rights.types import Objection
from medoffice.revenue.billing.api import capture_charges, charges_of
from medoffice.revenue.claims.api import claims_of, correct_claim, prepare_claims, recheck_claim, send_claims
from medoffice.revenue.claims.models import Claim, OutboundFile
from medoffice.revenue.claims.tests.hand_computed.shapes import claim as decided
from medoffice.revenue.claims.tests.hand_computed.shapes import line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place, open_work
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.coding.tests.makers import make_coded
from medoffice.security.api import end_label, label_visit, record_consent
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Place:
    return make_place()


def label(place: Place, visit: UUID, what: Label) -> UUID:
    found = label_visit(actor=PROGRAM, subject=place.patient_id, things=[visit], label=what, why="the patient asked")
    deliver()
    return found


def wire() -> bytes:
    """All that was ever written for payers."""
    return b"".join(files.load(row.sha256) for row in OutboundFile.objects.order_by("control"))


def on_the_wire(visit: UUID) -> bool:
    return any(found.number.encode() in wire() for found in claims_of(visit))


def captured(place: Place) -> UUID:
    visit = make_coded(place.office, place.patient_id)
    capture_charges(actor=PROGRAM, encounter_id=visit)
    return visit


def states(visit: UUID) -> list[str]:
    return list(Claim.objects.filter(encounter_id=visit).order_by("id").values_list("state", flat=True))


def held() -> list[WorkItem]:
    return [item for item in open_work() if item.kind == "claim-held"]


def test_a_visit_paid_in_full_is_the_patients_from_the_start(place: Place) -> None:
    visit = make_coded(place.office, place.patient_id)
    label(place, visit, Label.RESTRICTED)
    capture_charges(actor=PROGRAM, encounter_id=visit)
    deliver()
    (charge,) = charges_of(visit)
    assert (charge.insurance_balance, charge.patient_balance) == (Money(), charge.amount)
    assert prepare_claims(actor=PROGRAM, encounter_id=visit) == []
    assert states(visit) == []


def test_labelled_after_its_charges_no_claim_is_made_and_the_patient_owes(place: Place) -> None:
    visit = captured(place)
    label(place, visit, Label.RESTRICTED)
    assert prepare_claims(actor=PROGRAM, encounter_id=visit) == []
    (charge,) = charges_of(visit)
    assert (charge.insurance_balance, charge.patient_balance) == (Money(), charge.amount)


def test_labelled_after_its_claim_was_built_the_claim_is_taken_back(place: Place) -> None:
    visit = captured(place)
    prepare_claims(actor=PROGRAM, encounter_id=visit)
    label(place, visit, Label.RESTRICTED)
    assert states(visit) == [ClaimState.REPLACED]
    assert send_claims(actor=PROGRAM) == []
    assert not on_the_wire(visit)
    assert charges_of(visit)[0].insurance_balance == Money()
    deliver()
    assert charges_of(visit)[0].patient_balance == charges_of(visit)[0].amount


@pytest.mark.parametrize("what", [Label.RESTRICTED, Label.PART2, Label.MINOR])
def test_labelled_in_the_moment_before_it_goes_it_is_held(place: Place, what: Label) -> None:
    """The label is set, and nothing that hears of it has run yet."""
    visit = captured(place)
    prepare_claims(actor=PROGRAM, encounter_id=visit)
    label_visit(actor=PROGRAM, subject=place.patient_id, things=[visit], label=what, why="the patient asked")
    assert send_claims(actor=PROGRAM) == []
    assert states(visit) == [ClaimState.HELD]
    assert not on_the_wire(visit)
    assert wire() == b""


def test_a_corrected_claim_of_a_restricted_visit_does_not_go(place: Place) -> None:
    place.visit()
    visit, first = place.visits["A"], place.claims["A"]
    Claim.objects.filter(id=first).update(state=ClaimState.DENIED, payer_claim_number="P1")
    before = wire()
    label(place, visit, Label.RESTRICTED)
    for void in (False, True):
        Claim.objects.filter(id=first).update(state=ClaimState.DENIED)
        correct_claim(actor=PROGRAM, claim_id=first, void=void)
        assert send_claims(actor=PROGRAM) == []
    assert states(visit) == [ClaimState.REPLACED, ClaimState.HELD, ClaimState.HELD]
    assert wire() == before


def test_the_next_insurance_is_told_nothing_of_a_restricted_visit() -> None:
    place = make_place(second_payer=True)
    place.visit()
    visit, before = place.visits["A"], wire()
    label(place, visit, Label.RESTRICTED)
    told = decided("A", "1", "150", "80", "0", line("A1", "ZZ001", "150", "80", "CO 45 40", "PR 1 30"))
    place.receive(interchange(advice(told.format(**place.names()), trace="T1", amount="80")))
    assert states(visit) == [ClaimState.PAID, ClaimState.HELD]
    assert send_claims(actor=PROGRAM) == []
    assert wire() == before


@pytest.mark.parametrize("what", [Label.PART2, Label.MINOR])
def test_with_the_patients_consent_the_claim_goes_and_says_what_it_must(place: Place, what: Label) -> None:
    visit = captured(place)
    row = label(place, visit, what)
    (claim_id,) = prepare_claims(actor=PROGRAM, encounter_id=visit)
    assert states(visit) == [ClaimState.HELD]
    assert Claim.objects.get(id=claim_id).findings[0]["code"] == "label-forbids"
    record_consent(actor=PROGRAM, label_id=row, words="signed today")
    deliver()
    assert states(visit) == [ClaimState.READY]
    send_claims(actor=PROGRAM)
    assert on_the_wire(visit)
    assert (b"42 CFR PART 2 PROHIBITS" in wire().upper()) == (what is Label.PART2)


def test_a_label_that_is_ended_lets_the_claim_go(place: Place) -> None:
    visit = captured(place)
    row = label(place, visit, Label.MINOR)
    (claim_id,) = prepare_claims(actor=PROGRAM, encounter_id=visit)
    assert recheck_claim(actor=PROGRAM, claim_id=claim_id)[0].code == "label-forbids"
    end_label(actor=PROGRAM, label_id=row, why="a mistake")
    deliver()
    assert states(visit) == [ClaimState.READY]


def test_what_is_held_for_a_label_does_not_tell_in_the_queue_of_others(place: Place) -> None:
    visit = captured(place)
    label(place, visit, Label.PART2)
    prepare_claims(actor=PROGRAM, encounter_id=visit)
    assert [item.title for item in held()] == ["Confidential visit"]


def test_a_claim_to_a_payer_the_office_agreed_not_to_tell_is_held_until_that_ends(place: Place) -> None:
    visit = captured(place)
    (claim_id,) = prepare_claims(actor=PROGRAM, encounter_id=visit)
    name = payer(Claim.objects.get(id=claim_id).payer_id).name
    wanted = Objection("", "that I come here", "", "licence", today_here(), to=f"payer-{payer_id(name).hex}")
    made = ask_restriction(actor=PROGRAM, patient_id=place.patient_id, wanted=wanted)
    answer_restriction(actor=PROGRAM, restriction_id=made, seen_version=1, agrees=True, why="")
    assert send_claims(actor=PROGRAM) == []
    assert Claim.objects.get(id=claim_id).findings[0]["code"] == "restricted"
    assert not on_the_wire(visit)
    end_restriction(actor=PROGRAM, restriction_id=made, why="she wants it paid")
    assert recheck_claim(actor=PROGRAM, claim_id=claim_id) == []
    assert len(send_claims(actor=PROGRAM)) == 1
    assert on_the_wire(visit)


def payer_id(name: str) -> UUID:
    return next(one.id for one in payers() if one.name == name)
