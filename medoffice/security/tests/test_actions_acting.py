"""Actions: permission, rules, rows, one audit event; nothing is left of what was refused; a key acts once."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Barrier
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.http import HttpRequest

from medoffice.kernel import clock
from medoffice.kernel.facts import fact, publish
from medoffice.kernel.ids import new_id
from medoffice.kernel.models import FirstResult, OutboxFact, StoredFile
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.worlds import current
from medoffice.security.acting import action, acts_of_their_own, form_sent, record
from medoffice.security.models import AuditEvent
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


@fact
@dataclass(frozen=True, slots=True)
class Kept:
    """Something was kept (a fact of these tests)."""

    name: str


def keep(name: str) -> None:
    """A row."""
    StoredFile.objects.create(sha256=name, size=1, media_type="text/plain", stored_at=clock.now())


def kept() -> set[str]:
    return set(StoredFile.objects.values_list("sha256", flat=True))


@action("practice.set_up")
def keep_one(*, actor: Actor, name: str, then: str = "", price: Money = ZERO) -> UUID:
    """Keep a row and publish a fact; then do what is asked."""
    keep(name)
    made = new_id()
    publish(Kept(name), subject=made)
    record("file", made, subjects=[made], name=name, cents=price.cents, by=actor.name)
    if then == "refuse":
        raise Refusal("full", "There is no room left.")
    if then == "break":
        raise ValueError("a bug that quotes Vale, Ingrid")
    return made


@action("practice.set_up")
def keep_two(*, actor: Actor, first: str, second: str, then: str = "") -> UUID:
    """Keep one row, let another action keep the next; go on if that refuses."""
    keep(first)
    with suppress(Refusal), transaction.atomic():
        keep_one(actor=actor, name=second, then=then)
    made = new_id()
    record("pair", made)
    return made


@action("practice.set_up", shown_once=True)
def keep_secret(*, actor: Actor, request: HttpRequest, data: bytes) -> str:
    """Keep a row under a secret that is told."""
    keep(f"{request.method} {len(data)} {actor.name}")
    return "ZZTOP-99"


def keep_once(key: str, *, actor: Actor, name: str, then: str = "", price: Money = ZERO) -> UUID:
    """Keep a row as the answer to a form with this key."""
    with form_sent(key):
        return keep_one(actor=actor, name=name, then=then, price=price)


def events() -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(word="practice.set_up").order_by("id"))


def test_an_action_leaves_its_rows_its_fact_and_one_event() -> None:
    petrov = person("petrov")
    made = keep_one(actor=petrov, name="a")
    assert kept() == {"a"}
    assert OutboxFact.objects.get().body == {"name": "a"}
    (event,) = events()
    assert (event.actor_id, event.actor_name, event.outcome) == (petrov.id, "Irina Petrov", "done")
    assert (event.object_kind, event.object_id, event.via) == ("file", made, [])
    assert [row.subject for row in event.subjects.all()] == [made]


def test_the_event_is_of_the_worlds_time() -> None:
    with clock.frozen(NOON):
        keep_one(actor=PROGRAM, name="a")
    assert events()[0].at == NOON


@pytest.mark.parametrize(
    ("then", "error", "detail"),
    [("refuse", Refusal, {"refusal": "full"}), ("break", ValueError, {"broke": "ValueError"})],
)
def test_what_is_refused_or_breaks_leaves_only_an_event_that_says_so(
    then: str, error: type[Exception], detail: dict[str, str]
) -> None:
    with pytest.raises(error):
        keep_one(actor=PROGRAM, name="a", then=then)
    assert kept() == set()
    assert OutboxFact.objects.count() == 0
    (event,) = events()
    assert (event.outcome, event.detail) == ("refused", detail)


def test_who_lacks_the_word_gets_not_found_and_it_is_written_down() -> None:
    nox = person("nox")
    with pytest.raises(NotFound):
        keep_one(actor=nox, name="a")
    assert kept() == set()
    (event,) = events()
    assert (event.outcome, event.actor_id) == ("refused", nox.id)


def test_an_action_inside_an_action_is_one_event_that_names_it() -> None:
    made = keep_two(actor=PROGRAM, first="a", second="b")
    assert kept() == {"a", "b"}
    (event,) = events()
    assert (event.via, event.outcome) == (["practice.set_up"], "done")
    assert (event.object_kind, event.object_id) == ("pair", made)  # the outer action's object, though named last


def test_of_an_inner_action_that_refused_nothing_is_left() -> None:
    keep_two(actor=PROGRAM, first="a", second="b", then="refuse")
    assert kept() == {"a"}
    assert OutboxFact.objects.count() == 0


@action("practice.set_up")
def keep_heedless(*, actor: Actor) -> None:
    """Go on after a refusal as if nothing had been, which an action may not."""
    with suppress(Refusal):
        keep_one(actor=actor, name="a", then="refuse")
    keep("b")


def test_who_goes_on_after_a_refusal_without_a_savepoint_is_undone_and_the_office_stays_open() -> None:
    with pytest.raises(TransactionManagementError):
        keep_heedless(actor=PROGRAM)
    assert kept() == set()
    assert [event.detail for event in events()] == [{"broke": "TransactionManagementError"}]
    keep_one(actor=PROGRAM, name="c")
    assert kept() == {"c"}


def test_an_inner_bug_undoes_the_outer_action() -> None:
    with pytest.raises(ValueError, match="bug"):
        keep_two(actor=PROGRAM, first="a", second="b", then="break")
    assert kept() == set()
    assert [event.outcome for event in events()] == ["refused"]


def test_a_key_given_twice_acts_once() -> None:
    first = keep_once("k", actor=PROGRAM, name="a", price=Money(500))
    assert keep_once("k", actor=PROGRAM, name="a", price=Money(500)) == first
    assert len(events()) == 1
    assert OutboxFact.objects.count() == 1


def test_a_key_with_other_content_is_refused() -> None:
    keep_once("k", actor=PROGRAM, name="a")
    for other in ({"name": "b"}, {"name": "a", "price": Money(1)}):
        with pytest.raises(Refusal) as refusal:
            keep_once("k", actor=PROGRAM, **other)
        assert refusal.value.code == "key-reused"
    assert kept() == {"a"}


def test_the_keys_of_two_people_never_meet() -> None:
    petrov = person("petrov")
    assert keep_once("k", actor=PROGRAM, name="a") != keep_once("k", actor=petrov, name="b")


def test_a_refused_attempt_does_not_use_up_its_key() -> None:
    with pytest.raises(Refusal):
        keep_once("k", actor=PROGRAM, name="a", then="refuse")
    keep_once("k", actor=PROGRAM, name="a")
    assert kept() == {"a"}


def pair(first: str, second: str, then: str = "") -> list[UUID]:
    """Two acts as the answer to one form."""
    with form_sent("k"):
        return [keep_one(actor=PROGRAM, name=first), keep_one(actor=PROGRAM, name=second, then=then)]


def test_a_form_that_acts_twice_does_each_once() -> None:
    made = pair("a", "b")
    assert made[0] != made[1]
    assert pair("a", "b") == made
    assert len(events()) == 2
    with pytest.raises(Refusal, match="sent before"):
        pair("a", "c")
    assert kept() == {"a", "b"}


def test_of_a_form_whose_second_act_was_refused_the_first_stays_and_the_second_can_follow() -> None:
    with pytest.raises(Refusal):
        pair("a", "b", "refuse")
    assert kept() == {"a"}
    pair("a", "b")
    assert kept() == {"a", "b"}
    assert [event.outcome for event in events()] == ["done", "refused", "done"]


def test_an_inner_action_goes_with_the_act_of_the_form() -> None:
    def send() -> UUID:
        with form_sent("k"):
            return keep_two(actor=PROGRAM, first="a", second="b")

    assert send() == send()
    assert FirstResult.objects.count() == 1


def test_another_act_in_the_place_of_the_first_is_refused() -> None:
    keep_once("k", actor=PROGRAM, name="a")
    with form_sent("k"), pytest.raises(Refusal, match="sent before"):
        keep_two(actor=PROGRAM, first="a", second="b")


def test_acts_of_their_own_leave_the_key_to_the_form() -> None:
    with form_sent("k"):
        with acts_of_their_own():
            made = [keep_one(actor=PROGRAM, name=name) for name in ("a", "b")]
        made.append(keep_one(actor=PROGRAM, name="c"))
    with form_sent("k"):
        assert keep_one(actor=PROGRAM, name="c") == made[2]
    assert FirstResult.objects.count() == 1


def test_without_a_key_and_outside_a_form_each_act_acts() -> None:
    keep_once("", actor=PROGRAM, name="a")
    keep_one(actor=PROGRAM, name="b")
    assert FirstResult.objects.count() == 0


def test_a_secret_is_shown_once_and_not_kept() -> None:
    def send(data: bytes) -> str:
        with form_sent("k"):
            return keep_secret(actor=PROGRAM, request=HttpRequest(), data=data)

    assert send(b"\xff") == "ZZTOP-99"
    with pytest.raises(Refusal, match="shown once"):
        send(b"\xff")
    with pytest.raises(Refusal, match="sent before"):
        send(b"\xfe")
    assert FirstResult.objects.get().result is None
    assert len(kept()) == 1


@pytest.mark.parametrize("key", ["x" * 5000, "\x00", "ключ 🗝"])
def test_any_text_will_do_as_a_key(key: str) -> None:
    assert keep_once(key, actor=PROGRAM, name="a") == keep_once(key, actor=PROGRAM, name="a")


def test_what_was_typed_cannot_be_guessed_from_the_table_of_keys() -> None:
    keep_once("k", actor=PROGRAM, name="a")
    before = FirstResult.objects.get().request_hash
    FirstResult.objects.all().delete()
    StoredFile.objects.all().delete()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.SECRET_KEY", "another office's secret")
        keep_once("k", actor=PROGRAM, name="a")
    assert FirstResult.objects.get().request_hash != before


def test_an_action_without_an_actor_is_a_bug() -> None:
    with pytest.raises(TypeError, match="actor"):
        keep_one(name="a")  # type: ignore[call-arg] # on purpose


def test_an_action_takes_keywords_only() -> None:
    with pytest.raises(TypeError, match="keyword"):
        action("practice.set_up")(keep)


def test_eight_at_once_with_one_key_act_once(fresh_world: str) -> None:
    start = Barrier(8)

    def send(_: int) -> UUID:
        with current.use(fresh_world):
            try:
                start.wait()
                return keep_once("k", actor=PROGRAM, name="a")
            finally:
                connection.close()

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(send, range(8)))
    assert len(set(results)) == 1
    assert kept() == {"a"}
    assert OutboxFact.objects.count() == 1
    assert [event.outcome for event in events()] == ["done"]


@action("practice.set_up")
def keep_unless_there(*, actor: Actor, name: str, looked: Barrier) -> bool:
    """Keep a row that is not there yet; meets the other one between looking and keeping."""
    if name in kept():
        return False
    looked.wait(30)
    keep(name)
    record("file", new_id(), subjects=[new_id()], by=actor.name)
    return True


def test_who_was_a_moment_later_finds_what_the_other_did(fresh_world: str) -> None:
    looked = Barrier(2)

    def send(_: int) -> bool:
        with current.use(fresh_world):
            try:
                return keep_unless_there(actor=PROGRAM, name="a", looked=looked)
            finally:
                connection.close()

    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(send, range(2)))
    assert sorted(results) == [False, True]
    assert kept() == {"a"}
    assert [event.outcome for event in events()] == ["done", "done"]
    assert sorted(event.subjects.count() for event in events()) == [0, 1]


def test_what_collides_with_nobody_is_a_bug_and_stays_one() -> None:
    tries = []

    @action("practice.set_up")
    def keep_twice(*, actor: Actor) -> None:
        tries.append(actor)
        keep("a")
        keep("a")

    with pytest.raises(IntegrityError):
        keep_twice(actor=PROGRAM)
    assert (kept(), len(tries)) == (set(), 2)
    (event,) = events()
    assert (event.outcome, event.detail) == ("refused", {"broke": "IntegrityError"})
