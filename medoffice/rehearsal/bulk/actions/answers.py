"""The rows of what payers answer, as ``receive_file`` writes them: files taken, claims accepted or sent back."""

from datetime import datetime

from medoffice.kernel import files
from medoffice.kernel.findings import Finding
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_row
from medoffice.rehearsal.bulk.actions.desk import Desk, Taking, Under, UnwrittenError
from medoffice.rehearsal.bulk.actions.remits import take_remits
from medoffice.rehearsal.bulk.types import Row
from medoffice.revenue.claims.api import (
    MEDIA,
    accepted,
    inbound_row,
    kinds_of,
    rejected,
    rejected_item,
    rejection_words,
    story_row,
)
from medoffice.revenue.claims.types import FileKind, FileState
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.api import read_277ca, read_999, read_ta1


def fetch(desk: Desk, at: datetime) -> None:
    """Take in what the payers have for the office by now, oldest first."""
    desk.mail += desk.book.due(at)
    there = sorted((file for file in desk.mail if file.due_at <= at), key=lambda file: (file.due_at, file.name))
    desk.mail = [file for file in desk.mail if file.due_at > at]
    for file in there:
        _receive(desk, file.name, file.data, at)


def _receive(desk: Desk, name: str, data: bytes, at: datetime) -> None:
    kinds = kinds_of(data)
    row = inbound_row(name, files.store(data, MEDIA), kinds, at, again=False)
    under = Under(Ref("inbound_file", row.id), detail={"what": row.kind, "state": row.state})
    found = [finding for kind in kinds for finding in TAKERS[kind](desk, row, data, at, under)]
    row.findings, row.state = [finding.as_json() for finding in found], FileState.DONE
    desk.pen.loader.add(row)
    desk.act(PROGRAM, "remits.receive", at, under)


def _take_ta1(desk: Desk, file: Row, data: bytes, at: datetime, under: Under) -> list[Finding]:
    answers, findings = read_ta1(data)
    for answer in answers:
        _answered(desk, answer.control, "interchange_answer", answer.status)
    return findings


def _take_999(desk: Desk, file: Row, data: bytes, at: datetime, under: Under) -> list[Finding]:
    answers, findings = read_999(data)
    for answer in answers:
        _answered(desk, answer.group_control, "group_answer", answer.status)
    return findings


def _answered(desk: Desk, control: str, which: str, status: str) -> None:
    """A file of ours was taken; once both answers are there its row is written."""
    if status != "A":
        raise UnwrittenError(f"file {control} was answered {status}")
    sent = desk.files[int(control)]
    setattr(sent, which, status)
    if sent.interchange_answer and sent.group_answer:
        desk.pen.loader.add(desk.files.pop(int(control)))


def _take_277ca(desk: Desk, file: Row, data: bytes, at: datetime, under: Under) -> list[Finding]:
    reports, findings = read_277ca(data)
    for report in (claim for batch in reports for claim in batch.claims):
        row, under_way = desk.going[report.claim_id].row, under.via
        under_way.append("work.do")
        if report.accepted:
            words = accepted(row, report.payer_claim_number, at)
            desk.pen.loader.add(story_row(row.id, words, PROGRAM.name, at, "ok"))
            continue
        words = rejection_words(report)
        rejected(row, at)
        under_way.append("work.open")
        under.subjects.add(row.patient_id)
        item = work_row(at=at, **rejected_item(row, words))
        desk.pen.loader.add(row, item, story_row(row.id, words, PROGRAM.name, at, "bad"))
        del desk.going[report.claim_id]
    return findings


TAKERS: dict[FileKind, Taking] = {
    FileKind.ACK_TA1: _take_ta1,
    FileKind.ACK_999: _take_999,
    FileKind.STATUS_277CA: _take_277ca,
    FileKind.REMIT_835: take_remits,
}
