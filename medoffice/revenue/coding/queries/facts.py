"""Diagnoses of patients by date, each with what it rests on: for registries, and for whoever codes the next visit."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import ExtractYear

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


def diagnoses_among(
    actor: Actor, first: date, last: date, *, patients: Collection[UUID], codes: Collection[str], word: str
) -> Iterator[DiagnosisFact]:
    """The same of these patients and codes only. One query, in pieces."""
    which = Q(date__range=(first, last), patient_id__in=patients)
    return _facts(actor, which, word=word, codes=codes)


def codes_released(first: date, last: date) -> set[str]:
    """Every code that was released for visits of these days, of whomever. One query."""
    rows = models.Diagnosis.objects.filter(coding__finished_at__isnull=False, coding__date__range=(first, last))
    return set(rows.values_list("code", flat=True).distinct())


def yearly_codes(
    actor: Actor, first: date, last: date, *, codes: Collection[str], word: str, patient_id: UUID | None = None
) -> list[tuple[UUID, str, date]]:
    """Who had which of these codes in which calendar year, by the last visit of each, as far as the actor may know

    of it under a word; of one patient, or of all. One query.
    """
    which = models.Coding.objects.filter(date__range=(first, last), finished_at__isnull=False)
    which = which.filter(patient_id=patient_id) if patient_id else which
    rows = models.Diagnosis.objects.filter(coding__in=permitted(actor, word, which), code__in=codes)
    grouped = rows.annotate(year=ExtractYear("coding__date")).values_list("coding__patient_id", "code", "year")
    return [(who, code, day) for who, code, _, day in grouped.annotate(last=Max("coding__date")).order_by()]


def _facts(
    actor: Actor, which: Q, begins: str = "", word: str = "coding.read", codes: Collection[str] | None = None
) -> Iterator[DiagnosisFact]:
    released = permitted(actor, word, models.Coding.objects.filter(which, finished_at__isnull=False))
    read = permitted(actor, "chart.read", models.Coding.objects.filter(id=OuterRef("coding_id")))
    rows = models.Diagnosis.objects.filter(coding__in=released, code__startswith=begins).select_related("coding")
    rows = rows.annotate(read=Exists(read))
    rows = rows if codes is None else rows.filter(code__in=codes)
    for row in rows.order_by("-coding__date", "coding_id", "position").iterator(chunk_size=2000):
        released_at = row.coding.finished_at
        words = evidence_of(row)
        assert released_at is not None  # noqa: S101 - asked for above
        yield DiagnosisFact(
            patient_id=row.coding.patient_id, date=row.coding.date, code=row.code, title=row.title,
            position=row.position, encounter_id=row.coding.encounter_id,
            evidence=words if row.read else replace(words, quote=""), coded_by=row.coded_by, released_at=released_at,
        )  # fmt: skip
