"""Post a journal entry."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.revenue.ledger.actions.rows import entry_rows
from medoffice.revenue.ledger.models import JournalLine
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
    row, sides = entry_rows(
        number=next_number("J"),
        on=on,
        words=words,
        cause=cause,
        lines=lines,
        by=actor.name,
        at=clock.now(),
        reverses=reverses,
    )
    row.save(force_insert=True)
    JournalLine.objects.bulk_create(sides)
    record("journal_entry", row.id, subjects={line.patient_id for line in lines if line.patient_id})
    return row.id
