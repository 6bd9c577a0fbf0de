"""Note what a patient was told and chose before tests that Medicare may not pay (ABN)."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import (
    NOTICE,
    UNWANTED,
    finish,
    goes_out,
    has_gone,
    may_be_unpaid,
    mine,
    save,
    standing_notice,
)
from medoffice.clinic.orders.models import Notice, Order, Requisition
from medoffice.clinic.orders.queries.labs import laboratory
from medoffice.clinic.orders.queries.notices import is_on_chart
from medoffice.clinic.orders.types import OPEN, Choice, Ground, OrderState, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import day_here, today_here
from medoffice.records.documents.api import document
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.perform")
def give_notice(
    *,
    actor: Actor,
    requisition_id: UUID,
    seen_version: int,
    codes: Sequence[str],
    choice: Choice,
    ground: Ground,
    reason: str,
    cost: Money | None = None,
    signed_on: date | None = None,
    document_id: UUID | None = None,
) -> None:
    """It is kept with the requisition, which goes then, without the tests that the patient does not want.

    Raises Refusal where one is kept, or the order has gone or may have, unless it stands instead of one that was
    struck; Invalid by field for other tests or without one that is held, without a reason, and of a notice that was
    given without what it costs and the day it was signed, which is not to come, nor after the order went.
    """
    row = mine(actor, "orders.perform", requisition_id, seen_version)
    _refuse_late(row, choice)
    _refuse_unfit(actor, row, choice, reason, cost, signed_on, document_id)
    about = _about(row, codes)
    given = choice is not Choice.NONE
    made = Notice.objects.create(
        id=new_id(), requisition_id=row.id, codes=about, choice=choice, ground=ground, reason=reason.strip()[:300],
        cost_cents=cost.cents if given and cost is not None else None, signed_on=signed_on if given else None,
        document_id=document_id if given else None, noted_by=actor.name, noted_at=clock.now(),
        changed_by=actor.name, changed_at=clock.now(),
    )  # fmt: skip
    if choice is Choice.REFUSE:
        _left_out(actor, row, about)
    if row.state == RequisitionState.NOTICE:
        lab = laboratory(row.laboratory_id)
        goes_out(actor, row, by_wire=bool(lab.door), hours=lab.hours)
    save(actor, row)
    finish(actor, row, choice.name.lower(), NOTICE)
    record("lab_notice", made.id, subjects=[row.patient_id], choice=choice.value, tests=len(about))


@action("orders.perform")
def keep_notice_paper(*, actor: Actor, requisition_id: UUID, seen_version: int, document_id: UUID) -> None:
    """The signed paper of a notice is this one of the chart. Raises NotFound without a notice, Invalid, Refusal."""
    row = mine(actor, "orders.perform", requisition_id, seen_version)
    notice = standing_notice(row.id)
    if notice is None or notice.choice == Choice.NONE:
        raise NotFound
    if is_on_chart(notice):
        raise Refusal("paper-there", "Its paper is in the chart already.", "Open it again.")
    _refuse_paper(actor, row, document_id)
    notice.document_id = document_id
    notice.version, notice.changed_by, notice.changed_at = notice.version + 1, actor.name, clock.now()
    notice.save()
    save(actor, row)
    record("lab_notice", notice.id, subjects=[row.patient_id], paper=True)


def _refuse_late(row: Requisition, choice: Choice) -> None:
    """What was noted wrongly and is struck may be noted anew, as it was before the order went."""
    if standing_notice(row.id) is not None:
        raise Refusal("notice-too-late", f"It is noted already. This order is {row.state}.", "Open it again.")
    anew = Notice.objects.filter(requisition_id=row.id).exists() and row.state != RequisitionState.CANCELLED
    if row.state not in OPEN and not anew:
        words = f"A notice holds only before the tests are done. This order is {row.state}."
        raise Refusal("notice-too-late", words, "Open it again.")
    if has_gone(row) and (not anew or choice is Choice.REFUSE):
        raise Refusal("notice-too-late", "The laboratory may have it already.", "Tell the laboratory by telephone.")


def _about(row: Requisition, codes: Sequence[str]) -> list[str]:
    """These tests, in the order of the requisition. Raises Invalid."""
    every = list(Order.objects.filter(requisition_id=row.id).order_by("id").values_list("test_code", flat=True))
    held = [one.test for one in may_be_unpaid(row) if one.code not in codes]
    words = "Choose tests of this order." if not codes or not set(codes) <= set(every) else ""
    if held and not words:
        words = f"Medicare may not pay this either: {', '.join(held)}."
    if words:
        raise Invalid("not-acceptable", words, "", {"fields": {"codes": [words]}})
    return [code for code in every if code in codes]


def _left_out(actor: Actor, row: Requisition, codes: list[str]) -> None:
    """These tests are not asked for; with none left nothing is."""
    told = {"state": OrderState.REFUSED, "done_by": actor.name, "done_at": clock.now()}
    orders = Order.objects.filter(requisition_id=row.id, state=OrderState.ORDERED)
    orders.filter(test_code__in=codes).update(result=UNWANTED, **told)
    if not orders.exists():
        row.state, row.try_at, row.due_at, row.why = RequisitionState.CANCELLED, None, None, UNWANTED
        finish(actor, row, "cancelled")


def _refuse_unfit(
    actor: Actor, row: Requisition, choice: Choice, reason: str, cost: Money | None, signed_on: date | None,
    document_id: UUID | None,
) -> None:  # fmt: skip
    wrong: dict[str, list[str]] = {}
    if not reason.strip():
        wrong["reason"] = ["Say why."]
    if choice is not Choice.NONE:
        if cost is None or not 0 <= cost.cents < 2**31:
            wrong["cost"] = ["Say about what it costs."]
        if signed_on is None:
            wrong["signed_on"] = ["Say when it was signed."]
        elif signed_on > today_here():
            wrong["signed_on"] = ["It is not signed yet on that day."]
        elif row.sent_at is not None and signed_on > day_here(row.sent_at):
            wrong["signed_on"] = [f"The order went on {day_here(row.sent_at):%m/%d/%Y}: it was signed before."]
        if document_id is not None:
            _refuse_paper(actor, row, document_id)
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})


def _refuse_paper(actor: Actor, row: Requisition, document_id: UUID) -> None:
    if document(actor, document_id, "documents.read").patient_id != row.patient_id:
        words = "That paper is of somebody else."
        raise Invalid("not-acceptable", words, "", {"fields": {"document": [words]}})
