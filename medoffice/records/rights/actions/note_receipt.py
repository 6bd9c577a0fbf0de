"""Note that a patient was given the notice of privacy practices, and what came of asking them to sign for it."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import today_here
from medoffice.records.rights.models import NoticeReceipt
from medoffice.records.rights.queries.notices import notice_in_force
from medoffice.records.rights.types import Receipt
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("rights.note")
def note_receipt(*, actor: Actor, patient_id: UUID, outcome: Receipt, signed_by: str = "", why: str = "") -> UUID:
    """The notice in force, today. Who signed is named; without a signature what was tried and why it failed is.

    45 CFR 164.520(c)(2), which the data names unverified. Raises Invalid without who or why, Refusal if the office has
    published no notice, NotFound for a patient the actor may not see.
    """
    require(actor, "rights.note", patient_id)
    notice = notice_in_force(today_here())
    if notice is None:
        raise Refusal("no-notice", "The office has no notice of privacy practices.", "Ask the privacy officer for it.")
    who, reason = " ".join(signed_by.split()), " ".join(why.split())
    signed = outcome is Receipt.SIGNED
    if signed and not who:
        raise Invalid("who-signed", "Say who signed.", "", {"fields": {"signed_by": ["This is needed."]}})
    if not signed and not reason:
        raise Invalid("why-unsigned", "Say why it is not signed.", "", {"fields": {"why": ["This is needed."]}})
    row = NoticeReceipt.objects.create(
        patient_id=patient_id,
        notice_id=notice.id,
        outcome=outcome,
        signed_by=who[:120] if signed else "",
        why=reason[:300],
        on=today_here(),
        noted_by=actor.name,
        noted_at=clock.now(),
    )
    record("notice receipt", row.id, subjects=[patient_id], outcome=outcome.value)
    return row.id
