"""A notice (ABN) that was noted wrongly is struck: it stays to be read, and nothing rests on it any more."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import (
    cancel_requisition,
    notice_of,
    notices_of_visit,
    order_by_protocol,
    orders_of,
    recode_requisition,
    requisition,
    save_order_set,
    send_on_paper,
    strike_notice,
)
from medoffice.clinic.orders.queries import notices
from medoffice.clinic.orders.queries.labs import sheet
from medoffice.clinic.orders.tests.makers import WHY, Judge, chosen, make_billed_laboratory, make_requisition
from medoffice.clinic.orders.types import Asked, Choice, OrderState, RequisitionState, Support
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import refs_waiting, take_work, work_about
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
HELD = RequisitionState.NOTICE


@pytest.fixture(autouse=True)
def judge(monkeypatch: pytest.MonkeyPatch) -> Judge:
    made = Judge()
    monkeypatch.setattr(notices, "judges", {"medicare": made})
    return made


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def ruiz(office: Office) -> Actor:  # noqa: ARG001 - the office's nurse
    return person("ruiz")


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office)


@pytest.fixture
def asked(office: Office, visit: UUID) -> UUID:
    return make_requisition(office.provider, visit, make_billed_laboratory(), "TSH", "CMP")


def struck(actor: Actor, asked: UUID, why: str = "Another patient's form") -> None:
    strike_notice(actor=actor, requisition_id=asked, seen_version=requisition(asked).version, why=why)


def states(visit: UUID) -> list[OrderState]:
    return [one.state for one in orders_of(visit)]


def test_what_is_struck_stays_to_be_read_and_the_order_waits_for_a_choice_again(
    asked: UUID, visit: UUID, ruiz: Actor
) -> None:
    chosen(ruiz, asked, Choice.BILL)
    assert requisition(asked).state is RequisitionState.TO_SEND
    struck(ruiz, asked)
    assert (requisition(asked).state, notice_of(asked), len(work("requisition-notice"))) == (HELD, None, 1)
    (one,) = notices_of_visit(visit)
    assert (one.choice, one.struck_by, one.struck_why) == (Choice.BILL, "Carmen Ruiz", "Another patient's form")
    chosen(ruiz, asked, Choice.PAY)
    found = notice_of(asked)
    assert found is not None
    assert (found.choice, requisition(asked).state) == (Choice.PAY, RequisitionState.TO_SEND)
    assert [each.choice for each in notices_of_visit(visit)] == [Choice.BILL, Choice.PAY]
    assert work("requisition-notice") == []


def test_what_it_left_out_is_asked_for_again(asked: UUID, visit: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.REFUSE)
    assert states(visit) == [OrderState.REFUSED, OrderState.ORDERED]
    struck(ruiz, asked)
    assert (states(visit), requisition(asked).state) == ([OrderState.ORDERED, OrderState.ORDERED], HELD)
    assert [test.code for _, test in sheet(asked).tests] == ["TSH", "CMP"]
    assert {(one.result, one.done_by, one.done_at) for one in orders_of(visit)} == {("", "", None)}


@pytest.mark.parametrize("orders", ["okafor", "ruiz"])
def test_what_ended_with_its_last_test_waits_for_whom_it_waited(office: Office, visit: UUID, orders: str) -> None:
    """A provider's order waits for the choice, another's for the signature."""
    who = person("ruiz")
    lab = make_billed_laboratory()
    asked = make_requisition(office.provider if orders == "okafor" else who, visit, lab, "TSH")
    chosen(who, asked, Choice.REFUSE)
    assert requisition(asked).state is RequisitionState.CANCELLED
    struck(who, asked)
    waits = HELD if orders == "okafor" else RequisitionState.TO_SIGN
    assert (requisition(asked).state, requisition(asked).why, states(visit)) == (waits, "", [OrderState.ORDERED])
    kinds = ("requisition-notice", "requisition-sign")
    assert [kind for kind, _ in refs_waiting(*kinds)] == [kinds[orders == "ruiz"]]


def test_a_standing_order_is_co_signed_again(office: Office, visit: UUID, ruiz: Actor) -> None:
    lab = make_billed_laboratory()
    save_order_set(actor=office.provider, name="Thyroid", laboratory_id=lab, codes=("TSH",), standing=True)
    asked = order_by_protocol(actor=ruiz, encounter_id=visit, set_key="thyroid", asked=Asked((), WHY))
    chosen(ruiz, asked, Choice.REFUSE)
    struck(ruiz, asked)
    assert requisition(asked).state is HELD
    assert (len(work("requisition-co-sign")), len(work("requisition-notice"))) == (1, 1)


def test_what_somebody_cancelled_stays_cancelled(asked: UUID, visit: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.REFUSE)
    seen = requisition(asked).version
    cancel_requisition(actor=ruiz, requisition_id=asked, seen_version=seen, why="Moved away")
    struck(ruiz, asked)
    assert requisition(asked).state is RequisitionState.CANCELLED
    assert states(visit) == [OrderState.REFUSED, OrderState.REFUSED]
    with pytest.raises(Refusal, match="cancelled"):
        chosen(ruiz, asked, Choice.BILL)


def test_once_it_has_gone_a_wrong_notice_is_noted_anew_as_it_was_before(asked: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.BILL, signed_on=date(2026, 11, 20))
    send_on_paper(actor=ruiz, requisition_id=asked, seen_version=requisition(asked).version)
    struck(ruiz, asked)
    assert requisition(asked).state is RequisitionState.PAPER
    with clock.frozen(datetime(2026, 11, 30, 16, tzinfo=UTC)):
        with pytest.raises(Refusal, match="may have it already"):
            chosen(ruiz, asked, Choice.REFUSE)
        with pytest.raises(Invalid) as wrong:
            chosen(ruiz, asked, Choice.BILL, signed_on=date(2026, 11, 25))
        assert wrong.value.detail["fields"] == {"signed_on": ["The order went on 11/24/2026: it was signed before."]}
        chosen(ruiz, asked, Choice.BILL, signed_on=date(2026, 11, 24))
    found = notice_of(asked)
    assert found is not None
    assert (found.signed_on, requisition(asked).state) == (date(2026, 11, 24), RequisitionState.PAPER)


def test_what_the_laboratory_has_without_its_tests_is_not_struck(asked: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.REFUSE)
    send_on_paper(actor=ruiz, requisition_id=asked, seen_version=requisition(asked).version)
    with pytest.raises(Refusal, match="without the tests"):
        struck(ruiz, asked)
    assert notice_of(asked) is not None


def test_it_is_struck_with_a_reason_by_who_may_and_in_the_version_that_was_read(asked: UUID, ruiz: Actor) -> None:
    with pytest.raises(NotFound):
        struck(ruiz, asked)
    chosen(ruiz, asked, Choice.BILL)
    with pytest.raises(Invalid):
        struck(ruiz, asked, " ")
    with pytest.raises(NotFound):
        struck(person("nox"), asked)
    with pytest.raises(Refusal, match="meanwhile"):
        strike_notice(actor=ruiz, requisition_id=asked, seen_version=1, why="x")
    assert notice_of(asked) is not None


def test_what_the_work_says_is_true_when_the_order_says_another_diagnosis(
    judge: Judge, office: Office, asked: UUID, ruiz: Actor
) -> None:
    number, about = requisition(asked).number, Ref("requisition", asked)
    assert work("requisition-notice") == [f"Notice (ABN) before {number} goes: Thyrotropin"]
    item = work_about(about)
    assert item is not None
    take_work(actor=ruiz, item_id=item)
    judge.told = {"Z9901": (Support.LISTED, "a"), "Z9902": (Support.AGAINST, "b")}
    seen = requisition(asked).version
    recode_requisition(actor=office.provider, requisition_id=asked, seen_version=seen, old="J02.9", new="E11.9")
    assert work("requisition-notice") == [f"Notice (ABN) before {number} goes: Metabolic panel"]
    assert work_about(about) == item, "whoever took it has it"


def test_the_screen_strikes_it_shows_it_struck_and_asks_anew(asked: UUID, ruiz: Actor) -> None:
    chosen(ruiz, asked, Choice.BILL)
    client, address = sign_in("ruiz"), f"/orders/laboratory/{asked}/"
    page = client.get(address).content.decode()
    assert "It was noted wrongly" in page
    assert "The laboratory was told of it" not in page
    typed = {"version": requisition(asked).version}
    assert client.post(f"{address}notice/strike/", typed).status_code == 422
    done = client.post(f"{address}notice/strike/", {**typed, "why": "Another patient's form"}, follow=True)
    page = done.content.decode()
    assert "Notices that were wrong" in page
    assert "Another patient&#x27;s form" in page
    assert "It was noted wrongly" not in page
    assert "note what was chosen" in page
    assert "Waiver of liability" not in page
    chosen(PROGRAM, asked, Choice.BILL)
    send_on_paper(actor=ruiz, requisition_id=asked, seen_version=requisition(asked).version)
    assert "The laboratory was told of it" in client.get(address).content.decode()
    struck(ruiz, asked)
    assert "note what was chosen" in client.get(address).content.decode()
