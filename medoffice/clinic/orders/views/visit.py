"""In-office orders: the panel on a visit, and its forms."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.orders.actions.perform_order import perform_order
from medoffice.clinic.orders.actions.place_order import place_order
from medoffice.clinic.orders.actions.refuse_order import refuse_order
from medoffice.clinic.orders.queries import orders as queries
from medoffice.clinic.orders.queries.labs import requisitions_of
from medoffice.records.encounters.api import encounter
from medoffice.security.api import OfficeRequest, back, can, screen, words_of
from medoffice.standards.terminology.api import placeholder_services

# What is done or given in the office; visits themselves are not ordered.
ORDERABLE = tuple(service for service in placeholder_services() if service.kind not in ("visit", "preventive"))


def panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """The orders of a visit with what this person may do about them."""
    actor = getattr(request, "actor", None)
    may = words_of(actor)
    if actor is None or not may("orders.read"):
        return None
    visit = encounter(encounter_id)
    if not can(actor, "orders.read", visit.patient_id, encounter_id):
        return None
    context = {
        "orders": [one for one in queries.orders_of(encounter_id) if one.requisition_id is None],
        "asked": requisitions_of(encounter_id),
        "may_ask": may("orders.standing"),
        "encounter_id": encounter_id,
        "orderable": ORDERABLE,
        "may_place": may("orders.place"),
        "may_perform": may("orders.perform"),
    }
    return render_to_string("orders/panel.html", context, request)


@require_POST
@screen("orders.place")
def place(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Order something."""
    key = request.POST.get("key", "")
    words = next((service.words for service in ORDERABLE if service.key == key), "")
    place_order(actor=request.actor, encounter_id=encounter_id, key=key, words=words)
    return back(request, "/front/")


@require_POST
@screen("orders.perform")
def perform(request: OfficeRequest, order_id: UUID) -> HttpResponse:
    """Note an order as done."""
    perform_order(actor=request.actor, order_id=order_id, result=request.POST.get("result", ""))
    return back(request, "/front/")


@require_POST
@screen("orders.perform")
def refuse(request: OfficeRequest, order_id: UUID) -> HttpResponse:
    """Note an order as not done."""
    refuse_order(actor=request.actor, order_id=order_id, why=request.POST.get("result", ""))
    return back(request, "/front/")
