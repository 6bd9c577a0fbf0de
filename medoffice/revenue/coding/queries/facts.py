"""Diagnoses of patients by date, each with what it rests on: for registries, and for whoever codes the next visit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from medoffice.revenue.coding import models
from medoffice.revenue.coding.queries.codings import evidence_of
from medoffice.revenue.coding.types import DiagnosisFact
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def diagnoses_of(actor: Actor, patient_id: UUID) -> list[DiagnosisFact]:
    """What released codes say that a patient had, as far as the actor may know of it, newest first. One query.

    Words of a note that the actor may not read are not in it.
    """
    return list(_facts(actor, Q(patient_id=patient_id)))


def diagnoses_between(
    actor: Actor, first: date, last: date, *, begins: str = "", word: str = "coding.read"
) -> Iterator[DiagnosisFact]:
    """The same of everybody whom the actor may know of under a word, of visits on these days and codes that begin so,

    newest first, without the words of notes that the actor may not read. One query, in pieces.
    """
    return _facts(actor, Q(date__range=(first, last)), begins.upper(), word)


def _facts(actor: Actor, which: Q, begins: str = "", word: str = "coding.read") -> Iterator[DiagnosisFact]:
    released = permitted(actor, word, models.Coding.objects.filter(which, finished_at__isnull=False))
    read = permitted(actor, "chart.read", models.Coding.objects.filter(id=OuterRef("coding_id")))
    rows = models.Diagnosis.objects.filter(coding__in=released, code__startswith=begins).select_related("coding")
    rows = rows.annotate(read=Exists(read))
    for row in rows.order_by("-coding__date", "coding_id", "position").iterator(chunk_size=2000):
        released_at = row.coding.finished_at
        words = evidence_of(row)
        assert released_at is not None  # noqa: S101 - asked for above
        yield DiagnosisFact(
            patient_id=row.coding.patient_id, date=row.coding.date, code=row.code, title=row.title,
            position=row.position, encounter_id=row.coding.encounter_id,
            evidence=words if row.read else replace(words, quote=""), coded_by=row.coded_by, released_at=released_at,
        )  # fmt: skip
