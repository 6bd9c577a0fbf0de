"""What orders offer to later rooms: their kind of work and their place in the chain."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.clinic.orders.actions.lab_work import CO_SIGN, NOTICE, SILENT, STUCK, UNSIGNED
from medoffice.clinic.orders.queries.labs import open_requisitions
from medoffice.clinic.orders.queries.orders import order, orders_of
from medoffice.clinic.orders.types import WAITED_FOR, NoticeStruck, OrderState, OrderStruck
from medoffice.clinic.orders.views.visit import panel
from medoffice.front_office.check_in.api import register_parting
from medoffice.front_office.check_in.types import Parting
from medoffice.front_office.referrals.api import register_loops
from medoffice.front_office.referrals.types import Loop
from medoffice.kernel import clock
from medoffice.kernel.facts import fact
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.practice.api import office_zone, register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import can
from medoffice.security.types import Actor, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel

_TONES = {
    OrderState.ORDERED: "warn",
    OrderState.SENT: "info",
    OrderState.DONE: "ok",
    OrderState.REFUSED: "warn",
}


def _url(ref: Ref) -> str:
    return reverse("charting:visit", args=[order(ref.id).encounter_id])


def _requisition_url(ref: Ref) -> str:
    return reverse("orders:requisition", args=[ref.id])


def waiting_for(actor: Actor) -> list[Loop]:
    """What laboratories were asked and have not answered."""
    zone, now = office_zone(), clock.now()
    return [
        Loop(
            what=f"Laboratory order {one.number}",
            lane="laboratory",
            patient_id=one.patient_id,
            since=(one.sent_at or one.made_at).astimezone(zone).date(),
            due_on=one.due_at.astimezone(zone).date() if one.due_at else None,
            holder="the laboratory",
            url=_requisition_url(Ref("requisition", one.id)),
            danger=2 if one.due_at and one.due_at <= now else 0,
        )
        for one in open_requisitions(actor)
        if one.state in WAITED_FOR and one.due_at
    ]


def _trace(order_id: UUID) -> Step | None:
    try:
        placed = order(order_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("order", placed.id),
        stage="note",
        title="Order",
        words=f"{placed.words}, {placed.state.value}",
        causes=(Ref("encounter", placed.encounter_id),),
        at=placed.done_at or placed.ordered_at,
        who=placed.done_by or placed.ordered_by,
        url=_url(Ref("order", placed.id)),
        quote=placed.result,
        quote_span=(0, len(placed.result)),
        subject=placed.patient_id,
        needs="orders.read",
        opens="orders.read",
        visit=placed.encounter_id,
    )


def _before_going(actor: Actor, visit: Encounter) -> Sequence[Parting]:
    """What was ordered, where somebody may say it to the patient; the paper to take home has it too."""
    if not can(actor, "orders.take_home", visit.patient_id, visit.id):
        return []
    return [Parting(one.words, chip=one.state.value, tone=_TONES[one.state]) for one in orders_of(visit.id)]


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    return [Ref("order", placed.id) for placed in orders_of(encounter_id)]


fact(NoticeStruck)
fact(OrderStruck)
register_loops("laboratory", waiting_for)
register_work_kind(WorkKind(UNSIGNED, "laboratory order to sign", Role.PROVIDER, 4, _requisition_url))
register_work_kind(WorkKind(CO_SIGN, "standing order to co-sign", Role.PROVIDER, 72, _requisition_url))
register_work_kind(WorkKind(NOTICE, "notice (ABN) before tests", Role.MEDICAL_ASSISTANT, 4, _requisition_url))
register_work_kind(
    WorkKind(STUCK, "laboratory order that does not go out", Role.MEDICAL_ASSISTANT, 2, _requisition_url)
)
register_work_kind(WorkKind(SILENT, "laboratory that does not answer", Role.MEDICAL_ASSISTANT, 8, _requisition_url))
register_command(Command("Open orders", "orders:open", "orders.read"))
register_command(Command("Laboratories and order sets", "orders:laboratories", "orders.set_up"))
register_parting("orders", _before_going)
tracers.register("order", _trace)
register_effects("encounter", _of_encounter)
register_work_kind(WorkKind("order", "order to carry out", Role.MEDICAL_ASSISTANT, 1, _url))
register_panel("visit", panel)
