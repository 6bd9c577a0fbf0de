"""The lines to the payers: left alone while they are dead, a person told once, everything mended by itself."""

from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, refs_waiting
from medoffice.records.coverage.models import Line
from medoffice.records.coverage.rules.line import shut_until
from medoffice.security.types import Actor

WORK = "eligibility-line"
FARTHEST = timedelta(hours=2)  # a wait longer than any there is was begun before the clock went back


def line_is_shut(payer_id: UUID) -> bool:
    """Whether a payer is left alone now. One query."""
    now = clock.now()
    return Line.objects.filter(payer_id=payer_id, shut_until__gt=now, shut_until__lt=now + FARTHEST).exists()


def line_failed(actor: Actor, payer_id: UUID, why: str) -> None:
    """Count a failure; from the second on the payer is left alone for a while, and somebody is told, once."""
    row, _ = Line.objects.select_for_update().get_or_create(payer_id=payer_id)
    row.failures += 1
    row.shut_until = shut_until(row.failures, clock.now())
    row.save(update_fields=["failures", "shut_until"])
    if row.shut_until is not None:
        title = f"Eligibility questions do not reach the payers: {why} They are asked again by themselves."
        open_work(actor=actor, kind=WORK, title=title, ref=Ref("payer", payer_id), key=WORK)


def line_works(actor: Actor, payer_id: UUID) -> None:
    """A payer answered: its line is open again; what was told about dead lines is done when none is left."""
    if not Line.objects.filter(payer_id=payer_id, failures__gt=0).update(failures=0, shut_until=None):
        return
    if not Line.objects.filter(shut_until__isnull=False).exists():
        for _, told_of in refs_waiting(WORK):
            finish_work_about(actor=actor, ref=Ref("payer", told_of), outcome="the payers answer again", kind=WORK)
