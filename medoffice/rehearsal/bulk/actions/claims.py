"""The rows of claims, as their actions write them: made when charges are, sent in the evening."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from medoffice.kernel import files
from medoffice.kernel.money import Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_row
from medoffice.records.coverage.types import Coverage
from medoffice.rehearsal.bulk.actions.desk import Desk, Under, check_code
from medoffice.rehearsal.bulk.types import Case, Going, Row
from medoffice.revenue.claims.api import (
    MAX_CLAIMS,
    MEDIA,
    claim_rows,
    examination_kept,
    examined,
    held_item,
    interchange,
    made_words,
    outbound_row,
    sent_in,
    sent_words,
    story_row,
    to_line,
)
from medoffice.revenue.claims.types import Behind, Billed, Earlier
from medoffice.security.types import PROGRAM, Actor
from medoffice.standards.x12.types import Claim837


def first_claim(desk: Desk, case: Case, at: datetime) -> None:
    """The claim of a visit whose charges are made, to its primary insurance; of the uninsured only that none is."""
    under = Under()
    if case.policies and case.charges:
        make(desk, case, case.policies[0], (), at, under)
    desk.act(PROGRAM, "claims.work", at, under)


def make(
    desk: Desk, case: Case, policy: Coverage, earlier: tuple[Earlier, ...], at: datetime, under: Under
) -> None:  # fmt: skip
    """A claim under a policy, ready or held."""
    row, lines = claim_rows(
        number=desk.pen.number("C"),
        encounter_id=case.encounter_id,
        patient_id=case.patient_id,
        on=case.on,
        under=policy,
        charges=case.charges,
        pointers={line.id: line.pointers for line in case.codes.services},
        at=at,
    )
    behind = Behind(
        office=desk.office,
        site=case.site,
        renders=case.renders,
        payer=desk.payers[policy.payer_id],
        under=policy,
        who=case.who,
        codes=case.codes,
        earlier=earlier,
    )
    billed = Billed(
        number=row.number,
        order=row.order,
        frequency=row.frequency,
        original_reference="",
        date=case.on,
        amount=Money(row.amount_cents),
        lines=tuple(to_line(line) for line in lines),
    )
    words = made_words(row, policy.payer_name)
    desk.pen.loader.add(*lines, story_row(row.id, words, PROGRAM.name, at))
    going = Going(case, row, billed, behind)
    if _examine(desk, PROGRAM, going, at, under) is not None:
        desk.ready.append(going)
    under.about = Ref("claim", row.id)
    under.subjects.add(case.patient_id)


def _examine(desk: Desk, actor: Actor, going: Going, at: datetime, under: Under) -> Claim837 | None:
    """The claim as the wire would carry it; None, and its row is written, if it is held."""
    content, found = examined(going.billed, going.behind, today=at.date(), check_code=check_code)
    wrong = examination_kept(going.row, found)
    if not wrong:
        under.via.append("work.do")
        return content
    under.via.append("work.open")
    under.subjects.add(going.case.patient_id)
    held = story_row(going.row.id, f"Held: {wrong}", actor.name, at, "bad")
    desk.pen.loader.add(going.row, held, work_row(at=at, **held_item(going.row, wrong)))
    return None


def send(desk: Desk, at: datetime) -> list[Row]:
    """All that is ready in a file for each payer; returns the files."""
    under, by_payer = Under(), defaultdict[UUID, list[Going]](list)
    for going in desk.ready[:MAX_CLAIMS]:
        by_payer[going.row.payer_id].append(going)
    desk.ready = desk.ready[MAX_CLAIMS:]
    written = [_write_file(desk, payer_id, ready, at, under) for payer_id, ready in sorted(by_payer.items())]
    desk.act(desk.biller, "claims.work", at, under)
    return [file for file in written if file is not None]


def _write_file(desk: Desk, payer_id: UUID, ready: Sequence[Going], at: datetime, under: Under) -> Row | None:
    found = [(going, _examine(desk, desk.biller, going, at, under)) for going in ready]
    contents = [content for _, content in found if content is not None]
    if not contents:
        return None
    to, going_out = desk.payers[payer_id], [going for going, content in found if content is not None]
    desk.written += 1
    data = interchange(contents, desk.office, to, desk.written, at)
    file = outbound_row(desk.written, payer_id, files.store(data, MEDIA), at)
    words = sent_words(to.name, file)
    for going in going_out:
        sent_in(going.row, file, at)
        desk.pen.loader.add(story_row(going.row.id, words, desk.biller.name, at))
        desk.going[going.row.number] = going
    desk.files[desk.written] = file
    under.about = Ref("outbound_file", file.id)
    under.subjects.update(going.case.patient_id for going in going_out)
    under.detail["claims"] = len(going_out)
    return file


def hand_over(desk: Desk, written: Sequence[Row], at: datetime) -> None:
    """The files of the evening to the payers, whose answers go to the mail."""
    sent = [going for going in desk.going.values() if going.row.sent_at == at]
    desk.know(going.case for going in sent)
    for file in written:
        desk.mail += desk.book.receive(files.load(file.sha256), at)
        file.sent_at = at
        patients = {going.case.patient_id for going in sent if going.row.file_id == file.id}
        desk.act(PROGRAM, "claims.work", at, Under(Ref("outbound_file", file.id), ["work.do"], patients))
