"""Copies of a record: the paper first, only what may go, nothing under the black, one line in the log."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from pypdf import PdfReader

from medoffice.kernel import clock, files, papers
from medoffice.kernel.printing import joined
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import work_items
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.disclosures.api import accounting, log
from medoffice.records.disclosures.types import Sought
from medoffice.records.documents.api import arrange_pages, divide_document, join_documents, known_document
from medoffice.records.documents.tests.test_actions_chart import filed
from medoffice.records.documents.types.papers import Placed
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases import models
from medoffice.records.releases.api import (
    check_request,
    close_request,
    deliver,
    deliveries_of,
    extend_request,
    note_request,
    offered,
    open_requests,
    pick_pages,
    request,
    watch_requests,
)
from medoffice.records.releases.queries.requests import papers_of_open
from medoffice.records.releases.types import Asked, Asker, Checked, Request, State, Way
from medoffice.security.api import deny_subject, label_visit, labels_of, record_consent
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
CAME = date(2026, 11, 20)


@pytest.fixture
def desk() -> Actor:
    """Specialist Vega, who gives copies out."""
    clock.freeze(NOON)
    make_office()
    return person("vega")


def asked(who: UUID, asker: Asker = Asker.ATTORNEY, paper: str = "authorization", why: str = "") -> UUID:
    told = Asked(asker, paper, "Marsh & Pell", "4 Court Street\nRiverbend, IL 62799", "the year 2026", why, CAME)
    return note_request(actor=PROGRAM, patient_id=who, asked=told)


def checked(desk: Actor, request_id: UUID, *covers: Label, missing: int = 0) -> None:
    one = request(desk, request_id)
    keys = [element.key for element in one.paper.elements]
    named = one.checked.document or (filed(one.patient_id, "an authorization") if one.paper.scan else None)
    found = Checked(
        tuple(keys[missing:]), "called back at the number of the bar", covers, named, CAME, date(2027, 11, 20)
    )
    check_request(actor=desk, request_id=request_id, seen_version=one.version, checked=found)


def pick(desk: Actor, request_id: UUID, pages: dict[str, str], black: dict[str, str] | None = None) -> None:
    version = request(desk, request_id).version
    pick_pages(
        actor=desk, request_id=request_id, seen_version=version, pages=pages, black=black or {}, why="what they name"
    )


def key(document_id: UUID) -> str:
    return f"document-{document_id.hex}"


def copies(request_id: UUID) -> bytes:
    return files.load(models.Delivery.objects.get(request_id=request_id).sha256)


def _streams(resources: Any) -> bytes:  # noqa: ANN401 - the library has no type for it
    return b"".join(one.get_object().get_data() for one in resources.get("/XObject", {}).values())


def kept_from(desk: Actor, request_id: UUID) -> dict[str, str]:
    return {one.item.key: one.kept for one in offered(desk, request(desk, request_id))}


def test_cm3_nothing_goes_before_the_paper_is_whole_and_then_once_with_a_line_in_the_log(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "Page one", "Page two", "Page three")
    ask = asked(who)
    assert work("release") == ["R-10001: copies for an attorney"]
    pick(desk, ask, {key(paper): "1, 3"})
    with pytest.raises(Refusal, match="lacks: What may be told"):
        deliver(actor=desk, request_id=ask, way=Way.MAIL)
    checked(desk, ask, missing=1)
    with pytest.raises(Refusal, match="lacks"):
        deliver(actor=desk, request_id=ask, way=Way.MAIL)
    checked(desk, ask)
    deliver(actor=desk, request_id=ask, way=Way.MAIL)
    assert request(desk, ask).state is State.DELIVERED
    assert work("release") == []
    (line,) = log(desk, Sought())[0]
    assert (line.what, line.to_name, line.way, line.purpose.key) == (
        "R-10001: copies, 2 pages", "Marsh & Pell", "mail", "authorized",
    )  # fmt: skip
    assert accounting(person("haddad"), who) == []
    assert len(PdfReader(BytesIO(copies(ask))).pages) == 3
    for verb in (lambda: pick(desk, ask, {}), lambda: deliver(actor=desk, request_id=ask, way=Way.HAND)):
        with pytest.raises(Refusal, match="delivered"):
            verb()


def test_what_is_black_is_in_no_byte_and_no_dot_of_the_copy(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "Blood pressure is well\nHIV antibody REACTIVE", "Second page stays away")
    ask = asked(who)
    checked(desk, ask)
    pick(desk, ask, {key(paper): "1"}, {key(paper): "1: 7-10"})
    deliver(actor=desk, request_id=ask, way=Way.FILE)
    data = copies(ask)
    whole = PdfReader(BytesIO(data))
    text = "".join(page.extract_text() for page in whole.pages)
    streams = b"".join(_streams(page["/Resources"]) for page in whole.pages)
    for secret in ("REACTIVE", "HIV", "Second page"):
        assert secret not in text
        assert secret.encode() not in data + streams
        assert secret.encode("utf-16-be") not in data + streams
    (shown,) = [one.image for one in whole.pages[1].images]
    assert shown is not None
    across, down = shown.size
    grey = shown.convert("L")
    assert grey.crop((0, int(down * 0.075), across, int(down * 0.095))).getextrema() == (0, 0)
    assert len(set(grey.crop((0, int(down * 0.05), across, int(down * 0.07))).get_flattened_data())) > 2
    assert papers.read_pages(data, "pdf", 1, 1)[0].text.strip() == ""  # type: ignore[index] # it is read


def test_a_picture_of_another_make_is_no_page() -> None:
    with pytest.raises(ValueError, match="no page of ours"):
        joined([b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x0dIHDR" + bytes(8) + b"\x10\x06\x00\x00\x00" + bytes(4)])


def test_what_a_label_keeps_is_not_pickable_without_the_consent_that_covers_it(desk: Actor) -> None:
    who = make_patient()
    plain, programme, minor, paid, session = (filed(who, words) for words in ("a", "b", "c", "d", "e"))
    for thing, label in ((programme, Label.PART2), (minor, Label.MINOR), (paid, Label.RESTRICTED)):
        label_visit(actor=PROGRAM, subject=who, things=[thing], label=label, why="asked for")
    label_visit(
        actor=PROGRAM, subject=who, things=[session], label=Label.PSYCHOTHERAPY, why="a session", written_by=desk.id
    )
    own, court = asked(who, Asker.PATIENT, "request"), asked(who, Asker.COURT, "order", "what it names")
    plan, other = asked(who, Asker.INSURER, "payment", "the visits billed"), asked(who, Asker.PROVIDER, "treatment")

    def open_in(ask: UUID) -> set[UUID]:
        found = kept_from(desk, ask)
        assert key(session) not in found
        return {thing for thing in (plain, programme, minor, paid) if found.get(key(thing)) == ""}

    assert open_in(own) == {plain, programme, paid}
    assert open_in(court) == open_in(other) == {plain, paid}
    assert open_in(plan) == {plain}
    with pytest.raises(NotFound):
        pick(desk, court, {key(programme): "all"})
    for thing in (programme, minor):
        (found,) = labels_of(who, thing)
        record_consent(actor=PROGRAM, label_id=found.id, words="signed 11/20, in the chart")
    assert open_in(other) == {plain, programme, paid}
    assert open_in(plan) == {plain, programme}
    assert open_in(court) == {plain, paid}
    assert kept_from(desk, court)[key(programme)].startswith("The paper has to name this: Substance use")
    checked(desk, court, Label.PART2)
    assert open_in(court) == {plain, programme, paid}
    pick(desk, court, {key(programme): "all"})
    deliver(actor=desk, request_id=court, way=Way.HAND)
    cover = PdfReader(BytesIO(copies(court))).pages[0].extract_text()
    assert "42 CFR part 2 prohibits" in " ".join(cover.split())
    assert [one.purpose.key for one in accounting(person("haddad"), who)] == ["court"]


def test_a_label_set_after_the_pages_were_picked_still_keeps_them(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "words")
    ask = asked(who, Asker.COURT, "order", "what it names")
    checked(desk, ask)
    pick(desk, ask, {key(paper): "all"})
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    with pytest.raises(NotFound):
        deliver(actor=desk, request_id=ask, way=Way.HAND)
    assert log(desk, Sought())[1] == 0


def test_the_clock_runs_from_the_day_it_came_and_is_extended_once(desk: Actor) -> None:
    who = make_patient()
    first, second = (asked(who, Asker.PATIENT, "request") for _ in range(2))
    (one, _), total = open_requests(desk)
    assert (one.due_on, total) == (date(2026, 12, 20), 2)
    with pytest.raises(Invalid):
        extend_request(actor=desk, request_id=first, why=" ")
    extend_request(actor=desk, request_id=first, why="the old charts are in storage")
    assert request(desk, first).due_on == date(2027, 1, 19)
    with pytest.raises(Refusal, match="already"):
        extend_request(actor=desk, request_id=first, why="again")
    clock.freeze(NOON + timedelta(days=30))
    with pytest.raises(Refusal, match="passed"):
        extend_request(actor=desk, request_id=second, why="late")
    assert [found.id for found in open_requests(desk)[0]] == [second, first]
    with pytest.raises(Invalid):
        close_request(actor=desk, request_id=second, state=State.DELIVERED, why="x")
    close_request(actor=desk, request_id=second, state=State.DENIED, why="no such patient of ours then")
    assert [found.id for found in open_requests(desk)[0]] == [first]
    assert work("release") == ["R-10001: copies for the patient"]


def test_the_paper_of_a_request_is_in_use_until_it_is_answered(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "an authorization")
    told = Asked(Asker.ATTORNEY, "authorization", "Marsh & Pell", "4 Court Street", "2026", "", CAME, paper)
    ask = note_request(actor=PROGRAM, patient_id=who, asked=told)
    assert papers_of_open([paper, who]) == {paper}
    close_request(actor=desk, request_id=ask, state=State.WITHDRAWN, why="settled")
    assert papers_of_open([paper]) == set()


def test_what_is_wrong_with_a_request_is_said_at_its_fields(desk: Actor) -> None:
    who, other = make_patient(), make_patient("Quist", "Otto")
    theirs = filed(other, "an authorization")
    bad = Asked(Asker.COURT, "request", " ", "", " ", "", date(2026, 12, 1), theirs)
    with pytest.raises(Invalid) as refused:
        note_request(actor=desk, patient_id=who, asked=bad)
    assert set(refused.value.detail["fields"]) == {"paper", "paper_document", "to_name", "what", "came_on"}
    for paper in ("order", "subpoena"):
        with pytest.raises(Invalid) as refused:
            asked(who, Asker.COURT, paper)
        assert set(refused.value.detail["fields"]) == {"why"}
    ask, mine = asked(who), filed(who, "one page")
    for typed in ("2", "x"):
        with pytest.raises(Invalid):
            pick(desk, ask, {key(mine): typed})
    with pytest.raises(Invalid):
        pick(desk, ask, {key(mine): "1"}, {key(mine): "1: ten"})
    pick(desk, ask, {key(mine): "1"})
    with pytest.raises(Conflict):
        pick_pages(actor=desk, request_id=ask, seen_version=1, pages={}, black={}, why="")
    with pytest.raises(Invalid):
        check_request(
            actor=desk, request_id=ask, seen_version=2, checked=Checked(("judge",), "seen", ()),
        )  # fmt: skip
    assert deliveries_of(ask) == []


def test_screens_lead_from_the_request_to_the_copies_and_show_a_stranger_nothing(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "Page one", "Page two")
    client = sign_in("vega")
    new = {"asker": "patient", "paper": "request", "what": "everything", "came_on": "11/20/2026"}
    answer = client.post(f"/releases/new/{who}/", new)
    assert answer.status_code == 302
    where = answer.headers["Location"]
    one: Request = open_requests(desk)[0][0]
    assert (one.asked.to_name, one.due_on) == ("Ingrid Vale", date(2026, 12, 20))
    assert client.post(f"{where}check/", {"version": 1, "found": "1-9"}).status_code == 422
    assert client.post(f"{where}check/", {"version": 1, "found": "1-4", "identity": "licence"}).status_code == 302
    version = {"version": 2}
    assert client.post(f"{where}pick/", version | {f"pages-{key(paper)}": "7"}).status_code == 422
    assert client.post(f"{where}pick/", version | {f"pages-{key(paper)}": "2"}).status_code == 302
    page = client.get(f"{where}look/{key(paper)}/2/")
    assert page.content.startswith(b"\x89PNG")
    assert client.get(f"{where}look/{key(paper)}/3/").status_code == 404
    assert client.post(f"{where}deliver/", {"way": "file"}).status_code == 302
    (sent,) = deliveries_of(one.id)
    assert (sent.fee.cents, sent.pages) == (650, 2)
    assert client.get(f"/releases/copies/{sent.id}/").content.startswith(b"%PDF")
    places = ["/releases/", where, f"{where}look/{key(paper)}/", f"/releases/copies/{sent.id}/"]
    nox = signed_in("nox")
    assert {nox.get(place).status_code for place in places} == {404}
    deny_subject(actor=PROGRAM, user_id=desk.id, subject=who, reason="family")
    assert {client.get(place).status_code for place in places[1:]} == {404}
    assert open_requests(desk) == ([], 0)


def test_cm3_what_is_due_soon_or_overdue_is_the_privacy_officers_work_by_danger(desk: Actor) -> None:
    who, haddad = make_patient(), person("haddad")
    first, second = (asked(who, Asker.PATIENT, "request") for _ in range(2))  # due on 12/20
    found = {}
    for day in (9, 10, 11, 17, 21):
        clock.freeze(datetime(2026, 12, day, 14, tzinfo=UTC))
        found[day] = watch_requests(actor=PROGRAM)
        if day == 11:
            assert work("release-soon") == ["R-10001 is due on 12/20/2026", "R-10002 is due on 12/20/2026"]
            extend_request(actor=desk, request_id=second, why="the old charts are in storage")
            assert work("release-soon") == ["R-10001 is due on 12/20/2026"]
    assert found == {9: 0, 10: 2, 11: 2, 17: 1, 21: 1}
    assert (work("release-soon"), work("release-overdue")) == ([], ["R-10001 is due on 12/20/2026"])
    officer = [one for one in work_items(haddad) if one.kind.startswith("release")]
    assert [(one.title, one.priority, one.overdue, one.url) for one in officer][:1] == [
        ("R-10001 is due on 12/20/2026", 1, True, f"/releases/{first}/")
    ]
    (moved,) = [one for one in work_items(desk) if one.title.startswith("R-10002")]
    assert moved.due_at.date() == date(2027, 1, 19)
    close_request(actor=desk, request_id=first, state=State.WITHDRAWN, why="settled")
    assert work("release-overdue") == []


def test_what_is_black_follows_its_page_when_it_is_moved_turned_joined_and_divided(desk: Actor) -> None:
    who = make_patient()
    first, second = filed(who, "Page one", "HIV antibody REACTIVE"), filed(who, "Another paper")
    ask = asked(who)
    checked(desk, ask)
    pick(desk, ask, {key(first): "2"}, {key(first): "2: 7-10 x 0-50"})
    seen = request(desk, ask).version
    version = known_document(first).version
    arrange_pages(actor=PROGRAM, document_id=first, seen_version=version, order=[Placed(2, 90), Placed(1)])
    assert request(desk, ask).version > seen, "who has the page open with the old numbers is told so"
    join_documents(actor=PROGRAM, document_id=second, other_id=first)
    (picked,) = request(desk, ask).picks
    assert (picked.key, picked.pages, picked.black) == (key(second), (2,), {2: ((900, 0, 930, 500),)})
    rest = divide_document(actor=PROGRAM, document_id=second, after=1)
    (picked,) = request(desk, ask).picks
    assert (picked.key, picked.pages, picked.black) == (key(rest), (1,), {1: ((900, 0, 930, 500),)})
    deliver(actor=desk, request_id=ask, way=Way.FILE)
    shown = next(one.image for one in PdfReader(BytesIO(copies(ask))).pages[1].images)
    assert shown is not None
    across, down = shown.size
    assert across > down, "it goes as it was turned"
    grey = shown.convert("L")
    assert grey.crop((int(across * 0.905), 10, int(across * 0.925), int(down * 0.49))).getextrema() == (0, 0)
