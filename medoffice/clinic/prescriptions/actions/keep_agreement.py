"""Keep an agreement about controlled medicines, and end one."""

from datetime import date
from uuid import UUID

from medoffice.clinic.prescriptions.models import ControlledAgreement
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, NotFound, Refusal
from medoffice.practice.api import providers, today_here
from medoffice.records.documents.api import document
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def keep_agreement(
    *,
    actor: Actor,
    patient_id: UUID,
    prescriber_id: UUID,
    signed_on: date,
    until: date,
    document_id: UUID | None = None,
) -> UUID:
    """What was signed, with whom, for which days; ``document_id`` is its paper in the chart.

    Raises NotFound, Invalid by field for days that cannot be, or a paper of somebody else.
    """
    require(actor, "prescriptions.prepare", patient(patient_id).id)
    if prescriber_id not in {one.id for one in providers()}:
        raise NotFound
    wrong = {}
    if signed_on > today_here():
        wrong["signed_on"] = ["It is not signed yet on that day."]
    if until < signed_on:
        wrong["until"] = ["It ends before it was signed."]
    if document_id and document(actor, document_id, "documents.read").patient_id != patient_id:
        wrong["document"] = ["That paper is of somebody else."]
    if wrong:
        raise Invalid("agreement-unfit", "Some fields need another look.", "", {"fields": wrong})
    made = ControlledAgreement.objects.create(
        patient_id=patient_id, prescriber_id=prescriber_id, document_id=document_id, signed_on=signed_on, until=until,
        noted_by=actor.name, changed_by=actor.name, changed_at=clock.now(),
    )  # fmt: skip
    record("controlled-agreement", made.id, subjects=[patient_id])
    return made.id


@action("prescriptions.end")
def end_agreement(*, actor: Actor, agreement_id: UUID, why: str, seen_version: int) -> None:
    """It holds no more from today on; it stays to be read.

    Raises NotFound, Invalid without a reason, Conflict, Refusal for what was ended.
    """
    row = ControlledAgreement.objects.select_for_update().filter(id=agreement_id).first()
    if row is None:
        raise NotFound
    require(actor, "prescriptions.end", row.patient_id)
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then end it.")
    if row.ended_on:
        raise Refusal("ended-already", f"It was ended on {row.ended_on:%m/%d/%Y}.", "")
    if not why.strip():
        raise Invalid("why-missing", "Say why it is ended.", "", {"fields": {"why": ["Say why it is ended."]}})
    row.ended_on, row.ended_why = today_here(), why.strip()[:200]
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()
    record("controlled-agreement", row.id, subjects=[row.patient_id])
