"""A payment set aside is resolved by persons: what they say is posted whole or not at all, and balances to the cent."""

from uuid import UUID

import pytest

from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work, work_about, work_items
from medoffice.revenue.billing.api import account_of, charges_of
from medoffice.revenue.claims.api import (
    answer_question,
    ask_again,
    claim,
    decisions_of,
    not_ours_in,
    payment_set_aside,
    post_remittance,
    remittance,
    remittances,
    return_remittance,
)
from medoffice.revenue.claims.tests.hand_computed.shapes import claim as decision
from medoffice.revenue.claims.tests.hand_computed.shapes import line
from medoffice.revenue.claims.tests.makers import CHEN, Place, advice, interchange, make_place
from medoffice.revenue.claims.types import Answer, ClaimState, FileState, Part, SetAside
from medoffice.revenue.ledger.api import balances
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, written_down
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
LOST = "CLP*LOST*"
PAID = decision("A", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))
KIM = Actor(new_id(), "Kim Soo", frozenset({Role.BILLER}))


@pytest.fixture
def place() -> Place:
    """An office with one claim of 150.00 sent."""
    made = make_place()
    made.visit("visit")
    return made


def set_aside(place: Place, claims: str, amount: str = "120", trace: str = "T1", **more: str) -> UUID:
    """A payment that could not be posted."""
    text = advice(claims.format(**place.names()), trace=trace, amount=amount, **more)  # type: ignore[arg-type] # text
    place.receive(interchange(text, control=place.files + 1))
    found = next(row for row in remittances() if row.trace == trace and row.state is FileState.QUARANTINED)
    assert found.posted_at is None
    return found.id


def asked(remittance_id: UUID, actor: Actor = CHEN) -> SetAside:
    """What is still to be said."""
    found = payment_set_aside(actor, remittance_id)
    assert found is not None
    return found


def say(remittance_id: UUID, answer: Answer, chosen: UUID | None = None, *, actor: Actor = CHEN, **more: str) -> None:
    """Answer the first open question."""
    now = asked(remittance_id, actor)
    question = now.questions[0]
    answer_question(
        actor=actor,
        remittance_id=remittance_id,
        seen_version=now.version,
        part=question.part,
        claim=question.claim,
        place=question.place,
        answer=answer,
        chosen_id=chosen,
        **more,
    )


def post(remittance_id: UUID, actor: Actor = CHEN) -> None:
    """Post it as it is understood now."""
    seen = remittance(remittance_id).version
    post_remittance(actor=actor, remittance_id=remittance_id, seen_version=seen)


def books() -> dict[str, int]:
    """Every account that is not at zero."""
    return {row.name: row.balance.cents for row in balances() if row.balance}


def kinds() -> list[str]:
    """The kinds of work that wait for the biller."""
    return sorted(item.kind for item in work_items(CHEN))


