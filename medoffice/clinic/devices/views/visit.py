"""What devices wrote at a visit: which orders wait for it, and attaching a file to one."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone

from medoffice.clinic.devices.actions.attach_file import attach_file
from medoffice.clinic.devices.forms import AttachForm
from medoffice.clinic.devices.queries.attached import attached_at, attached_for, orders_to_attach
from medoffice.clinic.devices.queries.devices import devices
from medoffice.clinic.devices.types import Service
from medoffice.clinic.orders.types import Order
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter, visit_shown
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, screen
from medoffice.ui.fields import refusals_in

ROOM = {"room": "devices"}


@screen("devices.attach")
def choose(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """The orders for which a device writes something, each with a key."""
    visit = visit_shown(request, "devices.attach", encounter_id)
    context = {
        "waiting": orders_to_attach(encounter_id),
        "found": attached_at(encounter_id),
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "devices/choose.html", context | ROOM)


@screen("devices.attach")
def attach(request: OfficeRequest, encounter_id: UUID, order_id: UUID) -> HttpResponse:
    """A file for an order: a paper with what was read off it, or a file that says it all; its result if it has one."""
    visit = visit_shown(request, "devices.attach", encounter_id)
    done = attached_for(encounter_id, order_id)
    if done is not None:  # the same form again, or the page that was left open
        return redirect("results:report", done.report_id)
    placed, of = _waiting(encounter_id, order_id)
    known = devices(of.key)
    form = AttachForm(request.POST or None, request.FILES or None)
    form.ask(of, known, datetime.combine(today_here(), time(), get_current_timezone()))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            sent = form.cleaned_data["file"]
            made = attach_file(
                actor=request.actor, order_id=order_id, name=sent.name or "", data=sent.read(),
                read=form.read(of, clock.now()),
            )  # fmt: skip
            messages.success(request, f"{of.name}: attached; it waits for its sign-off.")
            return redirect("results:report", made)
    context = {
        "form": form,
        "order": placed,
        "of": of,
        "devices": known,
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "devices/attach.html", context | ROOM, status=422 if form.errors else 200)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """What devices wrote at a visit, and the way to attach more while an order waits."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    who = encounter(encounter_id).patient_id
    if not can(actor, "devices.read", who, encounter_id):
        return None
    found = attached_at(encounter_id)
    waits = can(actor, "devices.attach", who, encounter_id) and bool(orders_to_attach(encounter_id))
    if not found and not waits:
        return None
    context = {"found": found, "waits": waits, "encounter_id": encounter_id}
    return render_to_string("devices/_panel.html", context, request)


def _waiting(encounter_id: UUID, order_id: UUID) -> tuple[Order, Service]:
    for one, of in orders_to_attach(encounter_id):
        if one.id == order_id:
            return one, of
    raise NotFound
