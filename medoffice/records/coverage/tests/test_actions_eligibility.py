"""Questions to payers: kept for good, asked until answered, whatever becomes of the line."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.kernel import clock, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import make_office, make_payer
from medoffice.records.coverage.api import (
    ask_eligibility,
    change_coverage,
    check,
    checks_of,
    checks_of_visits,
    coverage,
    keep_asking,
    take_answers,
)
from medoffice.records.coverage.models import Check, Line
from medoffice.records.coverage.queries import checks_open, lines_shut
from medoffice.records.coverage.tests.makers import Door, add_policy, by_mail, connect, covered, rejected
from medoffice.records.coverage.types import Asking, CheckState, Fix, Relation, Standing, Subscriber
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject, form_sent, label_visit
from medoffice.security.tests.makers import person
from medoffice.security.types import PROGRAM, Label
from medoffice.standards.x12.api import read_270
from medoffice.standards.x12.types import Benefit, Party

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, 14, tzinfo=UTC)
VISIT_DAY = date(2026, 11, 26)


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture
def policy() -> UUID:
    return add_policy(make_patient(), make_office().payer_id)


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    return connect(monkeypatch, Door())


def ask(policy: UUID, visit: UUID | None = None, on: date = VISIT_DAY) -> UUID:
    (found,) = ask_eligibility(actor=PROGRAM, asking=[Asking(policy, on, visit)])
    return found


def later(minutes: int) -> None:
    clock.freeze(clock.now() + timedelta(minutes=minutes))


def test_a_payer_is_asked_for_the_visits_day_and_its_answer_kept(door: Door, policy: UUID) -> None:
    visit = new_id()
    found = check(ask(policy, visit))
    (asked,) = door.questions
    assert (asked.on, asked.trace, asked.subscriber.party.identifier) == (VISIT_DAY, found.number, "PM7719642")
    assert (asked.services, asked.dependent) == (("30", "98"), None)
    assert found.state is CheckState.ANSWERED
    assert found.result is not None
    assert (found.result.copay, found.result.deductible_left) == (Money(3000), Money(12345))
    assert (found.asked_by, found.asked_as.member_id) == ("medoffice", "PM7719642")
    assert checks_of_visits([visit])[visit] == [found]


def test_a_dependent_is_asked_about_under_the_policy_holder(door: Door) -> None:
    holder = Subscriber("Amaro", "Diego", date(1980, 1, 1), "M")
    policy = add_policy(make_patient(), make_office().payer_id, relation=Relation.CHILD, subscriber=holder)
    ask(policy)
    (asked,) = door.questions
    assert asked.dependent is not None
    assert (asked.subscriber.party.name, asked.dependent.party.name, asked.dependent.relation) == (
        "Amaro",
        "Vale",
        "19",
    )


def test_asking_again_keeps_what_was_known_before(door: Door, policy: UUID) -> None:
    """P24: the snapshot of a visit is never overwritten."""
    visit = new_id()
    door.answer = rejected("75")
    first = ask(policy, visit)
    change_coverage(actor=PROGRAM, coverage_id=policy, seen_version=1, member_id="PM7719643")
    door.answer = covered
    later(1)
    second = ask(policy, visit)
    latest, before = checks_of_visits([visit])[visit]
    assert (latest.id, before.id) == (second, first)
    assert (before.asked_as.member_id, latest.asked_as.member_id) == ("PM7719642", "PM7719643")
    assert before.result is not None
    assert latest.result is not None
    assert (before.result.standing, before.result.fix) == (Standing.NOT_FOUND, Fix.MEMBER_ID)
    assert latest.result.in_order
    assert [one.id for one in checks_of(latest.patient_id)] == [second, first]


@pytest.mark.parametrize(
    "broken",
    [Refusal("no-answer", "Nobody answers.", ""), OSError("gone"), ValueError("not about X"), KeyError("x")],
)
def test_a_broken_line_breaks_nothing(door: Door, policy: UUID, broken: Exception) -> None:
    """P25: whatever the adapter raises, the question is kept and asked again."""
    door.breaks = broken
    found = check(ask(policy))
    assert (found.state, found.result) == (CheckState.WAITING, None)
    assert "is not reached; it is asked by itself" in found.headline
    assert "gone" not in found.headline
    door.breaks = None
    later(5)
    assert keep_asking(actor=PROGRAM) == 1
    assert check(found.id).state is CheckState.ANSWERED


@pytest.mark.parametrize("garbage", [b"", b"<html>502</html>", b"ISA*00*"])
def test_garbage_is_a_line_that_failed(door: Door, policy: UUID, garbage: bytes) -> None:
    door.garbage = garbage
    found = check(ask(policy))
    assert (found.state, found.why) == (CheckState.WAITING, "What came back cannot be read.")


def test_a_dead_line_costs_nothing_and_is_told_once(door: Door, policy: UUID) -> None:
    lind = person("lind")
    door.breaks = Refusal("no-answer", "Nobody answers.", "")
    for _ in range(6):
        ask(policy)
    assert len(door.asked) == 2
    assert [item.kind for item in work_items(lind)] == ["eligibility-line"]
    assert [name for name, _ in lines_shut()] == ["Prairie Mutual"]
    keep_asking(actor=PROGRAM)
    assert len(door.asked) == 2
    later(6)
    keep_asking(actor=PROGRAM)
    assert len(door.asked) == 3
    later(6)
    keep_asking(actor=PROGRAM)
    assert len(door.asked) == 3
    door.breaks = None
    later(6)
    assert keep_asking(actor=PROGRAM) == 6
    assert (work_items(lind), lines_shut(), checks_open()) == ([], [], [])


def test_one_dead_payer_does_not_stop_another(policy: UUID) -> None:
    other = add_policy(check_patient(policy), make_payer("State Plan", "99902"), order=2)
    Line.objects.create(payer_id=_payer_of(policy), failures=5, shut_until=NOW + timedelta(minutes=30))
    assert check(ask(policy)).state is CheckState.WAITING
    assert check(ask(other)).state is CheckState.ANSWERED


def check_patient(policy: UUID) -> UUID:
    return coverage(policy).patient_id


def _payer_of(policy: UUID) -> UUID:
    return coverage(policy).payer_id


def test_late_and_twice(door: Door, policy: UUID) -> None:
    door.later = True
    found = check(ask(policy))
    assert (found.state, found.chip) == (CheckState.ASKED, "no answer yet")
    data = by_mail([covered(one) for one in door.questions])
    assert take_answers(actor=PROGRAM, data=data) == [found.id]
    answered = check(found.id)
    later(30)
    other = by_mail([rejected("75")(one) for one in door.questions])
    assert take_answers(actor=PROGRAM, data=other) == [found.id]
    assert check(found.id) == answered
    assert take_answers(actor=PROGRAM, data=b"ISA*rubbish") == []


def test_what_never_comes_is_asked_again(door: Door, policy: UUID) -> None:
    door.later = True
    found = ask(policy)
    later(60)
    assert keep_asking(actor=PROGRAM) == 0
    later(200)
    door.later = False
    assert keep_asking(actor=PROGRAM) == 1
    assert check(found).state is CheckState.ANSWERED


def test_given_up_in_the_end(door: Door, policy: UUID) -> None:
    door.breaks = Refusal("no-answer", "Nobody answers.", "")
    found = ask(policy)
    for _ in range(60):
        later(61)
        keep_asking(actor=PROGRAM)
    assert check(found).state is CheckState.GIVEN_UP
    assert "never answered" in check(found).headline
    assert len(door.asked) == 40
    door.breaks = None
    take_answers(actor=PROGRAM, data=by_mail([covered(one) for one in read_270(door.asked[-1])[0]]))
    assert check(found).state is CheckState.ANSWERED


def test_a_payer_that_cannot_answer_now_is_asked_again_by_itself(door: Door, policy: UUID) -> None:
    door.answer = rejected("42", "R", "payer")
    first = check(ask(policy))
    assert first.result is not None
    assert first.result.standing is Standing.LATER
    door.answer = covered
    later(30)
    assert keep_asking(actor=PROGRAM) == 0
    later(45)
    assert keep_asking(actor=PROGRAM) == 1
    latest, before = checks_of(first.patient_id)
    assert before == first
    assert latest.result is not None
    assert latest.result.in_order
    later(120)
    assert keep_asking(actor=PROGRAM) == 0


def test_the_answer_of_another_patient_is_shown_as_that(door: Door, policy: UUID) -> None:
    stranger = Party("QUIST", "OTTO", person=True, qualifier="MI", identifier="ZZ9")
    door.answer = lambda asked: replace(covered(asked), subscriber=replace(asked.subscriber, party=stranger))
    found = check(ask(policy)).result
    assert found is not None
    assert (found.standing, found.copay) == (Standing.SOMEBODY_ELSE, None)


def test_a_name_no_wire_carries_is_answered_here(door: Door) -> None:
    policy = add_policy(make_patient("王", "芳"), make_office().payer_id)
    found = check(ask(policy)).result
    assert door.asked == []
    assert found is not None
    assert (found.standing, found.fix) == (Standing.TO_CORRECT, Fix.NAME)
    assert "Enter the Latin legal name" in found.headline


def test_many_questions_go_in_few_files(door: Door) -> None:
    office, patients = make_office(), [make_patient("Vale", f"Ingrid {n}") for n in range(3)]
    asking = [
        Asking(add_policy(who, office.payer_id, member_id=f"PM{place}"), VISIT_DAY)
        for place, who in enumerate(patients)
    ]
    found = ask_eligibility(actor=PROGRAM, asking=asking)
    assert len(door.asked) == 1
    assert [one.subscriber.party.identifier for one in door.questions] == ["PM0", "PM1", "PM2"]
    assert {check(one).state for one in found} == {CheckState.ANSWERED}


def test_an_answer_is_kept_as_it_came(door: Door, policy: UUID) -> None:
    door.answer = lambda asked: covered(asked, Benefit("6"))
    kept = Check.objects.get(id=ask(policy))
    assert b"EB*6" in files.load(kept.answer_sha256)


def test_what_cannot_be_asked(door: Door, policy: UUID) -> None:
    with pytest.raises(Refusal) as refusal:
        ask(policy, on=date(2025, 12, 31))
    assert refusal.value.code == "policy-not-then"
    assert door.asked == []


def test_a_visit_kept_from_the_plan_is_not_asked_about(door: Door, policy: UUID) -> None:
    visit = new_id()
    who = check_patient(policy)
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.RESTRICTED, why="paid in full")
    assert ask_eligibility(actor=PROGRAM, asking=[Asking(policy, VISIT_DAY, visit)]) == []
    assert door.asked == []


def test_only_who_may_see_the_patient_asks(door: Door, policy: UUID) -> None:
    lind = person("lind")
    deny_subject(actor=PROGRAM, user_id=lind.id, subject=check_patient(policy), reason="family")
    with pytest.raises(NotFound):
        ask_eligibility(actor=lind, asking=[Asking(policy, VISIT_DAY)])
    assert door.asked == []


def test_a_form_sent_twice_asks_once(door: Door, policy: UUID) -> None:
    for _ in range(2):
        with form_sent("key"):
            ask_eligibility(actor=PROGRAM, asking=[Asking(policy, VISIT_DAY)])
    assert len(checks_of(check_patient(policy))) == 1
    assert len(door.asked) == 1
