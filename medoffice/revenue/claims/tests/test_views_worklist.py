"""The biller's worklist through the whole stack: payments set aside are resolved, denials worked, one by one."""

import re
from uuid import UUID

import pytest
from django.test import Client

from medoffice.practice.api import work_items
from medoffice.revenue.billing.api import patient_balance
from medoffice.revenue.claims.api import remittance, remittances
from medoffice.revenue.claims.queries.worklist import waiting_counts
from medoffice.revenue.claims.tests.hand_computed.shapes import claim, line
from medoffice.revenue.claims.tests.makers import CHEN, Place, advice, interchange, make_place
from medoffice.revenue.claims.types import FileState, Group
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
LOST = "CLP*LOST*"


@pytest.fixture
def place() -> Place:
    """Two claims denied (one CO, one OA), one payment that names no claim of ours, and one that does not add up."""
    made = make_place()
    for _ in range(3):
        made.visit("visit")
    names = made.names()
    made.receive(
        interchange(
            advice(denied("A", "CO 16 150").format(**names), trace="T1", amount="0", method="NON"),
            advice(denied("B", "OA 109 150").format(**names), trace="T2", amount="0", method="NON"),
            advice(paid("C").replace("CLP*{C}*", LOST).format(**names), trace="T3", amount="120"),
            advice(paid("C").format(**names), trace="T4", amount="121"),
        )
    )
    return made


def denied(letter: str, reason: str) -> str:
    """A claim of which nothing was paid."""
    return claim(letter, "4", "150", "0", "0", line(f"{letter}1", "ZZ001", "150", "0", reason))


def paid(letter: str) -> str:
    """A claim that was paid."""
    return claim(letter, "1", "150", "120", "0", line(f"{letter}1", "ZZ001", "150", "120", "CO 45 30"))


def aside(trace: str) -> UUID:
    """A payment by its number."""
    return next(row.id for row in remittances() if row.trace == trace)


def text(client: Client, address: str) -> str:
    """The words of a page that is there."""
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def question(page: str) -> dict[str, str]:
    """The fields of the first answer a page offers."""
    form = page[page.index("/answer/") :]
    return dict(
        re.findall(r'name="(version|part|claim|place|answer|chosen_id)" value="([^"]*)"', form.split("</form>")[0])
    )


def test_each_group_leads_to_what_waits_in_it(place: Place) -> None:
    client = signed_in("chen")
    shown = text(client, "/claims/?show=denied")
    assert [place.claim(letter).number in shown for letter in "ABC"] == [True, True, False]
    assert 'from=denied"' in shown
    for group, rows in (("payments set aside", 2), ("held", 0), ("to send", 0), ("rejected", 0), ("no answer", 0)):
        assert text(client, f"/claims/?show={group}").count("<tr data-row>") == rows
    assert place.claim("C").number in text(client, "/claims/?show=with the payer")
    assert text(client, "/claims/").count("<tr data-row>") == 2
    assert text(client, "/claims/?show=nothing").count("<tr data-row>") == 2


def test_a_payment_is_resolved_by_its_candidate_and_the_next_one_is_shown(place: Place) -> None:
    client = signed_in("chen")
    lost, unbalanced = aside("T3"), aside("T4")
    page = text(client, f"/claims/remittances/{lost}/")
    fields = question(page)
    assert fields["chosen_id"] == str(place.claims["A"]) or fields["answer"] == "claim"
    fields["chosen_id"] = str(place.claims["C"])
    client.post(f"/claims/remittances/{lost}/answer/", fields)
    late = client.post(f"/claims/remittances/{lost}/answer/", {**fields, "answer": "not ours", "chosen_id": ""})
    assert (late.status_code, "while you looked at it" in late.content.decode()) == (409, True)
    page = text(client, f"/claims/remittances/{lost}/")
    assert f"It is claim {place.claim('C').number}, says Wei Chen." in page
    answer = client.post(f"/claims/remittances/{lost}/post/", {"version": "2"})
    assert answer["Location"] == f"/claims/remittances/{unbalanced}/"
    assert "Payment T3 of Prairie Mutual is posted: $120.00." in text(client, answer["Location"])
    assert place.claim("C").paid.cents == 12_000


