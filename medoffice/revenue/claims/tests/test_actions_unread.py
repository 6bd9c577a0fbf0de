"""A payment of which not all can be read: a person posts the rest, what is left waits, and nothing is posted twice."""

from uuid import UUID

import pytest

from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.api import (
    answer_question,
    decisions_in,
    not_ours_in,
    payment_set_aside,
    post_remittance,
    remittance,
    remittance_findings,
    remittances,
    return_remittance,
)
from medoffice.revenue.claims.tests.hand_computed.shapes import claim as decision
from medoffice.revenue.claims.tests.hand_computed.shapes import line
from medoffice.revenue.claims.tests.makers import CHEN, Place, advice, interchange, make_place, open_work
from medoffice.revenue.claims.types import Answer, ClaimState, FileState, Part, SetAside
from medoffice.revenue.ledger.api import balances
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
PAID_A, PAID_B = (
    decision(one, "1", "150", "120", "0", line(f"{one}1", "ZZ001", "150", "120", "CO 45 30")) for one in "AB"
)
SENT, PAID = ClaimState.SENT, ClaimState.PAID
EFT, RECOVERIES = "Payer payments on their way", "Payer recoveries"


@pytest.fixture
def place() -> Place:
    """An office with two claims of 150.00 sent."""
    made = make_place()
    made.visit("visit")
    made.visit("visit")
    return made


def both(place: Place, old: str = "", new: str = "", **more: str) -> bytes:
    """A file with one payment of both claims, in which something of the first is written otherwise."""
    assert old in PAID_A
    claims = (PAID_A.replace(old, new, 1) if old else PAID_A) + more.pop("second", PAID_B)
    text = advice(claims.format(**place.names()), **{"trace": "T1", "amount": "240", **more})  # type: ignore[arg-type] # all text
    return interchange(text, control=place.files + 1)


def books() -> dict[str, int]:
    """The accounts payers' money goes through, in cents; a debit is positive."""
    return {row.name: row.balance.cents for row in balances() if row.balance and row.name in (EFT, RECOVERIES)}


def kinds() -> list[str]:
    """The kinds of work that wait for the biller."""
    return sorted(item.kind for item in open_work())


def states(place: Place) -> tuple[ClaimState, ClaimState]:
    """Where the two claims stand."""
    return place.claim("A").state, place.claim("B").state


def aside() -> UUID:
    """The payment set aside."""
    return next(row.id for row in remittances() if row.state is FileState.QUARANTINED)


def asked(remittance_id: UUID) -> SetAside:
    """What is to be said about it."""
    found = payment_set_aside(CHEN, remittance_id)
    assert found is not None
    return found


def without(remittance_id: UUID) -> None:
    """Chen says that it be posted without the claims at fault."""
    for question in asked(remittance_id).questions:
        assert [option.answer for option in question.options] == [Answer.LATER]
        answer_question(
            actor=CHEN,
            remittance_id=remittance_id,
            seen_version=asked(remittance_id).version,
            part=Part.CLAIM,
            claim=question.claim,
            place=0,
            answer=Answer.LATER,
        )


def post(remittance_id: UUID) -> None:
    """Chen posts it."""
    post_remittance(actor=CHEN, remittance_id=remittance_id, seen_version=remittance(remittance_id).version)


UNREADABLE = [
    ("*150*120*", "*150*12O*"),
    ("CO*45*30", "CO*45*3O"),
    ("DTM*472*{day}", "DTM*472*20260231"),
    ("CO*45*30", "CO*45*29"),
]


@pytest.mark.parametrize(("old", "new"), UNREADABLE, ids=["payment", "adjustment", "day", "off by a dollar"])
def test_a_claim_that_cannot_be_read_waits_and_a_person_posts_the_rest(place: Place, old: str, new: str) -> None:
    place.receive(both(place, old, new))
    remit = aside()
    assert (books(), states(place), kinds()) == ({}, (SENT, SENT), ["remit-quarantined"])
    with pytest.raises(Refusal, match="cannot be posted as it was sent"):
        post(remit)
    assert books() == {}
    without(remit)
    assert books() == {}
    post(remit)
    assert (books(), states(place)) == ({EFT: 24_000, RECOVERIES: -12_000}, (SENT, PAID))
    assert kinds() == ["remit-unread"]
    (kept,) = not_ours_in(remit)
    assert (kept.theirs, kept.amount.cents, kept.unread) == (place.claim("A").number, 12_000, True)
    assert "was posted without it" in place.claim("A").events[-1].words
    with pytest.raises(Refusal, match="is posted"):
        post(remit)


def test_another_payment_of_the_file_is_posted_by_itself(place: Place) -> None:
    names = place.names()
    texts = [
        advice(PAID_A.replace("*150*120*", "*150*12O*").format(**names), trace="T1", amount="120"),
        advice(PAID_B.format(**names), trace="T2", amount="120"),
    ]
    place.receive(interchange(*texts))
    assert (books(), states(place), kinds()) == ({EFT: 12_000}, (SENT, PAID), ["remit-quarantined"])
    assert {row.trace: row.state for row in remittances()} == {"T1": FileState.QUARANTINED, "T2": FileState.DONE}
    without(aside())
    post(aside())
    assert books() == {EFT: 24_000, RECOVERIES: -12_000}
    assert all(row.state is FileState.DONE for row in remittances())


