"""Testing at a visit: what was ordered is tested with a lot that may be used, and what was entered is corrected."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from medoffice.clinic.office_lab.actions.enter_test import correct_test, enter_test
from medoffice.clinic.office_lab.forms import CorrectionForm, FoundForm
from medoffice.clinic.office_lab.queries import bench
from medoffice.clinic.office_lab.queries import found as queries
from medoffice.clinic.office_lab.types import Tested
from medoffice.clinic.orders.api import place_standing
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter, visit_shown
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, can, saw, screen
from medoffice.ui.fields import refusals_in

ROOM = {"room": "office-lab"}


@screen("office_lab.test")
def choose(request: OfficeRequest, encounter_id: UUID) -> HttpResponse:
    """What waits to be tested, and what may be done by a standing order, each with a key."""
    visit = visit_shown(request, "office_lab.test", encounter_id)
    waiting = queries.orders_to_test(encounter_id)
    asked = {test.id for _, test in waiting}
    offered = bench.office_tests() if request.may("orders.standing") else []
    standing = [one for one in offered if one.standing_by and one.id not in asked]
    context = {
        "waiting": waiting,
        "standing": list(enumerate(standing, len(waiting) + 1)),
        "found": queries.found_at(encounter_id),
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "office_lab/choose.html", context | ROOM)


@require_POST
@screen("office_lab.test")
def by_standing(request: OfficeRequest, encounter_id: UUID, office_test_id: UUID) -> HttpResponse:
    """Order a test by a standing order, and go on to its result."""
    visit_shown(request, "office_lab.test", encounter_id)
    test = bench.office_test(office_test_id)
    if not test.standing_by or not test.used:
        raise Refusal("not-standing", "This test is not done by a standing order.", "Ask a provider to order it.")
    said = test.said
    made = place_standing(
        actor=request.actor, encounter_id=encounter_id, key=said.key, words=said.name, standing_by=test.standing_by
    )
    return redirect("office_lab:enter", encounter_id, made)


@screen("office_lab.test")
def enter(request: OfficeRequest, encounter_id: UUID, order_id: UUID) -> HttpResponse:
    """What was found for an order; the lot that ends first is chosen."""
    visit = visit_shown(request, "office_lab.test", encounter_id)
    placed = next(((one, test) for one, test in queries.orders_to_test(encounter_id) if one.id == order_id), None)
    if placed is None:
        raise NotFound
    order, test = placed
    lines = bench.standings(today_here(), [test.id], visit.site_id)
    form = FoundForm(request.POST or None)
    form.ask(test, [kit for _, kit, why in lines if not why])
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            enter_test(
                actor=request.actor, encounter_id=encounter_id, order_id=order_id, kit_id=UUID(said["kit"]),
                value=said["value"],
            )  # fmt: skip
            messages.success(request, f"{test.said.name}: {said['value']} {test.said.unit}".rstrip() + ".")
            return redirect("charting:visit", encounter_id)
    context = {
        "form": form,
        "order": order,
        "test": test,
        "locked": [(kit, why) for _, kit, why in lines if why],
        "usable": any(not why for _, _, why in lines),
        "encounter_id": encounter_id,
        "banner": banner(request.actor, visit.patient_id),
    }
    return render(request, "office_lab/enter.html", context | ROOM, status=422 if form.errors else 200)


@screen("office_lab.read")
def found(request: OfficeRequest, tested_id: UUID) -> HttpResponse:
    """What was found, with which lot, and what it was entered as before."""
    return _found(request, queries.found_one(request.actor, tested_id))


@require_POST
@screen("office_lab.test")
def correct(request: OfficeRequest, tested_id: UUID) -> HttpResponse:
    """Say what was really found."""
    one = queries.found_one(request.actor, tested_id)
    form = _correction(one, request.POST)
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            made = correct_test(actor=request.actor, tested_id=tested_id, value=said["value"], why=said["why"])
            messages.success(request, "Corrected; the wrong entry stays to be read.")
            return redirect("office_lab:found", made)
    return _found(request, one, form)


def visit_panel(request: HttpRequest, encounter_id: UUID) -> SafeString | None:
    """What was tested at a visit, and the way to test."""
    actor = getattr(request, "actor", None)
    if actor is None:
        return None
    who = encounter(encounter_id).patient_id
    if not can(actor, "office_lab.read", who, encounter_id):
        return None
    context = {
        "found": queries.found_at(encounter_id),
        "may_test": can(actor, "office_lab.test", who, encounter_id),
        "encounter_id": encounter_id,
    }
    return render_to_string("office_lab/_panel.html", context, request)


def _correction(one: Tested, sent: QueryDict | None = None) -> CorrectionForm:
    form = CorrectionForm(sent)
    form.ask(bench.office_test(bench.kit(one.kit_id).test_id))
    return form


def _found(request: OfficeRequest, one: Tested, form: CorrectionForm | None = None) -> HttpResponse:
    saw(request, [one.patient_id])
    story = [each for each in queries.found_at(one.encounter_id) if each.number == one.number]
    kit = bench.kit(one.kit_id)
    may = one.stands and can(request.actor, "office_lab.test", one.patient_id, one.encounter_id)
    context = {
        "one": one,
        "kit": kit,
        "test": bench.office_test(kit.test_id),
        "story": story if len(story) > 1 else [],
        "form": (form or _correction(one)) if may else None,
        "banner": banner(request.actor, one.patient_id),
    }
    return render(request, "office_lab/found.html", context | ROOM, status=422 if form and form.errors else 200)
