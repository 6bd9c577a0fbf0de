"""An instrument is asked at a visit: scored, among what was measured, corrected so that the wrong entry stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.screening.api import (
    answer_screening,
    book,
    correct_screening,
    course_of,
    screened_at,
    screening,
    take_instruments,
)
from medoffice.clinic.screening.queries import screened as screened_queries
from medoffice.clinic.screening.queries.screened import shipped
from medoffice.clinic.screening.tests.makers import LOW_MOOD, make_screened
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


@pytest.fixture
def visit(office: Office) -> UUID:
    return make_visit(office, make_patient())


@pytest.fixture
def nurse(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    return person("ruiz")


def measured(actor: Actor, patient_id: UUID) -> list[str]:
    found = chart_of(actor, patient_id).lists[ListKind.MEASURED]
    return [f"{one.told.words}: {one.told.details['value']}" for one in found if not one.struck]


def test_tl1_what_is_answered_is_scored_and_stands_among_what_was_measured(visit: UUID, nurse: Actor) -> None:
    made = make_screened(visit, actor=nurse)
    (one,) = screened_at(nurse, visit)
    assert (one.id, one.score, one.most, one.band, one.by) == (made, 10, 27, "moderate", "Carmen Ruiz")
    assert measured(nurse, one.patient_id) == ["PHQ-9 score: 10 of 27, moderate"]
    assert work("screening-urgent") == []
    assert course_of(nurse, one.patient_id) == [one]


def test_tl1_an_answer_that_cannot_wait_is_the_providers_work_at_once(visit: UUID, nurse: Actor) -> None:
    make_screened(visit, (*LOW_MOOD[:8], 1), nurse)
    assert work("screening-urgent") == ["PHQ-9: thoughts of death or self-harm"]


@pytest.mark.parametrize("answers", [(), LOW_MOOD[:8], (*LOW_MOOD, 0), (4, *LOW_MOOD[1:]), (-1, *LOW_MOOD[1:])])
def test_answers_that_are_missing_or_odd_keep_nothing(visit: UUID, nurse: Actor, answers: tuple[int, ...]) -> None:
    with pytest.raises(Invalid, match="each has one of its answers"):
        make_screened(visit, answers, nurse)
    assert screened_at(PROGRAM, visit) == []
    with pytest.raises(NotFound):
        answer_screening(actor=nurse, encounter_id=visit, key="bdi", answers=answers)


def test_what_was_wrong_is_corrected_once_with_why_and_stays_to_be_read(visit: UUID, nurse: Actor) -> None:
    wrong = make_screened(visit, actor=nurse)
    with pytest.raises(Invalid):
        correct_screening(actor=nurse, screened_id=wrong, answers=[0] * 9, why=" ")
    right = correct_screening(actor=nurse, screened_id=wrong, answers=[0] * 9, why="she pointed at the other column")
    with pytest.raises(Conflict):
        correct_screening(actor=nurse, screened_id=wrong, answers=[1] * 9, why="again")
    assert [(one.id, one.stands, one.score) for one in screened_at(nurse, visit)] == [
        (right, True, 0),
        (wrong, False, 10),
    ]
    assert measured(nurse, screening(nurse, right).patient_id) == ["PHQ-9 score: 0 of 27, minimal"]


def test_what_a_label_keeps_and_who_does_not_treat_reads_nothing(visit: UUID, nurse: Actor) -> None:
    made = make_screened(visit, actor=nurse)
    for stranger in (person("lind"), person("nox")):
        assert screened_at(stranger, visit) == []
        with pytest.raises(NotFound):
            screening(stranger, made)
        with pytest.raises(NotFound):
            make_screened(visit, actor=stranger)
    who = screening(nurse, made).patient_id
    label_visit(actor=PROGRAM, subject=who, things=[visit], label=Label.PART2, why="asked for")
    assert screened_at(person("petrov"), visit) == []
    assert [one.id for one in screened_at(nurse, visit)] == [made], "who treats still reads it"


def test_the_offices_own_book_holds_from_its_day_on(visit: UUID, nurse: Actor) -> None:
    told = (
        'version = "ours"\nsince = {since}\nsource = "the partners"\n[[instrument]]\nkey = "x"\nname = "Our two"\n'
        'asks = "Ask"\nlicence = "ours"\nquestions = ["one", "two"]\nanswers = ["no", "yes"]\n'
        'bands = [{{least = 0, words = "well", tone = "ok"}}, {{least = 1, words = "look", tone = "warn"}}]\n'
    )
    take_instruments(actor=PROGRAM, told=told.format(since="2026-11-25"))
    assert book().source == "unverified"
    take_instruments(actor=PROGRAM, told=told.format(since="2026-11-24"))
    assert (book().source, list(book().instruments)) == ("the partners", ["x"])
    answer_screening(actor=nurse, encounter_id=visit, key="x", answers=[0, 1])
    (one,) = screened_at(nurse, visit)
    assert (one.band, one.edition) == ("look", "ours, the partners")
    with pytest.raises(Refusal, match="no book of instruments"):
        take_instruments(actor=PROGRAM, told="nonsense")
    with pytest.raises(NotFound):
        take_instruments(actor=nurse, told=told)


def test_the_pages_ask_both_in_one_go_and_say_which_answer_is_missing(office: Office, visit: UUID) -> None:
    assert office.site_id
    desk = signed_in("ruiz")
    assert "PHQ-9 and GAD-7" in desk.get(f"/screening/visit/{visit}/").content.decode()
    at = f"/screening/visit/{visit}/mood/"
    page = desk.get(at).content.decode()
    assert (page.count('maxlength="1"'), page.count("autofocus"), "unverified" in page) == (16, 1, True)
    answers = {f"phq-9-{place}": "1" for place in range(1, 10)} | {f"gad-7-{place}": "2" for place in range(1, 8)}
    odd = desk.post(at, answers | {"gad-7-7": "4"})
    assert (odd.status_code, "0 to 3" in odd.content.decode()) == (422, True)
    assert screened_at(PROGRAM, visit) == []
    assert desk.post(at, answers | {"once": "one"}).status_code == 302
    assert desk.post(at, answers | {"once": "one"}).status_code == 302, "a second press is the same"
    found = screened_at(PROGRAM, visit)
    assert [(one.name, one.score) for one in found] == [("GAD-7", 14), ("PHQ-9", 9)]
    assert "mild" in desk.get(f"/charting/{visit}/").content.decode()
    gad = found[0].id
    assert desk.post(f"/screening/{gad}/", {f"gad-7-{place}": "0" for place in range(1, 8)}).status_code == 422
    right = {f"gad-7-{place}": "0" for place in range(1, 8)} | {"why": "misheard"}
    assert desk.post(f"/screening/{gad}/", right).status_code == 302
    assert "corrected later" in desk.get(f"/screening/{gad}/").content.decode()
    assert sign_in("okafor").get(f"/screening/{gad}/").status_code == 200
    assert desk.get(f"/screening/visit/{visit}/bdi/").status_code == 404


def test_the_first_question_is_answered_on_the_visits_page_until_it_was_asked(office: Office, visit: UUID) -> None:
    assert office.site_id
    desk, at = signed_in("ruiz"), f"/screening/visit/{visit}/mood/"
    page = desk.get(f"/charting/{visit}/").content.decode()
    assert f'href="{at}?first=3" data-key="3"' in page
    first, second = desk.get(f"{at}?first=3").content.decode().split("maxlength", 2)[1:]
    assert ('value="3"' in first, "autofocus" in first, "autofocus" in second[:300]) == (True, False, True)
    assert "0 to 3" not in first + second
    assert desk.get(f"{at}?first=9").content.decode().count('value="9"') == 0
    answers = {f"phq-9-{place}": "1" for place in range(1, 10)} | {f"gad-7-{place}": "2" for place in range(1, 8)}
    desk.post(at, answers)
    assert "?first=" not in desk.get(f"/charting/{visit}/").content.decode()


def test_what_was_asked_is_shown_and_corrected_by_the_book_of_its_day(visit: UUID, nurse: Actor) -> None:
    told = (
        'version = "{version}"\nsince = 2026-11-24\nsource = "the partners"\n[[instrument]]\nkey = "x"\nname = "Our"\n'
        'asks = "Ask"\nlicence = "ours"\nquestions = [{questions}]\nanswers = ["no", "yes"]\n'
        'bands = [{{least = 0, words = "well", tone = "ok"}}, {{least = 1, words = "look", tone = "warn"}}]\n'
    )
    take_instruments(actor=PROGRAM, told=told.format(version="a", questions='"sleeps badly", "eats badly"'))
    first = answer_screening(actor=nurse, encounter_id=visit, key="x", answers=[0, 1])
    take_instruments(actor=PROGRAM, told=told.format(version="b", questions='"eats badly", "falls", "limps"'))
    desk = sign_in("ruiz")
    page = desk.get(f"/screening/{first}/").content.decode()
    assert ("Sleeps badly" in page, "Falls" in page, page.count('maxlength="1"')) == (True, False, 2)
    right = correct_screening(actor=nurse, screened_id=first, answers=[1, 1], why="misheard")
    assert (screening(nurse, right).edition, screening(nurse, right).score) == ("a, the partners", 2)


def test_what_was_asked_by_a_book_that_is_gone_is_numbers_and_is_not_corrected(
    visit: UUID, nurse: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_screened(visit, actor=nurse)
    newer = replace(shipped(), version="2027-01")
    monkeypatch.setattr(screened_queries, "shipped", lambda: newer)
    page = sign_in("ruiz").get(f"/screening/{made}/").content.decode()
    assert ("are not here any more" in page, "Little interest" in page, "Correct" in page) == (True, False, False)
    with pytest.raises(Refusal, match="not here any more"):
        correct_screening(actor=nurse, screened_id=made, answers=[0] * 9, why="misheard")


def test_an_answer_of_thousands_of_digits_is_no_answer_and_says_so_at_its_question(visit: UUID) -> None:
    answers = {f"phq-9-{place}": "1" for place in range(1, 10)} | {"phq-9-3": "1" * 4300, "phq-9-4": "\u0661"}
    page = signed_in("ruiz").post(f"/screening/visit/{visit}/phq-9/", answers)
    text = page.content.decode()
    assert (page.status_code, text.count("0 to 3")) == (422, 2)
    for name in ("phq-9-3", "phq-9-4"):
        assert f'aria-describedby="{name}-error"' in text
        assert f'id="{name}-error"' in text
    assert screened_at(PROGRAM, visit) == []
