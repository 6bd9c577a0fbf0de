"""Procedures: nothing is done before its consent and time-out, all or nothing, corrected by entries, watched after."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, transaction
from pytest_django.plugin import DjangoDbBlocker

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import order, perform_order, place_order, refuse_order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.procedures.api import (
    afterwards,
    correct_procedure,
    do_procedure,
    kind,
    look_after,
    observations,
    observed_now,
    orders_to_do,
    procedure,
    procedures_at,
    procedures_between,
    set_up_kind,
    stand,
    strike_procedure,
    take_consent,
    tell_late,
    time_outs_of,
)
from medoffice.clinic.procedures.models import ConsentTaken, LookedAfter, ProcedureDone, TimeOutRead
from medoffice.clinic.procedures.tests.makers import (
    JOINT,
    SHOT,
    WART,
    did,
    make_consent,
    make_done,
    make_order,
    make_time_out,
)
from medoffice.clinic.procedures.types import Consent, Line
from medoffice.kernel import clock, jobs, trace
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import Office, make_office, make_provider
from medoffice.records.encounters.api import encounter
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import make_user, person
from medoffice.security.types import PROGRAM, Actor
from tests.faults.parallel import at_once

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
    return make_user("farrow", "Tess Farrow", "medical_assistant")


def fields(refused: pytest.ExceptionInfo[Invalid]) -> set[str]:
    return set(refused.value.detail["fields"])


def test_tl8_nothing_is_written_as_done_before_consent_and_time_out_by_whatever_way(
    office: Office, visit: UUID
) -> None:
    placed = make_order(visit, JOINT)
    told = did(office)
    with pytest.raises(Refusal, match="needs written consent"):
        make_time_out(office, placed, second=True)
    for _ in range(2):
        with pytest.raises(Refusal, match="consent"):
            do_procedure(actor=PROGRAM, order_id=placed, did=told)
        with pytest.raises(Refusal, match="consent"):
            perform_order(actor=PROGRAM, order_id=placed, result="done on the panel")
    with pytest.raises(Invalid) as short:
        make_consent(office, placed, Consent.VERBAL)
    assert fields(short) == {"how"}
    make_consent(office, placed)
    with pytest.raises(Refusal, match="time-out, which was not read"):
        do_procedure(actor=PROGRAM, order_id=placed, did=told)
    with pytest.raises(Invalid) as alone:
        make_time_out(office, placed)
    assert fields(alone) == {"second"}
    assert not make_time_out(office, placed, second=True, site=False)
    with pytest.raises(Refusal, match="stopped the time-out: the chart says right"):
        do_procedure(actor=PROGRAM, order_id=placed, did=told)
    with pytest.raises(Refusal, match="stopped the time-out"):
        perform_order(actor=PROGRAM, order_id=placed, result="done on the panel")
    assert order(placed).state is OrderState.ORDERED
    assert procedures_at(visit) == []
    assert make_time_out(office, placed, second=True)
    made = do_procedure(actor=PROGRAM, order_id=placed, did=told)
    (one,) = procedures_at(visit)
    assert (one.id, one.did.site, one.stands) == (made, "left knee", True)
    done = order(placed)
    assert done.state is OrderState.DONE
    assert "lot TR26A, expires 06/30/2027" in done.result
    assert [each.stopped for each in time_outs_of(placed)] == [None, Line.SITE]
    assert time_outs_of(placed)[0].second == "Amara Okafor"


def test_a_procedure_is_done_once_and_refused_whole(office: Office, visit: UUID) -> None:
    placed = make_order(visit)
    assert [one.id for one, _ in orders_to_do(visit)] == [placed]
    other = did(office, expires=date(2026, 11, 23), wasted="2 mg", controlled=True)
    with pytest.raises(Invalid) as odd:
        do_procedure(actor=PROGRAM, order_id=placed, did=other)
    assert fields(odd) == {"expires", "witness"}
    with pytest.raises(NotFound):
        do_procedure(actor=PROGRAM, order_id=placed, did=did(office, doer_id=new_id()))
    assert order(placed).state is OrderState.ORDERED
    witness = make_provider(office.site_id, "Weiss")
    told = did(office, wasted="2 mg", controlled=True, witness_id=witness)
    made = do_procedure(actor=PROGRAM, order_id=placed, did=told)
    assert "wasted 2 mg, witness Ada Weiss" in order(placed).result
    assert orders_to_do(visit) == []
    acts: tuple[Callable[[], object], ...] = (
        lambda: do_procedure(actor=PROGRAM, order_id=placed, did=told),
        lambda: make_consent(office, placed),
        lambda: make_time_out(office, placed),
    )
    for act in acts:
        with pytest.raises(Refusal, match="settled this order"):
            act()
    assert procedures_between(NOW, NOW + timedelta(minutes=1)) == [procedure(PROGRAM, made)]


def test_what_is_no_procedure_waits_for_nothing_and_a_patient_may_refuse(office: Office, visit: UUID) -> None:
    culture = place_order(actor=PROGRAM, encounter_id=visit, key="culture", words="Culture")
    with pytest.raises(NotFound):
        do_procedure(actor=PROGRAM, order_id=culture, did=did(office))
    perform_order(actor=PROGRAM, order_id=culture, result="sent")
    joint = make_order(visit, JOINT)
    refuse_order(actor=PROGRAM, order_id=joint, why="patient does not want it")
    assert order(joint).state is OrderState.REFUSED


def test_a_consent_names_who_obtained_it_and_no_paper_of_another(office: Office, visit: UUID) -> None:
    placed = make_order(visit, WART)
    told: dict[str, Any] = {
        "actor": PROGRAM,
        "order_id": placed,
        "how": Consent.VERBAL,
        "obtained_by": office.provider_id,
    }
    with pytest.raises(Invalid) as early:
        take_consent(**told, obtained_at=NOW + timedelta(hours=1))
    assert fields(early) == {"obtained_at"}
    with pytest.raises(Refusal, match="not on the patient's chart"):
        take_consent(**told, obtained_at=NOW, document_id=new_id())
    with pytest.raises(NotFound):
        take_consent(**told | {"obtained_by": new_id()}, obtained_at=NOW)
    take_consent(**told, obtained_at=NOW)
    assert make_time_out(office, placed)


def test_a_wrong_entry_is_corrected_by_another_and_never_changed(office: Office, visit: UUID) -> None:
    wrong = make_done(office, visit)
    with pytest.raises(Invalid) as why:
        correct_procedure(actor=PROGRAM, procedure_id=wrong, did=did(office, dose="20 mg"), why=" ")
    assert fields(why) == {"why"}
    with clock.frozen(NOW + timedelta(minutes=5)):
        expired = did(office, dose="20 mg", expires=date(2026, 1, 1))
        right = correct_procedure(actor=PROGRAM, procedure_id=wrong, did=expired, why="half of the vial")
    first, second = procedures_at(visit)
    assert (first.id, first.stands, first.did.dose) == (wrong, False, "40 mg")
    assert (second.id, second.stands, second.did.dose, second.at) == (right, True, "20 mg", NOW)
    assert (second.number, second.why, second.instead_of) == (first.number, "half of the vial", wrong)
    assert "20 mg" in order(first.order_id).result
    assert "it said: given slowly" in order(first.order_id).result
    acts: tuple[Callable[[], object], ...] = (
        lambda: correct_procedure(actor=PROGRAM, procedure_id=wrong, did=did(office), why="again"),
        lambda: strike_procedure(actor=PROGRAM, procedure_id=wrong, why="again"),
        lambda: look_after(actor=PROGRAM, procedure_id=wrong, how="well", leaves=True),
    )
    for act in acts:
        with pytest.raises(Refusal, match="corrected this entry: half of the vial"):
            act()
    struck = strike_procedure(actor=PROGRAM, procedure_id=right, why="it was the next patient")
    assert [one.stands for one in procedures_at(visit)] == [False, False, False]
    assert procedure(PROGRAM, struck).struck
    settled = order(first.order_id)
    assert (settled.state, settled.result.startswith("Nothing was done: it was the next")) == (OrderState.REFUSED, True)
    assert observed_now(PROGRAM) == []
    with pytest.raises(Refusal, match="nothing was done"):
        correct_procedure(actor=PROGRAM, procedure_id=struck, did=did(office), why="again")


def test_no_row_of_what_happened_can_be_changed(office: Office, visit: UUID) -> None:
    made = make_done(office, visit, JOINT)
    look_after(actor=PROGRAM, procedure_id=made, how="well", leaves=True, why="bus")
    for table in (ConsentTaken, TimeOutRead, ProcedureDone, LookedAfter):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.update(by="somebody else")


def test_tl8_an_observation_that_nobody_ended_is_work_once_and_the_look_ends_it(
    office: Office, visit: UUID, assistant: Actor
) -> None:
    made = make_done(office, visit)
    (one,) = observed_now(assistant)
    assert (one.procedure_id, one.until) == (made, NOW + timedelta(minutes=20))
    with clock.frozen(NOW + timedelta(minutes=20)):
        assert tell_late(actor=PROGRAM) == 0
    with clock.frozen(NOW + timedelta(minutes=21)):
        jobs.run_due()
        assert tell_late(actor=PROGRAM) == 0
        (item,) = [each for each in work_items(assistant) if each.kind == "procedure-late"]
        assert item.patient_id == encounter(visit).patient_id
        stays = NOW + timedelta(minutes=40)
        look_after(actor=assistant, procedure_id=made, how="arm is red", leaves=False, until=stays)
        assert [each for each in work_items(assistant) if each.kind == "procedure-late"] == []
    with clock.frozen(stays + timedelta(minutes=1)):
        assert tell_late(actor=PROGRAM) == 1
        look_after(actor=assistant, procedure_id=made, how="well", leaves=True)
        assert [each for each in work_items(assistant) if each.kind == "procedure-late"] == []
        assert observed_now(assistant) == []
        number = procedure(PROGRAM, made).number
        assert observations([number])[number].ended_at == clock.now()
        assert [look.how for look in afterwards(number)] == ["well", "arm is red"]


def test_leaving_early_says_why_and_a_look_after_the_end_corrects_it(office: Office, visit: UUID) -> None:
    made = make_done(office, visit)
    with pytest.raises(Invalid) as early:
        look_after(actor=PROGRAM, procedure_id=made, how="well", leaves=True)
    assert fields(early) == {"why"}
    look_after(actor=PROGRAM, procedure_id=made, how="well", leaves=True, why="has to catch the bus")
    assert observed_now(PROGRAM) == []
    back = NOW + timedelta(minutes=30)
    look_after(actor=PROGRAM, procedure_id=made, how="dizzy", leaves=False, until=back, why="came back")
    assert [one.until for one in observed_now(PROGRAM)] == [back]
    strike_procedure(actor=PROGRAM, procedure_id=made, why="never given")
    assert observed_now(PROGRAM) == []


def test_tl8_a_reaction_is_the_providers_work_at_once(office: Office, visit: UUID) -> None:
    made = make_done(office, visit, WART)
    look_after(
        actor=PROGRAM, procedure_id=made, how="pale", leaves=False, until=NOW + timedelta(hours=1), reaction="hives"
    )
    (item,) = [each for each in work_items(office.provider) if each.kind == "procedure-reaction"]
    assert (item.ref, item.title) == (Ref("procedure_done", made), "Wart destruction: hives")
    assert [one.procedure_id for one in observed_now(PROGRAM)] == [made]


def test_what_a_kind_needs_is_the_offices_to_say_and_only_a_provider_lets_it_stand(
    office: Office, assistant: Actor
) -> None:
    assert (kind("joint_injection").version, kind("joint_injection").said.source) == (0, "unverified")
    with pytest.raises(NotFound):
        kind("culture")
    with pytest.raises(Invalid):
        set_up_kind(actor=PROGRAM, said=SHOT.__class__(SHOT.key, ""))
    stand(actor=office.provider, key=SHOT.key, stands=True)
    assert (kind(SHOT.key).standing_by, kind(SHOT.key).said.source) == ("Amara Okafor", "unverified")
    set_up_kind(actor=PROGRAM, said=SHOT, seen_version=1)
    assert (kind(SHOT.key).said, kind(SHOT.key).standing_by) == (SHOT, "Amara Okafor")
    with pytest.raises(Conflict):
        set_up_kind(actor=PROGRAM, said=SHOT, seen_version=1)
    stand(actor=office.provider, key=SHOT.key, stands=False)
    assert kind(SHOT.key).standing_by == ""
    set_up_kind(actor=PROGRAM, said=replace(SHOT, source=" unverified "), seen_version=3)
    assert kind(SHOT.key).said.source == "", "what the office keeps is its own word, whatever the field said"
    acts: tuple[Callable[[], object], ...] = (
        lambda: set_up_kind(actor=assistant, said=SHOT, seen_version=4),
        lambda: stand(actor=assistant, key=SHOT.key, stands=True),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()


def test_what_was_done_is_found_from_the_order_and_kept_from_who_may_not(office: Office, visit: UUID) -> None:
    made = make_done(office, visit)
    step = trace.tracers["procedure_done"](made)
    assert step is not None
    assert step.causes == (Ref("order", procedure(PROGRAM, made).order_id),)
    ruiz = person("ruiz")
    assert [one.procedure_id for one in observed_now(ruiz)] == [made]
    deny_subject(actor=PROGRAM, user_id=ruiz.id, subject=encounter(visit).patient_id, reason="her sister")
    assert observed_now(ruiz) == []
    with pytest.raises(NotFound):
        procedure(ruiz, made)
    with pytest.raises(NotFound):
        look_after(actor=ruiz, procedure_id=made, how="well", leaves=True, why="bus")


def test_who_first_says_anything_of_a_kind_in_the_same_moment_makes_one_of_it(
    fresh_world: str, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), clock.frozen(NOW):
        office = make_office()

        def hand(number: int) -> None:
            if number % 2:
                stand(actor=office.provider, key=SHOT.key, stands=True)
            else:
                set_up_kind(actor=PROGRAM, said=SHOT)

        came = at_once(fresh_world, 8, hand)
        assert {type(one) for one in came} <= {type(None), Conflict}
        assert kind(SHOT.key).version == came.count(None)
        assert kind(SHOT.key).standing_by == "Amara Okafor"
