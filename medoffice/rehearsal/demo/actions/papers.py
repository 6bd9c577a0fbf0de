"""Papers that come to the office: a fax a day and a batch from the scanner; who files and signs them."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

from pypdf import PdfWriter

from medoffice.kernel import clock
from medoffice.kernel.printing import pdf
from medoffice.records.documents.api import (
    cover_sheet,
    documents_of_file,
    file_document,
    look_into,
    read_waiting,
    sign_document,
    take_in,
)
from medoffice.records.documents.types.papers import Document, Door, Filing
from medoffice.records.patients.api import patient
from medoffice.rehearsal.demo.actions.timeline import Script, at
from medoffice.rehearsal.demo.types import Scene
from medoffice.security.api import can
from medoffice.security.types import PROGRAM, Actor

PAPER = Path(__file__).resolve().parent.parent / "data" / "paper.typ"
LAB, HOSPITAL = "Prairie Valley Laboratory", "Riverbend Community Hospital"
BATCH, MINUTE = 3, timedelta(minutes=1)


def papers_of_day(scene: Scene, on: date, *, filed: bool) -> Script:
    """A laboratory's fax and a batch with cover sheets; ``filed`` and signed off by noon, or left to be filed."""
    yield at(on, 8, 40, scene.riverbend.office.zone)
    desk, provider = scene.riverbend.desk["main"], scene.riverbend.actors["okafor"]
    people = [who for who in scene.patients.values() if _open_to(desk, provider, who)]
    if len(people) <= BATCH:
        return
    first = on.toordinal() % (len(people) - BATCH)
    one, *more = people[first : first + 1 + BATCH]
    came = [_come(Door.FAX, _paper(LAB, one, on, *_REPORT), "(217) 555-0155")]
    yield clock.now() + 20 * MINUTE
    came.append(_come(Door.SCAN, _batch(more, on), ""))
    yield clock.now() + 30 * MINUTE
    if filed:
        for document in [found for file_id in came for found in documents_of_file(file_id)]:
            _file(scene, desk, document)
        yield at(on, 12, 20, scene.riverbend.office.zone)
        for document in [found for file_id in came for found in documents_of_file(file_id)]:
            sign_document(actor=provider, document_id=document.id)


def _open_to(desk: Actor, provider: Actor, who: UUID) -> bool:
    return can(desk, "documents.file", who) and can(provider, "documents.sign", who)


def _come(door: Door, data: bytes, sender: str) -> UUID:
    kept = take_in(actor=PROGRAM, door=door, name="", data=data, sender=sender)
    look_into(actor=PROGRAM, file_id=kept.file_id)
    while read_waiting(actor=PROGRAM):
        pass
    return kept.file_id


def _file(scene: Scene, desk: Actor, found: Document) -> None:
    """The desk confirms what was read."""
    read = found.suggested
    if read.patient_id is None:
        raise ValueError("a paper of the demo office does not say whose it is")
    signer = scene.riverbend.staff["okafor"]
    filing = Filing(kind=read.kind, dated=read.dated, patient_id=read.patient_id, signer_id=signer)
    file_document(actor=desk, document_id=found.id, seen_version=found.version, filing=filing)


_REPORT = ("Laboratory report", "Specimen: blood, collected as above.", "Reference range stands beside each value.")
_SUMMARY = ("Discharge summary", "Hospital course without events.", "Discharge diagnosis: see the list.")


def _paper(sender: str, who: UUID, on: date, title: str, *words: str) -> bytes:
    known = patient(who)
    lines = [
        f"Patient: {known.name.sorted_form}     DOB: {known.birth_date:%m/%d/%Y}     MRN: {known.mrn}",
        f"Date of service: {on - timedelta(days=2):%m/%d/%Y}",
        *words,
    ]
    return pdf(PAPER, {"title": title, "sender": f"{sender} (made up)", "lines": lines})


def _batch(people: list[UUID], on: date) -> bytes:
    """Each patient's summary behind a cover sheet."""
    batch, whole = PdfWriter(), BytesIO()
    for who in people:
        for part in (cover_sheet("", ""), _paper(HOSPITAL, who, on, *_SUMMARY)):
            batch.append(BytesIO(part))
    batch.write(whole)
    return whole.getvalue()
