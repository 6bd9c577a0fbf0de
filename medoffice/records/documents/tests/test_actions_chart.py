"""What is done with a document on the chart, and searching the words of charts: only what one may see."""

from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import pytest
from pypdf import PdfWriter

from medoffice.kernel import clock, jobs
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.file_report import file_report
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.mark_mistake import mark_mistake
from medoffice.records.documents.actions.refile_document import refile_document
from medoffice.records.documents.actions.rename_document import rename_document
from medoffice.records.documents.actions.set_aside import set_aside
from medoffice.records.documents.actions.sign_document import send_back, sign_document
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.actions.take_off_chart import take_off_chart
from medoffice.records.documents.models import Document
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.queries.searching import search_charts
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import TAKEN_OFF, Door, Filing, SignOff, State
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.api import deny_subject, label_patient, label_visit
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM, Label

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


@pytest.fixture
def office() -> Office:
    """An office at noon."""
    clock.freeze(NOON)
    return make_office()


def filed(who: UUID, *pages: str, signer: UUID | None = None, kind: str = "consult") -> UUID:
    """A document of a patient, read and filed."""
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="a.pdf", data=paper(*pages))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    jobs.run_due()
    row = Document.objects.get(file_id=kept.file_id)
    filing = Filing(kind=kind, dated=date(2026, 11, 20), patient_id=who, signer_id=signer)
    file_document(actor=PROGRAM, document_id=row.id, seen_version=row.version, filing=filing)
    return row.id


def test_a_provider_sends_back_and_signs_off(office: Office) -> None:
    kept = filed(make_patient(), "Seen in consultation", signer=office.provider_id)
    okafor = office.provider
    with pytest.raises(Invalid):
        send_back(actor=okafor, document_id=kept, why="")
    send_back(actor=okafor, document_id=kept, why="page two is missing")
    assert (work("document-sign"), work("document-back")) == ([], ["Sent back by Amara Okafor: page two is missing"])
    sign_document(actor=okafor, document_id=kept)
    assert queries.known_document(kept).sign is SignOff.SIGNED
    assert (queries.known_document(kept).signed_by, work("document-back")) == ("Amara Okafor", [])
    with pytest.raises(Refusal):
        send_back(actor=okafor, document_id=kept, why="too late")
    with pytest.raises(NotFound):
        sign_document(actor=person("lind"), document_id=kept)


def test_a_misfiled_document_moves_with_its_reason_and_the_privacy_officer_hears(office: Office) -> None:
    wrong, right = make_patient(), make_patient("Quist", "Otto")
    kept = filed(wrong, "Seen in consultation", signer=office.provider_id)
    sign_document(actor=office.provider, document_id=kept)
    version = queries.known_document(kept).version
    filing = Filing(kind="imaging", dated=None, patient_id=right, title="MRI", signer_id=office.provider_id)
    with pytest.raises(Invalid):
        refile_document(actor=PROGRAM, document_id=kept, seen_version=version, filing=filing, why=" ")
    with pytest.raises(Refusal):
        refile_document(actor=PROGRAM, document_id=kept, seen_version=version - 1, filing=filing, why="wrong chart")
    refile_document(actor=PROGRAM, document_id=kept, seen_version=version, filing=filing, why="wrong chart")
    found = queries.known_document(kept)
    assert (found.patient_id, found.kind, found.sign, found.signed_by) == (right, "imaging", SignOff.WAITS, "")
    assert len(work("document-misfiled")) == 1
    assert [one.id for one in queries.documents_of(PROGRAM, wrong)] == []
    assert queries.changes_of(kept)[-2].why == "wrong chart" or queries.changes_of(kept)[-1].why == "wrong chart"


