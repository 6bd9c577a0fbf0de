"""Reads of audits, their visits and what was judged."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from medoffice.kernel.refusals import NotFound
from medoffice.revenue.billing.api import fees
from medoffice.revenue.code_audits import models
from medoffice.revenue.code_audits.rules.outcome import outcome
from medoffice.revenue.code_audits.types import Audit, Audited, Judged, Kind, Outcome, Sampling, Verdict
from medoffice.revenue.coding.api import coded_of_visits
from medoffice.revenue.coding.types import CodedEncounter
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def audits() -> list[Audit]:
    """Every audit, the latest first. One query."""
    return [_audit(row) for row in _counted().order_by("-drawn_at", "-number")]


def audit(audit_id: UUID) -> Audit:
    """One audit. Raises NotFound. One query."""
    row = _counted().filter(id=audit_id).first()
    if row is None:
        raise NotFound
    return _audit(row)


def is_auditor(actor: Actor, audit_id: UUID) -> bool:
    """Whether somebody drew this audit. One query."""
    return models.CodeAudit.objects.filter(id=audit_id, auditor_user_id=actor.id).exists()


def audited(audited_id: UUID) -> Audited:
    """A visit of an audit with what was judged. Raises NotFound. Two queries."""
    row = models.AuditedChart.objects.prefetch_related("judgements").filter(id=audited_id).first()
    if row is None:
        raise NotFound
    return _audited(row)


def charts_of_audit(actor: Actor, audit_id: UUID) -> list[Audited]:
    """The visits of an audit of which the actor may know, as drawn. Two queries, and those of the labels."""
    rows = models.AuditedChart.objects.filter(audit_id=audit_id).prefetch_related("judgements").order_by("place")
    return [_audited(row) for row in permitted(actor, "code_audits.read", rows)]


def charts_of_coder(actor: Actor, since: datetime | None = None) -> list[Audited]:
    """The visits whose codes the actor gave and another judged from an instant on, or ever; the latest first.

    Two queries, and those of the labels.
    """
    rows = models.AuditedChart.objects.filter(coding__coder=actor.name, finished_at__isnull=False)
    rows = rows.filter(finished_at__gte=since) if since else rows
    rows = rows.prefetch_related("judgements").order_by("-finished_at", "-id")
    return [_audited(row) for row in permitted(actor, "code_audits.read", rows)]


def codes_of(charts: Iterable[Audited]) -> dict[UUID, CodedEncounter]:
    """The codes of these visits, by their own id. Three queries."""
    every = coded_of_visits([one.encounter_id for one in charts])
    return {one.id: one for one in every.values()}


def outcome_of(charts: list[Audited], codes: dict[UUID, CodedEncounter]) -> Outcome:
    """What they come to. One query for each day of service among the finished."""
    days = {codes[one.coding_id].date for one in charts if one.finished_at is not None}
    return outcome([(one, codes[one.coding_id]) for one in charts], {day: dict(fees(day)) for day in days})


def _counted() -> QuerySet[models.CodeAudit]:
    return models.CodeAudit.objects.annotate(
        drawn_count=Count("charts"), finished_count=Count("charts", filter=Q(charts__finished_at__isnull=False))
    )


def _audit(row: models.CodeAudit) -> Audit:
    said = Sampling(row.first, row.last, row.size, row.seed, row.coder, row.provider_id, row.code, row.level)
    return Audit(
        id=row.id,
        number=row.number,
        said=said,
        population=row.population,
        auditor=row.auditor,
        drawn_at=row.drawn_at,
        closed_at=row.closed_at,
        finished=getattr(row, "finished_count", 0),
        drawn=getattr(row, "drawn_count", 0),
    )


def _audited(row: models.AuditedChart) -> Audited:
    told = sorted(row.judgements.all(), key=lambda one: one.id)
    return Audited(
        id=row.id,
        audit_id=row.audit_id,
        place=row.place,
        coding_id=row.coding_id,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        own_level=row.own_level,
        finished_at=row.finished_at,
        judged=tuple(to_judged(one) for one in told),
    )


def to_judged(row: models.CodeJudgement) -> Judged:
    """A row as the noun."""
    return Judged(
        id=row.id,
        code_id=row.code_id,
        kind=Kind(row.kind),
        code=row.code,
        verdict=Verdict(row.verdict),
        reason=row.reason,
        instead=row.instead,
        units=row.units,
        quote=row.quote,
    )
