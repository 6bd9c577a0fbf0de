"""Taking, linking and closing calls."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.front_office.calls.api import (
    call,
    call_numbered,
    calls_on,
    close_call,
    link_patient,
    open_calls,
    take_call,
    verify_caller,
)
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_about, work_items
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Actor, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _at_nine() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def lind() -> Actor:
    return person("lind")


def ring(
    actor: Actor = PROGRAM,
    reason: str = "Cough since Friday",
    *,
    urgent: bool = False,
    patient_id: UUID | None = None,
    checked: str = "",
) -> UUID:
    return take_call(
        actor=actor,
        kind=CallKind.APPOINTMENT,
        caller=" Ingrid Vale ",
        relation="self",
        phone="217-555-0142",
        reason=reason,
        urgent=urgent,
        patient_id=patient_id,
        identity_checked=checked,
    )


def test_a_call_is_possible_without_a_patient_and_waits_in_a_queue(lind: Actor) -> None:
    taken = call(ring(lind))
    assert (taken.caller, taken.taken_by, taken.started_at) == ("Ingrid Vale", "Astrid Lind", NOW)
    assert (taken.patient_id, taken.ended_at, taken.outcome) == (None, None, "")
    assert call_numbered(taken.number) == taken.id
    assert call_numbered("") is None
    (item,) = work_items(lind)
    assert (item.kind, item.queue, item.priority) == ("call", Role.RECEPTIONIST, 2)
    assert item.due_at == NOW + timedelta(hours=2)
    assert "Vale" not in item.title


def test_urgent_calls_stand_on_top_then_the_oldest(lind: Actor) -> None:
    order = []
    for minute, urgent in enumerate([False, False, True, True]):
        with clock.frozen(NOW + timedelta(minutes=minute)):
            order.append(ring(lind, urgent=urgent))
    first, second, red, red_too = order
    assert [found.id for found in open_calls(lind)] == [red, red_too, first, second]
    assert [item.ref.id for item in work_items(lind)][:2] == [red, red_too]
    assert [found.id for found in calls_on(lind, NOW.date(), "America/Chicago")] == [red_too, red, second, first]


@pytest.mark.parametrize(("caller", "reason", "missing"), [("", "cough", "caller"), ("Vale", "  ", "reason")])
def test_a_call_needs_a_caller_and_what_they_say(caller: str, reason: str, missing: str) -> None:
    with pytest.raises(Invalid) as refusal:
        take_call(actor=PROGRAM, kind=CallKind.OTHER, caller=caller, relation="", phone="", reason=reason)
    assert list(refusal.value.detail["fields"]) == [missing]
    assert open_calls(PROGRAM) == []


def test_nothing_is_disclosed_before_the_caller_is_identified(lind: Actor) -> None:
    who = make_patient()
    with pytest.raises(Invalid) as refusal:
        ring(lind, patient_id=who, checked="name")
    assert "two identifiers" in refusal.value.detail["fields"]["identity_checked"][0]
    taken = ring(lind)
    for checked in ("name", "name, Name", "x, " + "y" * 81):
        with pytest.raises(Invalid):
            link_patient(actor=lind, call_id=taken, patient_id=who, identity_checked=checked)
    assert call(taken).patient_id is None
    for outcome in ("booked", "results"):
        with pytest.raises(Refusal) as refused:
            close_call(actor=lind, call_id=taken, outcome=outcome)
        assert refused.value.code == "may-not-be-told"
        assert "whom the call is about" in refused.value.words
    link_patient(actor=lind, call_id=taken, patient_id=who)
    assert (call(taken).patient_id, call(taken).verified) == (who, False)
    with pytest.raises(Refusal, match="identity was not checked"):
        close_call(actor=lind, call_id=taken, outcome="results")
    verify_caller(actor=lind, call_id=taken, identity_checked="name; birth date")
    assert call(taken).identity_checked == "name, birth date"
    close_call(actor=lind, call_id=taken, outcome="results", words="cholesterol is fine", read_back=True)
    closed = call(taken)
    assert (closed.outcome, closed.told, closed.read_back) == ("results told: cholesterol is fine", "Ingrid Vale", True)


def test_closing_says_what_came_of_it_and_ends_the_work(lind: Actor) -> None:
    taken = ring(lind)
    for outcome, words in (("", ""), ("x" * 201, ""), ("noted", "x" * 121)):
        with pytest.raises(Invalid):
            close_call(actor=lind, call_id=taken, outcome=outcome, words=words)
    close_call(actor=lind, call_id=taken, outcome="answered")
    closed = call(taken)
    assert (closed.outcome, closed.ended_at, closed.told) == ("answered, nothing of a patient was told", NOW, "")
    assert open_calls(lind) == []
    assert work_about(Ref("call", taken)) is None


def test_a_closed_call_stays_as_it_was_closed(lind: Actor) -> None:
    taken = ring(lind)
    close_call(actor=lind, call_id=taken, outcome="noted")
    close_call(actor=lind, call_id=taken, outcome="noted")
    with pytest.raises(Refusal) as refusal:
        close_call(actor=lind, call_id=taken, outcome="answered")
    assert refusal.value.code == "call-closed"
    with pytest.raises(Refusal):
        link_patient(actor=lind, call_id=taken, patient_id=make_patient(), identity_checked="name, birth date")
    assert call(taken).outcome == "noted, nothing more to do"


def test_who_is_kept_away_from_a_patient_knows_of_no_call_about_them(lind: Actor) -> None:
    who = make_patient()
    taken = ring(patient_id=who, checked="name, birth date")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her neighbour")
    assert open_calls(lind) == []
    assert calls_on(lind, NOW.date(), "America/Chicago") == []
    assert work_items(lind) == []
    with pytest.raises(NotFound):
        close_call(actor=lind, call_id=taken, outcome="booked")
    with pytest.raises(NotFound):
        link_patient(actor=lind, call_id=taken, patient_id=make_patient(), identity_checked="name, birth date")
    assert call(taken).patient_id == who
    nox = Actor(make_patient("Nox", "N"), "Nox", frozenset())
    assert open_calls(nox) == []
    with pytest.raises(NotFound):
        ring(nox)
