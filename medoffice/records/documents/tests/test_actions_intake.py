"""From the door to the chart: bytes first, looked into, read, filed; the same bytes are one file."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from unittest.mock import Mock
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from medoffice.kernel import clock, jobs, papers
from medoffice.kernel.papers import Busy, Looked
from medoffice.kernel.refusals import Invalid, NotFound, Refusal, Unavailable
from medoffice.kernel.tests.hostile_papers import NAMES, TEST_VIRUS, mail
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.documents.actions.divide_document import divide_document
from medoffice.records.documents.actions.fetch import fetch_all
from medoffice.records.documents.actions.file_document import file_document
from medoffice.records.documents.actions.look_into import look_into
from medoffice.records.documents.actions.set_aside import set_aside
from medoffice.records.documents.actions.take_in import take_in
from medoffice.records.documents.models import Document, DocumentChange, PaperFile
from medoffice.records.documents.offers import intake_doors
from medoffice.records.documents.queries import documents as queries
from medoffice.records.documents.tests.makers import paper
from medoffice.records.documents.types.papers import Arrived, Door, FileState, Filing, SignOff, State
from medoffice.records.patients.api import merge_patients, patient, unmerge_patients
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.tests.makers import person, sign_in, signed_in
from medoffice.security.types import PROGRAM

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 24, 18, tzinfo=UTC)


def lab_of(who: UUID, *more: str) -> bytes:
    """A laboratory's report about a patient."""
    known = patient(who)
    head = f"Prairie Laboratory report\nPatient: {known.name.sorted_form}   DOB: {known.birth_date:%m/%d/%Y}"
    return paper(f"{head}\nDate collected: 11/20/2026\nSpecimen: blood   Reference range below", *more)


def came(data: bytes, door: Door = Door.FAX, name: str = "a.pdf") -> Document:
    """A paper that came, was looked into and read."""
    kept = take_in(actor=PROGRAM, door=door, name=name, data=data)
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == ""
    jobs.run_due()
    return Document.objects.select_related("file").get(file_id=kept.file_id)


def test_a_fax_is_kept_read_suggested_and_filed_in_the_queue_of_a_person() -> None:
    clock.freeze(NOON)
    place = make_office()
    who = make_patient()
    row = came(lab_of(who))
    assert work("document") == ["Fax to file, 1 page"]
    found = queries.known_document(row.id)
    assert (found.suggested.kind, found.suggested.dated, found.suggested.patient_id) == ("lab", date(2026, 11, 20), who)
    assert found.suggested.agrees == ("name", "birth date")
    filing = Filing(kind="lab", dated=date(2026, 11, 20), patient_id=who, signer_id=place.provider_id)
    file_document(actor=PROGRAM, document_id=row.id, seen_version=row.version, filing=filing)
    filed = queries.known_document(row.id)
    assert (filed.state, filed.title, filed.sign, filed.patient_id) == (
        State.FILED,
        "Laboratory report",
        SignOff.WAITS,
        who,
    )
    assert work("document") == []
    assert work("document-sign") == ["A document to sign off"]
    assert [change.what for change in queries.changes_of(row.id)] == ["came in", "filed"]
    with pytest.raises(Refusal):
        file_document(actor=PROGRAM, document_id=row.id, seen_version=filed.version, filing=filing)


def test_p32_a_paper_that_waits_is_suggested_to_the_record_that_stays() -> None:
    clock.freeze(NOON)
    make_office()
    who, stays = make_patient(), make_patient("Vahle", "Ingird")
    row = came(lab_of(who))
    done = merge_patients(actor=PROGRAM, survivor_id=stays, merged_id=who, seen=1, seen_merged=1, picks={})
    assert queries.known_document(row.id).suggested.patient_id == stays
    unmerge_patients(actor=PROGRAM, merge_id=done)
    assert queries.known_document(row.id).suggested.patient_id == who


