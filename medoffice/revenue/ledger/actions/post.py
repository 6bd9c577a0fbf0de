"""Post a journal entry."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.revenue.ledger.models import JournalEntry, JournalLine
from medoffice.revenue.ledger.queries import closed_through
from medoffice.revenue.ledger.rules.balanced import check_entry
from medoffice.revenue.ledger.types import Line
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("ledger.post")
def post(*, actor: Actor, on: date, words: str, cause: Ref, lines: list[Line]) -> UUID:
    """Post an entry with its cause. Raises Refusal if it does not balance or its date is in a closed period."""
    return write_entry(actor, on, words, cause, lines, None)


def write_entry(actor: Actor, on: date, words: str, cause: Ref, lines: Sequence[Line], reverses: UUID | None) -> UUID:
    """The posting itself, shared with reversals."""
    wrong = check_entry(lines)
    if wrong:
        raise Refusal("unbalanced", " ".join(finding.words for finding in wrong), "Correct the amounts.")
    closed = closed_through()
    if closed is not None and on <= closed:
        raise Refusal("period-closed", f"The books are closed through {closed:%m/%d/%Y}.", "Use a later date.")
    row = JournalEntry.objects.create(
        number=next_number("J"),
        date=on,
        posted_at=clock.now(),
        words=words[:300],
        cause_kind=cause.kind,
        cause_id=cause.id,
        by=actor.name,
        reverses_id=reverses,
    )
    ids = sorted(new_id() for _ in lines)  # lines keep the order in which they were given
    JournalLine.objects.bulk_create(
        JournalLine(
            id=line_id,
            entry=row,
            account=line.account,
            debit_cents=line.debit.cents,
            credit_cents=line.credit.cents,
            patient_id=line.patient_id,
            payer_id=line.payer_id,
            memo=line.memo[:200],
        )
        for line_id, line in zip(ids, lines, strict=True)
    )
    record("journal_entry", row.id, subjects={line.patient_id for line in lines if line.patient_id})
    return row.id
