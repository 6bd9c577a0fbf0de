"""What is typed is drawn for a review when it is finished; its errors are scored; nothing of the report changes."""

from datetime import UTC, datetime

import pytest

from medoffice.clinic.charting.api import note_of
from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.dictation.api import (
    finish_dictation,
    finish_review,
    heed_review,
    mistakes_of,
    read_review,
    return_dictation,
    review,
    reviews_told,
    reviews_waiting,
    score_error,
    set_sampling,
    sign_dictation,
    text_reviewed,
    typed_of,
)
from medoffice.clinic.dictation.models import DictationDraw
from medoffice.clinic.dictation.queries.reviews import drawn_by_person
from medoffice.clinic.dictation.rules.sampling import ticket
from medoffice.clinic.dictation.tests.makers import make_finished, make_reviewed, make_signed
from medoffice.clinic.dictation.types.reviews import ErrorClass, Picked, Review, ReviewState, Sampling
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, work
from medoffice.security.api import audit_lines, label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in, somebody
from medoffice.security.types import PROGRAM, Actor, Label, Role

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
TEXT = "Takes hydralazine 10 mg. No fever.\n\nPlan: rest, recieve fluids."


def waiting(office: Office, moreau: Actor, tone: int = 40) -> Review:
    one = make_finished(moreau, make_visit(office), TEXT, tone=tone)
    return next(found for found in reviews_waiting(office.provider) if found.dictation.id == one.id)


def test_the_first_reports_of_somebody_are_all_reviewed_and_none_that_its_author_typed(
    office: Office, moreau: Actor
) -> None:
    found = waiting(office, moreau)
    assert (found.picked, found.typist, found.state) == (Picked.NEW, moreau.name, ReviewState.WAITS)
    assert work("dictation-review") == [f"{found.dictation.number}: review how it was typed"]
    assert reviews_waiting(moreau) == []
    make_finished(office.provider, make_visit(office), "No cough.", tone=50)
    assert drawn_by_person() == {moreau.id: (1, 1)}


def test_every_draw_is_kept_and_can_be_reckoned_again(office: Office, moreau: Actor) -> None:
    set_sampling(actor=person("petrov"), how=Sampling(moreau.id, 30, 0, 9))
    for tone in range(40, 60):
        make_finished(moreau, make_visit(office), TEXT, tone=tone)
    rows = list(DictationDraw.objects.order_by("id"))
    assert len(rows) == 20
    for row in rows:
        assert (row.percent, row.ticket) == (30, ticket(row.text_id))
        assert row.picked == ("drawn" if row.ticket < 3000 else "")
    reviewed = sum(bool(row.picked) for row in rows)
    assert drawn_by_person() == {moreau.id: (20, reviewed)}
    assert len(reviews_waiting(office.provider)) == reviewed


def test_one_that_comes_back_from_its_author_draws_once(office: Office, moreau: Actor) -> None:
    one = waiting(office, moreau).dictation
    return_dictation(actor=office.provider, dictation_id=one.id, seen_version=one.version, why="Once more")
    finish_dictation(actor=moreau, dictation_id=one.id, seen_version=one.version + 1)
    assert drawn_by_person() == {moreau.id: (1, 1)}


