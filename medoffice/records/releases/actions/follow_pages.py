"""What was picked and blacked out of a document follows its pages when they are turned, moved, joined or divided."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.records.documents.types.papers import Moved
from medoffice.records.releases.actions.rows import save
from medoffice.records.releases.models import Request
from medoffice.records.releases.queries.requests import from_pick, to_request
from medoffice.records.releases.rules.following import followed
from medoffice.records.releases.types import State
from medoffice.security.types import Actor


def follow_pages(actor: Actor, patient_id: UUID, moved: Sequence[Moved]) -> None:
    """Part of the act that arranges: open requests say the pages as they are counted by now, in a new version."""
    rows = Request.objects.select_for_update().filter(patient_id=patient_id, state=State.OPEN)
    for row in rows.order_by("id"):
        before = to_request(row).picks
        after = followed(before, moved)
        if after != before:
            row.picks = [from_pick(one) for one in after]
            save(actor, row)
