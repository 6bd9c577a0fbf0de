"""Diagnoses of patients by date, each with what it rests on: for registries, and for whoever codes the next visit."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.db.models import Q

from medoffice.revenue.coding import models
from medoffice.revenue.coding.queries.codings import evidence_of
from medoffice.revenue.coding.types import DiagnosisFact
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def diagnoses_of(actor: Actor, patient_id: UUID) -> list[DiagnosisFact]:
    """What released codes say that a patient had, as far as the actor may know of it, newest first. One query."""
    return list(_facts(actor, Q(patient_id=patient_id)))


def diagnoses_between(
    actor: Actor, first: date, last: date, *, begins: str = "", word: str = "coding.read"
) -> Iterator[DiagnosisFact]:
    """The same of everybody whom the actor may know of under a word, of visits on these days and codes that begin so,

    newest first. One query, in pieces.
    """
    return _facts(actor, Q(date__range=(first, last)), begins.upper(), word)


def _facts(actor: Actor, which: Q, begins: str = "", word: str = "coding.read") -> Iterator[DiagnosisFact]:
    released = permitted(actor, word, models.Coding.objects.filter(which, finished_at__isnull=False))
    rows = models.Diagnosis.objects.filter(coding__in=released, code__startswith=begins).select_related("coding")
    for row in rows.order_by("-coding__date", "coding_id", "position").iterator(chunk_size=2000):
        released_at = row.coding.finished_at
        assert released_at is not None  # noqa: S101 - asked for above
        yield DiagnosisFact(
            patient_id=row.coding.patient_id, date=row.coding.date, code=row.code, title=row.title,
            position=row.position, encounter_id=row.coding.encounter_id, evidence=evidence_of(row),
            coded_by=row.coded_by, released_at=released_at,
        )  # fmt: skip
