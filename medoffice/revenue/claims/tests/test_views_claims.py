"""The screens of claims through the whole stack: what a biller sees and does, and that a stranger sees nothing."""

import pytest
from django.test import Client

from medoffice.revenue.claims.api import remittances, transmit_files
from medoffice.revenue.claims.tests.hand_computed.later_decisions import FIRST
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import Place, advice, interchange, make_place
from medoffice.revenue.claims.types import ClaimState
from medoffice.revenue.code_lists.tests.makers import take
from medoffice.security.tests.makers import somebody
from medoffice.security.types import PROGRAM
from medoffice.standards.code_lists.types import ListKind

pytestmark = pytest.mark.django_db
PASSWORD = "seven quiet herons wade"
LATER = claim("A", "1", "150", "10", "0", line("A1", "ZZ001", "150", "10", "CO 50 140"))


@pytest.fixture
def place() -> Place:
    """A claim paid with interest, a payment set aside, a file nobody can read."""
    made = make_place()
    made.visit("visit")
    made.receive(
        interchange(advice(FIRST.format(**made.names()), trace="T1", amount="97.37", provider="L6:ICNA*-1.37"))
    )
    made.receive(
        interchange(advice(FIRST.replace("{A}", "LOST").format(**made.names()), trace="T2", amount="96"), control=2)
    )
    made.receive(b"not a file")
    return made


def page(client: Client, address: str) -> str:
    """The words of a page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_biller_sees_the_claim_its_payment_and_what_was_set_aside(place: Place) -> None:
    client = somebody("biller")
    claim = place.claim("A")
    assert claim.number in page(client, "/claims/?show=decided")
    story = page(client, f"/claims/{claim.id}/")
    assert "Paid $96.00 in payment T1" in story
    assert "$24.00" in story
    overview = page(client, "/claims/remittances/")
    assert "Files not taken in" in overview
    for remit in remittances():
        shown = page(client, f"/claims/remittances/{remit.id}/")
        if remit.posted_at:
            assert "Moved outside any claim" in shown
            assert "-$1.37" in shown
        else:
            assert "LOST that is not ours" in shown
            assert f"{claim.number} Vale, Ingrid" in shown
            answer = client.post(f"/claims/remittances/{remit.id}/post/", {"version": remit.version}, follow=True)
            assert answer.status_code == 409
            assert "LOST that is not ours" in answer.content.decode()


def test_a_reason_has_the_official_text_where_the_office_has_loaded_the_list(place: Place) -> None:
    client, where = somebody("biller"), f"/claims/{place.claims['A']}/"
    assert "A made-up text of 45" not in page(client, where)
    take(ListKind.REASONS, 'Code,Description\n45,"A made-up text of 45.\nStart: 01/01/1995"\n')
    assert "A made-up text of 45" in page(client, where)


def test_a_biller_corrects_a_claim_and_sends_it(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("medoffice.revenue.claims.actions.transmit_files.clearinghouse", _Door)
    transmit_files(actor=PROGRAM)
    client = somebody("biller")
    client.post(f"/claims/{place.claims['A']}/correct/", {"once": "k1"})
    client.post(f"/claims/{place.claims['A']}/correct/", {"once": "k1"})
    assert place.claim("AC").state is ClaimState.READY
    told = client.post("/claims/send/", {"once": "k2"}, follow=True)
    assert place.claim("AC").state is ClaimState.SENT
    assert "Sent in 1 file" in told.content.decode()
    assert place.claim("AC").number in told.content.decode()
    nothing = client.post("/claims/send/", {"once": "k3"}, follow=True).content.decode()
    assert "nothing was sent" in nothing


def test_a_paid_claim_with_a_line_left_unpaid_is_not_called_done(place: Place) -> None:
    client = somebody("biller")
    address = f"/claims/{place.claims['A']}/"
    assert "nothing is to be done" in page(client, address)
    place.receive(interchange(advice(LATER.format(**place.names()), trace="T3", amount="10"), control=3))
    story = page(client, address)
    assert "nothing is to be done" not in story
    assert "Say below what comes of it." in story
    assert "/note/" in story
    assert f"paid {place.claim('A').paid} of $150.00" in story


def test_a_stranger_sees_and_does_nothing(place: Place) -> None:
    claim, (remit, *_) = place.claim("A"), remittances()
    for client in (Client(), somebody()):
        for address in ("/claims/", f"/claims/{claim.id}/", "/claims/remittances/", f"/claims/remittances/{remit.id}/"):
            answer = client.get(address)
            assert answer.status_code in (302, 403, 404)
            assert claim.number not in answer.content.decode()
        assert client.post(f"/claims/{claim.id}/correct/").status_code in (302, 403, 404)
    assert place.claim("A").state is ClaimState.PAID


class _Door:
    """A clearinghouse that takes everything."""

    def send(self, name: str, data: bytes) -> None:
        assert name
        assert data
