"""Reads of the codes of visits and of the office's services."""

from collections.abc import Collection
from datetime import date
from functools import reduce
from operator import or_
from uuid import UUID

from django.db.models import Q, QuerySet

from medoffice.front_office.outreach.types.recalls import Named, Seen
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import today_here
from medoffice.revenue.coding import models
from medoffice.revenue.coding.types import CodedDiagnosis, CodedEncounter, CodedService, Evidence, OfficeService
from medoffice.security.api import permitted
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import icd10, icd10_replacements
from medoffice.standards.terminology.types import Verdict


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


def coded_of_visits(visits: Collection[UUID]) -> dict[UUID, CodedEncounter]:
    """The codes of these visits, by visit. Three queries."""
    rows = models.Coding.objects.filter(encounter_id__in=visits).prefetch_related("diagnoses", "services")
    return {row.encounter_id: to_coded(row) for row in rows}


def coders_by_name() -> list[str]:
    """Whoever released codes. One query."""
    rows = models.Coding.objects.exclude(finished_at=None).order_by("coder").values_list("coder", flat=True)
    return list(rows.distinct())


def coding_of_service(service_id: UUID) -> CodedEncounter:
    """The codes among which this service line is. Raises NotFound."""
    found = _coded(Q(services__id=service_id))
    if found is None:
        raise NotFound
    return found


def diagnosed_with(beginnings: tuple[str, ...]) -> list[Seen]:
    """Whoever has a code that begins so, or one that stands for it since it ended: when last, and at which visit.

    One query.
    """
    ended = [code for one in beginnings for code in _stand_for(one)]
    which = reduce(or_, (Q(code__startswith=one) for one in (*beginnings, *ended)), Q(pk=None))
    return _last(models.Diagnosis.objects.filter(which))


def diagnoses_named(typed: tuple[str, ...]) -> dict[str, Named]:
    """Of these the beginnings of codes that there are or were, with their titles. No query."""
    found = ((one, icd10(one, today_here())) for one in typed)
    return {one: Named(code.code, _titled(code.title, _stand_for(code.code))) for one, code in found if code}


def had_service(named: tuple[str, ...]) -> list[Seen]:
    """Whoever had one of these services (codes, or the office's keys): when last, and at which visit. One query."""
    return _last(models.CodedService.objects.filter(Q(code__in=named) | Q(key__in=named)))


def services_named(typed: tuple[str, ...]) -> dict[str, Named]:
    """Of these the services by key or code that the office offers, or ever did, with their words. One query."""
    names = [*typed, *(one.upper() for one in typed), *(one.lower() for one in typed)]
    rows = models.OfficeService.objects.filter(Q(code__in=names) | Q(key__in=names)).order_by("valid_from")
    known = {name: Named(name, row.words) for row in rows for name in (row.code, row.key)}
    found = ((one, known.get(one) or known.get(one.upper()) or known.get(one.lower())) for one in typed)
    return {one: service for one, service in found if service}


def _last(rows: QuerySet[models.Diagnosis] | QuerySet[models.CodedService]) -> list[Seen]:
    """Of each patient the last of these that a coder released."""
    released = rows.filter(coding__finished_at__isnull=False)
    last = released.order_by("coding__patient_id", "-coding__date", "id").distinct("coding__patient_id")
    return [Seen(*one) for one in last.values_list("coding__patient_id", "coding__date", "coding__encounter_id")]


def _stand_for(code: str) -> list[str]:
    """The codes elsewhere in the tables that stand for one since it ended; those below it begin as it does."""
    known = icd10(code, today_here())
    if known is None or known.verdict is not Verdict.EXPIRED:
        return []
    return [one.code for one in icd10_replacements(code, today_here(), 400) if not one.code.startswith(code)]


def _titled(title: str, since: list[str]) -> str:
    return f"{title}, now {', '.join(since)}" if since else title


def coding_of_diagnosis(diagnosis_id: UUID) -> CodedEncounter:
    """The codes among which this diagnosis is. Raises NotFound."""
    found = _coded(Q(diagnoses__id=diagnosis_id))
    if found is None:
        raise NotFound
    return found


def coding_in_hand(actor: Actor) -> list[CodedEncounter]:
    """Visits whose coding is begun and not finished, oldest first. Three queries."""
    rows = models.Coding.objects.filter(finished_at=None).prefetch_related("diagnoses", "services")
    return [to_coded(row) for row in permitted(actor, "coding.read", rows).order_by("started_at", "id")]


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
            CodedDiagnosis(found.id, found.position, found.code, found.title, evidence_of(found)) for found in diagnoses
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
                evidence=evidence_of(found),
            )
            for found in lines
        ),
        place=row.place,
    )


def to_service(row: models.OfficeService) -> OfficeService:
    """A row as the noun."""
    return OfficeService(row.key, row.code, row.words, row.kind, row.placeholder, row.valid_from, row.valid_to)


def evidence_of(row: models.Evidenced) -> Evidence:
    """What supports a row's code."""
    ref = Ref(row.evidence_kind, row.evidence_id)
    return Evidence(ref, row.evidence_start, row.evidence_end, row.evidence_quote)
