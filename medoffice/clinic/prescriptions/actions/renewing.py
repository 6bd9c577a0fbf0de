"""The rows of renewals, and what several of their verbs do."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import Renewal
from medoffice.clinic.prescriptions.types.renewals import Stands
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.api import require
from medoffice.security.types import Actor

TO_PREPARE, TO_DECIDE, TO_ANSWER = "renewal-to-prepare", "renewal-to-decide", "renewal-to-answer"
_KINDS = {Stands.NEW: TO_PREPARE, Stands.READY: TO_DECIDE, Stands.APPROVED: TO_ANSWER, Stands.DENIED: TO_ANSWER}
_SAYS = {TO_PREPARE: "Prepare", TO_DECIDE: "Decide", TO_ANSWER: "Answer"}


def held_renewal(actor: Actor, renewal_id: UUID, word: str, seen_version: int, *stands: Stands) -> Renewal:
    """A request, locked, that stands so and that the actor may do this to. Raises NotFound, Conflict, Refusal."""
    row = Renewal.objects.select_for_update(of=("self",)).filter(id=renewal_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.patient_id, row.encounter_id)
    if row.stands not in stands:
        raise Refusal("renewal-elsewhere", f"{row.number} is {row.stands}.", "Open it again to see what became of it.")
    if row.version != seen_version:
        raise Conflict("changed-meanwhile", f"{row.changed_by} changed it meanwhile.", "Read it again, then decide.")
    return row


def stands_so(actor: Actor, row: Renewal, stands: Stands) -> None:
    """From now on it stands so: whoever had it before has it no more, whoever has it now has it as work."""
    row.stands, row.version = stands.value, row.version + 1
    row.changed_by, row.changed_at = actor.name, clock.now()
    row.save()
    finish_work_about(actor=actor, ref=Ref("renewal", row.id), outcome=stands.value)
    open_renewal_work(actor, row, stands)


def open_renewal_work(actor: Actor, row: Renewal, stands: Stands) -> None:
    """The work of who has it now; none for what is withdrawn."""
    kind = _KINDS.get(stands)
    if kind:
        open_renewal_work_of(actor, row, kind)


def open_renewal_work_of(actor: Actor, row: Renewal, kind: str) -> None:
    """Work of this kind about it, once."""
    open_work(
        actor=actor,
        kind=kind,
        title=f"{_SAYS[kind]} {row.number}",
        ref=Ref("renewal", row.id),
        patient_id=row.patient_id,
        visit_id=row.encounter_id,
        key=f"{row.id} {kind}",
    )
