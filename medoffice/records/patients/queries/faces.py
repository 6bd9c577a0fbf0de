"""As whom somebody is known outside of the office: as they are, and as each record that was merged into theirs."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q

from medoffice.records.patients.models import Patient as Row
from medoffice.records.patients.queries.people import to_patient
from medoffice.records.patients.types.people import Patient


def faces_of(ids: Iterable[UUID]) -> dict[UUID, list[Patient]]:
    """Of each who stands for themselves, how they are known; first as they are. One query, none for none."""
    wanted = set(ids)
    found: dict[UUID, list[Patient]] = defaultdict(list)
    rows = Row.everyone.filter(Q(id__in=wanted, merged_into=None) | Q(merged_into__in=wanted)) if wanted else []
    for row in sorted(rows, key=lambda one: (one.merged_into_id is not None, one.id)):
        found[row.merged_into_id or row.id].append(to_patient(row))
    return dict(found)
