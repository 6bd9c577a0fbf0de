"""Reads of legal holds."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.practice.api import today_here
from medoffice.records.documents import models
from medoffice.records.documents.types.keeping import Hold
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def holds_of(patient_id: UUID, document_id: UUID | None = None) -> list[Hold]:
    """The holds in force on a chart as a whole, and on this document of it. One query."""
    whole = Q(document_id=None) | Q(document_id=document_id) if document_id else Q(document_id=None)
    return [_to_hold(row) for row in _in_force(today_here()).filter(whole, patient_id=patient_id)]


def holds_to_see(actor: Actor) -> list[Hold]:
    """Every hold in force that the actor may know of, the oldest first. One query."""
    return [_to_hold(row) for row in permitted(actor, "documents.hold", _in_force(today_here()), visit="")]


def held(patients: Iterable[UUID]) -> set[tuple[UUID, UUID | None]]:
    """What of these patients is held: a patient and a document, or None for the whole chart. One query."""
    rows = _in_force(today_here()).filter(patient_id__in=list(patients))
    return set(rows.values_list("patient_id", "document_id"))


def _in_force(today: date) -> QuerySet[models.Hold]:
    rows = models.Hold.objects.filter(Q(until=None) | Q(until__gte=today), ended_at=None)
    return rows.order_by("set_at", "id")


def _to_hold(row: models.Hold) -> Hold:
    return Hold(row.id, row.patient_id, row.document_id, row.why, row.until, row.set_at, row.set_by)
