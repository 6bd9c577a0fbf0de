"""Reads of the supervisor's board: of whom a signature is to be asked again."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.board import REMINDED_AFTER
from medoffice.clinic.dictation.types.dictations import State
from medoffice.kernel import clock


def to_remind() -> QuerySet[models.Dictation]:
    """What waits for its author longer than they were reminded of."""
    now = clock.now()
    due = Q(pk=None)
    for level, hours in enumerate(REMINDED_AFTER):
        due |= Q(reminded=level, ready_at__lte=now - timedelta(hours=hours))
    return models.Dictation.objects.filter(due, state=State.TO_SIGN).order_by("id")


def somebody_to_remind() -> bool:
    """Whether an author is to be reminded. One query."""
    return to_remind().exists()
