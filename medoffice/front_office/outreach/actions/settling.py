"""How two records that become one are reached: nobody is told more than either of them wants to hear."""

from uuid import UUID

from medoffice.front_office.outreach.models import Preference
from medoffice.front_office.outreach.types.messages import Detail
from medoffice.records.patients.types.merging import Change

_LEAST_FIRST = (Detail.BARE, Detail.USUAL, Detail.FULL)


def settle_preferences(survivor: UUID, merged: UUID, change: Change) -> None:
    """Where both have said how they want to be reached, the survivor's way stays, with the lesser detail of the two."""
    rows = {row.patient_id: row for row in Preference.objects.filter(patient_id__in=[survivor, merged])}
    if len(rows) == 2:
        detail = min((Detail(row.detail) for row in rows.values()), key=_LEAST_FIRST.index)
        change(rows[survivor], detail=detail.value)
