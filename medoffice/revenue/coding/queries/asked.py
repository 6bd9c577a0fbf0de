"""Reads of the questions that coders asked of providers."""

from collections.abc import Collection
from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.revenue.coding import models
from medoffice.revenue.coding.types import Evidence, ProviderQuery, QueryState


def queries_of(coding_id: UUID) -> list[ProviderQuery]:
    """The questions of a visit's codes, as they were asked. One query."""
    rows = models.ProviderQuery.objects.filter(coding_id=coding_id).select_related("coding")
    return [to_query(row) for row in rows.order_by("asked_at", "id")]


def provider_query(query_id: UUID) -> ProviderQuery:
    """A question. Raises NotFound. One query."""
    row = models.ProviderQuery.objects.filter(id=query_id).select_related("coding").first()
    if row is None:
        raise NotFound
    return to_query(row)


def asked_of(coding_ids: Collection[UUID]) -> dict[UUID, ProviderQuery]:
    """Of these codings those that wait for an answer, with the question that is due first. One query."""
    rows = models.ProviderQuery.objects.filter(coding_id__in=coding_ids, state=QueryState.OPEN)
    found = rows.select_related("coding").order_by("-due_at", "-id")
    return {row.coding_id: to_query(row) for row in found}


def answer_evidence(query_id: UUID) -> Evidence:
    """An answer as what supports a code. Raises NotFound for a question that is not answered. One query."""
    found = provider_query(query_id)
    if found.state is not QueryState.ANSWERED:
        raise NotFound
    return Evidence(Ref("answer", found.id), 0, len(found.answer), found.answer)


def to_query(row: models.ProviderQuery) -> ProviderQuery:
    """A row as the noun."""
    return ProviderQuery(
        id=row.id,
        coding_id=row.coding_id,
        encounter_id=row.coding.encounter_id,
        patient_id=row.coding.patient_id,
        template=row.template,
        question=row.question,
        start=row.start,
        end=row.end,
        quote=row.quote,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        due_at=row.due_at,
        state=QueryState(row.state),
        answer=row.answer,
        closed_by=row.closed_by,
        closed_at=row.closed_at,
    )
