"""The line: which one is in use, how it stands, and what is done when it fails or works again."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.retries import Retry
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.faxes.models import FaxLine
from medoffice.records.faxes.offers import lines
from medoffice.records.faxes.types import DOWN_AFTER, Line
from medoffice.security.types import Actor

LINE = Ref("fax_line", UUID(int=1))
_RETRY = Retry(1_000_000, first=timedelta(seconds=30), longest=timedelta(minutes=15))


def line() -> Line:
    """The simulator in demo, training and test worlds, the folder in a practice's own. Raises Refusal without one."""
    found = lines.get("folder" if current.kind() == "practice" else "simulator")
    if found is None:
        raise Refusal("no-fax-line", "There is no fax line.", "Print the pages instead.")
    return found


def note_failure(actor: Actor, why: str) -> None:
    """The line itself failed: it rests, longer each time; from the third time on a person knows."""
    row, _ = FaxLine.objects.select_for_update().get_or_create(only=True)
    row.failures, row.why = row.failures + 1, why[:200]
    row.try_at = clock.now() + (_RETRY.wait_after(row.failures) or timedelta())
    row.save()
    if row.failures >= DOWN_AFTER:
        title = f"Faxes do not go out: {why} They wait and are tried again by themselves."
        open_work(actor=actor, kind="fax-line-down", title=title, ref=LINE, priority=1, key="fax line")


def note_success(actor: Actor) -> None:
    """The line works; whoever was told it does not is told so. One query if it did before."""
    row = FaxLine.objects.exclude(failures=0).first()
    if row is not None:
        row.failures, row.why, row.try_at = 0, "", None
        row.save()
        finish_work_about(actor=actor, ref=LINE, outcome="works again")
