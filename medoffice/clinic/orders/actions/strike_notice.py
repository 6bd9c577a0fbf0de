"""Strike a notice (ABN) that was noted wrongly."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import (
    CO_SIGN,
    UNSIGNED,
    UNWANTED,
    ask,
    has_gone,
    looked_at_again,
    mine,
    save,
    standing_notice,
)
from medoffice.clinic.orders.models import Order, Requisition
from medoffice.clinic.orders.types import Choice, NoticeStruck, OrderState, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_HELD_OR_TO_GO = (RequisitionState.NOTICE, RequisitionState.TO_SEND, RequisitionState.REFUSED)


@action("orders.perform")
def strike_notice(*, actor: Actor, requisition_id: UUID, seen_version: int, why: str) -> None:
    """It stays to be read and holds no more: another may be noted, and a coder looks at released codes (NoticeStruck).

    Tests that it left out are asked for again, and what has not gone waits for the patient's choice anew. Raises
    NotFound without a notice, Invalid without why, Refusal where the laboratory has the order without those tests.
    """
    row = mine(actor, "orders.perform", requisition_id, seen_version)
    notice = standing_notice(row.id)
    if notice is None:
        raise NotFound
    if not why.strip():
        words = "Say what is wrong with it."
        raise Invalid("why-missing", words, "", {"fields": {"why": [words]}})
    if notice.choice == Choice.REFUSE and has_gone(row):
        words = "The laboratory has this order without the tests that the patient did not want."
        raise Refusal("notice-rested-on", words, "Order them anew if they are wanted.")
    notice.struck_at, notice.struck_by, notice.struck_why = clock.now(), actor.name, why.strip()[:300]
    notice.version, notice.changed_by, notice.changed_at = notice.version + 1, actor.name, clock.now()
    notice.save()
    if not has_gone(row):
        _undo(actor, row, notice.codes if notice.choice == Choice.REFUSE else [])
    save(actor, row)
    record("lab_notice", notice.id, subjects=[row.patient_id], struck=True)
    publish(NoticeStruck(notice.id, row.encounter_id, row.patient_id), subject=row.encounter_id)


def _undo(actor: Actor, row: Requisition, left_out: list[str]) -> None:
    """Nothing rests on it any more: what it left out is asked for, and what may go is judged without it."""
    ended = row.state == RequisitionState.CANCELLED
    if ended and row.why != UNWANTED:
        return
    again = {"state": OrderState.ORDERED, "result": "", "done_by": "", "done_at": None}
    orders = Order.objects.filter(requisition_id=row.id, state=OrderState.REFUSED, result=UNWANTED)
    orders.filter(test_code__in=left_out).update(**again)
    if ended:
        row.why = ""
        _asked_again(actor, row)
    elif row.state in _HELD_OR_TO_GO:
        looked_at_again(actor, row)


def _asked_again(actor: Actor, row: Requisition) -> None:
    """What ended with its last test is asked for again, and waits for whoever it waited for."""
    if row.signed_at is None and not row.standing:
        row.state = RequisitionState.TO_SIGN
        ask(actor, row, UNSIGNED, f"Laboratory order to sign: {row.number}", owner=True, priority=1)
        return
    looked_at_again(actor, row)
    if row.signed_at is None:
        ask(actor, row, CO_SIGN, f"Standing order to co-sign: {row.number}", owner=True)
