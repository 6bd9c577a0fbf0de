"""What answers do: TA1 to interchanges, 999 to groups and their claims, 277CA to single claims, 271 to questions."""

from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.coverage.api import take_answers
from medoffice.revenue.claims.actions.rows import accepted, rejected, rejected_item
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, InboundFile, OutboundFile
from medoffice.revenue.claims.rules.answering import rejection_words
from medoffice.revenue.claims.types import ClaimState, FileState
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_271, read_277ca, read_999, read_ta1


def take_ta1(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """An interchange was taken or not; not taken, all its claims come back."""
    answers, findings = read_ta1(data)
    file.findings = [finding.as_json() for finding in findings]
    taken = False
    for answer in answers:
        sent = OutboundFile.objects.filter(control=_number(answer.control)).first()
        if sent is None:
            continue
        taken = True
        sent.interchange_answer = answer.status
        sent.save(update_fields=["interchange_answer"])
        if answer.status == "R":
            _reject_all(actor, sent, f"The payer refused the whole file (TA1 note {answer.note}).")
        elif answer.status != "A":
            _taken_with_errors(actor, sent, f"TA1 {answer.status}, note {answer.note}")
    return FileState.DONE if taken else FileState.QUARANTINED


def take_999(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """A group was taken, in part or not; claims of a refused one come back."""
    answers, findings = read_999(data)
    file.findings = [finding.as_json() for finding in findings]
    taken = False
    for answer in answers:
        sent = OutboundFile.objects.filter(control=_number(answer.group_control)).first()
        if sent is None:
            continue
        taken = True
        sent.group_answer = answer.status
        sent.save(update_fields=["group_answer"])
        places = ", ".join(error.segment for part in answer.sets for error in part.errors) or "the envelope"
        if answer.status in ("R", "M", "W", "X") or (answer.sets and not any(s.accepted for s in answer.sets)):
            _reject_all(actor, sent, f"The payer refused the file (999 {answer.status}, {places}).")
        elif answer.status != "A":
            _taken_with_errors(actor, sent, f"999 {answer.status}, {places}")
    return FileState.DONE if taken else FileState.QUARANTINED


def take_277ca(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """Single claims were accepted, with the payer's number, or rejected, with the reason."""
    reports, findings = read_277ca(data)
    file.findings = [finding.as_json() for finding in findings]
    unknown = taken = 0
    for report in (claim for batch in reports for claim in batch.claims):
        row = Claim.objects.select_for_update(of=("self",)).filter(number=report.claim_id).first()
        if row is None or not report.claim_id:
            unknown += 1
            continue
        taken += 1
        if row.state not in (ClaimState.SENT, ClaimState.ACCEPTED, ClaimState.REJECTED):
            continue
        if report.accepted:
            words = accepted(row, report.payer_claim_number, clock.now())
            row.save(update_fields=["state", "answered_at", "payer_claim_number"])
            tell(actor, row, words, "ok")
            finish_work_about(actor=actor, ref=Ref("claim", row.id), outcome="accepted")
        else:
            reject(actor, row, rejection_words(report))
    return FileState.DONE if taken and not unknown else FileState.QUARANTINED


def reject(actor: Actor, row: Claim, words: str) -> None:
    """A claim came back without being taken: it never counted as filed; a person corrects it."""
    rejected(row, clock.now())
    row.save(update_fields=["state", "answered_at"])
    tell(actor, row, words, "bad")
    finish_work_about(actor=actor, ref=Ref("claim", row.id), outcome="rejected", kind="claim-overdue")
    open_work(actor=actor, **rejected_item(row, words))


def take_271(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """Answers about eligibility go to whoever asked; a file that answers no question of ours waits for a person."""
    known = take_answers(actor=actor, data=data)
    _, findings = read_271(data)
    file.findings = [finding.as_json() for finding in findings]
    if not known:
        words = "The file answers no question this office asked about eligibility."
        file.findings += [Finding("no-such-question", "file", words).as_json()]
    return FileState.DONE if known else FileState.QUARANTINED


def _reject_all(actor: Actor, sent: OutboundFile, words: str) -> None:
    for row in sent.claims.select_for_update(of=("self",)).filter(state=ClaimState.SENT):
        reject(actor, row, words)


def _taken_with_errors(actor: Actor, sent: OutboundFile, words: str) -> None:
    """The file goes on although something in it was wrong: its claims' stories say so, and a person looks."""
    for row in sent.claims.filter(state=ClaimState.SENT):
        tell(actor, row, f"The payer took the file with errors ({words}).", "warn")
    open_work(
        actor=actor,
        kind="file-errors",
        title=f"File {sent.name} was taken with errors ({words})",
        ref=Ref("outbound_file", sent.id),
        key=str(sent.id),
    )


def _number(control: str) -> int:
    return int(control) if control.isascii() and control.isdigit() and len(control) < 19 else -1
