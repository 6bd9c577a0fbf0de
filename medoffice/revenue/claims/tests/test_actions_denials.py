"""A denial is worked by a person: billed to the patient where no contract forbids it, written off, or noted."""

from uuid import UUID

import pytest

from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.revenue.billing.api import charges_of, patient_balance
from medoffice.revenue.claims.api import (
    bill_patient,
    correct_claim,
    note_outcome,
    open_of,
    waiting,
    write_off_denial,
)
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import CHEN, Place, advice, interchange, make_place
from medoffice.revenue.claims.types import ClaimState, Group
from medoffice.security.api import form_sent
from medoffice.security.types import Actor, Role

pytestmark = pytest.mark.django_db


def denied(*reasons: str, second: bool = False) -> tuple[Place, UUID]:
    """A claim of which the payer paid nothing, for these reasons."""
    place = make_place(second_payer=second)
    place.visit("visit")
    take(place, claim("A", "4", "150", "0", "0", line("A1", "ZZ001", "150", "0", *reasons)))
    return place, place.claims["A"]


def take(place: Place, claims: str, amount: str = "0", trace: str = "T1") -> None:
    """A payment is received."""
    method = "ACH" if amount != "0" else "NON"
    text = advice(claims.format(**place.names()), trace=trace, amount=amount, method=method)
    place.receive(interchange(text, control=place.files + 1))


def kinds() -> list[str]:
    """The kinds of work that wait for the biller."""
    return sorted(item.kind for item in work_items(CHEN))


def test_a_denial_alone_moves_nothing_and_waits() -> None:
    place, claim_id = denied("CO 16 150")
    (charge,) = charges_of(place.visits["A"])
    assert (charge.insurance_balance.cents, charge.patient_balance.cents) == (15_000, 0)
    assert (kinds(), waiting(CHEN, Group.DENIED)) == (["denial"], [claim_id])
    (open_,) = open_of(claim_id)
    assert (open_.open.cents, open_.billable.cents, open_.reasons) == (15_000, 0, "CO 16")


def test_what_is_co_is_never_billed_to_the_patient() -> None:
    place, claim_id = denied("CO 16 150")
    with pytest.raises(Refusal, match="by the contract the patient may not be billed"):
        bill_patient(actor=CHEN, claim_id=claim_id, why="the patient said so")
    assert patient_balance(place.patient_id).patient.cents == 0
    assert kinds() == ["denial"]


def test_only_the_part_that_is_not_co_becomes_the_patients_and_the_rest_stays_in_the_work() -> None:
    place, claim_id = denied("CO 16 100", "OA 109 50")
    with pytest.raises(Invalid):
        bill_patient(actor=CHEN, claim_id=claim_id, why=" ")
    assert bill_patient(actor=CHEN, claim_id=claim_id, why="no cover that day").cents == 5_000
    assert patient_balance(place.patient_id).patient.cents == 5_000
    assert [one.open.cents for one in open_of(claim_id)] == [10_000]
    assert kinds() == ["denial"]
    with pytest.raises(Refusal, match="may not be billed"):
        bill_patient(actor=CHEN, claim_id=claim_id, why="again")
    assert write_off_denial(actor=CHEN, claim_id=claim_id, why="too late to appeal").cents == 10_000
    assert (open_of(claim_id), kinds(), waiting(CHEN, Group.DENIED)) == ([], [], [])
    (charge,) = charges_of(place.visits["A"])
    assert (charge.insurance_balance.cents, charge.patient_balance.cents) == (0, 5_000)
    words = " ".join(event.words for event in place.claim("A").events)
    assert "$50.00 billed to the patient: no cover that day." in words
    assert "$100.00 written off: too late to appeal." in words


def test_settling_twice_acts_once_and_the_second_person_is_told() -> None:
    place, claim_id = denied("CO 29 150")
    for _ in range(2):
        with form_sent("k"):
            write_off_denial(actor=CHEN, claim_id=claim_id, why="filed late")
    with pytest.raises(Refusal, match="Nothing of it is open any more"):
        write_off_denial(actor=CHEN, claim_id=claim_id, why="filed late")
    (charge,) = charges_of(place.visits["A"])
    assert charge.insurance_balance.cents == 0


