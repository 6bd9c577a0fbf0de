"""What the ledger offers to later rooms: its place in the chain; its tables are history."""

from uuid import UUID

from django.urls import reverse

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.records.patients.api import register_patient_column
from medoffice.revenue.ledger.queries import entry, entry_numbered, reversal_of
from medoffice.ui.navigation import Command, register_command

register_append_only("journal_entry")
register_append_only("journal_line")
register_patient_column("journal_line", "patient_id")
register_append_only("period_close")
register_command(Command("Journal of the day", "ledger:journal", "ledger.read"))
register_command(Command("Trial balance", "ledger:balances", "ledger.read"))


def _trace(entry_id: UUID) -> Step | None:
    try:
        posted = entry(entry_id)
    except NotFound:
        return None
    sides = tuple(
        (line.account.says, f"{line.debit} debit" if line.debit else f"{line.credit} credit") for line in posted.lines
    )
    return Step(
        ref=Ref("journal_entry", posted.id),
        stage="ledger",
        title=f"Entry {posted.number}",
        words=posted.words,
        causes=(posted.cause,),
        at=posted.posted_at,
        who=posted.by,
        amount=Money.total(line.debit for line in posted.lines),
        url=reverse("ledger:entry", args=[posted.id]),
        details=sides,
        subject=next((line.patient_id for line in posted.lines if line.patient_id), None),
    )


def _find(text: str) -> Ref | None:
    found = entry_numbered(text.upper())
    return Ref("journal_entry", found) if found else None


def _reversal(entry_id: UUID) -> list[Ref]:
    undo = reversal_of(entry_id)
    return [Ref("journal_entry", undo)] if undo else []


tracers.register("journal_entry", _trace)
finders.register("journal_entry", _find)
register_effects("journal_entry", _reversal)
