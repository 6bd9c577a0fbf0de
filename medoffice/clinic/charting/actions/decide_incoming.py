"""Decide about an entry that came in from outside."""

from uuid import UUID

from medoffice.clinic.charting.actions.change_entry import change_entry
from medoffice.clinic.charting.actions.enter_on_list import enter_on_list
from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.queries.chart import history_of, waiting_row
from medoffice.clinic.charting.rules.matching import merged
from medoffice.clinic.charting.types import Decision
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("lists.change")
def decide_incoming(
    *, actor: Actor, incoming_id: UUID, decision: Decision, entry_id: UUID | None = None, seen_version: int = 0
) -> UUID | None:
    """Accept it as a new entry, merge it into ours (``entry_id`` as it was seen), or ignore it; returns the entry.

    What ours says stays in a merge, and what only theirs says is filled in. With the last decision the work is done.
    Raises NotFound, Conflict if ours was changed meanwhile, Refusal if it is decided or of another list.
    """
    row = IncomingEntry.objects.select_for_update().filter(id=incoming_id).first()
    if row is None:
        raise NotFound
    came = waiting_row(row)
    require(actor, "lists.change", row.patient_id, row.encounter_id or came.cause.about)
    if came.decision is not Decision.OPEN:
        raise Refusal("decided", f"{came.decided_by} decided this already.", "Look at the list.")
    if decision is Decision.ACCEPTED:
        entry_id = enter_on_list(
            actor=actor, patient_id=row.patient_id, kind=came.kind, told=came.told, cause=came.cause
        )
    elif decision is Decision.MERGED:
        if entry_id is None:
            raise NotFound
        ours, _ = history_of(actor, entry_id)
        if (ours.patient_id, ours.kind) != (came.patient_id, came.kind):
            raise Refusal("another-list", "These two are not of one list.", "Accept it as a new entry, or ignore it.")
        told = merged(ours.told, came.told)
        change_entry(actor=actor, entry_id=entry_id, told=told, seen_version=seen_version, cause=came.cause)
    elif decision is Decision.IGNORED:
        entry_id = None
    else:
        raise Refusal("no-decision", "That is no decision.", "Accept, merge or ignore it.")
    row.decision, row.decided_at, row.decided_by, row.entry_id = decision.value, clock.now(), actor.name, entry_id
    row.save(update_fields=["decision", "decided_at", "decided_by", "entry_id"])
    if not IncomingEntry.objects.filter(patient_id=row.patient_id, decision="open").exists():
        finish_work_about(actor=actor, ref=Ref("chart", row.patient_id), outcome="reconciled")
    record("list_incoming", row.id, subjects=[row.patient_id], decision=decision.value)
    return entry_id
