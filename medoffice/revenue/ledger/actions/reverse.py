"""Reverse a journal entry by its mirror image."""

from datetime import date
from uuid import UUID

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.ledger.actions.post import write_entry
from medoffice.revenue.ledger.models import JournalEntry
from medoffice.revenue.ledger.queries import entry
from medoffice.revenue.ledger.types import Line
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("ledger.post")
def reverse(*, actor: Actor, entry_id: UUID, on: date, words: str) -> UUID:
    """Post the opposite of an entry. Raises Refusal if it was reversed already."""
    old = entry(entry_id)
    if JournalEntry.objects.filter(reverses_id=entry_id).exists():
        raise Refusal("reversed-already", f"Entry {old.number} was reversed already.", "Look in the journal.")
    mirrored = [
        Line(line.account, line.credit, line.debit, line.patient_id, line.payer_id, line.memo) for line in old.lines
    ]
    return write_entry(actor, on, words, Ref("journal_entry", entry_id), mirrored, entry_id)
