"""What persons resolved (payments set aside, denials) leaves the books whole, and every entry leads to its cause."""

import pytest

from medoffice.kernel.trace import Ref, effects_of, step
from medoffice.revenue.books.api import proofs
from medoffice.revenue.claims.api import (
    answer_question,
    bill_patient,
    not_ours_in,
    post_remittance,
    remittances,
    write_off_denial,
)
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import CHEN, Place, advice, interchange, make_place
from medoffice.revenue.claims.types import Answer, Part
from medoffice.revenue.ledger.api import entries_for

pytestmark = pytest.mark.django_db
MONEY = {"payer-cash", "cash", "patient-cash"}


@pytest.fixture
def place() -> Place:
    """A claim denied in parts, and a payment whose claim is not ours."""
    made = make_place()
    made.visit("visit")
    denied = claim("A", "4", "150", "0", "0", line("A1", "ZZ001", "150", "0", "CO 16 100", "OA 109 50"))
    lost = claim("LOST", "1", "150", "120", "0", line("A1", "ZZ001", "150", "120", "CO 45 30"))
    names = made.names() | {"LOST": "LOST", "LOSTlast": "QUIST", "LOSTfirst": "X", "LOSTmember": "Y"}
    made.receive(interchange(advice(denied.format(**names), trace="T1", amount="0", method="NON")))
    made.receive(interchange(advice(lost.format(**names), trace="T2", amount="120"), control=2))
    return made


def test_the_proofs_hold_after_everything_was_resolved(place: Place) -> None:
    (aside,) = [row for row in remittances() if row.posted_at is None]
    answer_question(
        actor=CHEN, remittance_id=aside.id, seen_version=1, part=Part.CLAIM, claim=0, place=0, answer=Answer.NOT_OURS
    )
    post_remittance(actor=CHEN, remittance_id=aside.id, seen_version=2)
    bill_patient(actor=CHEN, claim_id=place.claims["A"], why="no cover that day")
    write_off_denial(actor=CHEN, claim_id=place.claims["A"], why="too late")
    found = {proof.key: proof for proof in proofs()}
    wrong = {key: proof.found for key, proof in found.items() if not proof.ok}
    assert set(wrong) <= {"audit", "files", "work"}, wrong
    assert "$120.00, posted as money $120.00" in found["payer-cash"].found
    (part,) = not_ours_in(aside.id)
    ref = Ref("not_ours", part.id)
    told = step(ref)
    assert told is not None
    assert told.causes == (Ref("remittance", aside.id),)
    assert ref in set(effects_of(Ref("remittance", aside.id)))
    assert [one.kind for one in effects_of(ref)] == ["journal_entry"]
    (entry,) = entries_for(ref)
    assert "LOST" in entry.words
