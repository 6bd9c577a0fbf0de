"""End a label; it stays on record."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.labelling import in_force, said, tell
from medoffice.security.types import Actor, Label
from medoffice.security.words import hold_labels, require


@action("labels.end")
def end_label(*, actor: Actor, label_id: UUID, why: str) -> None:
    """End a label. Raises NotFound if none is in force, Refusal if it is about the actor, Invalid without a reason."""
    hold_labels(setting=True)
    row = in_force(label_id)
    if row.employee_id == actor.id:
        raise Refusal("own-label", "You cannot end what keeps you from your own record.", "Ask another person.")
    require(actor, "labels.end", row.subject)
    row.ended_at, row.ended_by, row.ended_why = clock.now(), actor.name, said(why)
    row.save(update_fields=["ended_at", "ended_by", "ended_why"])
    tell(row.subject, Label(row.label), row.things)
    record("label", row.id, subjects=[row.subject], label=row.label, ended_by=actor.name)
