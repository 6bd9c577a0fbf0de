"""Taking in an 835: each ST is a payment of its own, checked, posted if it holds, quarantined with a person if not."""

from medoffice.kernel import clock
from medoffice.kernel.findings import Finding, Severity, has_errors
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, payer_by_number
from medoffice.practice.types import Payer
from medoffice.revenue.claims.actions.posting import post
from medoffice.revenue.claims.models import InboundFile, Remittance
from medoffice.revenue.claims.types import FileState
from medoffice.security.types import Actor
from medoffice.standards.x12.api import balance_835, read_835
from medoffice.standards.x12.types import Remit835


def receive_remittances(actor: Actor, file: InboundFile, data: bytes) -> FileState:
    """Store and post every payment of the file; the file is done when each of them is posted or a duplicate."""
    remits, findings = read_835(data)
    file.findings = [finding.as_json() for finding in findings]
    if not remits:
        return FileState.QUARANTINED
    unreadable = [finding for finding in findings if finding.severity is Severity.ERROR]
    states = [_receive(actor, file, place, remit, unreadable) for place, remit in enumerate(remits)]
    return FileState.DONE if all(state is not FileState.QUARANTINED for state in states) else FileState.QUARANTINED


def _receive(actor: Actor, file: InboundFile, place: int, remit: Remit835, unreadable: list[Finding]) -> FileState:
    """Store one payment and post it. What could not be read with certainty in the file is never posted."""
    of = payer_of(remit)
    day = remit.paid_on or clock.now().date()
    row = Remittance.objects.create(
        file=file,
        place=place,
        payer_id=of.id if of else None,
        payer_name=of.name if of else remit.payer.name[:120],
        trace=remit.trace[:50],
        date=day,
        amount_cents=remit.amount.cents,
        method=remit.method[:3],
        state=FileState.STORED,
    )
    same = Remittance.objects.filter(
        payer_name=row.payer_name, trace=row.trace, date=day, amount_cents=row.amount_cents, posted_at__isnull=False
    )
    if row.trace and same.exists():
        return _set(row, FileState.DUPLICATE, [])
    found = [*unreadable, *balance_835(remit)]
    if of is None:
        found.append(Finding("payer-unknown", "N1*PR", f"The payer {remit.payer.name} is not in the office's list."))
    try:
        if has_errors(found):
            raise Refusal("remit-unbalanced", next(f.words for f in found if has_errors([f])))
        post(actor, row, remit)
    except Refusal as refusal:
        return _quarantine(actor, row, found, refusal)
    return FileState.DONE


def payer_of(remit: Remit835) -> Payer | None:
    """The office's payer that sent this: by the id in N1*PR, REF*2U or TRN03 without its leading 1. Blank is nobody."""
    for number in (remit.payer.identifier, remit.payer_id.removeprefix("1"), remit.payer_id):
        try:
            return payer_by_number(number)
        except NotFound:
            continue
    return None


def _quarantine(actor: Actor, row: Remittance, found: list[Finding], refusal: Refusal) -> FileState:
    """Nothing of this payment is posted; a person sees why."""
    found = [*found, Finding(refusal.code, f"payment {row.trace}", refusal.words)]
    open_work(
        actor=actor,
        kind="remit-quarantined",
        title=f"Payment {row.trace} of {row.payer_name} is not posted: {refusal.words}",
        ref=Ref("remittance", row.id),
        priority=1,
        key=str(row.id),
    )
    return _set(row, FileState.QUARANTINED, found)


def _set(row: Remittance, state: FileState, found: list[Finding]) -> FileState:
    row.state, row.findings = state, [finding.as_json() for finding in found]
    row.save(update_fields=["state", "findings"])
    return state