def test_errors_are_scored_against_the_finished_text_and_the_report_stays(office: Office, moreau: Actor) -> None:
    found = waiting(office, moreau)
    seen = typed_of(found.dictation.id)
    with pytest.raises(Refusal, match="You typed"):
        score_error(actor=moreau, review_id=found.id, kind=ErrorClass.MINOR, place=0)
    with pytest.raises(NotFound):
        score_error(actor=person("lind"), review_id=found.id, kind=ErrorClass.MINOR, place=0)
    for place, count in ((99, 1), (0, 0), (0, 99)):
        with pytest.raises(Invalid):
            score_error(actor=office.provider, review_id=found.id, kind=ErrorClass.MINOR, place=place, count=count)
    score_error(actor=office.provider, review_id=found.id, kind=ErrorClass.MINOR, place=1, said="hydroxyzine")
    score_error(actor=office.provider, review_id=found.id, kind=ErrorClass.CRITICAL, place=1, said="hydroxyzine")
    score_error(actor=office.provider, review_id=found.id, kind=ErrorClass.FEEDBACK, place=4, count=2)
    assert [(one.kind.value, one.typed, one.said) for one in mistakes_of(found.id)] == [
        ("critical", "hydralazine", "hydroxyzine"),
        ("feedback", "No fever.", ""),
    ]
    assert finish_review(actor=office.provider, review_id=found.id, words="  Listen   again ") == 97
    with pytest.raises(Refusal, match="done"):
        finish_review(actor=office.provider, review_id=found.id)
    now = review(moreau, found.id)
    assert (now.score, now.critical, now.words, now.reviewer) == (97, 1, "Listen again", office.provider.name)
    assert typed_of(found.dictation.id) == seen
    assert text_reviewed(found.id)[0] == TEXT
    told = [line for line in audit_lines(subject=found.dictation.patient_id) if line.word == "dictation.grade"]
    assert len([line for line in told if line.outcome == "done"]) == 4


def test_whoever_typed_it_reads_it_and_the_author_heeds_what_is_critical(office: Office, moreau: Actor) -> None:
    found = make_reviewed(office, moreau, make_visit(office), TEXT, {1: ErrorClass.CRITICAL})
    number = found.dictation.number
    assert work("dictation-review") == []
    assert work("dictation-feedback") == [f"{number}: how it was typed"]
    assert work("dictation-flaw") == [f"{number}: a review found a critical error"]
    with pytest.raises(NotFound):
        read_review(actor=office.provider, review_id=found.id)
    read_review(actor=moreau, review_id=found.id, answer="It was said so.")
    with pytest.raises(Refusal):
        read_review(actor=moreau, review_id=found.id)
    with pytest.raises(NotFound):
        heed_review(actor=moreau, review_id=found.id, words="Mine")
    with pytest.raises(Invalid):
        heed_review(actor=office.provider, review_id=found.id, words=" ")
    heed_review(actor=office.provider, review_id=found.id, words="Addendum written")
    with pytest.raises(Refusal):
        heed_review(actor=office.provider, review_id=found.id, words="Again")
    now = review(moreau, found.id)
    assert (now.state, now.answer, now.heeded, now.score) == (
        ReviewState.READ, "It was said so.", "Addendum written", 97,
    )  # fmt: skip
    assert work("dictation-feedback") == work("dictation-flaw") == []


def test_what_is_signed_stays_word_for_word_and_a_passing_review_is_nobodys_alarm(
    office: Office, moreau: Actor
) -> None:
    visit = make_visit(office)
    make_signed(office, moreau, visit, TEXT)
    (found,) = reviews_waiting(office.provider)
    score_error(actor=office.provider, review_id=found.id, kind=ErrorClass.MINOR, place=8, said="receive")
    assert finish_review(actor=office.provider, review_id=found.id) == 99
    note = note_of(visit)
    assert note is not None
    assert note.text == TEXT
    assert note.addenda == ()
    assert work("dictation-flaw") == []


def test_who_leads_the_typing_opens_every_sheet_that_is_listed(office: Office, moreau: Actor) -> None:
    found = make_reviewed(office, moreau, make_visit(office), TEXT, {1: ErrorClass.MINOR})
    leads = somebody(Role.MANAGER, Role.TRANSCRIPTIONIST)
    sheet = f"/dictation/quality/{found.id}/"
    assert f'href="{sheet}"' in leads.get("/dictation/quality/").content.decode()
    assert leads.get(sheet).status_code == 200
    assert leads.post(f"{sheet}read/", {"answer": "Not mine"}).status_code == 404


