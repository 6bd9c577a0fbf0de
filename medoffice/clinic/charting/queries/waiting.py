"""Of which lists something came in from elsewhere that waits to be looked at."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.types import ListKind


def lists_waiting(patients: list[UUID], kinds: list[ListKind], at: datetime | None) -> Mapping[UUID, set[ListKind]]:
    """Of which lists something came in that waits to be looked at, whoever may know what; with a time, then.

    One query.
    """
    rows = IncomingEntry.objects.filter(patient_id__in=patients, kind__in=kinds)
    rows = rows.filter(Q(decided_at=None) | Q(decided_at__gt=at), at__lte=at) if at else rows.filter(decided_at=None)
    found: dict[UUID, set[ListKind]] = defaultdict(set)
    for who, kind in rows.values_list("patient_id", "kind"):
        found[who].add(ListKind(kind))
    return found
