"""Amendments: asked, answered in time, said beside the item wherever it is shown and behind each copy that leaves."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.documents.api import appended_sheet, known_document, words_of_pages
from medoffice.records.documents.tests.test_actions_chart import filed
from medoffice.records.faxes.api import pages_of_document
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import check_request, deliver, note_request, pick_pages, request
from medoffice.records.releases.types import Asked, Checked, Way
from medoffice.records.releases.types import Asker as CopyAsker
from medoffice.records.rights.api import (
    accept_amendment,
    add_line,
    amendment,
    amendments_of,
    ask_amendment,
    deny_amendment,
    extend_amendment,
    open_amendments,
    withdraw_amendment,
)
from medoffice.records.rights.types import Answer, Asker, LineKind, Wanted
from medoffice.security.api import actor_named, deny_subject, label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
CAME = date(2026, 11, 20)
WRONG, STATEMENT = "I never smoked a pipe", "The patient has never smoked; the form belonged to somebody else."
DISAGREES, REBUTTAL = "My brother is the one who smoked", "We asked again and heard the same"


@pytest.fixture(name="okafor")
def _okafor() -> Actor:
    """Dr. Okafor, who answers; Specialist Vega takes the requests."""
    clock.freeze(NOON)
    office = make_office()
    person("vega")
    return office.provider


def vega() -> Actor:
    """Specialist Vega, at the desk."""
    return actor_named("vega")


def asked(who: UUID, paper: UUID, wrong: str = WRONG) -> UUID:
    wanted = Wanted(f"document-{paper.hex}", wrong, "never smoked", Asker.PATIENT, "", "licence", CAME)
    return ask_amendment(actor=vega(), patient_id=who, wanted=wanted)


def copies_of(who: UUID, paper: UUID) -> str:
    """The words of a packet of copies of a paper that went."""
    told = Asked(CopyAsker.ATTORNEY, "authorization", "Marsh & Pell", "", "it", "", CAME)
    ask = note_request(actor=PROGRAM, patient_id=who, asked=told)
    found = tuple(element.key for element in request(PROGRAM, ask).paper.elements)
    check_request(
        actor=PROGRAM,
        request_id=ask,
        seen_version=1,
        checked=Checked(found, "known", (), paper, CAME, CAME.replace(year=2030)),
    )
    pages = {f"document-{paper.hex}": "all"}
    pick_pages(actor=PROGRAM, request_id=ask, seen_version=2, pages=pages, black={}, why="")
    sent = deliver(actor=PROGRAM, request_id=ask, way=Way.HAND)
    return words_in(sign_in("vega").get(f"/releases/copies/{sent}/").content)


def words_in(made: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).split())


def test_cm4_what_is_accepted_stands_beside_the_paper_and_goes_with_every_copy(okafor: Actor) -> None:
    who = make_patient()
    paper = filed(who, "Smokes a pipe")
    before = words_of_pages(known_document(paper))
    ask = asked(who, paper)
    assert work("amendment") == ["AM-10001: an amendment is asked for"]
    assert amendment(okafor, ask).due_on == CAME + timedelta(days=60)
    assert WRONG not in copies_of(who, paper)
    with pytest.raises(Invalid):
        accept_amendment(actor=okafor, amendment_id=ask, seen_version=1, statement=" ", tell="")
    with pytest.raises(Conflict):
        accept_amendment(actor=okafor, amendment_id=ask, seen_version=7, statement=STATEMENT, tell="")
    accept_amendment(actor=okafor, amendment_id=ask, seen_version=1, statement=STATEMENT, tell="Dr. Weiss")
    assert work("amendment") == []
    assert work("amendment-tell") == ["AM-10001, accepted: tell who asked, and who has to know"]
    assert STATEMENT in copies_of(who, paper)
    assert STATEMENT in words_in(pages_of_document(known_document(paper)))
    client = sign_in("vega")
    for page in (f"/documents/{paper}/", f"/documents/{paper}/print/"):
        assert STATEMENT in client.get(page).content.decode()
    saved = client.get(f"/documents/{paper}/as-it-came/")
    assert STATEMENT in words_in(saved.content)
    assert words_of_pages(known_document(paper)) == before
    add_line(actor=vega(), amendment_id=ask, kind=LineKind.TOLD, words="The patient and Dr. Weiss, by letter")
    assert work("amendment-tell") == []
    for verb in (LineKind.DISAGREES, LineKind.REBUTTAL):
        with pytest.raises(Refusal, match="not said"):
            add_line(actor=okafor, amendment_id=ask, kind=verb, words="x")


def test_cm4_a_denial_has_a_reason_of_the_rule_and_goes_along_once_the_patient_disagrees(okafor: Actor) -> None:
    who = make_patient()
    paper = filed(who, "Smokes a pipe")
    ask = asked(who, paper)
    with pytest.raises(Invalid) as refused:
        deny_amendment(actor=okafor, amendment_id=ask, seen_version=1, ground="because", why="")
    assert set(refused.value.detail["fields"]) == {"ground", "answered_why"}
    why = "The words of the visit say so"
    deny_amendment(actor=okafor, amendment_id=ask, seen_version=1, ground="right_as_it_is", why=why)
    assert work("amendment-tell") == ["AM-10001, denied: the denial goes to who asked, by letter"]
    shown = sign_in("vega").get(f"/documents/{paper}/").content.decode()
    assert WRONG in shown
    assert why in shown
    assert appended_sheet("document", paper, "x") == b""
    with pytest.raises(Refusal):
        add_line(actor=okafor, amendment_id=ask, kind=LineKind.REBUTTAL, words=REBUTTAL)
    add_line(actor=vega(), amendment_id=ask, kind=LineKind.DISAGREES, words=DISAGREES)
    assert work("amendment") == ["AM-10001: the patient disagrees; say whether the office answers"]
    with pytest.raises(NotFound):
        add_line(actor=vega(), amendment_id=ask, kind=LineKind.REBUTTAL, words=REBUTTAL)
    add_line(actor=okafor, amendment_id=ask, kind=LineKind.REBUTTAL, words=REBUTTAL)
    assert work("amendment") == []
    went = copies_of(who, paper)
    for said in (WRONG, "accurate and complete", why, DISAGREES, REBUTTAL):
        assert said in went


def test_a_denial_goes_along_too_if_the_patient_only_wants_that(okafor: Actor) -> None:
    who = make_patient()
    paper = filed(who, "words")
    ask = asked(who, paper)
    deny_amendment(actor=okafor, amendment_id=ask, seen_version=1, ground="not_ours", why="Another office made it")
    assert WRONG not in copies_of(who, paper)
    add_line(actor=okafor, amendment_id=ask, kind=LineKind.INCLUDE, words="asked by telephone")
    assert WRONG in copies_of(who, paper)


def test_the_clock_is_sixty_days_and_once_thirty_more(okafor: Actor) -> None:
    who = make_patient()
    first, second = asked(who, filed(who, "a")), asked(who, filed(who, "b"))
    with pytest.raises(Invalid):
        extend_amendment(actor=okafor, amendment_id=first, why=" ")
    extend_amendment(actor=okafor, amendment_id=first, why="the old chart is in storage")
    assert amendment(okafor, first).due_on == CAME + timedelta(days=90)
    with pytest.raises(Refusal, match="already"):
        extend_amendment(actor=okafor, amendment_id=first, why="again")
    assert [one.id for one in open_amendments(okafor)[0]] == [second, first]
    clock.freeze(NOON + timedelta(days=60))
    with pytest.raises(Refusal, match="passed"):
        extend_amendment(actor=okafor, amendment_id=second, why="late")
    withdraw_amendment(actor=vega(), amendment_id=second, why="on the telephone")
    assert amendment(okafor, second).answer is Answer.WITHDRAWN
    with pytest.raises(Refusal, match="withdrawn"):
        withdraw_amendment(actor=okafor, amendment_id=second, why="again")
    assert open_amendments(okafor)[1] == 1


def test_what_is_wrong_with_a_request_is_said_at_its_fields(okafor: Actor) -> None:
    who, other = make_patient(), make_patient("Quist", "Otto")
    theirs = filed(other, "another's")
    bad = Wanted(f"document-{theirs.hex}", " ", "", Asker.PROXY, "", " ", date(2026, 12, 1))
    with pytest.raises(Invalid) as refused:
        ask_amendment(actor=okafor, patient_id=who, wanted=bad)
    assert set(refused.value.detail["fields"]) == {"thing", "wrong", "asker_name", "identity", "came_on"}
    before = Wanted(f"document-{theirs.hex}", "It is", "", Asker.PATIENT, "", "licence", date(1901, 1, 1))
    with pytest.raises(Invalid) as refused:
        ask_amendment(actor=okafor, patient_id=other, wanted=before)
    assert refused.value.detail["fields"]["came_on"] == ["The patient was not born then."]


def test_an_amendment_of_a_labelled_paper_is_as_confidential(okafor: Actor) -> None:
    who = make_patient()
    paper = filed(who, "programme")
    ask = asked(who, paper)
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    desk = vega()
    assert amendments_of(desk, who) == []
    assert open_amendments(desk) == ([], 0)
    with pytest.raises(NotFound):
        amendment(desk, ask)
    with pytest.raises(Invalid):
        asked(who, paper)
    assert amendment(okafor, ask).wrong == WRONG


def test_screens_lead_from_the_request_to_the_answer_and_show_a_stranger_nothing(
    okafor: Actor,  # noqa: ARG001 - answers on the screen
) -> None:
    who = make_patient()
    paper = filed(who, "Page one")
    desk, doctor = sign_in("vega"), sign_in("okafor")
    new = {"thing": f"document-{paper.hex}", "wrong": WRONG, "asker": "patient", "came_on": "11/20/2026"}
    assert desk.post(f"/rights/amend/{who}/", new).status_code == 422
    answer = desk.post(f"/rights/amend/{who}/", new | {"identity": "licence"})
    where = answer.headers["Location"]
    assert desk.post(f"{where}deny/", {"version": 1}).status_code == 404
    assert doctor.post(f"{where}deny/", {"version": 1, "ground": "not_ours"}).status_code == 422
    denial = {"version": 1, "ground": "not_ours", "answered_why": "Another office wrote it."}
    assert doctor.post(f"{where}deny/", denial).status_code == 302
    assert "Letter to who asked" in desk.get(where).content.decode()
    assert "was not taken" not in desk.get(where).content.decode()
    late = doctor.post(f"{where}deny/", denial | {"answered_why": "what a second person typed"})
    assert late.status_code == 422
    for words in ("This was not taken.", "This request is denied.", "what a second person typed"):
        assert words in late.content.decode()
    letter = desk.post(f"/letters/new/{who}/", {"key": "amendment_denied"}).headers["Location"]
    reads = desk.get(letter).content.decode()
    assert "who did can still amend it" in reads
    assert "Another office wrote it." in reads
    assert desk.post(f"{where}say/", {"kind": "disagrees", "words": DISAGREES}).status_code == 302
    assert DISAGREES in desk.get(where).content.decode()
    assert desk.post(f"{where}say/", {"kind": "rebuttal", "words": "x"}).status_code == 422
    places = ["/rights/", f"/rights/of/{who}/", f"/rights/amend/{who}/", where]
    assert {desk.get(place).status_code for place in places} == {200}
    nox = signed_in("nox")
    assert {nox.get(place).status_code for place in places} == {404}
    deny_subject(actor=PROGRAM, user_id=vega().id, subject=who, reason="family")
    assert {desk.get(place).status_code for place in places[1:]} == {404}
