"""Make a visit, or the note of one, confidential; or keep it from the health plan."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.labelling import said, tell
from medoffice.security.models import Labelling
from medoffice.security.types import OF_VISIT, Actor, Label
from medoffice.security.words import hold_labels, require


@action("labels.visit")
def label_visit(
    *, actor: Actor, subject: UUID, things: list[UUID], label: Label, why: str, written_by: UUID | None = None
) -> UUID:
    """Label all that a visit is told by (``things``: its call, appointment, encounter) and all it leads to.

    A psychotherapy note needs its author's account. Raises Refusal if the label is there, Invalid without a reason or
    for a label of patients.
    """
    require(actor, "labels.visit", subject)
    if label not in OF_VISIT or not things or (label is Label.PSYCHOTHERAPY) is (written_by is None):
        raise Invalid("not-of-visits", f"{label.says} is not said of this.", "Choose from the list.")
    hold_labels(setting=True)
    if Labelling.objects.filter(subject=subject, label=label, things__overlap=things, ended_at=None).exists():
        raise Refusal("labelled-already", f"This is noted already: {label.says}.")
    row = Labelling.objects.create(
        id=new_id(),
        label=label,
        subject=subject,
        things=things,
        written_by_id=written_by,
        why=said(why),
        set_by=actor.name,
        set_at=clock.now(),
    )
    tell(subject, label, things)
    record("label", row.id, subjects=[subject], label=label.value)
    return row.id
