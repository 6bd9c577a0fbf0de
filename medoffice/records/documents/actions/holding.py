"""Legal hold: nothing of a chart, or of one document, is removed or destroyed until it ends."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.records.documents import models
from medoffice.records.documents.actions.writing import note, require_for, row_of, told
from medoffice.records.documents.queries.holds import holds_of
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("documents.hold")
def hold_chart(*, actor: Actor, patient_id: UUID, why: str, until: date | None = None) -> UUID:
    """Hold all documents of a patient, those that are still to come as well. Raises as ``hold_document``."""
    require(actor, "documents.hold", patient_id)
    if holds_of(patient_id):
        raise Refusal("held-already", "This chart is under legal hold already.", "End that hold first.")
    return _write(actor, patient_id, None, why, until)


@action("documents.hold")
def hold_document(*, actor: Actor, document_id: UUID, why: str, until: date | None = None) -> UUID:
    """Hold one filed document. Raises Invalid without a reason or with a last day that is past, Refusal if held."""
    row = row_of(document_id)
    require_for(actor, row, "documents.hold")
    if row.patient_id is None:
        raise Refusal("not-filed", f"This is {row.state}.", "File it first.")
    if any(one.document_id for one in holds_of(row.patient_id, row.id)):
        raise Refusal("held-already", "This document is under legal hold already.", "End that hold first.")
    made = _write(actor, row.patient_id, row.id, why, until)
    note(actor, row, "put under legal hold", before=told(row))
    return made


@action("documents.hold")
def end_hold(*, actor: Actor, hold_id: UUID, why: str) -> None:
    """End a hold, which stays on record. Raises NotFound if none is in force, Invalid without a reason."""
    row = models.Hold.objects.select_for_update().filter(id=hold_id, ended_at=None).first()
    if row is None:
        raise NotFound
    require(actor, "documents.hold", row.patient_id)
    row.ended_at, row.ended_by, row.ended_why = clock.now(), actor.name, _said(why)
    row.save(update_fields=["ended_at", "ended_by", "ended_why"])
    if row.document_id:
        held = row_of(row.document_id)
        note(actor, held, "legal hold ended", before=told(held))
    record("legal hold", row.id, subjects=[row.patient_id])


def refuse_held(row: models.Document) -> None:
    """Raise Refusal if the document, or the chart it is on, is under legal hold."""
    if row.patient_id is not None and holds_of(row.patient_id, row.id):
        raise Refusal(
            "legal-hold", "This is under legal hold: it stays where and as it is.", "Ask who set the hold; it says why."
        )


def _write(actor: Actor, patient_id: UUID, document_id: UUID | None, why: str, until: date | None) -> UUID:
    if until is not None and until < today_here():
        raise Invalid("not-acceptable", "This day is past.", "", {"fields": {"until": ["This day is past."]}})
    row = models.Hold.objects.create(
        patient_id=patient_id,
        document_id=document_id,
        why=_said(why),
        until=until,
        set_at=clock.now(),
        set_by=actor.name,
    )
    record("legal hold", row.id, subjects=[patient_id], whole=document_id is None)
    return row.id


def _said(why: str) -> str:
    text = why.strip()
    if not text or len(text) > 200:
        words = "Say why." if not text else "Say it in 200 letters."
        raise Invalid("no-reason", words, "", {"fields": {"why": [words]}})
    return text
