"""PR11: where a paper chart is, who has it since when, what is overdue, and what is still to be abstracted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.records.charts.api import abstract_chart, add_chart, charts_of, move_chart
from medoffice.records.charts.queries import away, moves_of, to_abstract
from medoffice.records.charts.rules.moving import overdue_days, stands_after
from medoffice.records.charts.types import Abstraction, Move, Where
from medoffice.records.patients.api import merge_patients, patient, told_on_paper, unmerge_patients
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
TODAY = NOON.date()


@pytest.fixture
def who(db: None) -> Iterator[UUID]:  # noqa: ARG001 - the database
    with clock.frozen(NOON):
        yield make_patient()


@given(st.lists(st.sampled_from(Move), max_size=12))
def test_pr11_a_chart_is_always_somewhere_and_comes_back_from_nowhere(moves: list[Move]) -> None:
    where = Where.SHELF
    for move in moves:
        after = stands_after(where, move)
        if move is Move.BACK:
            assert (after is None) == (where is not Where.OUT)
        if move is Move.FOUND:
            assert (after is None) == (where is not Where.MISSING)
        where = after or where


def test_pr11_out_to_whom_since_when_due_back_and_returned(who: UUID) -> None:
    chart = add_chart(actor=PROGRAM, patient_id=who, volume="", shelf="B-12")
    with pytest.raises(Invalid):
        move_chart(actor=PROGRAM, chart_id=chart, move=Move.OUT)
    with pytest.raises(Invalid):
        move_chart(actor=PROGRAM, chart_id=chart, move=Move.OUT, to="Dr Okafor", due=TODAY - timedelta(days=1))
    move_chart(actor=PROGRAM, chart_id=chart, move=Move.OUT, to="Dr Okafor", due=TODAY + timedelta(days=7))
    (one,) = charts_of(PROGRAM, who)
    assert (one.where, one.out_to, one.since, one.due) == (Where.OUT, "Dr Okafor", NOON, date(2026, 12, 1))
    assert away(PROGRAM)[1] == 1
    assert (overdue_days(one, TODAY), overdue_days(one, date(2026, 12, 4))) == (0, 3)
    move_chart(actor=PROGRAM, chart_id=chart, move=Move.BACK)
    assert away(PROGRAM) == ([], 0)
    with pytest.raises(Refusal, match="on its shelf"):
        move_chart(actor=PROGRAM, chart_id=chart, move=Move.BACK)
    move_chart(actor=PROGRAM, chart_id=chart, move=Move.MISSED)
    assert away(PROGRAM)[0][0].where is Where.MISSING
    move_chart(actor=PROGRAM, chart_id=chart, move=Move.FOUND, to="cellar, box 7")
    assert charts_of(PROGRAM, who)[0].shelf == "cellar, box 7"
    assert [one.move for one in reversed(moves_of([chart]))] == [
        Move.ADDED, Move.OUT, Move.BACK, Move.MISSED, Move.FOUND,
    ]  # fmt: skip


def test_pr11_what_is_still_to_be_abstracted_and_what_was_by_whom(who: UUID) -> None:
    chart = add_chart(actor=PROGRAM, patient_id=who, volume="1998 to 2011", shelf="B-12", abstract=True)
    assert [one.id for one in to_abstract(PROGRAM)[0]] == [chart]
    with pytest.raises(Invalid):
        abstract_chart(actor=PROGRAM, chart_id=chart, what=" ")
    ruiz = person("ruiz")
    abstract_chart(actor=ruiz, chart_id=chart, what="Problems, allergies")
    (one,) = charts_of(PROGRAM, who)
    assert (one.abstraction, one.abstracted_by, one.abstracted_at) == (Abstraction.DONE, "Carmen Ruiz", NOON)
    assert to_abstract(PROGRAM) == ([], 0)
    with pytest.raises(Refusal, match="Carmen Ruiz"):
        abstract_chart(actor=PROGRAM, chart_id=chart, what="again")


def test_pr11_on_the_screens_and_to_strangers(who: UUID) -> None:
    desk, page = signed_in("lind"), f"/charts/of/{who}/"
    assert desk.post(page, {"volume": "1", "shelf": ""}).status_code == 422
    assert desk.post(page, {"volume": "1", "shelf": "B-12", "abstract": "on", "once": "a"}).status_code == 302
    assert desk.post(page, {"volume": "1", "shelf": "B-13", "once": "b"}).status_code == 422
    (one,) = charts_of(PROGRAM, who)
    out = f"/charts/{one.id}/out/"
    assert desk.post(out, {"to": "Dr Okafor", "due": "+1w"}).status_code == 302
    assert "Dr Okafor" in desk.get("/charts/").content.decode()
    with clock.frozen(NOON + timedelta(days=10)):
        again = sign_in("lind")
        assert "3 days over" in again.get("/charts/").content.decode()
        answer = again.post(f"/charts/{one.id}/back/", {"next": "/charts/"})
        assert answer.headers["Location"] == "/charts/"
        assert "on its shelf" in again.get("/charts/").content.decode()
    assert "still to be abstracted" in desk.get(page).content.decode()
    assert desk.post(f"/charts/{one.id}/done/", {"what": "all"}).status_code == 302
    assert "Abstracted lately" in desk.get("/charts/abstract/").content.decode()
    assert desk.post(f"/charts/{one.id}/burn/").status_code == 404
    deny_subject(actor=PROGRAM, user_id=person("ruiz").id, subject=who, reason="her sister")
    hers = sign_in("ruiz")
    assert [hers.get(path).status_code for path in (page, out)] == [404, 404]
    assert charts_of(person("chen"), who) != []
    with pytest.raises(NotFound):
        move_chart(actor=person("nox"), chart_id=one.id, move=Move.MISSED)


def test_pr11_told_on_paper_and_moved_by_a_merge(who: UUID) -> None:
    other = make_patient("Vale", "Inge")
    for one in (who, other):
        add_chart(actor=PROGRAM, patient_id=one, volume="1", shelf="B-12")
    title, told = told_on_paper(PROGRAM, "downtime.tell", [who])["paper-chart"]
    assert (title, told[who]) == ("Paper chart", ["Volume 1: shelf B-12"])
    seen, seen_merged = patient(who).version, patient(other).version
    done = merge_patients(actor=PROGRAM, survivor_id=who, merged_id=other, seen=seen, seen_merged=seen_merged, picks={})
    assert len(charts_of(PROGRAM, who)) == 2
    unmerge_patients(actor=PROGRAM, merge_id=done)
    assert len(charts_of(PROGRAM, who)) == len(charts_of(PROGRAM, other)) == 1
