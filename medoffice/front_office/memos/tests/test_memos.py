"""Memos: who has the ball finds it in their work, it closes by its rule, and only whom it concerns reads it."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import product

import pytest

from medoffice.front_office.memos.api import (
    answer_memo,
    end_memo,
    my_threads,
    pass_memo_on,
    read_memo,
    threads_about,
    write_memo,
)
from medoffice.front_office.memos.rules.closing import closes_when_read
from medoffice.front_office.memos.types import To, Wants
from medoffice.front_office.scheduling.tests.makers import NOW
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_items
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor


def test_a_thread_closes_by_itself_only_when_no_more_is_wanted() -> None:
    closes = {
        (wants, starter, answered)
        for wants, starter, answered in product(Wants, (True, False), (True, False))
        if closes_when_read(wants, starter_reads=starter, answered=answered)
    }
    known = {(Wants.READ, *rest) for rest in product((True, False), repeat=2)}
    assert closes == known | {(Wants.ANSWER, True, True)}


@pytest.fixture
def now() -> Iterator[None]:
    with clock.frozen(NOW):
        yield


def mine(actor: Actor) -> list[str]:
    return [item.title for item in work_items(actor) if item.kind == "memo"]


@pytest.mark.django_db
@pytest.mark.usefixtures("now")
def test_co4_a_question_goes_to_and_fro_and_closes_when_the_answer_is_read() -> None:
    lind, okafor, nox = person("lind"), person("okafor"), person("nox")
    who, due = make_patient(), NOW + timedelta(hours=2)
    made = write_memo(
        actor=lind, to=To(okafor.id), subject="Refill", body="May she have it?", patient_id=who, clinical=True,
        due_at=due,
    )  # fmt: skip
    (item,) = [one for one in work_items(okafor) if one.ref == Ref("memo", made)]
    assert (item.due_at, item.patient_id, item.owner_name) == (due, who, okafor.name)
    assert [(one.unread, one.open) for one in my_threads(okafor)[0]] == [(True, True)]
    assert not my_threads(lind)[0][0].unread
    read_memo(actor=okafor, thread_id=made)
    assert mine(okafor) == [f"Memo from {lind.name}"], "a question is not closed by reading it"
    with clock.frozen(NOW + timedelta(minutes=5)):
        answer_memo(actor=okafor, thread_id=made, body="Yes.")
        assert (mine(okafor), mine(lind)) == ([], [f"Memo from {okafor.name}"])
        read_memo(actor=lind, thread_id=made)
    assert mine(lind) == []
    assert [(one.open, one.unread) for one in threads_about(person("ruiz"), who)] == [(False, True)]
    answer_memo(actor=lind, thread_id=made, body="And the other one?")
    assert mine(okafor) == [f"Memo from {lind.name}"], "words open it again"
    end_memo(actor=okafor, thread_id=made, body="Both.")
    assert mine(okafor) == mine(lind) == []
    assert threads_about(nox, who) == []
    for act in (read_memo, end_memo):
        with pytest.raises(NotFound):
            act(actor=nox, thread_id=made)


@pytest.mark.django_db
@pytest.mark.usefixtures("now")
def test_a_role_is_written_to_what_is_passed_on_is_theirs_and_others_read_nothing() -> None:
    lind, petrov, ruiz, chen = (person(key) for key in ("lind", "petrov", "ruiz", "chen"))
    made = write_memo(
        actor=petrov, to=To(None, "receptionist"), subject="Closing at noon", body="Tell all.", wants=Wants.DONE
    )
    assert mine(lind) == ["Closing at noon"]
    read_memo(actor=lind, thread_id=made)
    assert mine(lind) == ["Closing at noon"], "what is to be done stays"
    assert sign_in("chen").get(f"/memos/{made}/").status_code == 404
    with pytest.raises(NotFound):
        answer_memo(actor=chen, thread_id=made, body="What?")
    pass_memo_on(actor=lind, thread_id=made, to=To(ruiz.id), body="You know them.")
    assert (mine(lind), mine(ruiz)) == ([], [f"Memo from {lind.name}"])
    page = sign_in("ruiz").get(f"/memos/{made}/").content.decode()
    assert "You know them." in page
    told = write_memo(actor=ruiz, to=To(lind.id), subject="Flu shots", body="They are here.", wants=Wants.READ)
    sign_in("lind").post(f"/memos/{told}/act/", {"body": ""})
    assert mine(lind) == []
    with pytest.raises(Invalid) as refused:
        write_memo(actor=lind, to=To(), subject=" ", body="x", clinical=True, due_at=NOW)
    assert set(refused.value.detail["fields"]) == {"to", "subject", "clinical", "due"}


@pytest.mark.django_db
@pytest.mark.usefixtures("now")
def test_nobody_is_written_to_about_a_patient_they_may_not_see() -> None:
    lind, ruiz, who = person("lind"), person("ruiz"), make_patient()
    deny_subject(actor=PROGRAM, user_id=ruiz.id, subject=who, reason="her sister")
    with pytest.raises(Refusal, match="cannot take it"):
        write_memo(actor=lind, to=To(ruiz.id), subject="Call back", body="She rang.", patient_id=who)
    assert my_threads(lind) == ([], 0)
