"""Reads of what the office made of suggestions."""

from collections import Counter
from collections.abc import Collection
from uuid import UUID

from django.db.models import Count

from medoffice.revenue.coding import models
from medoffice.revenue.coding.rules.learning import REASONS, Learned
from medoffice.revenue.coding.types import TurnedDown


def learned(codes: Collection[str]) -> dict[str, Learned]:
    """How often the office gave these codes, and turned their suggestions down. Two queries."""
    given, rejected = (
        Counter(dict(model.objects.filter(code__in=codes).values_list("code").annotate(Count("id"))))
        for model in (models.Diagnosis, models.RejectedSuggestion)
    )
    return {code: Learned(given[code], rejected[code]) for code in codes if given[code] or rejected[code]}


def turned_down(coding_id: UUID) -> list[TurnedDown]:
    """What was turned down at a visit, with the reason in words. One query."""
    rows = models.RejectedSuggestion.objects.filter(coding_id=coding_id).order_by("id")
    return [
        TurnedDown(row.id, row.code, row.title, REASONS[row.reason], row.quote, row.rejected_by, row.rejected_at)
        for row in rows
    ]
