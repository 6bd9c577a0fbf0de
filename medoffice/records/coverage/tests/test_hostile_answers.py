"""Forged answers: huge, deep, broken, about somebody else. What is shown stays short and true, and nothing breaks."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from medoffice.kernel import clock
from medoffice.practice.tests.makers import make_office
from medoffice.records.coverage.api import ask_eligibility, check, coverage, keep_asking, take_answers
from medoffice.records.coverage.rules.benefits import LONGEST, MOST_TOLD
from medoffice.records.coverage.tests.makers import ACTIVE, Door, add_policy, by_mail, connect, covered, rejected
from medoffice.records.coverage.types import Asking, CheckState, Standing
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import signed_in
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.types import Benefit, Party

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, 14, tzinfo=UTC)
VISIT_DAY = date(2026, 11, 26)
Spoil = Callable[[bytes], bytes]


@pytest.fixture(autouse=True)
def _morning() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


@pytest.fixture(autouse=True)
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    return connect(monkeypatch, Door())


@pytest.fixture
def policy() -> UUID:
    return add_policy(make_patient(), make_office().payer_id)


def ask(policy: UUID) -> UUID:
    (found,) = ask_eligibility(actor=PROGRAM, asking=[Asking(policy, VISIT_DAY)])
    return found


def page_of(policy: UUID) -> str:
    """What the desk reads of it."""
    answer = signed_in("lind").get(f"/coverage/{coverage(policy).patient_id}/told/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_huge_answer_is_shown_short(door: Door, policy: UUID) -> None:
    many = (*ACTIVE, *[Benefit("F", "IND", ("98",), messages=(f"LINE {number}",)) for number in range(20_000)])
    door.answer = lambda asked: covered(asked, *many)
    found = check(ask(policy)).result
    assert found is not None
    assert (found.standing, len(found.details)) == (Standing.ACTIVE, MOST_TOLD + 1)
    assert found.details[-1].words == "The payer told more than is shown here; its file is kept."
    page = page_of(policy)
    assert "$30.00" in page
    assert len(page) < 200_000


def _spoilt(old: bytes, new: bytes) -> Spoil:
    return lambda data: data.replace(old, new)


@pytest.mark.parametrize(
    "spoil",
    [
        _spoilt(b"GOLD PLAN", b"GOLD\x00\x07PLAN"),
        _spoilt(b"GOLD PLAN", b"G" * 100_000),
        _spoilt(b"GOLD PLAN", b"<script>alert(1)</script>"),
        _spoilt(b"GOLD PLAN", b"GOLD \xff\xfe\xed\xa0\x80"),
        _spoilt(b"EB*C", b"EB*" + b"C" * 5_000),
        _spoilt(b"*123.45", b"*" + b"9" * 5_000),
        _spoilt(b"SE*", b"HL*9*8*23*0~" * 5_000 + b"SE*"),
        _spoilt(b"SE*", b"LS*2120~" * 5_000 + b"SE*"),
        _spoilt(b"PM7719642", b"PM7719642" + b"X" * 5_000),
        _spoilt(b"~EB*", b"~AAA*N**7\x005*C~EB*"),
    ],
)
def test_a_broken_answer_breaks_nothing(door: Door, policy: UUID, spoil: Spoil) -> None:
    door.later = True
    found = ask(policy)
    data = spoil(by_mail([covered(one) for one in door.questions]))
    take_answers(actor=PROGRAM, data=data)
    told = check(found)
    page = page_of(policy)
    assert "Prairie Mutual" in page
    assert "<script>alert" not in page
    if told.result is not None:
        texts = [told.result.plan, told.result.member_id, *(one.words for one in told.result.details)]
        assert max(map(len, texts)) <= LONGEST
        assert all(text.isprintable() for text in texts)


def test_a_reason_that_is_none_is_said_short(door: Door, policy: UUID) -> None:
    door.later = True
    found = ask(policy)
    data = by_mail([rejected("75")(one) for one in door.questions]).replace(b"*75*", b"*" + b"\x00Z\x1b" * 900 + b"*")
    take_answers(actor=PROGRAM, data=data)
    told = check(found).result
    assert told is not None
    assert told.headline == "Prairie Mutual: for reason Z."


def test_an_answer_about_another_patient_under_this_ones_number_is_not_used(door: Door, policy: UUID) -> None:
    """Her own question is asked again by a person; of the other nothing is kept where she is shown."""
    door.later = True
    other = add_policy(make_patient("Quist", "Otto", born=date(1970, 2, 3)), coverage(policy).payer_id, member_id="ZZ9")
    hers, his = ask(policy), ask(other)
    number = check(hers).number
    (about_him,) = [one for one in door.questions if one.trace != number]
    take_answers(actor=PROGRAM, data=by_mail([replace(covered(about_him), trace=number)]))
    found = check(hers).result
    assert found is not None
    assert (found.standing, found.copay, found.plan, found.details) == (Standing.SOMEBODY_ELSE, None, "", ())
    assert check(his).state is CheckState.ASKED
    assert "ZZ9" not in page_of(policy)


def test_an_answer_to_nobodys_question_changes_nothing(door: Door, policy: UUID) -> None:
    door.later = True
    found = ask(policy)
    answers = [replace(covered(one), trace=trace) for one in door.questions for trace in ("Q-999999", "", "' OR 1=1")]
    assert take_answers(actor=PROGRAM, data=by_mail(answers)) == []
    assert check(found).state is CheckState.ASKED


def test_an_answer_before_the_question_went_out_is_taken_and_nothing_more_is_asked(door: Door, policy: UUID) -> None:
    """Whoever knows the number of a question that waits may answer it; the desk sees who is meant."""
    door.breaks = OSError("down")
    found = ask(policy)
    data = by_mail([covered(one) for one in door.questions])
    assert take_answers(actor=PROGRAM, data=data) == [found]
    door.breaks = None
    assert keep_asking(actor=PROGRAM) == 0
    stranger = Party("QUIST", "OTTO", person=True, qualifier="MI", identifier="ZZ9")
    (first,) = door.questions
    late = replace(covered(first), subscriber=replace(first.subscriber, party=stranger))
    take_answers(actor=PROGRAM, data=by_mail([late]))
    kept = check(found).result
    assert kept is not None
    assert kept.standing is Standing.ACTIVE
