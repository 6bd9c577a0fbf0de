"""Taking in an 835: each ST is a payment of its own, checked, posted if it holds, quarantined with a person if not."""

from dataclasses import replace

from django.db.models import QuerySet

from medoffice.kernel import files
from medoffice.kernel.findings import Finding, has_errors
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, payer_by_number, today_here
from medoffice.practice.types import Payer
from medoffice.revenue.claims.actions.posting import post
from medoffice.revenue.claims.actions.posting_rest import post_rest, waits_for_rest
from medoffice.revenue.claims.actions.rows import remittance_row
from medoffice.revenue.claims.actions.unmatched import candidates_for
from medoffice.revenue.claims.models import InboundFile, Remittance
from medoffice.revenue.claims.rules.payments import check_payment, payer_numbers
from medoffice.revenue.claims.rules.unread import Judged, is_copy, judge
from medoffice.revenue.claims.types import FileState
from medoffice.security.types import Actor
from medoffice.standards.x12.api import read_advices
from medoffice.standards.x12.types import Advice835, Remit835


def receive_remittances(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """Store and post every payment of the file; the file is done when each of them is posted or a duplicate."""
    advices, around = read_advices(data)
    every = [*around, *(found for advice in advices for found in advice.every)]
    file.findings = [_clean(finding) for finding in every]
    if not advices:
        return FileState.QUARANTINED
    states = [_receive(actor, file, place, advice, around) for place, advice in enumerate(advices)]
    return FileState.DONE if all(state is not FileState.QUARANTINED for state in states) else FileState.QUARANTINED


def _receive(actor: Actor, file: InboundFile, place: int, advice: Advice835, around: list[Finding]) -> FileState:
    """Store one payment and post it. What could not be read with certainty is never posted by itself; what is wrong in
    another payment of the file does not hold it up, what is wrong around them does.
    """
    remit, of = advice.remit, payer_of(advice.remit)
    row = remittance_row(file.id, place, of, remit, today_here())
    row.save(force_insert=True)
    unread = [finding for finding in (*around, *advice.every) if has_errors([finding])]
    found = [*unread, *check_payment(remit, today_here())]
    before = None if has_errors(found) else posted_before(row)
    copy = before is not None and is_copy(read_again(before), remit)
    if before is not None and copy and not waits_for_rest(before):
        return set_state(row, FileState.DUPLICATE, [])
    if of is None:
        found.append(_unknown(row.payer_name))
    try:
        if has_errors(found):
            raise Refusal("remit-unbalanced", next(f.words for f in found if has_errors([f])))
        if before is not None:
            refuse_unlike(row, copy)
            return set_state(row, FileState.DUPLICATE, [post_rest(actor, before, row, remit)])
        post(actor, row, remit)
    except Refusal as refusal:
        return _quarantine(actor, row, [*found, *candidates_for(row, remit)], refusal)
    settle_copies(actor, row)
    return FileState.DONE


def refuse_unlike(row: Remittance, copy: bool) -> None:
    """Raises Refusal for a payment that has all by which one that is posted is known, and decides otherwise."""
    if not copy:
        words = f"A payment {row.trace} of this date and sum is posted already, but this one decides on other claims."
        raise Refusal("remit-unlike", f"{words} Nothing of it is posted.", "Ask the payer which of them is meant.")


def read_again(row: Remittance) -> Judged:
    """A payment as it was sent, with its payer as known now (not saved), and what stands against posting it."""
    advices, around = read_advices(files.load(row.file.sha256))
    judged = judge(advices[row.place], around, today_here())
    of = payer_of(judged.remit)
    if of is None:
        return replace(judged, hopeless=(*judged.hopeless, _unknown(row.payer_name)))
    row.payer_id, row.payer_name = of.id, of.name
    return judged


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


def posted_before(row: Remittance) -> Remittance | None:
    """This payment (payer, number, date, amount) as it was posted, in whatever file (P1)."""
    return _copies(row).filter(posted_at__isnull=False).first()


def settle_copies(actor: Actor, row: Remittance) -> None:
    """Once a payment is posted, what was set aside of it under the same number is a duplicate, and its work is done;
    not one that could be posted too and decides otherwise.
    """
    for copy in _copies(row).filter(state=FileState.QUARANTINED):
        judged = read_again(copy)
        if not judged.hopeless and not is_copy(judged, read_again(row).remit):
            continue
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
