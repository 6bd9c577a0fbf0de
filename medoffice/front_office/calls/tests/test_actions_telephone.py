"""Emergencies, promises, bundles, causes, advice, lists: what a call becomes."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from medoffice.front_office.calls.actions.change_list import change_list
from medoffice.front_office.calls.api import (
    add_note,
    call,
    calls_of,
    close_call,
    escalate_call,
    events_of,
    keep_promise,
    lists,
    promises_of,
    say_cause,
    triage_call,
)
from medoffice.front_office.calls.queries.calls import bundled
from medoffice.front_office.calls.tests.makers import CHECKED, make_call
from medoffice.front_office.calls.types import Escalated, EventKind, ListName
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here, work_about, work_items
from medoffice.records.patients.api import join_household, permit_person
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.rights.api import answer_restriction, ask_restriction, end_restriction
from medoffice.records.rights.types import Objection
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person
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


def test_an_emergency_in_the_words_must_be_handed_on_before_the_call_can_be_closed(lind: Actor) -> None:
    taken = make_call("Chest pain since an hour", actor=lind)
    found = call(taken)
    assert (found.red_flags, found.urgent) == (("chest",), True)
    assert work_items(lind)[0].priority == 1
    for outcome in ("noted", "emergency"):
        with pytest.raises(Refusal) as refused:
            close_call(actor=lind, call_id=taken, outcome=outcome)
        assert refused.value.code == "not-escalated"
    with pytest.raises(Invalid):
        escalate_call(actor=lind, call_id=taken, to=Escalated.NURSE, words=" ")
    escalate_call(actor=lind, call_id=taken, to=Escalated.EMERGENCY, words="911 on the other line")
    (logged,) = events_of(taken)
    assert (logged.kind, logged.detail, logged.by, logged.at) == (
        EventKind.ESCALATION,
        {"to": "911", "flags": "chest"},
        "Astrid Lind",
        NOW,
    )
    close_call(actor=lind, call_id=taken, outcome="emergency")
    with pytest.raises(Refusal):
        escalate_call(actor=lind, call_id=taken, to=Escalated.NURSE, words="again")


def test_an_emergency_in_a_later_note_counts_too(lind: Actor) -> None:
    taken = make_call(actor=lind)
    assert not call(taken).urgent
    add_note(actor=lind, call_id=taken, words="Calls again: cannot breathe")
    assert (call(taken).red_flags, call(taken).urgent) == (("breath",), True)
    with pytest.raises(Refusal, match="emergency"):
        close_call(actor=lind, call_id=taken, outcome="noted")
    escalate_call(actor=lind, call_id=taken, to=Escalated.NOT_ONE, words="He meant the nose is blocked")
    close_call(actor=lind, call_id=taken, outcome="noted")


def test_a_promise_becomes_work_that_is_due_then_and_counts_as_kept_or_broken(lind: Actor) -> None:
    taken = make_call("Dose question, we call back @+2h", actor=lind)
    (promised,) = promises_of([taken])
    assert (promised.due_at, promised.to, promised.made_by) == (NOW + timedelta(hours=2), "Ingrid Vale", "Astrid Lind")
    assert promised.state(NOW) == "open"
    assert promised.state(NOW + timedelta(hours=3)) == "broken"
    work = {item.kind: item for item in work_items(lind)}
    assert work["promise"].due_at == promised.due_at
    assert "Vale" not in work["promise"].title
    with clock.frozen(NOW + timedelta(hours=1)):
        close_call(actor=lind, call_id=taken, outcome="message")
        (kept,) = promises_of([taken])
        assert kept.state(clock.now()) == "kept"
        assert work_items(lind) == []
    late = make_call("@+30min", actor=lind)
    with clock.frozen(NOW + timedelta(hours=1)):
        (broken,) = promises_of([late])
        keep_promise(actor=lind, promise_id=broken.id)
        keep_promise(actor=lind, promise_id=broken.id)
        (broken,) = promises_of([late])
        assert broken.state(clock.now()) == "broken"
        assert work_about(Ref("promise", broken.id)) is None


def test_one_conversation_about_a_household_is_a_call_for_each_with_permission_of_its_own(lind: Actor) -> None:
    mother = make_patient("Amaro", "Ana")
    child, grown = (
        make_patient("Amaro", name, born=born) for name, born in (("Ida", date(2019, 3, 8)), ("Leo", date(2001, 1, 1)))
    )
    for one in (child, grown):
        join_household(actor=PROGRAM, patient_id=one, other_id=mother)
    first = make_call("Cough, and the children too", actor=lind, caller="", patient_id=mother, identity_checked=CHECKED)
    assert call(first).caller == "Ana Amaro"
    mothers = {"caller": "Ana Amaro", "relation": "mother", "identity_checked": CHECKED}
    about_child = make_call("Ida coughs", actor=lind, patient_id=child, with_call=first, **mothers)
    about_grown = make_call("Leo's results", actor=lind, patient_id=grown, with_call=about_child, **mothers)
    assert [one.id for one in bundled(lind, call(first))] == [about_child, about_grown]
    assert [one.id for one in bundled(lind, call(about_grown))] == [first, about_child]
    close_call(actor=lind, call_id=about_child, outcome="advice")
    with pytest.raises(Refusal) as refused:
        close_call(actor=lind, call_id=about_grown, outcome="results")
    assert "Not on the patient's list" in refused.value.words
    permit_person(actor=PROGRAM, patient_id=grown, name="Ana Amaro", relation="mother")
    close_call(actor=lind, call_id=about_grown, outcome="results")
    assert call(first).ended_at is None
    sister = make_user("sister", "Runa Vale", Role.RECEPTIONIST)
    deny_subject(actor=PROGRAM, user_id=sister.id, subject=child, reason="her niece")
    assert [one.id for one in bundled(sister, call(first))] == [about_grown]
    with pytest.raises(NotFound):
        make_call("x", actor=sister, with_call=about_child)


def test_cm4_whom_the_office_agreed_not_to_tell_is_told_nothing_whoever_permits_it(lind: Actor) -> None:
    grown = make_patient("Amaro", "Leo")
    permit_person(actor=PROGRAM, patient_id=grown, name="Ana Amaro", relation="mother")
    wanted = Objection("Ana Amaro", "my results", "", "licence", today_here())
    asked = ask_restriction(actor=PROGRAM, patient_id=grown, wanted=wanted)
    answer_restriction(actor=PROGRAM, restriction_id=asked, seen_version=1, agrees=True, why="")
    mother = {"caller": "Ana Amaro", "relation": "mother", "identity_checked": CHECKED}
    taken = make_call("Leo's results", actor=lind, patient_id=grown, **mother)
    with pytest.raises(Refusal) as refused:
        close_call(actor=lind, call_id=taken, outcome="results")
    assert "agreed not to tell Ana Amaro" in refused.value.words
    end_restriction(actor=PROGRAM, restriction_id=asked, why="they are reconciled")
    close_call(actor=lind, call_id=taken, outcome="results")


def test_why_they_called_is_said_with_what_was_behind_it(lind: Actor) -> None:
    taken, behind = make_call(actor=lind), Ref("statement", make_patient())
    with pytest.raises(Invalid):
        say_cause(actor=lind, call_id=taken, cause="no such cause")
    say_cause(actor=lind, call_id=taken, cause="statement", because=behind)
    assert (call(taken).cause, call(taken).because) == ("statement", behind)
    say_cause(actor=lind, call_id=taken, cause="new_need")
    assert (call(taken).cause, call(taken).because) == ("new_need", None)


def test_advice_is_a_clinicians_signed_and_stays(lind: Actor) -> None:
    ruiz, who = make_user("nurse", "Noor Haile", Role.NURSE), make_patient()
    taken = make_call(actor=lind, patient_id=who, kind="symptoms")
    given = {"call_id": taken, "protocol": "cough, adult", "disposition": "home", "words": "Fluids; call if fever."}
    with pytest.raises(NotFound):
        triage_call(actor=lind, **given)  # type: ignore[arg-type]
    for wrong in ({"protocol": " "}, {"disposition": "soon"}, {"words": ""}):
        with pytest.raises(Invalid):
            triage_call(actor=ruiz, **{**given, **wrong})  # type: ignore[arg-type]
    triage_call(actor=ruiz, **given)  # type: ignore[arg-type]
    (advice,) = events_of(taken)
    assert (advice.kind, advice.detail["protocol"], advice.by) == (EventKind.TRIAGE, "cough, adult", "Noor Haile")
    with pytest.raises(Refusal):
        triage_call(actor=ruiz, call_id=make_call(), protocol="x", disposition="home", words="y")


def test_a_call_goes_to_the_queue_of_its_kind_or_the_desk_where_nobody_has_that_job(lind: Actor) -> None:
    make_call(actor=lind, kind="refill")
    assert [item.queue for item in work_items(lind)] == [Role.RECEPTIONIST]
    nurse = make_user("nurse", "Noor Haile", Role.NURSE)
    mine = make_call(actor=lind, kind="refill")
    assert [item.ref.id for item in work_items(nurse)] == [mine]
    (item,) = work_items(nurse)
    assert item.due_at == NOW + timedelta(hours=8)
    theirs = make_call(actor=lind, kind="refill", owner_id=nurse.id, due_at=NOW + timedelta(days=14))
    owned = next(one for one in work_items(nurse) if one.ref.id == theirs)
    assert (owned.owner_name, owned.due_at) == ("Noor Haile", NOW + timedelta(days=14))


def test_the_office_changes_its_lists_and_calls_of_before_keep_theirs(lind: Actor) -> None:
    vega = person("vega")
    with pytest.raises(NotFound):
        change_list(actor=lind, which=ListName.KINDS, key="travel", entry={})
    with pytest.raises(Invalid) as refused:
        change_list(actor=PROGRAM, which=ListName.KINDS, key="travel", entry={"words": "travel shots"})
    assert set(refused.value.detail["fields"]) == {"queue", "due", "outcome"}
    entry = {"words": "travel shots", "queue": "nurse", "due": "30", "outcome": "booked"}
    change_list(actor=PROGRAM, which=ListName.KINDS, key="Travel shots", entry=entry)
    taken = make_call(actor=lind, kind="travel_shots")
    change_list(actor=PROGRAM, which=ListName.KINDS, key="travel_shots", entry=entry, retired=True)
    assert "travel_shots" not in lists().kinds
    assert call(taken).kind == "travel_shots"
    with pytest.raises(Invalid):
        make_call(actor=vega, kind="travel_shots")
    flag = {"words": "Snake bite", "phrases": "snake bite | bitten by a snake", "script": "911", "source": "Dr. Okafor"}
    change_list(actor=PROGRAM, which=ListName.FLAGS, key="snake", entry=flag)
    assert lists().flags["snake"].source == "Dr. Okafor"
    assert call(make_call("Bitten by a snake")).red_flags == ("snake",)
    change_list(actor=PROGRAM, which=ListName.KINDS, key="symptoms", entry={**entry, "words": "feels ill"})
    assert (lists().kinds["symptoms"].words, lists().kinds["symptoms"].triage) == ("feels ill", True)


def test_what_is_kept_from_somebody_is_nothing_to_them(lind: Actor) -> None:
    who = make_patient()
    taken = make_call("we call back @+2h", patient_id=who)
    (promised,) = promises_of([taken])
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=who, reason="her neighbour")
    assert calls_of(lind, who) == []
    assert work_items(lind) == []
    with pytest.raises(NotFound):
        add_note(actor=lind, call_id=taken, words="x")
    with pytest.raises(NotFound):
        escalate_call(actor=lind, call_id=taken, to=Escalated.NURSE, words="x")
    with pytest.raises(NotFound):
        say_cause(actor=lind, call_id=taken, cause="statement")
    with pytest.raises(NotFound):
        keep_promise(actor=lind, promise_id=promised.id)