def test_a_candidate_is_picked_and_the_payment_is_posted(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    (question,), before = asked(aside).questions, books()
    assert [(one.answer, one.chosen_id) for one in question.options] == [
        (Answer.CLAIM, place.claims["A"]),
        (Answer.NOT_OURS, None),
    ]
    with pytest.raises(Refusal, match="not ours"):
        post(aside)
    say(aside, Answer.CLAIM, place.claims["A"])
    assert (asked(aside).questions, books()) == ((), before)
    post(aside)
    assert books()["Payer payments on their way"] == 12_000
    assert place.claim("A").state is ClaimState.PAID
    assert f"Matched by {CHEN.name} to claim LOST" in " ".join(event.words for event in place.claim("A").events)
    assert (kinds(), remittance(aside).state) == ([], FileState.DONE)
    said = [(who, detail["chosen"]) for who, detail in written_down("remits.post") if detail.get("answer") == "claim"]
    assert said == [(CHEN.name, str(place.claims["A"]))]


def test_saying_the_same_twice_is_one_and_a_second_person_is_told(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    seen = asked(aside).version
    say(aside, Answer.CLAIM, place.claims["A"])
    now = remittance(aside).version
    answer_question(
        actor=KIM,
        remittance_id=aside,
        seen_version=seen,
        part=Part.CLAIM,
        claim=0,
        place=0,
        answer=Answer.CLAIM,
        chosen_id=place.claims["A"],
    )
    assert remittance(aside).version == now
    for act in (
        lambda: answer_question(
            actor=KIM,
            remittance_id=aside,
            seen_version=seen,
            part=Part.CLAIM,
            claim=0,
            place=0,
            answer=Answer.NOT_OURS,
        ),
        lambda: ask_again(actor=KIM, remittance_id=aside, seen_version=seen, claim=0),
        lambda: post_remittance(actor=KIM, remittance_id=aside, seen_version=seen),
        lambda: return_remittance(actor=KIM, remittance_id=aside, seen_version=seen, why="no"),
    ):
        with pytest.raises(Refusal, match=f"{CHEN.name} said something"):
            act()
    post(aside)
    once = books()
    with pytest.raises(Refusal, match=f"is posted by {CHEN.name}"):
        post(aside, KIM)
    assert books() == once


def test_a_number_may_be_typed_but_only_of_a_claim_to_this_payer(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    with pytest.raises(Refusal, match="There is no claim C-77777"):
        say(aside, Answer.CLAIM, number="C-77777")
    with pytest.raises(NotFound):
        say(aside, Answer.LINE, new_id())
    say(aside, Answer.CLAIM, number=f" {place.claim('A').number.lower()} ")
    post(aside)
    assert place.claim("A").state is ClaimState.PAID
    other = interchange(
        advice(
            PAID.replace("CLP*{A}*", "CLP*GONE*").format(**place.names()),
            trace="T9",
            amount="120",
            payer=("99902", "SUNFIELD STATE PLAN"),
        ),
        control=9,
    )
    place.receive(other)
    (theirs,) = [row.id for row in remittances() if row.trace == "T9"]
    with pytest.raises(Refusal, match="another payer"):
        say(theirs, Answer.CLAIM, number=place.claim("A").number)


def test_what_may_not_be_seen_is_neither_offered_nor_found(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    wei = person("chen")
    deny_subject(actor=PROGRAM, user_id=wei.id, subject=place.patient_id, reason="related")
    assert [one.answer for one in asked(aside, wei).questions[0].options] == [Answer.NOT_OURS]
    with pytest.raises(Refusal, match="There is no claim"):
        say(aside, Answer.CLAIM, actor=wei, number=place.claim("A").number)


def test_money_that_is_not_ours_goes_to_the_recoveries_and_to_a_person_never_to_a_patient(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    before, held = books(), account_of(PROGRAM, place.patient_id)[0]
    say(aside, Answer.NOT_OURS)
    post(aside)
    after = books()
    assert after.pop("Payer recoveries") == -12_000
    assert after.pop("Payer payments on their way") == 12_000
    assert (after, account_of(PROGRAM, place.patient_id)[0]) == (before, held)
    assert place.claim("A").state is ClaimState.SENT
    (part,) = not_ours_in(aside)
    assert (part.theirs, part.amount.cents, part.by) == ("LOST", 12_000, CHEN.name)
    assert kinds() == ["not-ours"]
    item = work_about(Ref("not_ours", part.id))
    assert item is not None
    finish_work(actor=CHEN, item_id=item, outcome="check sent back")
    assert kinds() == []


def test_a_denial_that_is_not_ours_moves_nothing_and_leaves_no_work(place: Place) -> None:
    denied = decision("A", "4", "150", "0", "0", line("A1", "ZZ001", "150", "0", "CO 16 150"))
    aside, before = set_aside(place, denied.replace("CLP*{A}*", LOST), amount="0", method="NON"), books()
    say(aside, Answer.NOT_OURS)
    post(aside)
    assert (books(), kinds()) == (before, [])


def test_a_reversal_without_an_original_is_acknowledged_as_not_ours(place: Place) -> None:
    back = decision("A", "22", "-150", "-120", "0", line("A1", "ZZ001", "-150", "-120", "CO 45 -30"))
    aside, before = set_aside(place, back, amount="0", method="NON", provider="FB:T1*-120"), books()
    (question,) = asked(aside).questions
    assert "no decision of that kind stands" in question.says
    say(aside, Answer.NOT_OURS)
    post(aside)
    assert books() == before
    assert place.claim("A").state is ClaimState.SENT
    assert decisions_of(place.claims["A"]) == []


def test_a_reversal_whose_original_comes_in_the_same_payment_asks_nothing_of_it(place: Place) -> None:
    back = decision("A", "22", "-150", "-120", "0", line("A1", "ZZ001", "-150", "-120", "CO 45 -30"))
    aside = set_aside(place, PAID + back + PAID.replace("CLP*{A}*", LOST))
    assert [one.claim for one in asked(aside).questions] == [2]


def test_lines_are_picked_one_by_one_and_one_may_be_not_ours(place: Place) -> None:
    place.visit("visit", "culture")
    two = line("B1", "ZZ009", "150", "100", "CO 45 50").replace("{B1}", "X1")
    three = line("B2", "ZZ008", "60", "10", "CO 45 50").replace("{B2}", "X2")
    aside = set_aside(place, decision("B", "1", "210", "110", "0", two + three), amount="110")
    before, first = books(), place.claim("B").lines[0]
    one, other = asked(aside).questions
    assert (one.part, one.place, other.place, len(one.options)) == (Part.LINE, 0, 1, 3)
    say(aside, Answer.LINE, first.id)
    assert first.id not in {option.chosen_id for option in asked(aside).questions[0].options}
    say(aside, Answer.NOT_OURS)
    post(aside)
    moved = {name: cents - before.get(name, 0) for name, cents in books().items() if cents != before.get(name, 0)}
    assert moved == {
        "Payer payments on their way": 11_000,
        "Payer recoveries": -1_000,
        "Insurance receivable": -15_000,
        "Contractual adjustments": 5_000,
    }
    (kept,) = decisions_of(place.claims["B"])
    assert (kept.charge.cents, kept.paid.cents) == (15_000, 10_000)
    assert place.claim("B").paid.cents == 10_000
    assert kinds() == ["not-ours"]


@pytest.mark.parametrize(("spread", "left"), [(False, [0, 0]), (True, [0, 0])])
def test_an_adjustment_of_the_whole_claim_is_placed_by_a_person(place: Place, spread: bool, left: list[int]) -> None:
    place.visit("visit", "culture")
    whole = decision("B", "1", "190", "150", "0", cas="CO 45 40")
    aside = set_aside(place, whole, amount="150")
    (question,) = asked(aside).questions
    assert question.part is Part.ADJUSTMENT
    lines = place.claim("B").lines
    if spread:
        say(aside, Answer.SPREAD)
    else:
        say(aside, Answer.LINE, lines[0].id)
    post(aside)
    (kept,) = decisions_of(place.claims["B"])
    paid = {code: amount.cents for code, _, amount, _ in kept.lines}
    assert paid == ({"ZZ001": 11_842, "ZZ002": 3_158} if spread else {"ZZ001": 11_000, "ZZ002": 4_000})
    assert [charge.insurance_balance.cents for charge in charges_of(place.visits["B"])] == left


def test_more_than_the_line_was_charged_is_not_taken_off_it(place: Place) -> None:
    place.visit("visit", "culture")
    aside = set_aside(place, decision("B", "1", "190", "130", "0", cas="CO 45 60"), amount="130")
    small, before = place.claim("B").lines[1], books()
    say(aside, Answer.LINE, small.id)
    with pytest.raises(Refusal, match="More is taken off ZZ002"):
        post(aside)
    assert books() == before
    ask_again(actor=CHEN, remittance_id=aside, seen_version=remittance(aside).version, claim=0)
    say(aside, Answer.SPREAD)
    post(aside)
    assert place.claim("B").state is ClaimState.PAID


def test_all_is_posted_or_nothing(place: Place) -> None:
    place.visit("visit")
    good = PAID.replace("{A", "{B")
    aside, before = set_aside(place, good + PAID.replace("CLP*{A}*", LOST), amount="240"), books()
    with pytest.raises(Refusal, match="LOST"):
        post(aside)
    assert books() == before
    assert place.claim("B").state is ClaimState.SENT
    say(aside, Answer.CLAIM, place.claims["A"])
    post(aside)
    assert {place.claim("A").state, place.claim("B").state} == {ClaimState.PAID}


def test_what_does_not_add_up_is_never_posted_and_is_returned_with_a_reason(place: Place) -> None:
    aside, before = set_aside(place, PAID, amount="121"), books()
    assert asked(aside).hopeless
    assert asked(aside).stuck
    with pytest.raises(Refusal, match="the claims"):
        post(aside)
    seen = remittance(aside).version
    with pytest.raises(Invalid):
        return_remittance(actor=CHEN, remittance_id=aside, seen_version=seen, why=" ")
    return_remittance(actor=CHEN, remittance_id=aside, seen_version=seen, why="asked for a corrected file")
    found = remittance(aside)
    assert (found.state, found.returned_why) == (FileState.RETURNED, "asked for a corrected file")
    assert (books(), kinds()) == (before, [])
    for act in (post, lambda one: return_remittance(actor=KIM, remittance_id=one, seen_version=2, why="again")):
        with pytest.raises(Refusal, match=f"returned to the payer by {CHEN.name}"):
            act(aside)
    place.receive(interchange(advice(PAID.format(**place.names()), trace="T1", amount="120"), control=8))
    assert place.claim("A").state is ClaimState.PAID
    assert remittance(aside).state is FileState.RETURNED


def test_what_can_be_posted_is_not_returned(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    with pytest.raises(Refusal, match="its money has come"):
        return_remittance(actor=CHEN, remittance_id=aside, seen_version=remittance(aside).version, why="no")
    assert remittance(aside).state is FileState.QUARANTINED


def test_a_whole_claim_over_another_charge_can_only_go_back(place: Place) -> None:
    place.visit("visit", "culture")
    aside = set_aside(place, decision("B", "1", "200", "150", "0", cas="CO 45 50"), amount="150")
    assert "claim C-" in asked(aside).stuck
    return_remittance(actor=CHEN, remittance_id=aside, seen_version=remittance(aside).version, why="send the lines")
    assert kinds() == []


def test_who_may_not_post_says_nothing(place: Place) -> None:
    aside = set_aside(place, PAID.replace("CLP*{A}*", LOST))
    lind = Actor(new_id(), "Astrid Lind", frozenset({Role.RECEPTIONIST}))
    nox = Actor(new_id(), "Nox", frozenset())
    for who in (lind, nox):
        with pytest.raises(Refusal):
            say(aside, Answer.NOT_OURS, actor=who)
        with pytest.raises(Refusal):
            return_remittance(actor=who, remittance_id=aside, seen_version=1, why="no")
    assert remittance(aside).version == 1
    with pytest.raises(NotFound):
        claim(new_id())
