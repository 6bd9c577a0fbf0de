"""The supervisor's board: by its time, in whose hands, whose signature is waited for; reminders come once each."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.dictation.actions.remind_authors import remind_authors
from medoffice.clinic.dictation.api import (
    claim_dictation,
    dictation,
    hold_dictation,
    return_dictation,
    sign_dictation,
    steps_of,
    typed_of,
)
from medoffice.clinic.dictation.queries.board import somebody_to_remind
from medoffice.clinic.dictation.rules.board import in_hands, long, reminders_due, unsigned
from medoffice.clinic.dictation.tests.makers import make_dictation, make_finished
from medoffice.clinic.dictation.types.dictations import Priority, State, Verb
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, work
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(("hours", "times"), [(0, 0), (23.9, 0), (24, 1), (47, 1), (48, 2), (72, 3), (900, 3)])
def test_an_author_is_reminded_three_times_at_most(hours: float, times: int) -> None:
    assert reminders_due(NOON, NOON + timedelta(hours=hours)) == times


def test_how_long_is_said_in_the_unit_that_says_it() -> None:
    spans = [timedelta(), timedelta(minutes=89), timedelta(minutes=91), timedelta(hours=47), timedelta(days=3)]
    assert [long(NOON, NOON + span) for span in spans] == ["0 min", "89 min", "2 h", "47 h", "3 d"]


def test_whose_hands_are_full_and_who_lets_wait(office: Office, moreau: Actor, visit: UUID) -> None:
    stat = make_dictation(visit, tone=40, priority=Priority.STAT)
    held, mine = make_dictation(visit, tone=41), make_dictation(visit, tone=42)
    claim_dictation(actor=moreau, dictation_id=stat.id, seen_version=1)
    claim_dictation(actor=moreau, dictation_id=held.id, seen_version=1)
    hold_dictation(actor=moreau, dictation_id=held.id, seen_version=2, why="Which knee?")
    claim_dictation(actor=office.provider, dictation_id=mine.id, seen_version=1)
    found = [dictation(PROGRAM, one.id) for one in (stat, held, mine)]
    first, second = in_hands(found, NOON + timedelta(hours=3))
    assert (first.owner, first.count, first.late, first.held, first.oldest) == (moreau.name, 2, 1, 1, NOON)
    assert (second.owner, second.count, second.late) == (office.provider.name, 1, 0)
    done = [make_finished(moreau, visit, "No fever.", tone=tone) for tone in (43, 44)]
    (waits,) = unsigned(done)
    assert (waits.author_id, len(waits.ones), waits.since, waits.reminded) == (office.provider_id, 2, NOON, 0)
    assert [waits.delinquent(NOON + timedelta(days=days)) for days in (29, 30)] == [0, 2]
    with clock.frozen(NOON + timedelta(days=31)):
        assert "2 over 30 days" in signed_in("petrov").get("/dictation/board/").content.decode()


def test_reminders_come_once_each_and_end_with_the_signature(office: Office, moreau: Actor, visit: UUID) -> None:
    person("petrov")
    one = make_finished(moreau, visit, "No fever.")
    assert not somebody_to_remind()
    for hours, said in ((25, "24"), (49, "48"), (73, "72"), (500, "72")):
        with clock.frozen(NOON + timedelta(hours=hours)):
            assert remind_authors(actor=PROGRAM) == (hours < 500)
            assert remind_authors(actor=PROGRAM) == 0
        assert set(work("dictation-unsigned")) == {f"{one.number} waits {said} hours for a signature"}
        assert len(work("dictation-unsigned")) == (2 if said == "72" else 1)
    assert [step.words for step in steps_of(one.id) if step.verb is Verb.REMIND] == [
        "after 24 hours", "after 48 hours", "after 72 hours",
    ]  # fmt: skip
    assert dictation(PROGRAM, one.id).state is State.TO_SIGN
    seen = typed_of(one.id).version
    sign_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=seen)
    assert work("dictation-unsigned") == []
    with clock.frozen(NOON + timedelta(hours=900)):
        assert not somebody_to_remind()


def test_what_comes_back_and_is_finished_anew_waits_anew(office: Office, moreau: Actor, visit: UUID) -> None:
    one = make_finished(moreau, visit, "No fever.")
    with clock.frozen(NOON + timedelta(hours=30)):
        assert remind_authors(actor=PROGRAM) == 1
        return_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, why="Once more")
        assert not somebody_to_remind()
    assert work("dictation-unsigned") == []


def test_a_supervisor_gives_holds_and_puts_back_what_is_ticked(moreau: Actor, visit: UUID) -> None:
    one, other = make_dictation(visit, tone=40, priority=Priority.STAT), make_dictation(visit, tone=41)
    petrov = signed_in("petrov")
    page = petrov.get("/dictation/board/").content.decode()
    assert page.index(one.number) < page.index(other.number)
    both = [f"{one.id}:1", f"{other.id}:1"]
    assert petrov.post("/dictation/board/", {"ticked": both, "do": "handed over", "to": ""}).status_code == 422
    assert petrov.post("/dictation/board/", {"do": "held", "why": "Asked"}).status_code == 422
    assert petrov.post("/dictation/board/", {"ticked": both, "do": "shouted"}).status_code == 422
    assert petrov.post("/dictation/board/", {"ticked": [one.number], "do": "held", "why": "A"}).status_code == 422
    given = {"ticked": both, "do": "handed over", "to": str(moreau.id)}
    assert [petrov.post("/dictation/board/", given | {"once": "k"}).status_code for _ in range(2)] == [302, 302]
    assert [dictation(PROGRAM, each.id).owner for each in (one, other)] == [moreau.name] * 2
    stale = petrov.post("/dictation/board/", given)
    assert stale.status_code == 422
    assert f"{one.number} {State.TYPING.says} by now." in stale.content.decode()
    held = {"ticked": [f"{one.id}:2"], "do": "held"}
    assert petrov.post("/dictation/board/", held).status_code == 422
    assert petrov.post("/dictation/board/", held | {"why": "Which knee?"}).status_code == 302
    assert petrov.post("/dictation/board/", {"ticked": [f"{other.id}:2"], "do": "put back"}).status_code == 302
    assert (dictation(PROGRAM, one.id).why, dictation(PROGRAM, other.id).state) == ("Which knee?", State.QUEUED)
    assert "Which knee?" in petrov.get("/dictation/board/").content.decode()


def test_the_board_tells_whose_signature_is_waited_for_and_strangers_nothing(
    office: Office, moreau: Actor, visit: UUID
) -> None:
    one = make_finished(moreau, visit, "No fever.")
    with clock.frozen(NOON + timedelta(hours=49)):
        remind_authors(actor=PROGRAM)
        page = signed_in("petrov").get("/dictation/board/").content.decode()
        assert one.number in page
        assert "48 hours" in page
        assert office.provider.name in page
        assert sign_in("moreau").get("/dictation/board/").status_code == 200
        assert signed_in("lind").get("/dictation/board/").status_code == 404
