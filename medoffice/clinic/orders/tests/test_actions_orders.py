"""Orders: placed by who may, carried out once, with what came of it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import (
    open_orders,
    order,
    orders_of,
    perform_order,
    place_order,
    refuse_order,
    strike_order,
)
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel import clock, trace
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about, work_items
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office)


@pytest.fixture
def assistant(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return make_user("moss", "Ada Moss", Role.MEDICAL_ASSISTANT)


def test_an_order_waits_and_is_carried_out_with_its_result(office: Office, visit: UUID, assistant: Actor) -> None:
    placed = place_order(actor=office.provider, encounter_id=visit, key="culture", words=" Throat culture ")
    waiting = order(placed)
    assert (waiting.words, waiting.state, waiting.ordered_by) == ("Throat culture", OrderState.ORDERED, "Amara Okafor")
    (item,) = work_items(assistant)
    assert (item.queue, item.ref) == (Role.MEDICAL_ASSISTANT, Ref("order", placed))
    assert [found.id for found in open_orders(assistant)] == [placed]
    perform_order(actor=assistant, order_id=placed, result=" negative ")
    done = order(placed)
    assert (done.state, done.result, done.done_by, done.done_at) == (OrderState.DONE, "negative", "Ada Moss", NOW)
    assert open_orders(assistant) == []
    assert work_about(Ref("order", placed)) is None
    assert orders_of(visit) == [done]


def test_nothing_is_carried_out_twice(office: Office, visit: UUID, assistant: Actor) -> None:
    placed = place_order(actor=office.provider, encounter_id=visit, key="shot", words="Injection")
    perform_order(actor=assistant, order_id=placed, result="left arm, lot 7")
    for act in (
        partial(perform_order, actor=assistant, order_id=placed, result="right arm, lot 8"),
        partial(refuse_order, actor=assistant, order_id=placed, why="no"),
    ):
        with pytest.raises(Refusal) as refusal:
            act()
        assert refusal.value.words == "Ada Moss settled this order: done."
    assert order(placed).result == "left arm, lot 7"


def test_an_order_is_cancelled_with_its_reason(office: Office, visit: UUID, assistant: Actor) -> None:
    placed = place_order(actor=office.provider, encounter_id=visit, key="shot", words="Injection")
    with pytest.raises(Invalid):
        refuse_order(actor=office.provider, order_id=placed, why=" ")
    refuse_order(actor=office.provider, order_id=placed, why="patient declines")
    settled = order(placed)
    assert (settled.state, settled.result) == (OrderState.REFUSED, "patient declines")
    assert work_items(assistant) == []


def test_a_result_is_said_and_an_order_names_something(office: Office, visit: UUID, assistant: Actor) -> None:
    for key, words in (("", "x"), ("x", " ")):
        with pytest.raises(Invalid):
            place_order(actor=office.provider, encounter_id=visit, key=key, words=words)
    assert orders_of(visit) == []
    placed = place_order(actor=office.provider, encounter_id=visit, key="culture", words="Throat culture")
    with pytest.raises(Invalid):
        perform_order(actor=assistant, order_id=placed, result="")
    assert order(placed).state is OrderState.ORDERED


def test_an_order_is_a_step_of_the_chain_that_codes_can_rest_on(office: Office, visit: UUID) -> None:
    placed = place_order(actor=office.provider, encounter_id=visit, key="culture", words="Throat culture")
    perform_order(actor=PROGRAM, order_id=placed, result="negative")
    told = trace.step(Ref("order", placed))
    assert told is not None
    assert (told.title, told.words, told.causes) == ("Order", "Throat culture, done", (Ref("encounter", visit),))
    assert (told.quote[slice(*told.quote_span)], told.needs) == ("negative", "orders.read")
    assert Ref("order", placed) in trace.effects_of(Ref("encounter", visit))


def test_who_orders_and_who_carries_out(office: Office, visit: UUID, assistant: Actor) -> None:
    lind = person("lind")
    for nobody in (lind, assistant):
        with pytest.raises(NotFound):
            place_order(actor=nobody, encounter_id=visit, key="culture", words="Throat culture")
    placed = place_order(actor=office.provider, encounter_id=visit, key="culture", words="Throat culture")
    with pytest.raises(NotFound):
        perform_order(actor=lind, order_id=placed, result="negative")
    deny_subject(actor=PROGRAM, user_id=assistant.id, subject=order(placed).patient_id, reason="her brother")
    with pytest.raises(NotFound):
        perform_order(actor=assistant, order_id=placed, result="negative")
    assert open_orders(assistant) == []
    assert order(placed).state is OrderState.ORDERED


def test_what_was_not_done_after_all_is_settled_so_and_says_what_was_said(office: Office, visit: UUID) -> None:
    placed = place_order(actor=office.provider, encounter_id=visit, key="culture", words="Throat culture")
    with pytest.raises(Refusal, match="is ordered"):
        strike_order(actor=PROGRAM, order_id=placed, why="wrong patient")
    perform_order(actor=PROGRAM, order_id=placed, result="negative")
    with pytest.raises(Invalid):
        strike_order(actor=PROGRAM, order_id=placed, why=" ")
    strike_order(actor=office.provider, order_id=placed, why="wrong patient")
    found = order(placed)
    assert (found.state, found.done_by) == (OrderState.REFUSED, "Amara Okafor")
    assert found.result == "Nothing was done: wrong patient (it said: negative)"
    with pytest.raises(Refusal, match="is refused"):
        strike_order(actor=PROGRAM, order_id=placed, why="again")
    with pytest.raises(NotFound):
        strike_order(actor=person("lind"), order_id=placed, why="again")