def test_the_same_bytes_are_one_file_and_nothing_is_done_twice() -> None:
    make_office()
    data = paper("Advertisement")
    first = take_in(actor=PROGRAM, door=Door.FAX, name="a", data=data)
    again = take_in(actor=PROGRAM, door=Door.SCAN, name="b", data=data)
    assert (first.new, again.new, first.file_id) == (True, False, again.file_id)
    for _ in range(2):
        look_into(actor=PROGRAM, file_id=first.file_id)
    assert Document.objects.count() == 1
    row = Document.objects.get()
    with pytest.raises(Invalid):
        set_aside(actor=PROGRAM, document_id=row.id, why=" ")
    set_aside(actor=PROGRAM, document_id=row.id, why="advertisement")
    assert queries.known_document(row.id).state is State.ASIDE
    assert queries.inbox(PROGRAM) == []
    for size in (0, papers.LARGEST + 1):
        with pytest.raises(Invalid):
            take_in(actor=PROGRAM, door=Door.FAX, name="a", data=bytes(size))


def test_what_is_refused_is_kept_and_somebody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    make_office()
    kept = take_in(actor=PROGRAM, door=Door.FAX, name="x", data=TEST_VIRUS)
    assert look_into(actor=PROGRAM, file_id=kept.file_id) == "program"
    assert PaperFile.objects.get().state == FileState.REFUSED
    assert not Document.objects.exists()
    (told,) = work("document-refused")
    assert told.startswith("A fax was not taken: This is a program, no paper.")
    busy = take_in(actor=PROGRAM, door=Door.FAX, name="y", data=paper("later"))

    def shut(_: bytes) -> tuple[str, Looked]:
        raise Busy

    with monkeypatch.context() as held:
        held.setattr(papers, "look", shut)
        with pytest.raises(Busy):
            look_into(actor=PROGRAM, file_id=busy.file_id)
    jobs.run_due()
    assert PaperFile.objects.get(id=busy.file_id).state == FileState.READ


def test_an_e_mail_brings_its_words_and_what_is_attached() -> None:
    make_office()
    body = b"Content-Type: text/plain\r\n\r\nThe report of Ingrid Vale is attached."
    attached = b'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="r.pdf"\r\n\r\n' + paper(
        "Report"
    )
    virus = b'Content-Disposition: attachment; filename="v.pdf"\r\n\r\n' + TEST_VIRUS
    kept = take_in(actor=PROGRAM, door=Door.MAIL, name="m.eml", data=mail(body, attached, virus))
    look_into(actor=PROGRAM, file_id=kept.file_id)
    jobs.run_due()
    found = {one.file.kind: one for one in queries.inbox(PROGRAM)}
    assert {kind: one.title for kind, one in found.items()} == {"mail": "Records", "pdf": "r.pdf"}
    assert found["pdf"].file.sender == "a@example.org"
    assert queries.words_of_pages(found["mail"]) == ["The report of Ingrid Vale is attached."]
    assert len(work("document-refused")) == 1


def test_a_document_is_divided_where_a_person_says() -> None:
    make_office()
    who = make_patient()
    row = came(paper("Fax cover", "nothing", lab_of(who)[:0].decode() + "Vale, Ingrid DOB 03/08/1968"))
    rest = divide_document(actor=PROGRAM, document_id=row.id, after=2)
    assert [(one.first, one.last) for one in queries.documents_of_file(row.file_id)] == [(1, 2), (3, 3)]
    assert queries.known_document(rest).suggested.patient_id == who
    assert queries.known_document(row.id).suggested.patient_id is None
    assert work("document") == ["Fax to file, 3 pages", "Fax to file, 1 page"]
    with pytest.raises(Invalid):
        divide_document(actor=PROGRAM, document_id=rest, after=1)


class _Tray:
    """A door whose files are in memory."""

    kind = Door.SCAN

    def __init__(self, **files: bytes) -> None:
        self.files, self.became = files, dict[str, str]()

    def waiting(self) -> Iterator[Arrived]:
        return (Arrived(key, NAMES[0], data) for key, data in self.files.items() if key not in self.became)

    def taken(self, key: str) -> None:
        self.became[key] = "taken"

    def refused(self, key: str, words: str) -> None:
        self.became[key] = words


def test_a_door_is_told_what_became_of_each_after_it_was_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    make_office()
    tray = _Tray(a=paper("one"), b=paper("one"), c=b"MZ" + bytes(50), d=b"")
    monkeypatch.setattr(intake_doors, "_entries", {"tray": tray})
    assert fetch_all(actor=PROGRAM) == 4
    assert (tray.became["a"], tray.became["b"]) == ("taken", "taken")
    assert tray.became["c"].startswith("This is a program")
    assert tray.became["d"].startswith("The file is empty")
    assert Document.objects.get().file.name == "passwd.pdf"
    assert fetch_all(actor=PROGRAM) == 0


