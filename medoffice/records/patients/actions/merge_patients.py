"""Make two records of one person one record."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.actions.asking import tell_of_pairs
from medoffice.records.patients.actions.merging import changing, move_rows, prepare
from medoffice.records.patients.actions.name_words import index_name, last_ten_digits, sort_key
from medoffice.records.patients.models import Merge, Patient
from medoffice.records.patients.queries.sides import reader
from medoffice.records.patients.rules.picking import picked, picks_at_first
from medoffice.records.patients.types.card import TOLD
from medoffice.records.patients.types.merging import Picked
from medoffice.security.api import action, can, end_accesses_of, hold_labels, record, require
from medoffice.security.types import Actor


@action("patients.merge")
def merge_patients(
    *, actor: Actor, survivor_id: UUID, merged_id: UUID, seen: int, seen_merged: int, picks: dict[str, str]
) -> UUID:
    """All that names the merged record names the survivor from now on; returns the merge, which can be undone.

    ``seen`` and ``seen_merged`` are the versions of both as they were shown, ``picks`` say per field whose value is
    kept (of what patients say of who they are only those of somebody who may see it). What is against either record for
    anybody (labels, denials) is against the survivor; whoever opened one with a reason, opens anew. Raises Refusal for
    one record with itself, or if one was changed meanwhile; NotFound for what is merged already.
    """
    if survivor_id == merged_id:
        raise Refusal("same-record", "This is one record.", "Choose another.")
    for one in (survivor_id, merged_id):
        require(actor, "patients.merge", one)
    hold_labels(setting=True)
    rows = {
        row.id: row
        for row in Patient.objects.select_for_update().filter(id__in=[survivor_id, merged_id]).order_by("id")
    }
    if len(rows) < 2:
        raise NotFound
    if not all(can(actor, "patients.told", one) for one in rows):
        picks = {field: pick for field, pick in picks.items() if field not in TOLD}
    survivor, merged = rows[survivor_id], rows[merged_id]
    if (survivor.version, merged.version) != (seen, seen_merged):
        raise Refusal("changed-meanwhile", "One of the two was changed meanwhile.", "Look at both again.")
    merge = Merge(survivor=survivor_id, merged=merged_id, merged_at=clock.now(), merged_by=actor.name)
    merge.save(force_insert=True)
    prepare(survivor, merged, changing(merge))
    move_rows(merge)
    _join(merge, survivor, merged, picks)
    end_accesses_of([survivor_id, merged_id])
    tell_of_pairs(actor)
    record("merge", merge.id, subjects=[survivor_id, merged_id], fields=sorted(picks))
    return merge.id


def _join(merge: Merge, survivor: Patient, merged: Patient, picks: Mapping[str, str]) -> None:
    """The survivor gets what was picked, and the names of both find it; the other stands for itself no longer."""
    mine, theirs = (reader(row) for row in (survivor, merged))
    told = picks_at_first(mine, theirs)
    told |= {field: Picked(pick) for field, pick in picks.items() if field in told}
    change = changing(merge)
    values: dict[str, Any] = picked(told, mine, theirs)
    change(survivor, **{**values, "version": survivor.version + 1})
    survivor.phone_digits, survivor.sort_key = (
        last_ten_digits(survivor.phone),
        sort_key(survivor.family, survivor.given),
    )
    survivor.save(update_fields=["phone_digits", "sort_key"])
    change(merged, merged_into_id=survivor.id, version=merged.version + 1)
    for row in (survivor, merged):
        index_name(row)
    merge.save(update_fields=["changed"])
