"""The work queue: every item has a queue, a due time, a priority and a state; it is taken, handed over, finished."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import (
    finish_work,
    finish_work_about,
    hand_over_work,
    open_work,
    open_work_count,
    take_work,
    unowned_work,
    work_about,
    work_items,
)
from medoffice.practice.offers import work_kinds
from medoffice.practice.queries import work_item
from medoffice.practice.types import WorkState
from medoffice.security.api import change_roles, deny_subject
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_ten() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def lind() -> Actor:
    return person("lind")


@pytest.fixture
def vega() -> Actor:
    return person("vega")


def put(ref: Ref | None = None, *, priority: int = 2, key: str = "", patient_id: UUID | None = None) -> UUID:
    about = ref or Ref("call", new_id())
    return open_work(
        actor=PROGRAM, kind="call", title="Call back", ref=about, priority=priority, key=key, patient_id=patient_id
    )


def test_an_item_has_a_queue_a_due_time_a_priority_and_a_state(lind: Actor) -> None:
    put()
    (item,) = work_items(lind)
    assert (item.queue, item.priority, item.state, item.overdue) == (Role.RECEPTIONIST, 2, WorkState.NEW, False)
    assert item.due_at == NOW + timedelta(hours=work_kinds["call"].due_hours)
    with clock.frozen(item.due_at + timedelta(seconds=1)):
        assert [late.overdue for late in work_items(lind)] == [True]


def test_the_most_pressing_comes_first_and_everybody_sees_their_queues(lind: Actor, vega: Actor) -> None:
    order = []
    for minute, priority in enumerate((2, 1, 2, 1)):
        with clock.frozen(NOW + timedelta(minutes=minute)):
            order.append(put(priority=priority))
    wanted = [order[1], order[3], order[0], order[2]]
    assert [item.id for item in work_items(lind)] == wanted
    assert [item.id for item in work_items(vega)] == wanted
    coder = person("abara")
    assert work_items(coder) == []
    assert len(work_items(lind, limit=2)) == 2


def test_the_same_key_opens_one_item_while_it_is_open(lind: Actor) -> None:
    first = put(key="fax-7")
    assert put(key="fax-7") == first
    finish_work(actor=lind, item_id=first, outcome="filed")
    assert put(key="fax-7") != first
    assert len({put(), put()}) == 2


def test_what_one_person_took_another_does_not_take(lind: Actor, vega: Actor) -> None:
    item = put()
    take_work(actor=lind, item_id=item)
    take_work(actor=lind, item_id=item)
    with pytest.raises(Refusal) as refusal:
        take_work(actor=vega, item_id=item)
    assert refusal.value.words == "Astrid Lind has taken this."
    assert (work_item(lind, item).state, work_item(lind, item).owner_name) == (WorkState.MINE, "Astrid Lind")


def test_an_item_is_handed_over_or_put_back(lind: Actor, vega: Actor) -> None:
    item = put()
    take_work(actor=lind, item_id=item)
    hand_over_work(actor=lind, item_id=item, to=vega.id)
    assert work_item(vega, item).owner_name == "Sol Vega"
    hand_over_work(actor=vega, item_id=item)
    put_back = work_item(vega, item)
    assert (put_back.state, put_back.owner_name) == (WorkState.NEW, "")
    take_work(actor=lind, item_id=item)
    finish_work(actor=lind, item_id=item, outcome="called back")
    with pytest.raises(Refusal) as refusal:
        hand_over_work(actor=lind, item_id=item, to=vega.id)
    assert refusal.value.fix == "Astrid Lind: called back"


def test_nothing_is_handed_to_somebody_who_is_gone_or_may_not_see_the_patient(lind: Actor, vega: Actor) -> None:
    who = new_id()
    item = put(patient_id=who)
    deny_subject(actor=PROGRAM, user_id=vega.id, subject=who, reason="her brother")
    change_roles(
        actor=PROGRAM, user_id=make_user("gone", "Left Long Ago", Role.CODER).id, roles=["coder"], active=False
    )
    for to in (vega.id, new_id()):
        with pytest.raises(Refusal) as refusal:
            hand_over_work(actor=lind, item_id=item, to=to)
        assert refusal.value.code == "not-theirs"
    with pytest.raises(NotFound):
        take_work(actor=vega, item_id=item)
    with pytest.raises(NotFound):
        work_item(vega, item)
    assert work_items(vega) == []


def test_finishing_says_what_came_of_it_once(lind: Actor) -> None:
    item = put()
    with pytest.raises(Invalid):
        finish_work(actor=lind, item_id=item, outcome=" ")
    finish_work(actor=lind, item_id=item, outcome="called back")
    finish_work(actor=lind, item_id=item, outcome="called again")
    assert work_items(lind) == []
    with pytest.raises(Refusal) as refusal:
        take_work(actor=lind, item_id=item)
    assert refusal.value.fix == "Astrid Lind: called back"


def test_what_was_dealt_with_ends_all_its_items(lind: Actor) -> None:
    ref = Ref("call", new_id())
    put(ref), put(ref), put()
    finish_work_about(actor=lind, ref=ref, outcome="booked")
    assert open_work_count() == 1
    assert work_about(ref) is None


def test_work_in_a_queue_that_nobody_has_is_counted_as_unowned() -> None:
    put()
    assert unowned_work() == 1
    vega = person("vega")
    assert unowned_work() == 0
    change_roles(actor=PROGRAM, user_id=vega.id, roles=["specialist"], active=False)
    assert unowned_work() == 1


def test_every_kind_of_work_has_a_queue_that_a_person_can_hold() -> None:
    for kind in work_kinds.values():
        assert kind.queue is not Role.SYSTEM, kind.key
        assert kind.due_hours > 0, kind.key
        assert kind.words, kind.key
