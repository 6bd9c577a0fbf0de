"""Claims on their way out: what leaves is right, judged by pyx12, and what is not right stays with its reason."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.records.coverage.api import add_coverage
from medoffice.records.coverage.types import Relation, Subscriber
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.records.patients.tests.makers import make_patient
from medoffice.revenue.billing.api import capture_charges
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
from medoffice.revenue.claims.queries.claims import voided
from medoffice.revenue.claims.tests.hand_computed.later_decisions import PRIMARY
from medoffice.revenue.claims.tests.hand_computed.shapes import claim as decided
from medoffice.revenue.claims.tests.hand_computed.shapes import line
from medoffice.revenue.claims.tests.makers import Place, advice, insure_second, interchange, make_place, open_work
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.coding.api import missing_charges
from medoffice.revenue.coding.tests.makers import START, make_coded, make_distant
from medoffice.security.api import label_visit
from medoffice.security.types import PROGRAM, Actor, Label
from medoffice.standards.x12.api import balance_837, read_837p
from medoffice.standards.x12.tests.judges import pyx12_says
from medoffice.standards.x12.types import Claim837

pytestmark = pytest.mark.django_db
NOX = Actor(new_id(), "Nox", frozenset())


@pytest.fixture
def place() -> Place:
    """An office with two payers."""
    return make_place()


def sent() -> list[bytes]:
    """The files written so far, oldest first, each accepted by the independent judge."""
    found = [files.load(row.sha256) for row in OutboundFile.objects.order_by("control")]
    for data in found:
        accepted, answer = pyx12_says(data)
        assert accepted, answer
    return found


def last_claim() -> Claim837:
    """The last claim that left, read back; its sums hold."""
    claims, findings = read_837p(sent()[-1])
    assert findings == []
    assert balance_837(claims[-1]) == []
    return claims[-1]


def claim_for(place: Place, patient_id: UUID) -> Claim:
    """A claim of a new visit of a patient, ready or held."""
    encounter_id = make_coded(place.office, patient_id, "visit", "culture")
    capture_charges(actor=PROGRAM, encounter_id=encounter_id)
    (claim_id,) = prepare_claims(actor=PROGRAM, encounter_id=encounter_id)
    assert prepare_claims(actor=PROGRAM, encounter_id=encounter_id) == [claim_id]
    return Claim.objects.get(id=claim_id)


def test_a_first_claim_says_what_was_coded(place: Place) -> None:
    place.visit("visit", "culture", "shot")
    wire, ours = last_claim(), place.claim("A")
    assert (wire.claim_id, wire.charge, wire.frequency) == (ours.number, Money(21_505), "1")
    assert wire.diagnoses == ("J069",)
    assert [(found.procedure.code, found.charge.cents, found.pointers, found.control) for found in wire.lines] == [
        (found.code, found.amount.cents, found.pointers, found.control) for found in ours.lines
    ]
    assert wire.subscriber.party.identifier == place.member


@pytest.mark.parametrize("where", ["10", "02"])
def test_the_claim_of_a_visit_at_a_distance_says_where_the_patient_was(place: Place, where: str) -> None:
    place.visit("visit")
    assert last_claim().place == "11", "the site's"
    visit = make_distant(place.office, place.patient_id, where)
    capture_charges(actor=PROGRAM, encounter_id=visit)
    prepare_claims(actor=PROGRAM, encounter_id=visit)
    send_claims(actor=PROGRAM)
    assert last_claim().place == where


def test_a_claim_to_the_second_payer_carries_the_first_ones_decision(place: Place) -> None:
    insure_second(place.patient_id, place.second_payer_id)
    place.visit("visit")
    place.receive(interchange(advice(PRIMARY.format(**place.names()), trace="T1", amount="100")))
    send_claims(actor=PROGRAM)
    wire = last_claim()
    assert (wire.claim_id, wire.charge, wire.subscriber.order) == (place.claim("AS").number, Money(15_000), "S")
    (other,) = wire.other_payers
    assert (other.order, other.paid, other.claim_number) == ("P", Money(10_000), "ICNA")
    (said,) = wire.lines[0].adjudications
    assert [(part.group, part.reason, part.amount.cents) for part in said.adjustments] == [
        ("CO", "45", 3_000),
        ("PR", "2", 2_000),
    ]


def test_a_claim_answered_in_parts_goes_on_when_all_is_decided_with_both_parts(place: Place) -> None:
    insure_second(place.patient_id, place.second_payer_id)
    place.visit("visit", "culture")
    first = decided("A", "1", "150", "100", "20", line("A1", "ZZ001", "150", "100", "CO 45 30", "PR 2 20"))
    rest = decided("A", "1", "40", "24", "6", line("A2", "ZZ002", "40", "24", "CO 45 10", "PR 2 6"), icn="I2")
    place.receive(interchange(advice(first.format(**place.names()), trace="T1", amount="100")))
    assert len(claims_of(place.visits["A"])) == 1
    place.receive(interchange(advice(rest.format(**place.names()), trace="T2", amount="24"), control=2))
    send_claims(actor=PROGRAM)
    wire = last_claim()
    assert wire.other_payers[0].paid == Money(12_400)
    assert [found.adjudications[0].paid.cents for found in wire.lines] == [10_000, 2_400]


def test_a_visit_whose_last_claim_voids_the_one_before_is_a_missing_charge_again(place: Place) -> None:
    place.visit("visit")
    visit, first, today = place.visits["A"], place.claims["A"], today_here()
    for stage in (Stage.ROOMED, Stage.WITH_PROVIDER, Stage.CHECK_OUT, Stage.FINISHED):
        move_encounter(actor=PROGRAM, encounter_id=visit, stage=stage, room="1")

    def lacking() -> list[str]:
        found = missing_charges(PROGRAM, today, today)
        return [one.missing.words for one in found if "voided" in one.missing.lacks]

    assert lacking() == []
    Claim.objects.filter(id=first).update(state=ClaimState.DENIED, payer_claim_number="P1")
    voiding = correct_claim(actor=PROGRAM, claim_id=first, void=True)
    for state in (s for s in ClaimState if s not in (ClaimState.ACCEPTED, ClaimState.PAID, ClaimState.REVERSED)):
        Claim.objects.filter(id=voiding).update(state=state)
        assert lacking() == [], f"a void that is {state} was not taken in"
    Claim.objects.filter(id=voiding).update(state=ClaimState.ACCEPTED)
    assert lacking() == [f"Claim {place.claim('A').number} was voided, none came after it."]
    Claim.objects.filter(id=voiding).update(state=ClaimState.DENIED, payer_claim_number="P1")
    correct_claim(actor=PROGRAM, claim_id=voiding)
    assert lacking() == []


def test_a_voided_visit_that_the_patient_pays_is_no_missing_charge(place: Place) -> None:
    place.visit("visit")
    visit, first = place.visits["A"], place.claims["A"]
    Claim.objects.filter(id=first).update(state=ClaimState.DENIED, payer_claim_number="P1")
    voiding = correct_claim(actor=PROGRAM, claim_id=first, void=True)
    Claim.objects.filter(id=voiding).update(state=ClaimState.ACCEPTED)
    assert set(voided([visit])) == {visit}
    label_visit(actor=PROGRAM, subject=place.patient_id, things=[visit], label=Label.RESTRICTED, why="pays it herself")
    assert voided([visit]) == {}


@pytest.mark.parametrize(("void", "frequency"), [(False, "7"), (True, "8")])
def test_a_corrected_claim_names_the_payers_number(place: Place, void: bool, frequency: str) -> None:
    place.visit("visit")
    with pytest.raises(Refusal, match="is sent"):
        correct_claim(actor=PROGRAM, claim_id=place.claims["A"])
    denial = decided("A", "4", "150", "0", "0", line("A1", "ZZ001", "150", "0", "CO 16 150"))
    place.receive(interchange(advice(denial.format(**place.names()), trace="T1", amount="0", method="NON")))
    with pytest.raises(NotFound):
        correct_claim(actor=NOX, claim_id=place.claims["A"])
    correct_claim(actor=PROGRAM, claim_id=place.claims["A"], void=void)
    send_claims(actor=PROGRAM)
    wire = last_claim()
    assert (wire.frequency, wire.original_reference) == (frequency, "ICNA")
    assert (place.claim("A").state, open_work()) == (ClaimState.REPLACED, [])


@pytest.mark.parametrize(
    ("family", "given", "wire"),
    [
        ("Núñez-Ångström", "Zoë", ("NUNEZ-ANGSTROM", "ZOE")),
        ("Strauß*Łęcki", "Đorđe", ("STRAUSS LECKI", "DORDE")),
        ("O’Brien:Doe~", "Ana^Maria", ("O'BRIEN DOE-", "ANA MARIA")),
    ],
)
def test_names_are_folded_with_a_finding(place: Place, family: str, given: str, wire: tuple[str, str]) -> None:
    patient_id = make_patient(family, given)
    cover(place, patient_id)
    made = claim_for(place, patient_id)
    send_claims(actor=PROGRAM)
    party = last_claim().subscriber.party
    assert (party.name.upper().strip(), party.first.upper()) == wire
    assert "x12.folded" in {finding["code"] for finding in findings_of(made.id)}
    assert claim(made.id).state is ClaimState.SENT


def test_a_name_without_latin_letters_is_held_and_said(place: Place) -> None:
    patient_id = make_patient("王", "伟")
    cover(place, patient_id)
    made = claim_for(place, patient_id)
    assert made.state == ClaimState.HELD
    assert "Latin" in " ".join(finding["words"] for finding in findings_of(made.id))
    assert [item.kind for item in open_work()] == ["claim-held"]
    assert send_claims(actor=PROGRAM) == []


def test_a_dependent_is_billed_under_the_subscriber(place: Place) -> None:
    patient_id = make_patient("Amaro", "Leo", born=date(2018, 5, 1), sex="M")
    holder = Subscriber("Amaro", "Lucía", date(1985, 7, 9), "F")
    cover(place, patient_id, relation=Relation.CHILD, subscriber=holder)
    claim_for(place, patient_id)
    send_claims(actor=PROGRAM)
    wire = last_claim()
    assert wire.patient is not None
    assert (wire.patient.relation, wire.patient.party.first.upper()) == ("19", "LEO")
    assert wire.subscriber.party.first.upper() == "LUCIA"


def test_self_pay_makes_no_claim(place: Place) -> None:
    encounter_id = make_coded(place.office, make_patient("Quist", "Per"))
    capture_charges(actor=PROGRAM, encounter_id=encounter_id)
    assert prepare_claims(actor=PROGRAM, encounter_id=encounter_id) == []


def test_a_claim_that_no_longer_stands_is_held_when_it_would_leave(place: Place) -> None:
    cover(place, patient_id := make_patient("Quist", "Per"))
    made = claim_for(place, patient_id)
    assert made.state == ClaimState.READY
    with clock.frozen(clock.now() + timedelta(days=200)):
        assert send_claims(actor=PROGRAM) == []
        assert claim(made.id).state is ClaimState.HELD
        assert "filing limit" in open_work()[0].title
    assert recheck_claim(actor=PROGRAM, claim_id=made.id) == []
    assert (claim(made.id).state, open_work()) == (ClaimState.READY, [])
    assert len(send_claims(actor=PROGRAM)) == 1
    with pytest.raises(Refusal, match="was sent"):
        recheck_claim(actor=PROGRAM, claim_id=made.id)


def test_each_payer_gets_a_file_of_its_own_and_each_file_its_number(place: Place) -> None:
    cover(place, first := make_patient("Quist", "Per"))
    cover(place, second := make_patient("Haddad", "Mona"), payer_id=place.second_payer_id)
    for patient_id in (first, second):
        claim_for(place, patient_id)
    assert len(send_claims(actor=PROGRAM)) == len(sent()) == 2
    assert send_claims(actor=PROGRAM) == []
    assert sorted(row.control for row in OutboundFile.objects.all()) == [1, 2]


def cover(
    place: Place,
    patient_id: UUID,
    *,
    payer_id: UUID | None = None,
    relation: Relation = Relation.SELF,
    subscriber: Subscriber | None = None,
) -> None:
    """Give a patient a policy."""
    add_coverage(
        actor=PROGRAM,
        patient_id=patient_id,
        payer_id=payer_id or place.office.payer_id,
        plan="Silver",
        member_id="PM123",
        group="",
        relation=relation,
        subscriber=subscriber,
        order=1,
        starts=START,
        copay=Money(),
    )
