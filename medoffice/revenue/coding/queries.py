"""Reads of coding."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q

from medoffice.front_office.outreach.types.recalls import Seen
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.coding import models
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence, OfficeService
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def services(on: date) -> list[OfficeService]:
    """The office's services on a date, by kind and words. One query."""
    rows = models.OfficeService.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)
    return [to_service(row) for row in rows.order_by("kind", "words")]


def service(key: str, on: date) -> OfficeService:
    """A service of the office on a date. Raises Refusal if it offers none by that key."""
    rows = models.OfficeService.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), key=key, valid_from__lte=on)
    row = rows.order_by("-valid_from").first()
    if row is None:
        raise Refusal("no-such-service", f"The office has no service {key} on {on:%m/%d/%Y}.", "Define it first.")
    return to_service(row)


def coding(coding_id: UUID) -> CodedEncounter:
    """The codes of a visit by their own id. Raises NotFound. Three queries."""
    found = _coded(Q(id=coding_id))
    if found is None:
        raise NotFound
    return found


def coded(encounter_id: UUID) -> CodedEncounter | None:
    """The codes of a visit. Three queries."""
    return _coded(Q(encounter_id=encounter_id))


def coding_of_service(service_id: UUID) -> CodedEncounter:
    """The codes among which this service line is. Raises NotFound."""
    found = _coded(Q(services__id=service_id))
    if found is None:
        raise NotFound
    return found


def diagnosed_with(beginnings: Iterable[str]) -> list[Seen]:
    """Whoever has a code that begins so, when and at which visit. One query, over all codes."""
    which = reduce(or_, (Q(code__startswith=one) for one in beginnings), Q(pk=None))
    rows = models.Diagnosis.objects.filter(which, coding__finished_at__isnull=False)
    return [Seen(*one) for one in rows.values_list("coding__patient_id", "coding__date", "coding__encounter_id")]


def had_service(named: Iterable[str]) -> list[Seen]:
    """Whoever had one of these services (codes, or the office's keys), when and at which visit. One query."""
    names = list(named)
    rows = models.CodedService.objects.filter(Q(code__in=names) | Q(key__in=names), coding__finished_at__isnull=False)
    return [Seen(*one) for one in rows.values_list("coding__patient_id", "coding__date", "coding__encounter_id")]


def coding_of_diagnosis(diagnosis_id: UUID) -> CodedEncounter:
    """The codes among which this diagnosis is. Raises NotFound."""
    found = _coded(Q(diagnoses__id=diagnosis_id))
    if found is None:
        raise NotFound
    return found


def coding_in_hand(actor: Actor) -> list[CodedEncounter]:
    """Visits whose coding is begun and not finished, oldest first. Three queries."""
    rows = models.Coding.objects.filter(finished_at=None).prefetch_related("diagnoses", "services")
    return [to_coded(row) for row in permitted(actor, "coding.read", rows).order_by("started_at")]


def _coded(which: Q) -> CodedEncounter | None:
    row = models.Coding.objects.prefetch_related("diagnoses", "services").filter(which).first()
    return to_coded(row) if row else None


def to_coded(row: models.Coding) -> CodedEncounter:
    """A row with its codes as the noun, in order."""
    diagnoses = sorted(row.diagnoses.all(), key=lambda found: found.position)
    lines = sorted(row.services.all(), key=lambda found: found.line)
    return CodedEncounter(
        id=row.id,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        date=row.date,
        coder=row.coder,
        finished=row.finished_at is not None,
        diagnoses=tuple(
            CodedDiagnosis(found.id, found.position, found.code, found.title, _evidence(found)) for found in diagnoses
        ),
        services=tuple(
            CodedService(
                id=found.id,
                line=found.line,
                key=found.key,
                code=found.code,
                words=found.words,
                modifiers=tuple(found.modifiers),
                units=found.units,
                pointers=tuple(found.pointers),
                evidence=_evidence(found),
            )
            for found in lines
        ),
    )


def to_service(row: models.OfficeService) -> OfficeService:
    """A row as the noun."""
    return OfficeService(row.key, row.code, row.words, row.kind, row.placeholder, row.valid_from, row.valid_to)


def _evidence(row: models.Evidenced) -> Evidence:
    ref = Ref(row.evidence_kind, row.evidence_id)
    return Evidence(ref, row.evidence_start, row.evidence_end, row.evidence_quote)