def test_the_typing_of_a_kept_visit_is_nobodys_to_see(office: Office, moreau: Actor) -> None:
    visit = make_visit(office)
    found = make_reviewed(office, moreau, visit, TEXT, {1: ErrorClass.MINOR})
    label_visit(
        actor=office.provider, subject=found.dictation.patient_id, things=[visit], label=Label.PART2, why="Kept apart"
    )
    with pytest.raises(NotFound):
        review(moreau, found.id)
    assert reviews_told(moreau) == []
    assert "D-" not in signed_in("petrov").get("/dictation/quality/").content.decode().partition("<main")[2]


def test_one_sees_ones_own_standing_and_a_leader_everybodys(office: Office, moreau: Actor) -> None:
    make_reviewed(office, moreau, make_visit(office), TEXT, {1: ErrorClass.CRITICAL})
    for client in (sign_in("moreau"), signed_in("petrov")):
        page = client.get("/dictation/quality/").content.decode()
        assert "97.0" in page
        assert "not met" in page
    assert "not met" not in sign_in("okafor").get("/dictation/quality/").content.decode()
    assert signed_in("lind").get("/dictation/quality/").status_code == 404


def test_a_reviewer_scores_on_the_sheet_and_takes_it_back(office: Office, moreau: Actor) -> None:
    found, okafor = waiting(office, moreau), sign_in("okafor")
    where = f"/dictation/quality/{found.id}/"
    assert "hydralazine" in okafor.get(where).content.decode()
    said = {"kind": "critical", "place": "1", "count": "1", "said": "hydroxyzine"}
    part = okafor.post(f"{where}score/", said, headers={"X-Part": "errors"}).content.decode()
    assert "97 of 100, fails" in part
    assert "<main" not in part
    assert okafor.post(f"{where}score/", {**said, "place": "77"}, headers={"X-Part": "errors"}).status_code == 422
    assert okafor.post(f"{where}score/", said).status_code == 302
    (one,) = mistakes_of(found.id)
    assert okafor.post(f"{where}drop/{one.id}/", headers={"X-Part": "errors"}).status_code == 200
    assert mistakes_of(found.id) == []
    assert sign_in("moreau").get(where).status_code == 404  # not before it is done
    assert sign_in("moreau").post(f"{where}drop/{one.id}/").status_code == 409
    assert okafor.post(f"{where}done/", {"words": "Well typed"}).status_code == 302
    mine = sign_in("moreau")
    assert "Well typed" in mine.get(where).content.decode()
    assert mine.post(f"{where}read/", {"answer": "Thank you"}).status_code == 302
    assert "Thank you" in mine.get(where).content.decode()
    assert signed_in("ferreira").get(where).status_code == 404


def test_the_manager_says_whose_is_reviewed(office: Office, moreau: Actor) -> None:  # noqa: ARG001 - the office must stand
    petrov = signed_in("petrov")
    assert "proposed, unverified" in petrov.get("/dictation/quality/sampling/").content.decode()
    said = {"typist_id": str(moreau.id), "percent": "25", "new_reports": "0", "blanks_over": "2"}
    assert petrov.post("/dictation/quality/sampling/", said).status_code == 302
    assert "Irina Petrov" in petrov.get("/dictation/quality/sampling/").content.decode()
    assert petrov.post("/dictation/quality/sampling/", {**said, "percent": "101"}).status_code == 422
    with pytest.raises(Invalid):
        set_sampling(actor=PROGRAM, how=Sampling(person("lind").id, 5, 5, 5))
    with pytest.raises(NotFound):
        set_sampling(actor=moreau, how=Sampling(None, 0, 0, 0))


def test_an_unsigned_report_is_signed_as_its_author_reads_it(office: Office, moreau: Actor) -> None:
    found = make_reviewed(office, moreau, make_visit(office), TEXT, {1: ErrorClass.CRITICAL})
    one = found.dictation
    page = sign_in("okafor").get(f"/dictation/{one.id}/review/").content.decode()
    assert "hydralazine" in page
    assert "A review found" in page
    seal = sign_dictation(
        actor=office.provider, dictation_id=one.id, seen_version=one.version, seen_text=typed_of(one.id).version
    )
    assert len(seal) == 64
