"""Taking in an 835: each ST is a payment of its own, checked, posted if it holds, quarantined with a person if not."""

from django.db.models import QuerySet

from medoffice.kernel import files
from medoffice.kernel.findings import Finding, Severity, has_errors
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, payer_by_number, today_here
from medoffice.practice.types import Payer
from medoffice.revenue.claims.actions.posting import post
from medoffice.revenue.claims.actions.rows import remittance_row
from medoffice.revenue.claims.actions.unmatched import candidates_for
from medoffice.revenue.claims.models import InboundFile, Remittance
from medoffice.revenue.claims.rules.payments import check_payment, payer_numbers
from medoffice.revenue.claims.types import FileState
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_835
from medoffice.standards.x12.types import Remit835


def receive_remittances(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """Store and post every payment of the file; the file is done when each of them is posted or a duplicate."""
    remits, findings = read_835(data)
    file.findings = [_clean(finding) for finding in findings]
    if not remits:
        return FileState.QUARANTINED
    unreadable = [finding for finding in findings if finding.severity is Severity.ERROR]
    states = [_receive(actor, file, place, remit, unreadable) for place, remit in enumerate(remits)]
    return FileState.DONE if all(state is not FileState.QUARANTINED for state in states) else FileState.QUARANTINED


def _receive(actor: Actor, file: InboundFile, place: int, remit: Remit835, unreadable: list[Finding]) -> FileState:
    """Store one payment and post it. What could not be read with certainty in the file is never posted."""
    of = payer_of(remit)
    row = remittance_row(file.id, place, of, remit, today_here())
    row.save(force_insert=True)
    found = [*unreadable, *check_payment(remit, today_here())]
    if not has_errors(found) and posted_before(row):
        return set_state(row, FileState.DUPLICATE, [])
    if of is None:
        found.append(_unknown(row.payer_name))
    try:
        if has_errors(found):
            raise Refusal("remit-unbalanced", next(f.words for f in found if has_errors([f])))
        post(actor, row, remit)
    except Refusal as refusal:
        return _quarantine(actor, row, [*found, *candidates_for(row, remit)], refusal)
    settle_copies(actor, row)
    return FileState.DONE


def read_again(row: Remittance) -> tuple[Remit835, list[Finding]]:
    """A payment as it was sent, with its payer as known now (not saved), and what stands against posting it."""
    remits, findings = read_835(files.load(row.file.sha256))
    remit = remits[row.place]
    of = payer_of(remit)
    wrong = [finding for finding in (*findings, *check_payment(remit, today_here())) if has_errors([finding])]
    if of is None:
        wrong.append(_unknown(row.payer_name))
    else:
        row.payer_id, row.payer_name = of.id, of.name
    return remit, wrong


def _unknown(payer_name: str) -> Finding:
    words = f"The payer {payer_name or '(no name)'} is not in the office's list."
    return Finding("payer-unknown", "N1*PR", words)


def payer_of(remit: Remit835) -> Payer | None:
    """The office's payer that sent this, by the first of its numbers that is known. Blank is nobody."""
    for number in payer_numbers(remit):
        try:
            return payer_by_number(number)
        except NotFound:
            continue
    return None


def posted_before(row: Remittance) -> bool:
    """Whether this payment (payer, number, date, amount) has been posted, in whatever file (P1)."""
    return _copies(row).filter(posted_at__isnull=False).exists()


def settle_copies(actor: Actor, row: Remittance) -> None:
    """Once a payment is posted, what was set aside of it under the same number is a duplicate, and its work is done."""
    for copy in _copies(row).filter(state=FileState.QUARANTINED):
        set_state(copy, FileState.DUPLICATE, [])
        finish_work_about(actor=actor, ref=Ref("remittance", copy.id), outcome="posted from another file")
        settle_file(copy.file)
    settle_file(row.file)


def settle_file(file: InboundFile) -> None:
    """A file is done when each of its payments is posted or a duplicate."""
    if file.state == FileState.QUARANTINED and not file.remittances.filter(state=FileState.QUARANTINED).exists():
        file.state = FileState.DONE
        file.save(update_fields=["state"])


def set_state(row: Remittance, state: FileState, found: list[Finding]) -> FileState:
    """What became of a payment, and why."""
    row.state, row.findings = state, [_clean(finding) for finding in found]
    row.save(update_fields=["state", "findings"])
    return state


def _copies(row: Remittance) -> QuerySet[Remittance]:
    same = Remittance.objects.filter(
        payer_name=row.payer_name, trace=row.trace, date=row.date, amount_cents=row.amount_cents
    )
    return same.exclude(id=row.id).exclude(trace="").select_related("file")


def _quarantine(actor: Actor, row: Remittance, found: list[Finding], refusal: Refusal) -> FileState:
    """Nothing of this payment is posted; one person sees why, once for each payment."""
    found = [*found, Finding(refusal.code, f"payment {row.trace}", refusal.words)]
    open_work(
        actor=actor,
        kind="remit-quarantined",
        title=f"Payment {row.trace or '(no number)'} of {row.payer_name} is not posted: {refusal.words}",
        ref=Ref("remittance", row.id),
        priority=1,
        key=f"{row.payer_name[:40]} {row.trace} {row.date} {row.amount_cents}" if row.trace else str(row.id),
    )
    return set_state(row, FileState.QUARANTINED, found)


def _clean(finding: Finding) -> dict[str, str]:
    """A finding as stored: no database keeps the character zero."""
    return {key: value.replace("\x00", "") for key, value in finding.as_json().items()}
