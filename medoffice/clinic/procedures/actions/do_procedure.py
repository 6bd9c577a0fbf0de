"""Write what was done for an order, and correct what was written."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from medoffice.clinic.orders.api import amend_result, order, perform_order, strike_order
from medoffice.clinic.procedures.actions.keeping import LATE, columns, entry, refuse_found, waiting
from medoffice.clinic.procedures.models import Observed, ProcedureDone, TimeOutRead
from medoffice.clinic.procedures.queries import kind, to_did
from medoffice.clinic.procedures.rules.judging import binding, check_did, in_words
from medoffice.clinic.procedures.types import Did
from medoffice.kernel import clock
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, next_number, staff_member, today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("procedures.do")
def do_procedure(*, actor: Actor, order_id: UUID, did: Did) -> UUID:
    """What was done, from which lot, by whom: the order is done with it, and the observation begins, all or nothing.

    The site is the one of the time-out. Raises NotFound, Invalid by field, Refusal while the consent or the time-out
    is missing or was stopped (``before_done``, which holds whoever writes an order as done), or for a settled order.
    """
    placed, of = waiting(actor, order_id)
    read = TimeOutRead.objects.filter(order_id=order_id).order_by("-id").first()
    did = replace(did, site=read.site) if read else did
    refuse_found("done-odd", [*check_did(binding(of.said), did, today_here()), *_people(did)])
    perform_order(actor=actor, order_id=order_id, result=_words(did))
    row = new_row(
        ProcedureDone, **columns(actor, placed), **_columns(did), number=next_number("PR"), key=of.said.key,
        name=of.said.name, time_out_id=read.id if read else None, entered_at=clock.now(),
    )  # fmt: skip
    row.save(force_insert=True)
    until = row.at + timedelta(minutes=of.said.observe) if of.said.observe else None
    new_row(Observed, number=row.number, procedure_id=row.id, until=until).save(force_insert=True)
    record("procedure_done", row.id, subjects=[row.patient_id], key=row.key)
    return row.id


@action("procedures.do")
def correct_procedure(*, actor: Actor, procedure_id: UUID, did: Did, why: str) -> UUID:
    """What was really done; the wrong entry stays to be read, the order says so, and its time stays.

    What was really given may have been expired: it is written down all the same. Raises NotFound, Invalid by field,
    Refusal if somebody corrected it before.
    """
    before, watched = entry(actor, procedure_id)
    refuse_found("done-odd", [*check_did(binding(kind(before.key).said), did, today_here(), late=True), *_people(did)])
    return _instead(actor, before, watched, did, why, _words(did))


@action("procedures.do")
def strike_procedure(*, actor: Actor, procedure_id: UUID, why: str) -> UUID:
    """Nothing was done: a further entry says so, the order too, and nobody is observed. As ``correct_procedure``."""
    before, watched = entry(actor, procedure_id)
    return _instead(actor, before, watched, to_did(before), why, "", struck=True)


def _instead(
    actor: Actor, before: ProcedureDone, watched: Observed, did: Did, why: str, words: str, *, struck: bool = False
) -> UUID:
    if not why.strip():
        raise Invalid("why-missing", "Say what is wrong with it.", "", {"fields": {"why": ["This is needed."]}})
    held = columns(actor, order(before.order_id)) | {"at": before.at}
    row = new_row(
        ProcedureDone, **held, **_columns(did), number=before.number, key=before.key, name=before.name,
        time_out_id=before.time_out_id, instead_of_id=before.id, why=why.strip()[:200], struck=struck,
        entered_at=clock.now(),
    )  # fmt: skip
    row.save(force_insert=True)
    if struck:
        strike_order(actor=actor, order_id=row.order_id, why=row.why)
    else:
        amend_result(actor=actor, order_id=row.order_id, result=words)
    watched.procedure_id = row.id
    if struck and watched.ended_at is None:
        watched.ended_at = clock.now()
        finish_work_about(actor=actor, ref=Ref("procedure_observation", watched.id), outcome="struck", kind=LATE)
    watched.save()
    record("procedure_done", row.id, subjects=[row.patient_id], corrects=str(before.id), struck=struck)
    return row.id


def _people(did: Did) -> list[Finding]:
    """Raises NotFound for who does not work here."""
    staff_member(did.doer_id)
    if did.witness_id:
        staff_member(did.witness_id)
    if staff_member(did.supervisor_id).is_provider:
        return []
    return [Finding("no-provider", "supervisor", "Choose a provider.")]


def _words(did: Did) -> str:
    witness = staff_member(did.witness_id).name if did.witness_id else ""
    return in_words(did, staff_member(did.doer_id).name, witness)


def _columns(did: Did) -> dict[str, object]:
    return {
        "doer_id": did.doer_id, "supervisor_id": did.supervisor_id, "what": did.what.strip()[:500],
        "site": did.site.strip()[:120], "medicine": did.medicine.strip()[:120], "ndc": did.ndc.strip()[:13],
        "lot": did.lot.strip()[:30], "expires": did.expires, "dose": did.dose.strip()[:40],
        "controlled": did.controlled, "wasted": did.wasted.strip()[:40], "witness_id": did.witness_id,
        "complications": did.complications.strip()[:300], "specimen": did.specimen.strip()[:200],
    }  # fmt: skip
