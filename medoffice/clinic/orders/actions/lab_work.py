"""What the acts of requisitions share: the locked row, its version, whose work it is."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.orders.models import Notice, Order, Requisition
from medoffice.clinic.orders.queries.labs import laboratory
from medoffice.clinic.orders.queries.notices import judged
from medoffice.clinic.orders.rules.notices import against
from medoffice.clinic.orders.types import Judged, OrderState, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import day_here, finish_work_about, open_work, retitle_work, staff_member
from medoffice.security.api import require
from medoffice.security.types import Actor

UNSIGNED = "requisition-sign"
CO_SIGN = "requisition-co-sign"
STUCK = "requisition-stuck"
SILENT = "requisition-silent"
NOTICE = "requisition-notice"
UNWANTED = "The patient does not want it (ABN, option 3)."


def locked(requisition_id: UUID) -> Requisition:
    """The row, locked. Raises NotFound."""
    row = Requisition.objects.select_for_update().filter(id=requisition_id).first()
    if row is None:
        raise NotFound
    return row


def mine(actor: Actor, word: str, requisition_id: UUID, seen_version: int) -> Requisition:
    """The row, locked, for somebody who may. Raises NotFound, or Refusal if it was changed after it was shown."""
    row = locked(requisition_id)
    require(actor, word, row.patient_id, row.encounter_id)
    if row.version != seen_version:
        words = f"{row.changed_by or 'Somebody'} changed this meanwhile: it is {row.state}."
        raise Refusal("changed-meanwhile", words, "Open it again.")
    return row


def save(actor: Actor, row: Requisition) -> None:
    """Save what was changed: a new version, by whom and when."""
    row.version, row.changed_by, row.changed_at = row.version + 1, actor.name, clock.now()
    row.save()


def ask(actor: Actor, row: Requisition, kind: str, title: str, *, owner: bool = False, priority: int = 2) -> None:
    """Put it before whoever it is for; to the provider's own desk where only they can do it."""
    user = staff_member(row.provider_id).user_id if owner else None
    open_work(
        actor=actor, kind=kind, title=title[:200], ref=Ref("requisition", row.id), patient_id=row.patient_id,
        visit_id=row.encounter_id, key=str(row.id), owner_id=user, priority=priority,
    )  # fmt: skip


def finish(actor: Actor, row: Requisition, outcome: str, kind: str = "") -> None:
    """Nobody has to do anything about it any more, or nothing of one kind."""
    finish_work_about(actor=actor, ref=Ref("requisition", row.id), outcome=outcome, kind=kind)


def goes_out(actor: Actor, row: Requisition, *, by_wire: bool, hours: int) -> None:
    """It may go: by the wire at once, else with the specimen; what may not be paid waits for the patient's choice."""
    now = clock.now()
    if standing_notice(row.id) is None and (found := may_be_unpaid(row)):
        row.state, row.try_at = RequisitionState.NOTICE, None
        tests = ", ".join(one.test for one in found)
        title = f"Notice (ABN) before {row.number} goes: {tests}"[:200]
        ask(actor, row, NOTICE, title, priority=1)
        retitle_work(actor=actor, ref=Ref("requisition", row.id), kind=NOTICE, title=title)
        return
    if by_wire:
        row.state, row.try_at = RequisitionState.TO_SEND, now
        return
    is_out(actor, row, RequisitionState.PAPER, hours)


def has_gone(row: Requisition) -> bool:
    """Whether the laboratory has it, or may have it."""
    return row.message is not None or row.sent_at is not None


def standing_notice(requisition_id: UUID) -> Notice | None:
    """The notice of a requisition that stands, locked, or nothing."""
    return Notice.objects.select_for_update().filter(requisition_id=requisition_id, struck_at=None).first()


def looked_at_again(actor: Actor, row: Requisition) -> None:
    """It goes, or waits, by what the lists say now; nobody has to ask for a notice that is not needed any more."""
    lab = laboratory(row.laboratory_id)
    goes_out(actor, row, by_wire=bool(lab.door), hours=lab.hours)
    if row.state != RequisitionState.NOTICE:
        finish(actor, row, "supported", NOTICE)


def is_out(actor: Actor, row: Requisition, state: RequisitionState, hours: int) -> None:
    """The laboratory has it: its tests are sent, and an answer is due within its hours."""
    now = clock.now()
    row.state, row.try_at, row.sent_at, row.why = state, None, now, ""
    row.due_at = now + timedelta(hours=hours)
    told = {"state": OrderState.SENT, "done_at": now, "done_by": actor.name}
    Order.objects.filter(requisition_id=row.id, state=OrderState.ORDERED).update(**told)


def may_be_unpaid(row: Requisition) -> list[Judged]:
    """Its tests that a list of who pays does not support for its diagnoses."""
    codes = list(Order.objects.filter(requisition_id=row.id).order_by("id").values_list("test_code", flat=True))
    return against(judged(row.patient_id, row.laboratory_id, codes, row.diagnoses, day_here(row.made_at)))