def test_what_was_said_is_said_anew(place: Place) -> None:
    client, lost = signed_in("chen"), aside("T3")
    fields = question(text(client, f"/claims/remittances/{lost}/")) | {"answer": "not ours", "chosen_id": ""}
    client.post(f"/claims/remittances/{lost}/answer/", fields)
    assert "It is not ours, says Wei Chen." in text(client, f"/claims/remittances/{lost}/")
    client.post(f"/claims/remittances/{lost}/again/", {"version": "2", "claim": "0"})
    assert "that is not ours" in text(client, f"/claims/remittances/{lost}/")
    typed = {**fields, "version": "3", "answer": "claim", "number": "C-77777"}
    assert "There is no claim C-77777." in client.post(f"/claims/remittances/{lost}/answer/", typed).content.decode()
    for path, sent in (("answer", {"version": "x"}), ("again", {"claim": "x"})):
        assert client.post(f"/claims/remittances/{lost}/{path}/", sent).status_code == 404
    assert place.claim("C").paid.cents == 0


def test_an_unbalanced_payment_is_returned_with_a_reason(place: Place) -> None:
    client, unbalanced = signed_in("chen"), aside("T4")
    page = text(client, f"/claims/remittances/{unbalanced}/")
    assert "It cannot be posted." in page
    assert "/post/" not in page
    address = f"/claims/remittances/{unbalanced}/return/"
    assert client.post(address, {"version": "1", "why": ""}).status_code == 422
    client.post(address, {"version": "1", "why": "asked for a corrected file"})
    assert remittance(unbalanced).state is FileState.RETURNED
    assert "asked for a corrected file" in text(client, f"/claims/remittances/{unbalanced}/")
    assert client.post(address, {"version": "2", "why": "again"}).status_code == 409
    assert place.claim("C").paid.cents == 0


def test_a_denial_offers_what_may_be_done_and_finishing_leads_to_the_next(place: Place) -> None:
    client = signed_in("chen")
    a, b = place.claims["A"], place.claims["B"]
    page = text(client, f"/claims/{a}/?from=denied")
    assert "1 of 2 denied" in page
    assert "Correct and resend" in page
    assert "Not possible: the payer gave the group CO" in page
    assert "/bill/" not in page
    assert "Our own short words" in page
    assert "something on the claim is missing or wrong" in page
    refused = client.post(f"/claims/{a}/bill/", {"why": "because", "from": "denied"})
    assert (refused.status_code, "may not be billed" in refused.content.decode()) == (422, True)
    assert client.post(f"/claims/{a}/note/", {"words": "called", "from": "denied"})["Location"].startswith(
        f"/claims/{a}/"
    )
    assert client.post(f"/claims/{a}/note/", {"words": "enough", "done": "on"}).status_code == 422
    assert client.post(f"/claims/{a}/write-off/", {"why": ""}).status_code == 422
    done = client.post(f"/claims/{a}/write-off/", {"why": "too late", "from": "denied", "once": "k"})
    assert done["Location"] == f"/claims/{b}/?from=denied"
    assert "/bill/" in text(client, f"/claims/{b}/?from=denied")
    done = client.post(f"/claims/{b}/bill/", {"why": "no cover that day", "from": "denied"})
    assert done["Location"] == "/claims/?show=denied"
    assert patient_balance(place.patient_id).patient.cents == 15_000
    assert "denial" not in {item.kind for item in work_items(CHEN)}
    assert "No claim is denied." in text(client, "/claims/?show=denied")


def test_a_stranger_and_a_receptionist_resolve_nothing(place: Place) -> None:
    lost, a = aside("T3"), place.claims["A"]
    for client in (Client(), signed_in("nox"), signed_in("lind")):
        for path in (
            f"/claims/remittances/{lost}/answer/",
            f"/claims/remittances/{lost}/again/",
            f"/claims/remittances/{lost}/return/",
            f"/claims/{a}/bill/",
            f"/claims/{a}/write-off/",
            f"/claims/{a}/note/",
        ):
            answer = client.post(path, {"version": "1", "claim": "0", "why": "x", "words": "x"})
            assert answer.status_code in (302, 403, 404)
            assert answer.get("Location", "/security/sign-in/").startswith("/security/sign-in/")
    lind = sign_in("lind")
    assert "/answer/" not in text(lind, f"/claims/remittances/{lost}/")
    assert remittance(lost).version == 1
    assert place.claim("A").events[-1].words.startswith("Denied")


def test_a_person_kept_away_from_a_patient_is_not_told_of_them(place: Place) -> None:
    chen = person("chen")
    deny_subject(actor=PROGRAM, user_id=chen.id, subject=place.patient_id, reason="related")
    client = sign_in("chen")
    page = text(client, f"/claims/remittances/{aside('T3')}/")
    assert place.claim("C").number not in page
    assert text(client, "/claims/?show=denied").count("<tr data-row>") == 0
    mine, everybody = (waiting_counts(actor, 1000)[Group.DENIED] for actor in (chen, PROGRAM))
    assert (mine, everybody > 0) == (0, True)
