"""Hand the written files to the clearinghouse."""

from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.revenue.claims.actions.door import clearinghouse
from medoffice.revenue.claims.models import Claim, OutboundFile
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def transmit_files(*, actor: Actor) -> int:
    """Send what was written and not sent, oldest first; returns how many. Each file is an act of its own.

    When the door is shut, what went before stays sent, a person is told once, and the Refusal is raised again so that
    whoever called tries later. A file sent twice is the same file there.
    """
    sent = 0
    waiting = OutboundFile.objects.filter(sent_at=None).order_by("control").values_list("id", flat=True)
    with acts_of_their_own():
        for file_id in waiting:
            try:
                sent += hand_over_file(actor=actor, file_id=file_id)
            except Refusal as refusal:
                say_door_shut(actor=actor, file_id=file_id, why=refusal.words)
                raise
    return sent


@action("claims.work")
def hand_over_file(*, actor: Actor, file_id: UUID) -> bool:
    """Send one written file; False if it was sent meanwhile, or is being sent right now.

    The event names the patients and the file, which names the payer: the account of what was disclosed.
    """
    row = OutboundFile.objects.select_for_update(skip_locked=True).filter(id=file_id, sent_at=None).first()
    if row is None:
        return False
    clearinghouse().send(row.name, files.load(row.sha256))
    row.sent_at = clock.now()
    row.save(update_fields=["sent_at"])
    finish_work_about(actor=actor, ref=Ref("outbound_file", row.id), outcome="handed over", kind="door-shut")
    patients = set(Claim.objects.filter(file=row).values_list("patient_id", flat=True))
    record("outbound_file", row.id, subjects=patients)
    return True


@action("claims.work")
def say_door_shut(*, actor: Actor, file_id: UUID, why: str) -> None:
    """Tell a person that a file waits for the clearinghouse; once while it waits."""
    row = OutboundFile.objects.get(id=file_id)
    open_work(
        actor=actor,
        kind="door-shut",
        title=f"File {row.name} waits for the clearinghouse: {why} It is tried again by itself.",
        ref=Ref("outbound_file", row.id),
        priority=1,
        key=str(row.id),
    )