def test_a_mistake_stays_struck_through_and_is_not_found(office: Office) -> None:
    who = make_patient()
    kept = filed(who, "Seen in consultation for asthma")
    rename_document(actor=PROGRAM, document_id=kept, title="Dr Weiss on asthma")
    with pytest.raises(Invalid):
        rename_document(actor=PROGRAM, document_id=kept, title=" ")
    assert [hit.title for part in search_charts(office.provider, "asthma") for hit in part.hits] == [
        "Dr Weiss on asthma"
    ]
    mark_mistake(actor=PROGRAM, document_id=kept, why="of another office")
    assert queries.known_document(kept).state is State.MISTAKE
    assert search_charts(office.provider, "asthma") == []
    page = sign_in("okafor").get(f"/documents/patient/{who}/").content.decode()
    assert 'class="struck"' in page
    with pytest.raises(Refusal):
        mark_mistake(actor=PROGRAM, document_id=kept, why="again")
    assert [one.what for one in queries.changes_of(kept)] == ["came in", "filed", "renamed", "entered in error"]


def test_words_are_found_page_by_page_ranked_and_marked(office: Office) -> None:
    who, other = make_patient(), make_patient("Quist", "Otto")
    long = filed(
        who, "First page of nothing", "Asthma & hives <script> since childhood; asthma worse at night", "asthma"
    )
    filed(other, "No asthma at all is told in this rather long letter about many other things")
    (found,) = search_charts(office.provider, "asthma")
    assert [hit.patient_id for hit in found.hits] == [who, other]
    assert found.hits[0].url == f"/documents/{long}/#page-2"
    assert "".join(found.hits[0].text[start:end] for start, end, _ in found.hits[0].spans[:1]).lower() == "asthma"
    (only,) = search_charts(office.provider, "asthma", other)
    assert len(only.hits) == 1
    assert search_charts(office.provider, "  ") == []
    assert search_charts(office.provider, '"night asthma" OR -(') == []
    desk = sign_in("okafor")
    page = desk.post("/documents/search/", {"q": "asthma"}).content.decode()
    assert "<mark" in page
    assert "&amp; hives" in page
    assert "<script> since" not in page
    assert desk.post(f"/documents/search/{other}/", {"q": "asthma"}).content.decode().count("data-row") == 1


@pytest.mark.usefixtures("office")
def test_labels_hold_in_list_view_print_and_search() -> None:
    """What a label keeps is not listed, not opened, not drawn, not printed and not found."""
    who = make_patient()
    kept = filed(who, "Methadone treatment began")
    lind = signed_in("lind")
    assert lind.get(f"/documents/{kept}/").status_code == 200
    label_visit(actor=PROGRAM, subject=who, things=[kept], label=Label.PART2, why="treatment")
    for path in (f"{kept}/", f"{kept}/page/1/", f"{kept}/print/", f"{kept}/as-it-came/"):
        assert lind.get(f"/documents/{path}").status_code == 404, path
    assert str(kept) not in lind.get(f"/documents/patient/{who}/").content.decode()
    assert "Methadone" not in lind.post("/documents/search/", {"q": "methadone"}).content.decode().replace(
        'value="', ""
    )
    assert sign_in("okafor").get(f"/documents/{kept}/").status_code == 200


@pytest.mark.usefixtures("office")
def test_who_is_kept_away_finds_nothing_and_a_known_person_opens_with_a_reason() -> None:
    who = make_patient()
    kept = filed(who, "Seen in consultation for asthma")
    lind = person("lind")
    label_patient(actor=PROGRAM, subject=who, label=Label.VIP, why="known here")
    (part,) = search_charts(lind, "asthma")
    assert [(hit.title, hit.text, hit.on) for hit in part.hits] == [("Opens with a reason", "", None)]
    assert sign_in("lind").get(f"/documents/{kept}/").status_code == 302
    deny_subject(actor=PROGRAM, subject=who, user_id=lind.id, reason="asked by the patient")
    assert search_charts(lind, "asthma") == []


@pytest.mark.usefixtures("office")
def test_a_cover_sheet_is_read_back_and_divides_a_batch() -> None:
    """What is printed is what is read: two sheets in a scan make two documents, and the sheets are in none."""
    answer = signed_in("vega").get("/documents/cover-sheet/?type=lab")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    batch = PdfWriter()
    for part in (answer.content, paper("one", "two"), queries.cover_sheet("", ""), paper("three")):
        batch.append(BytesIO(part))
    scanned = BytesIO()
    batch.write(scanned)
    kept = take_in(actor=PROGRAM, door=Door.SCAN, name="batch.pdf", data=scanned.getvalue())
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == ""
    jobs.run_due()
    found = queries.documents_of_file(kept.file_id)
    assert [(one.first, one.last, one.suggested.kind) for one in found] == [(2, 3, "lab"), (5, 5, "")]
    assert [queries.words_of_pages(one) for one in found] == [["one", "two"], ["three"]]
    assert len(work("document")) == 2


