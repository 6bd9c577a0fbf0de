"""A call did not reach the payer: its questions wait again, up to a number of tries."""

from uuid import UUID

from medoffice.records.coverage.actions.answering import tell
from medoffice.records.coverage.actions.line import line_failed
from medoffice.records.coverage.models import Check
from medoffice.records.coverage.types import CheckState
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_TRIES = 40  # at the longest wait of an hour, more than a day


@action("coverage.ask")
def put_back(*, actor: Actor, payer_id: UUID, ids: list[UUID], why: str) -> None:
    """Let these questions wait again; those tried too often are given up, which whoever listens is told."""
    rows = Check.objects.select_for_update().filter(id__in=ids, state=CheckState.ASKED)
    for row in rows:
        wait_again(row, why)
    line_failed(actor, payer_id, why)
    record("payer", payer_id, questions=len(ids))


def wait_again(row: Check, why: str) -> None:
    """One question: waits, or is given up."""
    row.tries, row.why = row.tries + 1, why[:200]
    row.state = CheckState.WAITING if row.tries < MOST_TRIES else CheckState.GIVEN_UP
    row.save(update_fields=["tries", "why", "state"])
    if row.state == CheckState.GIVEN_UP:
        tell(row)
