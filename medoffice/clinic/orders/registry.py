"""What orders offer to later rooms: their kind of work and their place in the chain."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.clinic.orders.queries import order, orders_of
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.orders.views import panel
from medoffice.front_office.check_in.api import register_parting
from medoffice.front_office.check_in.types import Parting
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.encounters.types import Encounter
from medoffice.security.api import can
from medoffice.security.types import Actor, Role
from medoffice.ui.panels import register_panel

_TONES = {OrderState.ORDERED: "warn", OrderState.DONE: "ok", OrderState.REFUSED: "warn"}


def _url(ref: Ref) -> str:
    return reverse("charting:visit", args=[order(ref.id).encounter_id])


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


register_parting("orders", _before_going)
tracers.register("order", _trace)
register_effects("encounter", _of_encounter)
register_work_kind(WorkKind("order", "order to carry out", Role.MEDICAL_ASSISTANT, 1, _url))
register_panel("visit", panel)
