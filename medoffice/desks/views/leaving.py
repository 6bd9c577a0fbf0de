"""Check-out: what was ordered, the next visit, money, a paper to take home, goodbye; all from one panel."""

from datetime import UTC, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.orders.api import orders_of
from medoffice.desks.forms import TakeForm
from medoffice.desks.queries import chips_of_visit, copay_due, visits_ahead
from medoffice.desks.rules.taking import parts_of
from medoffice.front_office.check_in.api import arrival_of, partings_of
from medoffice.front_office.scheduling.api import (
    appointment,
    find_free,
    visit_types,
)
from medoffice.kernel import clock
from medoffice.kernel.money import ZERO
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import practice, site, staff_member
from medoffice.records.encounters.api import encounter, with_reasons
from medoffice.records.encounters.types import Encounter
from medoffice.records.patients.api import banner, patient
from medoffice.revenue.billing.api import patient_balance, receipt, receipts_of_visit, take_payment
from medoffice.revenue.billing.types import Method
from medoffice.security.api import OfficeRequest, can, require, saw, screen
from medoffice.ui.dates import day_to_show

METHODS = ((Method.CARD.value, "c"), (Method.CASH.value, "h"), (Method.CHECK.value, "q"))
SPELLS = (("+1w", "a week"), ("+2w", "two weeks"), ("+1m", "a month"), ("+3m", "three months"), ("+6m", "half a year"))


@screen("check_in.arrive")
def check_out_panel(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """What is left to do before the patient goes."""
    visit = _visit(request, encounter_id)
    due, balance = copay_due(visit), patient_balance(visit.patient_id)
    owed = max(ZERO, balance.patient - balance.unapplied)
    context = {
        "visit": visit,
        "banner": banner(request.actor, visit.patient_id),
        "chips": chips_of_visit(request.actor, visit),
        "copay": due,
        "owed": owed,
        "total": owed + (due or ZERO),
        "methods": METHODS,
        "receipts": receipts_of_visit(encounter_id),
        "balance": balance,
        "ahead": visits_ahead(request.actor, visit.patient_id),
        "partings": partings_of(request.actor, visit),
        "room": "front",
        **_next_times(request, visit),
    }
    return render(request, "desks/check_out.html", context)


@require_POST
@screen("payments.take")
def take(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """Take the copay and what is owed from before: each is a receipt of its own, both from one form."""
    visit = _visit(request, encounter_id)
    form = TakeForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-acceptable", " ".join(str(e) for errors in form.errors.values() for e in errors))
    method, told = Method(form.cleaned_data["method"]), []
    parts = parts_of(form.cleaned_data["amount"], form.cleaned_data["copay"] or ZERO)
    if not parts:
        raise Invalid("amount-not-positive", "Write an amount above zero.")
    for amount, copay in parts:
        taken = take_payment(
            actor=request.actor,
            patient_id=visit.patient_id,
            amount=amount,
            method=method,
            encounter_id=encounter_id,
            copay=copay,
        )
        told.append(f"{amount}, receipt {receipt(taken).number}")
    messages.success(request, f"Taken by {method.value}: {'; '.join(told)}.")
    return redirect("desks:check-out", encounter_id)


@screen("check_in.arrive")
def summary(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """A paper to take home: what was done and ordered, what was paid, when to come again."""
    visit = _visit(request, encounter_id)
    orders = orders_of(encounter_id) if can(request.actor, "orders.take_home", visit.patient_id, visit.id) else []
    context = {
        "visit": visit,
        "who": patient(visit.patient_id),
        "banner": banner(request.actor, visit.patient_id),
        "office": practice(),
        "provider": staff_member(visit.provider_id),
        "orders": orders,
        "receipts": receipts_of_visit(encounter_id),
        "balance": patient_balance(visit.patient_id),
        "ahead": visits_ahead(request.actor, visit.patient_id),
        "printed": clock.now().astimezone(ZoneInfo(site(visit.site_id).zone)),
        "room": "front",
    }
    return render(request, "desks/summary.html", context)


def _visit(request: OfficeRequest, encounter_id: UUID) -> Encounter:
    """The visit, as this person may know of it."""
    visit = encounter(encounter_id)
    require(request.actor, "check_in.arrive", visit.patient_id)
    (shown,) = with_reasons(request.actor, [visit])
    saw(request, [visit.patient_id])
    return shown


def _next_times(request: OfficeRequest, visit: Encounter) -> dict[str, object]:
    """The next free times for a visit of the same kind with the same provider, from the chosen spell on."""
    arrival = arrival_of(visit.id)
    known = visit_types()
    wanted = request.GET.get("kind") or (appointment(arrival.appointment_id).visit_type if arrival else "")
    kind = next((one.key for one in known if one.key == wanted), known[0].key if known else "")
    zone = ZoneInfo(site(visit.site_id).zone)
    asked = request.GET.get("in", "+2w")
    on = day_to_show(asked, clock.today(zone))
    from_ = max(clock.now(), datetime.combine(on, time.min, zone).astimezone(UTC))
    free = find_free(kind, from_, visit.provider_id, visit.site_id, limit=5) if kind else []
    return {"kinds": known, "kind": kind, "spells": SPELLS, "asked": asked, "free": free}
