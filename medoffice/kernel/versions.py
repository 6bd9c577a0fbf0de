"""Record versions: two people edit one record and nobody's typing is lost.

``save_changes`` writes only if the record still has the version the person saw. Otherwise it raises Conflict with what
is stored now (theirs), what was typed (mine), who changed it and when, so that a screen can offer both per field.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.core.exceptions import ValidationError

from medoffice.kernel import clock
from medoffice.kernel.models import Versioned
from medoffice.kernel.refusals import Conflict, Invalid

Record = TypeVar("Record", bound=Versioned)


def save_changes(record: Record, changes: Mapping[str, Any], *, seen_version: int, by: str) -> tuple[Record, list[str]]:
    """Save ``changes`` (field -> value) to a record; returns the fresh record and the names of fields that changed.

    Locks the row. Raises Conflict if somebody else saved after ``seen_version`` and touched a field differently from
    what is typed here; changes to other fields do not collide. Raises Invalid with words per field.
    """
    fresh = type(record)._default_manager.select_for_update().get(pk=record.pk)
    changed = [field for field, value in changes.items() if getattr(fresh, field) != value]
    if not changed:
        return fresh, []
    if fresh.version != seen_version:
        raise Conflict(
            "changed-meanwhile",
            f"{fresh.changed_by or 'Somebody'} changed this record while you were typing.",
            "Keep your value or theirs for each field, then save again.",
            {
                "mine": {field: changes[field] for field in changed},
                "theirs": {field: getattr(fresh, field) for field in changed},
                "changed_by": fresh.changed_by,
                "changed_at": fresh.changed_at,
                "version": fresh.version,
            },
        )
    for field in changed:
        setattr(fresh, field, changes[field])
    fresh.version, fresh.changed_by, fresh.changed_at = fresh.version + 1, by, clock.now()
    try:
        fresh.full_clean()
    except ValidationError as error:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": error.message_dict}) from error
    fresh.save()
    return fresh, changed
