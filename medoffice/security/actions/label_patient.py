"""Say that a patient is a known person, or works here."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.labelling import said
from medoffice.security.models import Labelling, User
from medoffice.security.types import OF_PATIENT, Actor, Label
from medoffice.security.words import hold_labels, require


@action("labels.patient")
def label_patient(*, actor: Actor, subject: UUID, label: Label, why: str, employee_id: UUID | None = None) -> UUID:
    """Label a patient; with ``employee_id``, the account of the person who is the patient: they never open it as staff.

    Raises Refusal if the label is there, Invalid without a reason or for a label of visits.
    """
    require(actor, "labels.patient", subject)
    if label not in OF_PATIENT or (employee_id is not None and label is not Label.EMPLOYEE):
        raise Invalid("not-of-patients", f"{label.says} is not said of a patient.", "Choose from the list.")
    if employee_id is not None and not User.objects.filter(id=employee_id).exists():
        raise NotFound
    hold_labels(setting=True)
    if Labelling.objects.filter(subject=subject, label=label, employee_id=employee_id, ended_at=None).exists():
        raise Refusal("labelled-already", f"This is noted already: {label.says}.")
    row = Labelling.objects.create(
        id=new_id(),
        label=label,
        subject=subject,
        employee_id=employee_id,
        why=said(why),
        set_by=actor.name,
        set_at=clock.now(),
    )
    record("label", row.id, subjects=[subject], label=label.value)
    return row.id
