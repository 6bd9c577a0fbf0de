"""The rows of an entry as the action writes them, not saved."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.ids import new_id
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.revenue.ledger.models import JournalEntry, JournalLine
from medoffice.revenue.ledger.types import Line


def entry_rows(
    *,
    number: str,
    on: date,
    words: str,
    cause: Ref,
    lines: Sequence[Line],
    by: str,
    at: datetime,
    reverses: UUID | None = None,
) -> tuple[JournalEntry, list[JournalLine]]:
    """An entry and its lines in the order given; whether it balances is the action's to ask, and the database's."""
    row = new_row(
        JournalEntry,
        number=number,
        date=on,
        posted_at=at,
        words=words[:300],
        cause_kind=cause.kind,
        cause_id=cause.id,
        by=by,
        reverses_id=reverses,
    )
    ids = sorted(new_id() for _ in lines)
    return row, [
        new_row(
            JournalLine,
            id=line_id,
            entry_id=row.id,
            account=line.account,
            debit_cents=line.debit.cents,
            credit_cents=line.credit.cents,
            patient_id=line.patient_id,
            payer_id=line.payer_id,
            memo=line.memo[:200],
        )
        for line_id, line in zip(ids, lines, strict=True)
    ]
