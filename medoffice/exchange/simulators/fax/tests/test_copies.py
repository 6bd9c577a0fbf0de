"""Copies by fax: they go through the fax room, what may not go any more stays, the log is written when they went."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.exchange.simulators.fax.api import handed, set_mood
from medoffice.exchange.simulators.fax.types import FaxMood
from medoffice.kernel import clock, facts
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.disclosures.api import log
from medoffice.records.disclosures.types import Disclosure, Sought
from medoffice.records.documents.api import known_document, words_of_pages
from medoffice.records.documents.tests.test_actions_chart import filed
from medoffice.records.faxes.api import fax, faxes, hand_over, hear_all, send_again, stop_fax
from medoffice.records.faxes.types import Fax, FaxState
from medoffice.records.patients.tests.makers import make_patient
from medoffice.records.releases.api import (
    check_request,
    close_request,
    deliver,
    deliveries_of,
    extend_request,
    note_request,
    pick_pages,
    request,
)
from medoffice.records.releases.types import Asked, Asker, Checked, State, Way
from medoffice.records.rights.api import answer_restriction, ask_restriction
from medoffice.records.rights.types import Objection
from medoffice.security.api import actor_named, label_visit, labels_of, record_consent
from medoffice.security.tests.makers import person, sign_in
from medoffice.security.types import PROGRAM, Actor, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)
NUMBER, CAME = "(217) 555-0144", date(2026, 11, 20)


@pytest.fixture
def desk() -> Actor:
    """Specialist Vega, who gives copies out."""
    clock.freeze(NOON)
    make_office()
    return person("vega")


def ready(desk: Actor, who: UUID, paper: UUID, asker: Asker = Asker.ATTORNEY, by: str = "authorization") -> UUID:
    """A request whose paper is whole, with this document picked."""
    told = Asked(asker, by, "Marsh & Pell", "", "the year 2026", "what they name", CAME)
    made = note_request(actor=PROGRAM, patient_id=who, asked=told)
    keys = tuple(element.key for element in request(desk, made).paper.elements)
    checked = Checked(keys, "called back at the number of the bar", (), paper, CAME, date(2027, 11, 20))
    check_request(actor=desk, request_id=made, seen_version=1, checked=checked)
    pick(desk, made, paper)
    return made


def pick(desk: Actor, made: UUID, paper: UUID, black: str = "") -> None:
    key = f"document-{paper.hex}"
    pick_pages(
        actor=desk, request_id=made, seen_version=request(desk, made).version, pages={key: "all"},
        black={key: black}, why="what they name",
    )  # fmt: skip


def the_fax() -> Fax:
    return faxes(PROGRAM)[0][0]


def pass_by(minutes: float) -> None:
    """Time passes; what may go goes, what is told is taken in and heard."""
    for _ in range(2):
        clock.advance(timedelta(minutes=minutes / 2))
        hand_over(actor=PROGRAM)
        hear_all(actor=PROGRAM)
    facts.deliver()


def left(who: UUID) -> list[Disclosure]:
    return log(PROGRAM, Sought(patient_id=who))[0]


def test_cm3_copies_go_by_fax_and_are_delivered_and_logged_when_they_arrived(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "Page one", "Page two")
    made = ready(desk, who, paper)
    with pytest.raises(Invalid) as wrong:
        deliver(actor=desk, request_id=made, way=Way.FAX, fax="12")
    assert set(wrong.value.detail["fields"]) == {"fax"}
    deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)
    assert (request(desk, made).state, left(who)) == (State.OPEN, [])
    assert (the_fax().what, the_fax().pages) == ("R-10001: copies, 2 pages", 4)  # a cover of each, and two pages
    again: list[Callable[[], object]] = [
        lambda: deliver(actor=desk, request_id=made, way=Way.HAND),
        lambda: pick(desk, made, paper),
        lambda: extend_request(actor=desk, request_id=made, why="late"),
        lambda: close_request(actor=desk, request_id=made, state=State.DENIED, why="no"),
    ]
    for verb in again:
        with pytest.raises(Refusal, match="under way"):
            verb()
    pass_by(10)
    assert (request(desk, made).state, work("release")) == (State.DELIVERED, [])
    (line,) = left(who)
    assert (line.what, line.to_name, line.to_address, line.way, line.purpose.key) == (
        "R-10001: copies, 2 pages", "Marsh & Pell", NUMBER, "fax", "authorized",
    )  # fmt: skip
    proof = the_fax().document_id
    assert proof is not None
    assert "4 of 4 arrived" in "".join(words_of_pages(known_document(proof)))


def test_a_label_set_while_copies_wait_keeps_them_whatever_the_fax_room_would_say(desk: Actor) -> None:
    """Paid by the patient alone: a health plan does not get it, a fax to anybody else would go. Part 2 with consent:
    a court's paper has to name it.
    """
    who = make_patient()
    paid, programme = filed(who, "a"), filed(who, "b")
    plan = ready(desk, who, paid, Asker.INSURER, "payment")
    court = ready(desk, who, programme, Asker.COURT, "order")
    for one in (plan, court):
        deliver(actor=desk, request_id=one, way=Way.FAX, fax=NUMBER)
    label_visit(actor=PROGRAM, subject=who, things=[paid], label=Label.RESTRICTED, why="asked for")
    label_visit(actor=PROGRAM, subject=who, things=[programme], label=Label.PART2, why="programme")
    (label,) = labels_of(who, programme)
    record_consent(actor=PROGRAM, label_id=label.id, words="signed 11/20")
    pass_by(10)
    assert (handed(), left(who)) == ([], [])
    assert {one.state for one in faxes(PROGRAM)[0]} == {FaxState.FAILED}
    assert [request(desk, one).state for one in (plan, court)] == [State.OPEN, State.OPEN]
    assert len(work("fax-failed")) == 2


def test_a_restriction_agreed_while_copies_wait_keeps_them(desk: Actor) -> None:
    who = make_patient()
    made = ready(desk, who, filed(who, "a"))
    deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)
    wanted = Objection("Marsh & Pell", "anything", "", "licence", NOON.date())
    asked = ask_restriction(actor=desk, patient_id=who, wanted=wanted)
    answer_restriction(actor=actor_named("okafor"), restriction_id=asked, seen_version=1, agrees=True, why="")
    pass_by(10)
    assert (handed(), left(who), request(desk, made).state) == ([], [], State.OPEN)
    with pytest.raises(Refusal):
        deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)


def test_old_copies_do_not_go_once_somebody_changed_what_goes(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "a name that is not theirs")
    made = ready(desk, who, paper)
    set_mood(FaxMood(nobody=("2175550144",)))
    deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)
    pass_by(10)
    first = the_fax()
    assert (first.state, request(desk, made).state, work("release-overdue")) == (FaxState.FAILED, State.OPEN, [])
    clock.advance(timedelta(minutes=1))
    pick(desk, made, paper, "1: 5-20")
    set_mood(FaxMood())
    send_again(actor=desk, fax_id=first.id, to_number=NUMBER)
    pass_by(10)
    assert (fax(PROGRAM, first.id).state, left(who)) == (FaxState.FAILED, [])
    deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)
    stop_fax(actor=desk, fax_id=the_fax().id)
    deliver(actor=desk, request_id=made, way=Way.HAND)
    assert [(one.way, line.way) for one, line in zip(deliveries_of(made)[2:], left(who), strict=True)] == [
        (Way.HAND, "hand")
    ]
    with pytest.raises(Refusal, match="delivered"):
        deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)


def test_what_a_label_keeps_from_somebody_is_not_read_in_the_pages_of_a_fax_either(desk: Actor) -> None:
    who = make_patient()
    paper = filed(who, "a")
    made = ready(desk, who, paper)
    deliver(actor=desk, request_id=made, way=Way.FAX, fax=NUMBER)
    client = sign_in("vega")
    places = [f"/faxes/{the_fax().id}/pages.pdf", f"/releases/copies/{deliveries_of(made)[0].id}/"]
    assert [client.get(place).status_code for place in places] == [200, 200]
    label_visit(actor=PROGRAM, subject=who, things=[paper], label=Label.PART2, why="programme")
    assert [client.get(place).status_code for place in places] == [404, 404]


def test_the_screen_of_a_request_says_what_became_of_its_fax(desk: Actor) -> None:
    who = make_patient()
    made = ready(desk, who, filed(who, "a"))
    client = sign_in("vega")
    answer = client.post(f"/releases/{made}/deliver/", {"way": "fax", "fax": ""})
    assert (answer.status_code, b"ten digits" in answer.content) == (422, True)
    assert client.post(f"/releases/{made}/deliver/", {"way": "fax", "fax": NUMBER}).status_code == 302
    page = client.get(f"/releases/{made}/").content.decode()
    assert "A fax is under way." in page
    assert f"/faxes/{the_fax().id}/" in page
    assert "Keep what goes" not in page
    stop_fax(actor=desk, fax_id=the_fax().id)
    page = client.get(f"/releases/{made}/").content.decode()
    assert ("Keep what goes" in page, "stopped" in page) == (True, True)
    with pytest.raises(NotFound):
        request(person("nox"), made, "releases.work")
