"""What answers do: TA1 to interchanges, 999 to groups and their claims, 277CA to single claims, 271 to questions."""

from django.db.models import QuerySet

from medoffice.kernel import clock, files
from medoffice.kernel.findings import Finding
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.coverage.api import take_answers
from medoffice.revenue.claims.actions.rows import accepted, rejected, rejected_item
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, InboundFile, OutboundFile
from medoffice.revenue.claims.rules.answering import (
    batch_words,
    lacks_answers,
    places_of,
    refused_sets,
    refused_whole,
    rejection_words,
    says_all,
)
from medoffice.revenue.claims.types import ClaimState, FileState
from medoffice.security.types import Actor
from medoffice.standards.x12.api import claims_by_transaction, read_271, read_277ca, read_999, read_ta1
from medoffice.standards.x12.types import StatusReport


def take_ta1(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """An interchange was taken or not; not taken, all its claims come back."""
    answers, findings = read_ta1(data)
    file.findings = [finding.as_json() for finding in findings]
    unknown = taken = 0
    for answer in answers:
        sent = OutboundFile.objects.filter(control=_number(answer.control)).first()
        if sent is None:
            unknown += 1
            continue
        taken += 1
        sent.interchange_answer = answer.status
        sent.save(update_fields=["interchange_answer"])
        if answer.status == "R":
            _reject_all(actor, sent, f"The payer refused the whole file (TA1 note {answer.note}).")
        elif answer.status != "A":
            _taken_with_errors(actor, sent, f"TA1 {answer.status}, note {answer.note}")
    return _settled(taken, unknown, findings)


def take_999(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """A group was taken, in part or not; the claims of what was refused of it come back, the others stay sent."""
    answers, findings = read_999(data)
    file.findings = [finding.as_json() for finding in findings]
    unknown = taken = 0
    for answer in answers:
        sent = OutboundFile.objects.filter(control=_number(answer.group_control)).first()
        if sent is None:
            unknown += 1
            continue
        taken += 1
        sent.group_answer = answer.status
        sent.save(update_fields=["group_answer"])
        places = places_of(answer)
        if refused_whole(answer):
            _reject_all(actor, sent, f"The payer refused the file (999 {answer.status}, {places}).")
            continue
        unknown += _reject_sets(actor, sent, refused_sets(answer), f"999 {answer.status}, {places}")
        if not says_all(answer) and (answer.status != "A" or refused_sets(answer)):
            _taken_with_errors(actor, sent, f"999 {answer.status}, {places}")
    return _settled(taken, unknown, findings)


def take_277ca(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """Single claims were accepted, with the payer's number, or rejected, with the reason; or all of a batch was."""
    reports, findings = read_277ca(data)
    unknown = taken = 0
    for batch in reports:
        if batch.refused_whole:
            taken += 1
            left = _refused_whole(actor, batch)
            findings += left
            unknown += len(left)
    file.findings = [finding.as_json() for finding in findings]
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
    return _settled(taken, unknown, findings)


def _refused_whole(actor: Actor, report: StatusReport) -> list[Finding]:
    """A batch came back whole: so do the claims of its file. Which claims a provider's are is for a person to say."""
    words = batch_words(report)
    sent = OutboundFile.objects.filter(control=_number(report.batch)).first()
    if sent is not None and not report.claims and report.refused_whole[0] in report.statuses:
        _reject_all(actor, sent, words)
        return []
    place = f"batch {report.batch or '(no number)'}, provider {report.provider.name or '(no name)'}"
    return [Finding("batch-refused", place, f"{words} See which claims of it were meant.")]


def _settled(taken: int, unknown: int, findings: list[Finding]) -> FileState:
    """An answer is done with when all in it was ours and nothing of it is missing; else a person looks."""
    return FileState.DONE if taken and not unknown and not lacks_answers(findings) else FileState.QUARANTINED


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
    _reject(actor, sent.claims.all(), words)


def _reject_sets(actor: Actor, sent: OutboundFile, controls: list[str], words: str) -> int:
    """The claims of these transactions of the file come back; returns how many of them are not in it."""
    if not controls:
        return 0
    numbers = claims_by_transaction(files.load(sent.sha256))
    for control in controls:
        ours = sent.claims.filter(number__in=numbers.get(control, ()))
        _reject(actor, ours, f"The payer refused transaction {control} of the file ({words}).")
    return sum(control not in numbers for control in controls)


def _reject(actor: Actor, claims: QuerySet[Claim], words: str) -> None:
    for row in claims.select_for_update(of=("self",)).filter(state=ClaimState.SENT):
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
