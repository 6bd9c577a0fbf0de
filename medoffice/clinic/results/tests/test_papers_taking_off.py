"""The paper of a result on the wrong chart goes with it: off that chart, and on the right one with its message."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.results.actions import file_papers as filing
from medoffice.clinic.results.actions.attach_message import attach_message
from medoffice.clinic.results.api import return_message, take_off_chart
from medoffice.clinic.results.jobs import papers
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.tests.makers import messages, oru, paper, take, the_report
from medoffice.clinic.results.types import MessageState
from medoffice.kernel import clock, facts
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.api import (
    divide_document,
    documents_of,
    file_report,
    hold_chart,
    join_documents,
    known_document,
    look_into,
    read_waiting,
)
from medoffice.records.documents.tests.makers import paper as pages
from medoffice.records.documents.types.papers import TAKEN_OFF, Document, Filing, State
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, signed_in
from medoffice.security.types import PROGRAM, Actor

pytestmark = pytest.mark.django_db
WHY = "The label was her sister's"


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(datetime(2026, 11, 24, 17, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def vale(office: Office) -> UUID:  # noqa: ARG001 - an office to be a patient of
    return make_patient()


@pytest.fixture
def ruiz(office: Office) -> Actor:  # noqa: ARG001 - the office's nurse
    return person("ruiz")


@pytest.fixture
def came(vale: UUID) -> Document:
    """A result with a paper of two pages, both on the chart of Vale."""
    take(oru(paper(pages("Potassium 5.9", "Page two"))))
    (found,) = documents_of(PROGRAM, vale)
    return found


def off(actor: Actor) -> UUID:
    row = LabReport.objects.order_by("id").first()
    assert row is not None
    (message_id,) = take_off_chart(actor=actor, report_id=row.id, seen_version=row.version, why=WHY)
    return message_id


def attach(actor: Actor, message_id: UUID, patient_id: UUID) -> None:
    seen = LabMessage.objects.get(id=message_id).version
    attach_message(actor=actor, message_id=message_id, seen_version=seen, patient_id=patient_id, why="she says so")
    papers()


@pytest.mark.usefixtures("vale")
def test_given_back_it_stays_aside_where_a_person_finds_it(came: Document, ruiz: Actor) -> None:
    desk = signed_in("lind")
    assert "Nothing is set aside" in desk.get("/documents/aside/").content.decode()
    message_id = off(ruiz)
    seen = LabMessage.objects.get(id=message_id).version
    return_message(actor=ruiz, message_id=message_id, seen_version=seen, told="Pat at the laboratory")
    page = desk.get("/documents/aside/").content.decode()
    assert f"/documents/{came.id}/" in page
    assert WHY.replace("'", "&#x27;") in page
    assert "/documents/aside/" in desk.get("/documents/").content.decode()
    assert signed_in("moreau").get("/documents/aside/").status_code == 404


def test_it_comes_off_with_its_result_and_follows_to_the_right_chart(vale: UUID, came: Document, ruiz: Actor) -> None:
    message_id = off(ruiz)
    papers()
    one = known_document(came.id)
    assert (documents_of(PROGRAM, vale), one.state, one.patient_id, one.why) == ([], State.ASIDE, None, WHY)
    assert len(work("document-misfiled")) == 1, "the privacy officer asks who saw it"
    page = signed_in("petrov").get(f"/documents/{came.id}/").content.decode()
    for words in (WHY.replace("'", "&#x27;"), TAKEN_OFF.capitalize(), "Carmen Ruiz"):
        assert words in page, "its history says so"
    assert "Vale" not in page, "it is nobody's by now"
    assert work("document") == [], "it waits with its message, not for those who file"
    other = make_patient("Quist", "Per", sex="M")
    attach(ruiz, message_id, other)
    (found,) = documents_of(PROGRAM, other)
    assert (found.id, found.kind, found.state, found.why) == (came.id, "lab", State.FILED, "")
    right = LabResult.objects.get(report__patient_id=other)
    assert (right.document_id, documents_of(PROGRAM, vale)) == (came.id, [])
    assert len(work("document-misfiled")) == 1


def test_what_is_given_back_stays_aside(vale: UUID, came: Document, ruiz: Actor) -> None:
    message_id = off(ruiz)
    seen = LabMessage.objects.get(id=message_id).version
    return_message(actor=ruiz, message_id=message_id, seen_version=seen, told="Pat at the laboratory")
    papers()
    assert (known_document(came.id).state, documents_of(PROGRAM, vale)) == (State.ASIDE, [])


def test_whoever_hears_of_papers_that_leave_a_chart_hears_of_it(
    came: Document, ruiz: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[UUID] = []
    monkeypatch.setitem(
        facts._listeners, "DocumentLeft", [lambda told: heard.append(told.fact.document_id)]
    )  # fmt: skip
    off(ruiz)
    facts.deliver()
    assert heard == [came.id]


def test_a_paper_that_is_not_filed_yet_is_never_filed_on_the_wrong_chart(vale: UUID, ruiz: Actor) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(filing, "papers_waiting", list)
        take(oru(paper()))
    waits = LabResult.objects.get().file_id
    assert waits is not None
    look_into(actor=PROGRAM, file_id=waits)
    assert len(work("document")) == 1
    message_id = off(ruiz)
    papers()
    assert (documents_of(PROGRAM, vale), work("document"), work("document-misfiled")) == ([], [], [])
    other = make_patient("Quist", "Per", sex="M")
    attach(ruiz, message_id, other)
    assert [one.kind for one in documents_of(PROGRAM, other)] == ["lab"]


def test_what_is_taken_off_while_its_paper_is_filed_takes_the_paper_along(
    vale: UUID, ruiz: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*, actor: Actor, file_id: UUID, filing: Filing) -> UUID | None:
        off(ruiz)
        return file_report(actor=actor, file_id=file_id, filing=filing)

    with monkeypatch.context() as patched:
        patched.setattr(filing, "file_report", slow)
        take(oru(paper()))
    assert documents_of(PROGRAM, vale) == []
    other = make_patient("Quist", "Per", sex="M")
    attach(ruiz, messages(MessageState.TRAY.value)[0].id, other)
    assert len(documents_of(PROGRAM, other)) == 1


def test_what_is_under_legal_hold_stays_and_that_is_told(vale: UUID, came: Document, ruiz: Actor) -> None:
    hold_chart(actor=person("petrov"), patient_id=vale, why="A suit")
    message_id = off(ruiz)
    (kept,) = documents_of(PROGRAM, vale)
    assert (kept.id, kept.state) == (came.id, State.FILED)
    assert ["legal hold" in title for title in work("document-misfiled")] == [True]
    assert "still on this chart" in the_report().notes
    other = make_patient("Quist", "Per", sex="M")
    attach(ruiz, message_id, other)
    assert documents_of(PROGRAM, other) == [], "the paper is one: somebody ends the hold, then it is moved"


def test_each_part_of_a_paper_that_was_divided_goes_and_comes(vale: UUID, came: Document, ruiz: Actor) -> None:
    while read_waiting(actor=PROGRAM):
        pass
    divide_document(actor=PROGRAM, document_id=came.id, after=1)
    assert len(documents_of(PROGRAM, vale)) == 2
    message_id = off(ruiz)
    assert documents_of(PROGRAM, vale) == []
    other = make_patient("Quist", "Per", sex="M")
    attach(ruiz, message_id, other)
    assert [len(one.pages) for one in documents_of(PROGRAM, other)] == [1, 1]


def test_pages_that_were_put_into_another_paper_stay_and_that_is_told(vale: UUID, came: Document, ruiz: Actor) -> None:
    take(oru(paper(pages("Another")), control="M2", filler="F2"))
    (second,) = (one for one in documents_of(PROGRAM, vale) if one.id != came.id)
    while read_waiting(actor=PROGRAM):
        pass
    join_documents(actor=PROGRAM, document_id=second.id, other_id=came.id)
    off(ruiz)
    assert [one.id for one in documents_of(PROGRAM, vale)] == [second.id]
    assert ["pages of another paper" in title for title in work("document-misfiled")] == [True]


def test_a_paper_that_another_result_of_the_patient_came_with_as_well_stays(
    vale: UUID, came: Document, ruiz: Actor
) -> None:
    take(oru(paper(pages("Potassium 5.9", "Page two")), control="M2", filler="F2"))
    off(ruiz)
    assert [one.id for one in documents_of(PROGRAM, vale)] == [came.id]
