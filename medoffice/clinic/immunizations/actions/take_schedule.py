"""Take in a release of the immunization schedule."""

from hashlib import sha256
from io import BytesIO

from medoffice.clinic.immunizations.actions.tell_old import OLD, release_ref
from medoffice.clinic.immunizations.models import ScheduleRelease
from medoffice.clinic.immunizations.queries.plans import schedule
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import finish_work_about, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.cdsi.api import packed, read_release, schedule_of


@action("vaccines.bring")
def take_schedule(*, actor: Actor, data: bytes, source: str) -> int:
    """The release (the CDC's zip of CDSi supporting data) speaks from now on; how many diseases it covers.

    Taken in again it changes nothing. Raises Refusal for what is no release, and for one older than what speaks.
    """
    tree = read_release(BytesIO(data))
    made, now = schedule_of(tree), schedule()
    if made.released < now.released:
        words = f"This is CDSi {made.version} of {made.released:%m/%d/%Y}; {now.version}, which speaks, is later."
        raise Refusal("cdsi-older", words, "Take the latest release.")
    if made.released > today_here():
        words = f"This is CDSi {made.version} of {made.released:%m/%d/%Y}, a day to come: it would speak for ever."
        raise Refusal("cdsi-later", words, "Take the release as the CDC publishes it.")
    content = packed(tree)
    digest = sha256(content).hexdigest()
    if not ScheduleRelease.objects.filter(digest=digest).exists():
        row = new_row(
            ScheduleRelease,
            version=made.version,
            released=made.released,
            content=content,
            digest=digest,
            source=source[:120],
            taken_by=actor.name,
            taken_at=clock.now(),
        )
        row.save(force_insert=True)
        finish_work_about(actor=actor, ref=release_ref(now), outcome=f"CDSi {made.version} is in.", kind=OLD)
        record("vaccine_schedule", row.id, version=made.version, antigens=len(made.antigens))
    return len(made.antigens)
