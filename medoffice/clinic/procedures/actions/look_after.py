"""Look at somebody after what was done: they may go, or stay; a reaction is the provider's work at once."""

from datetime import datetime
from uuid import UUID

from medoffice.clinic.procedures.actions.keeping import LATE, REACTION, entry, refuse_found
from medoffice.clinic.procedures.models import LookedAfter, ProcedureDone
from medoffice.clinic.procedures.queries import observations
from medoffice.clinic.procedures.rules.judging import check_after
from medoffice.kernel import clock
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("procedures.do")
def look_after(
    *, actor: Actor, procedure_id: UUID, how: str, leaves: bool, until: datetime | None = None, reaction: str = "",
    why: str = "",
) -> UUID:  # fmt: skip
    """How the patient is, and whether they may go; one who stays is looked at again by a time. The latest look counts.

    Raises NotFound, Invalid by field, Refusal for an entry that was corrected.
    """
    (row, watched), now = entry(actor, procedure_id), clock.now()
    until = None if leaves else until
    seen = observations([row.number]).get(row.number)
    refuse_found("look-odd", check_after(how, leaves=leaves, until=until, why=why, seen=seen, now=now))
    look = new_row(
        LookedAfter, procedure_id=row.id, how=how.strip()[:200], leaves=leaves, reaction=reaction.strip()[:200],
        why=why.strip()[:200], until=until, at=now, by=actor.name, by_id=actor.id,
    )  # fmt: skip
    look.save(force_insert=True)
    watched.until, watched.ended_at, watched.told_at = until or watched.until or now, now if leaves else None, None
    watched.save()
    finish_work_about(actor=actor, ref=Ref("procedure_observation", watched.id), outcome="looked after", kind=LATE)
    if look.reaction:
        _tell(actor, row, look)
    record("procedure_after", look.id, subjects=[row.patient_id], leaves=leaves, reaction=bool(look.reaction))
    return look.id


def _tell(actor: Actor, row: ProcedureDone, look: LookedAfter) -> None:
    open_work(
        actor=actor, kind=REACTION, title=f"{row.name}: {look.reaction}"[:200], ref=Ref("procedure_done", row.id),
        patient_id=row.patient_id, visit_id=row.encounter_id, priority=1, key=str(look.id),
    )  # fmt: skip