def test_a_secretary_uploads_and_files_in_two_acts() -> None:
    """Secretary 1: opened from the list, confirmed with Enter; the next one comes by itself."""
    clock.freeze(NOON)
    make_office()
    who = make_patient()
    desk = signed_in("vega")
    sent = [
        SimpleUploadedFile("lab.pdf", lab_of(who), content_type="text/html"),
        SimpleUploadedFile("eicar.pdf", TEST_VIRUS),
        SimpleUploadedFile("two.txt", b"Somebody called"),
    ]
    answer = desk.post("/documents/upload/", {"papers": sent}, follow=True)
    page = answer.content.decode()
    assert "2 taken" in page
    assert "Choose at least one file" not in page
    assert "Choose at least one file" in desk.post("/documents/upload/", follow=True).content.decode()
    assert "eicar.pdf: This is a program, no paper." in page
    jobs.run_due()
    first, second = queries.inbox(PROGRAM)
    page = desk.get(f"/documents/file/{first.id}/").content.decode()
    assert "name, birth date" in page
    assert "autofocus data-once>File it" in page.replace("\n", " ")
    form = {"patient": who, "kind": "lab", "dated": "11/20/2026", "version": first.version}
    for unseen in ({}, {"looked": ""}, {"looked": second.id}):
        answer = desk.post(f"/documents/file/{first.id}/", form | unseen)
        assert (answer.status_code, "Look at this paper first" in answer.content.decode()) == (422, True)
    assert len(queries.inbox(PROGRAM)) == 2
    form["looked"] = first.id
    early = desk.post(f"/documents/file/{first.id}/", form | {"dated": "11/25/1850"})
    assert early.status_code == 422
    assert "The patient was not born then." in early.content.decode()
    assert desk.post(f"/documents/file/{first.id}/", form)["Location"] == f"/documents/file/{second.id}/"
    shown = desk.get(f"/documents/patient/{who}/").content.decode()
    assert "Laboratory report" in shown
    assert desk.get(f"/documents/file/{second.id}/").content.decode().count("autofocus") == 1
    assert desk.post(f"/documents/file/{second.id}/", {"kind": "", "version": 1}).status_code == 422
    assert desk.post(f"/documents/file/{second.id}/aside/", {"why": "wrong number"})["Location"] == "/documents/"


def test_a_paper_without_a_title_is_called_by_the_type_it_probably_is_of() -> None:
    clock.freeze(NOON)
    make_office()
    told, silent = came(lab_of(make_patient()), name=""), came(paper("Hello"), name="")
    assert (told.title, silent.title) == ("", "")
    desk = signed_in("vega")
    for path in ("", f"file/{told.id}/", f"file/{silent.id}/"):
        page = desk.get(f"/documents/{path}").content.decode()
        assert "Laboratory report, probably" in page, path
        assert "Without a name" in page, path


def test_what_is_not_filed_is_for_those_who_file() -> None:
    make_office()
    row = came(paper("one"))
    person("chen")
    biller = sign_in("chen")
    for path in ("", f"{row.id}/", f"{row.id}/page/1/", f"file/{row.id}/"):
        assert biller.get(f"/documents/{path}").status_code == 404
    assert DocumentChange.objects.count() == 1
    with pytest.raises(NotFound):
        queries.known_document(UUID(int=1))


def test_what_cannot_be_kept_now_stays_at_its_door(monkeypatch: pytest.MonkeyPatch) -> None:
    door = Mock(kind=Door.SCAN, waiting=lambda: iter([Arrived("one.pdf", "one.pdf", b"%PDF", "")]))
    monkeypatch.setattr("medoffice.records.documents.actions.fetch.intake_doors", {"x": door})
    shut = Unavailable("read-only", "Nothing can be changed for now.", "")
    monkeypatch.setattr("medoffice.records.documents.actions.fetch.take_in", Mock(side_effect=shut))
    with pytest.raises(Unavailable):
        fetch_all(actor=PROGRAM)
    door.refused.assert_not_called()
    door.taken.assert_not_called()