def test_one_line_of_a_partly_denied_claim_is_settled_by_itself() -> None:
    place = make_place()
    place.visit("visit", "culture")
    lines = line("A1", "ZZ001", "150", "100", "CO 97 50") + line("A2", "ZZ002", "40", "0", "OA 96 40")
    take(place, claim("A", "1", "190", "100", "0", lines), amount="100")
    claim_id = place.claims["A"]
    assert place.claim("A").state is ClaimState.PAID
    assert waiting(CHEN, Group.DENIED) == [claim_id]
    first, second = open_of(claim_id)
    write_off_denial(actor=CHEN, claim_id=claim_id, why="bundled", line_id=first.decision_line_id)
    assert open_of(claim_id) == [second]
    assert kinds() == ["denial"]
    bill_patient(actor=CHEN, claim_id=claim_id, why="told before the visit", line_id=second.decision_line_id)
    assert (open_of(claim_id), kinds()) == ([], [])


def test_the_patient_is_not_billed_while_another_insurance_has_to_decide() -> None:
    place, claim_id = denied("OA 109 150", second=True)
    take(place, claim("A", "1", "150", "0", "0", line("A1", "ZZ001", "150", "0", "OA 109 150")), trace="T2")
    assert place.claim("AS").state in (ClaimState.READY, ClaimState.HELD)
    with pytest.raises(Refusal, match="Sunfield State Plan has still to decide"):
        bill_patient(actor=CHEN, claim_id=claim_id, why="other cover")
    assert patient_balance(place.patient_id).patient.cents == 0


def test_a_note_keeps_the_denial_in_the_work_while_money_is_open() -> None:
    place, claim_id = denied("CO 16 150")
    note_outcome(actor=CHEN, claim_id=claim_id, words="called, they look again")
    assert kinds() == ["denial"]
    assert place.claim("A").events[-1].words == "Noted: called, they look again"
    with pytest.raises(Refusal, match=r"\$150.00 of claim .* is still open"):
        note_outcome(actor=CHEN, claim_id=claim_id, words="enough", done=True)
    with pytest.raises(Invalid):
        note_outcome(actor=CHEN, claim_id=claim_id, words=" ")
    assert kinds() == ["denial"]


def test_what_leaves_nothing_open_is_closed_by_a_note() -> None:
    place = make_place()
    place.visit("visit")
    take(place, claim("A", "1", "150", "0", "0", line("A1", "ZZ001", "150", "0", "CO 45 150")))
    assert kinds() == ["denial"]
    note_outcome(actor=CHEN, claim_id=place.claims["A"], words="capitated", done=True)
    assert kinds() == []


def test_a_corrected_claim_closes_the_denial_and_the_old_one_is_not_settled_any_more() -> None:
    _, claim_id = denied("CO 16 150")
    correct_claim(actor=CHEN, claim_id=claim_id)
    assert (kinds(), open_of(claim_id)) == ([], [])
    for act in (bill_patient, write_off_denial):
        with pytest.raises(Refusal, match="is replaced"):
            act(actor=CHEN, claim_id=claim_id, why="late")


def test_who_may_not_adjust_settles_nothing() -> None:
    _, claim_id = denied("OA 109 150")
    for roles in ({Role.CODER}, {Role.RECEPTIONIST}, set[Role]()):
        somebody = Actor(new_id(), "Somebody", frozenset(roles))
        for act in (bill_patient, write_off_denial):
            with pytest.raises(Refusal):
                act(actor=somebody, claim_id=claim_id, why="because")
    assert [one.open.cents for one in open_of(claim_id)] == [15_000]
    with pytest.raises(NotFound):
        write_off_denial(actor=CHEN, claim_id=new_id(), why="because")
