"""The rows of payments: what payers decided, posted to the accounts and the ledger as the actions post it."""

from collections.abc import Sequence
from datetime import datetime

from medoffice.kernel.findings import Finding, has_errors
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import work_row
from medoffice.rehearsal.bulk.actions.claims import make
from medoffice.rehearsal.bulk.actions.desk import Desk, Under, UnwrittenError
from medoffice.rehearsal.bulk.types import Going, Row
from medoffice.revenue.billing.api import fit, payer_changes
from medoffice.revenue.claims.api import (
    PROCESSED,
    Decided,
    Matched,
    check_payment,
    concluded,
    decision_rows,
    denial_item,
    lies_with,
    matched_lines,
    payer_line,
    payer_numbers,
    posted,
    remittance_row,
    story_row,
)
from medoffice.revenue.claims.types import Earlier, EarlierLine
from medoffice.security.types import PROGRAM
from medoffice.standards.x12.api import read_835
from medoffice.standards.x12.types import Adjustment, ClaimRemit, Remit835

DENIED = "4"


def take_remits(desk: Desk, file: Row, data: bytes, at: datetime, under: Under) -> list[Finding]:
    """Every payment of a file, posted whole."""
    remits, findings = read_835(data)
    for place, remit in enumerate(remits):
        _post(desk, file, place, remit, findings, at, under)
    return findings


def _post(
    desk: Desk, file: Row, place: int, remit: Remit835, findings: Sequence[Finding], at: datetime, under: Under
) -> None:  # fmt: skip
    by_number = {payer.number: payer for payer in desk.payers.values()}
    of = next((by_number[number] for number in payer_numbers(remit) if number in by_number), None)
    if of is None or remit.adjustments or has_errors([*findings, *check_payment(remit, at.date())]):
        raise UnwrittenError(f"payment {remit.trace} is not one that is posted as it comes")
    row = remittance_row(file.id, place, of, remit, at.date())
    for decided in remit.claims:
        _decide(desk, row, decided, at, under)
    posted(row, at)
    desk.pen.loader.add(row)


def _decide(desk: Desk, payment: Row, decided: ClaimRemit, at: datetime, under: Under) -> None:
    """A claim is decided: its money, its story, what it leaves for a person, the claim to the next insurance."""
    if decided.status not in PROCESSED | {DENIED}:
        raise UnwrittenError(f"claim {decided.claim_id} was decided {decided.status}")
    going = desk.going.pop(decided.claim_id)
    row, loader = going.row, desk.pen.loader
    matched = matched_lines(row, decided, list(going.billed.lines))
    decision, lines = decision_rows(payment.id, row.id, decided, matched, at)
    loader.add(decision, *lines)
    later = [policy for policy in going.case.policies if policy.order > row.order]
    _move_money(desk, payment, going, decision, matched, at, under, further=bool(later))
    stands = [Decided(decision.id, False, tuple(part.decided for part in matched))]
    came = concluded(payment.trace, row, decided, matched, stands, at)
    loader.add(row, story_row(row.id, came.words, PROGRAM.name, at, came.tone))
    under.via.append("work.do")
    if came.left:
        under.via.append("work.open")
        loader.add(work_row(at=at, **denial_item(row, came)))
    whole = {part.ours.id for part in matched} == {line.id for line in going.billed.lines}
    if later and whole and decided.status in PROCESSED:
        before = _earlier(going, decision, matched, payment)
        make(desk, going.case, later[0], (*going.behind.earlier, before), at, under)


def _move_money(
    desk: Desk, payment: Row, going: Going, decision: Row, matched: Sequence[Matched], at: datetime, under: Under, *,
    further: bool,
) -> None:  # fmt: skip
    """What a decision does to the patient's account, as one entry; then what is held for the patient is applied."""
    case, row, cause, on = going.case, going.row, Ref("remit_decision", decision.id), payment.date
    words, into = f"{payment.payer_name} on claim {row.number}", lies_with(payment.method)
    fitted = [fit(payer_line(part, further=further), case.open[part.ours.charge_id]) for part in matched]
    changes = [one for line in fitted for one in payer_changes(line, case.patient_id, row.payer_id, words, into)]
    under.via.append("accounts.post")
    under.subjects.add(case.patient_id)
    if desk.accounts.record(PROGRAM, at, on, words, cause, changes, of=case.on):
        under.via.append("ledger.post")
    if desk.accounts.apply_credit(PROGRAM, at, case.patient_id, on, cause):
        under.via.append("ledger.post")
    for change in changes:
        if change.charge_id:
            case.open[change.charge_id] += change.insurance
    if min(case.open.values()) < ZERO:
        raise UnwrittenError(f"claim {row.number} was paid beyond what was open")


def _earlier(going: Going, decision: Row, matched: Sequence[Matched], payment: Row) -> Earlier:
    """What the next payer is told of this one's decision."""
    lines = tuple(
        EarlierLine(
            part.ours.charge_id,
            part.theirs.paid,
            tuple(Adjustment(reason.group, reason.reason, reason.amount) for reason in part.reasons),
            payment.date,
        )
        for part in matched
    )
    paid = Money(decision.paid_cents)
    policy = next(one for one in going.case.policies if one.id == going.row.coverage_id)
    return Earlier(going.behind.payer, policy, going.row.order, decision.payer_claim_number, paid, lines)
