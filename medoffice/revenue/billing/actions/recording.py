"""Recording account events: each with its ledger entry, in the same transaction.

Actions that read a balance and then move money wait for one another (``wait_for_turn``): two refunds at once must not
both see the same held money. Postings follow one another anyhow, for the journal's next number.
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import connection

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import sites
from medoffice.revenue.billing.actions.rows import Change, account_event_rows, ledger_lines, that_move
from medoffice.revenue.billing.models import AccountEvent
from medoffice.revenue.ledger.api import post
from medoffice.security.types import Actor

_POSTING_LOCK = 0x4D4F4143  # "MOAC": one action at a time moves money on patient accounts


def wait_for_turn() -> None:
    """Let one transaction at a time read and move patient accounts; first thing in every action that does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_POSTING_LOCK])


def office_today() -> date:
    """The date on which money is posted now: the first site's."""
    return clock.today(ZoneInfo(sites()[0].zone))


def record_changes(actor: Actor, on: date, words: str, cause: Ref, changes: Sequence[Change]) -> UUID | None:
    """Record changes as events of one ledger entry; nothing for changes of nothing. Returns the entry."""
    moved = that_move(changes)
    if not moved:
        return None
    entry_id = post(actor=actor, on=on, words=words, cause=cause, lines=ledger_lines(moved))
    AccountEvent.objects.bulk_create(account_event_rows(moved, entry_id, on, cause, actor.name, clock.now()))
    return entry_id