def test_a_copy_that_can_be_read_posts_what_was_left_and_nothing_twice(place: Place) -> None:
    place.receive(both(place, *UNREADABLE[0]))
    first = aside()
    without(first)
    post(first)
    place.receive(both(place))
    copy = next(row for row in remittances() if row.id != first)
    assert copy.state is FileState.DUPLICATE
    assert [found["code"] for found in remittance_findings(copy.id)] == ["rest-posted"]
    assert [found.claim_id for found in decisions_in(copy.id)] == [place.claims["A"]]
    assert (books(), states(place), kinds()) == ({EFT: 24_000}, (PAID, PAID), [])
    place.receive(both(place).replace(b"~", b"~\n"))
    place.receive(both(place, *UNREADABLE[0]).replace(b"~", b"~\n"))
    assert books() == {EFT: 24_000}
    with pytest.raises(Refusal, match="posted from another file"):
        post(aside())
    return_remittance(actor=CHEN, remittance_id=aside(), seen_version=1, why="a copy")
    assert (books(), kinds()) == ({EFT: 24_000}, [])


def test_a_copy_that_says_otherwise_waits_for_a_person(place: Place) -> None:
    place.receive(both(place, *UNREADABLE[0]))
    without(aside())
    post(aside())
    less = decision("A", "1", "150", "110", "0", line("A1", "ZZ001", "150", "110", "CO 45 40"))
    more = decision("B", "1", "150", "130", "0", line("B1", "ZZ001", "150", "130", "CO 45 20"))
    text = advice((less + more).format(**place.names()), trace="T1", amount="240")
    place.receive(interchange(text, control=9))
    once = {EFT: 24_000, RECOVERIES: -12_000}
    assert (books(), kinds()) == (once, ["remit-quarantined", "remit-unread"])
    copy = aside()
    assert "remit-unlike" in {found["code"] for found in remittance_findings(copy)}
    with pytest.raises(Refusal, match="decides on other claims"):
        post(copy)
    return_remittance(actor=CHEN, remittance_id=copy, seen_version=remittance(copy).version, why="ask them")
    assert (books(), kinds()) == (once, ["remit-unread"])


def test_a_denial_that_cannot_be_read_is_work_though_no_money_waits(place: Place) -> None:
    denied = decision("B", "4", "150", "0", "0", line("B1", "ZZ001", "150", "0", "CO 16 150"))
    place.receive(both(place, second=denied.replace("CO*16*150", "CO*16*15O"), amount="120"))
    without(aside())
    post(aside())
    assert (books(), states(place), kinds()) == ({EFT: 12_000}, (PAID, SENT), ["remit-unread"])


def test_what_the_payment_holds_must_be_known(place: Place) -> None:
    place.receive(both(place, "CO*45*30", "CO*45*3O", amount="241"))
    remit = aside()
    assert asked(remit).hopeless
    with pytest.raises(Refusal):
        post(remit)
    return_remittance(actor=CHEN, remittance_id=remit, seen_version=1, why="send it anew")
    assert (books(), kinds()) == ({}, [])


def test_a_file_whose_form_is_wrong_is_posted_by_a_person_who_trusts_it(place: Place) -> None:
    place.receive(both(place).replace(b"IEA*1", b"IEA*7"))
    remit = aside()
    assert (books(), asked(remit).questions) == ({}, ())
    assert asked(remit).doubts == ("IEA01 says 7 groups; there are 1.",)
    post(remit)
    assert (books(), states(place), kinds()) == ({EFT: 24_000}, (PAID, PAID), [])


def test_an_unread_payment_may_be_returned_to_the_payer_and_comes_anew(place: Place) -> None:
    place.receive(both(place, *UNREADABLE[0]))
    return_remittance(actor=CHEN, remittance_id=aside(), seen_version=1, why="an amount cannot be read")
    assert kinds() == []
    place.receive(both(place))
    assert (books(), states(place)) == ({EFT: 24_000}, (PAID, PAID))


def test_no_other_answer_fits_a_claim_that_cannot_be_read(place: Place) -> None:
    place.receive(both(place, *UNREADABLE[0]))
    remit = aside()
    for answer, number in ((Answer.CLAIM, place.claim("A").number), (Answer.NOT_OURS, "")):
        with pytest.raises(Refusal):
            answer_question(
                actor=CHEN,
                remittance_id=remit,
                seen_version=1,
                part=Part.CLAIM,
                claim=0,
                place=0,
                answer=answer,
                number=number,
            )
    assert asked(remit).questions


def test_the_page_offers_to_post_without_it_and_to_return_it(place: Place) -> None:
    place.receive(both(place, *UNREADABLE[0]))
    browser, address = signed_in("chen"), f"/claims/remittances/{aside()}/"
    page = browser.get(address).content.decode()
    number = place.claim("A").number
    assert f"Post the payment without claim {number}" in page
    assert "its $120.00 wait with the payer&#x27;s recoveries" in page
    assert "Return to the payer" in page
    assert "by its number" not in page
    without(aside())
    page = browser.get(address).content.decode()
    assert "Post it" in page
    assert f"It is posted once it can be read, says {CHEN.name}." in page


def test_the_program_never_posts_what_is_not_read(place: Place) -> None:
    place.receive(both(place, *UNREADABLE[0]))
    with pytest.raises(Refusal):
        post_remittance(actor=PROGRAM, remittance_id=aside())
    assert books() == {}