def test_pr4_fifty_pages_of_many_kinds_are_divided_and_each_is_known_by_whose_what_and_when(office: Office) -> None:
    """Twelve papers of four patients behind twelve sheets, one of nobody here: each part has all its own pages."""
    people = [(make_patient(name, "Ada"), name) for name in ("Quarrie", "Oduya", "Szabo")]
    types = (
        "LABORATORY REPORT\nSpecimen: blood",
        "CONSULTATION\nThank you for referring her",
        "DISCHARGE SUMMARY\nHospital course: well",
        "RADIOLOGY REPORT\nX-ray of the chest",
    )
    batch, told = PdfWriter(), []
    for number in range(12):
        who, name = people[number % 4] if number % 4 < len(people) else (None, "Nemo")
        born, seen = "03/08/1968" if who else "01/01/1931", f"11/{number + 1:02}/2026"
        head = f"{types[number // 3]}\nPatient: Ada {name}\nDate of birth: {born}\nDate of service: {seen}"
        further = [f"paper {number} page {page}" for page in range(2 + number % 2)] if number else ["last"] * 4
        batch.append(BytesIO(queries.cover_sheet("", "")))
        batch.append(BytesIO(paper(head, *further)))
        told.append((who, date(2026, 11, number + 1), 1 + len(further)))
    assert len(batch.pages) == 12 + sum(pages for _, _, pages in told) >= 50
    scanned = BytesIO()
    batch.write(scanned)
    kept = take_in(actor=office.provider, door=Door.SCAN, name="morning.pdf", data=scanned.getvalue())
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == ""
    jobs.run_due()
    found = queries.documents_of_file(kept.file_id)
    assert [(one.suggested.patient_id, one.suggested.dated, one.last - one.first + 1) for one in found] == told
    assert [one.suggested.kind for one in found[::3]] == ["lab", "consult", "discharge", "imaging"]


def test_what_came_off_a_chart_may_be_filed_again_and_what_a_person_set_aside_may_not(office: Office) -> None:
    vale, quist = make_patient(), make_patient("Quist", "Per")
    kept = filed(vale, "Potassium 5.9", signer=office.provider_id)
    one = queries.known_document(kept)
    with pytest.raises(Invalid):
        take_off_chart(actor=PROGRAM, file_id=one.file.id, patient_id=vale, why=" ")
    with pytest.raises(NotFound):
        take_off_chart(actor=person("nox"), file_id=one.file.id, patient_id=vale, why="x")
    assert take_off_chart(actor=PROGRAM, file_id=one.file.id, patient_id=quist, why="not on theirs") == 0
    assert queries.known_document(kept).patient_id == vale
    assert take_off_chart(actor=PROGRAM, file_id=one.file.id, patient_id=vale, why="Quist's") == 0
    assert (queries.known_document(kept).sign, work("document-sign")) == (SignOff.NONE, [])
    assert file_report(actor=PROGRAM, file_id=one.file.id, filing=Filing("lab", None, quist)) == kept
    assert queries.known_document(kept).patient_id == quist
    assert [each.what for each in queries.changes_of(kept)] == ["came in", "filed", TAKEN_OFF, "filed"]
    advert = take_in(actor=PROGRAM, door=Door.SCAN, name="a.pdf", data=paper("An advertisement"))
    look_into(actor=PROGRAM, file_id=advert.file_id)
    row = Document.objects.get(file_id=advert.file_id)
    set_aside(actor=PROGRAM, document_id=row.id, why="An advertisement")
    file_report(actor=PROGRAM, file_id=advert.file_id, filing=Filing("lab", None, vale))
    assert queries.known_document(row.id).state is State.ASIDE
