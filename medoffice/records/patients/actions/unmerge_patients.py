"""Take a merge apart again."""

import json
from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Q

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.actions.asking import remember_different
from medoffice.records.patients.actions.merging import change_back
from medoffice.records.patients.actions.name_words import index_name, last_ten_digits, sort_key
from medoffice.records.patients.models import Merge, Patient
from medoffice.records.patients.offers import unmergings
from medoffice.records.patients.queries.merges import added_since
from medoffice.security.api import action, end_accesses_of, hold_labels, record, require
from medoffice.security.types import Actor


@action("patients.merge")
def unmerge_patients(*, actor: Actor, merge_id: UUID, also: Sequence[str] = ()) -> list[str]:
    """Both records are as they were; returns the fields that were changed since and so are left as they are.

    That they are two people is remembered.

    What came after the merge stays with the survivor, but for ``also`` (keys of ``added_since``) and what hangs on
    something that goes back. Raises NotFound, or Refusal while a later merge stands upon this one.
    """
    merge = Merge.objects.select_for_update().filter(id=merge_id, undone_at=None).first()
    if merge is None:
        raise NotFound
    for one in (merge.survivor, merge.merged):
        require(actor, "patients.merge", one)
    _refuse_under_another(merge)
    hold_labels(setting=True)
    list(Patient.everyone.select_for_update().filter(id__in=[merge.survivor, merge.merged]).order_by("id"))
    going: dict[str, dict[str, list[str]]] = {}
    for row in added_since(merge):
        if row.follows or row.id in also:
            going.setdefault(row.table, {}).setdefault(row.column, []).append(row.key)
    with connection.cursor() as cursor:
        cursor.execute("SELECT return_patient_rows(%s, %s::jsonb)", [merge.id, json.dumps(going)])
    left = change_back(cell for cell in merge.changed if cell[2] != "version")
    merge.undone_at, merge.undone_by = clock.now(), actor.name
    merge.save(update_fields=["undone_at", "undone_by"])
    _apart(merge)
    remember_different(actor, merge.survivor, merge.merged)
    for settle in unmergings.values():
        settle(actor, merge.survivor, merge.merged)
    end_accesses_of([merge.survivor, merge.merged])
    record("merge", merge.id, subjects=[merge.survivor, merge.merged], left=left, also=len(also))
    return left


def _refuse_under_another(merge: Merge) -> None:
    both = [merge.survivor, merge.merged]
    later = Merge.objects.filter(Q(survivor__in=both) | Q(merged__in=both), undone_at=None, id__gt=merge.id)
    if later.exists():
        words = "One of the two was merged again later."
        raise Refusal("merged-again", words, "Take the later merge apart first.")


def _apart(merge: Merge) -> None:
    """Both are found by their own names, and whoever has one open sees that it changed."""
    for row in Patient.everyone.filter(id__in=[merge.survivor, merge.merged]):
        row.phone_digits, row.sort_key = last_ten_digits(row.phone), sort_key(row.family, row.given)
        row.version += 1
        row.save(update_fields=["phone_digits", "sort_key", "version"])
        index_name(row)
