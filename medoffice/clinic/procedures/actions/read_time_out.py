"""Read a time-out, line by line."""

from uuid import UUID

from medoffice.clinic.procedures.actions.keeping import columns, refuse_found, waiting
from medoffice.clinic.procedures.models import TimeOutRead
from medoffice.clinic.procedures.queries import consent_of
from medoffice.clinic.procedures.rules.judging import binding, check_read, stopped_at, why_no_time_out
from medoffice.clinic.procedures.types import Read
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.rows import new_row
from medoffice.practice.api import staff_member, staff_of_user
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("procedures.do")
def read_time_out(*, actor: Actor, order_id: UUID, read: Read) -> bool:
    """Every line was read aloud; whether all hold. A line that does not stops it, with words, and that is kept.

    Raises NotFound, Invalid by field, Refusal for an order that is settled or whose consent is missing.
    """
    placed, of = waiting(actor, order_id)
    against = why_no_time_out(binding(of.said), consent_of(order_id))
    if against:
        raise Refusal(against[0].code, against[0].words, "Write the consent first.")
    me = staff_of_user(actor.id)
    refuse_found("time-out-odd", check_read(binding(of.said), read, me.id if me else None))
    if read.second_id is not None:
        staff_member(read.second_id)
    stopped = stopped_at(read)
    row = new_row(
        TimeOutRead, **columns(actor, placed), site=read.site.strip()[:120], second_id=read.second_id,
        stopped=stopped or "", words=read.words.strip()[:200] if stopped else "",
    )  # fmt: skip
    row.save(force_insert=True)
    record("procedure_time_out", row.id, subjects=[placed.patient_id], stopped=stopped or "")
    return stopped is None
