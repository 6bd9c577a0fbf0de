"""Hand the written files to the clearinghouse."""

from medoffice.kernel import clock, files
from medoffice.revenue.claims.actions.door import clearinghouse
from medoffice.revenue.claims.models import OutboundFile
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("claims.work")
def transmit_files(*, actor: Actor) -> int:
    """Send what was written and not sent, oldest first; returns how many. A file sent twice is the same file there."""
    door, sent = clearinghouse(), 0
    for row in OutboundFile.objects.select_for_update(skip_locked=True).filter(sent_at=None).order_by("control"):
        door.send(row.name, files.load(row.sha256))
        row.sent_at = clock.now()
        row.save(update_fields=["sent_at"])
        sent += 1
    record("outbound_file", None, sent=sent)
    return sent
