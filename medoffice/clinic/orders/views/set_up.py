"""Laboratories: what they are called, what they offer, what is ordered together."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.clinic.orders.actions.keep_laboratory import import_tests, keep_laboratory, save_order_set
from medoffice.clinic.orders.forms import CompendiumForm, LaboratoryForm, OrderSetForm
from medoffice.clinic.orders.queries import labs as queries
from medoffice.clinic.orders.rules.compendium import read_compendium
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in

ROOM = {"room": "results"}


@screen("orders.set_up")
def laboratories(request: OfficeRequest) -> HttpResponse:
    """The office's laboratories, and a new one."""
    form = LaboratoryForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = keep_laboratory(actor=request.actor, **_told(form))
            return redirect("orders:laboratory", made)
    context = {"form": form, "labs": queries.laboratories(used=False)}
    return render(request, "orders/laboratories.html", context | ROOM, status=422 if form.errors else 200)


@screen("orders.set_up")
def laboratory(request: OfficeRequest, laboratory_id: UUID) -> HttpResponse:
    """A laboratory, its tests and the sets of them."""
    lab = queries.laboratory(laboratory_id)
    asked = request.POST.get("what", "")
    form = LaboratoryForm(request.POST if asked == "laboratory" else None, initial=LaboratoryForm.told(lab))
    tests = CompendiumForm(request.POST if asked == "tests" else None)
    sets = OrderSetForm(request.POST if asked == "set" else None)
    for sent in (form, tests, sets):
        if sent.is_bound and sent.is_valid():
            with refusals_in(sent):
                _act(request, lab.id, sent)
                return redirect("orders:laboratory", laboratory_id)
    context = {
        "lab": lab,
        "form": form,
        "compendium": tests,
        "set_form": sets,
        "tests": queries.offered_tests(laboratory_id)[:300],
        "sets": [one for one in queries.order_sets() if one.laboratory_id == laboratory_id],
    }
    wrong = form.errors or tests.errors or sets.errors
    return render(request, "orders/laboratory.html", context | ROOM, status=422 if wrong else 200)


def _act(request: OfficeRequest, laboratory_id: UUID, sent: LaboratoryForm | CompendiumForm | OrderSetForm) -> None:
    said = sent.cleaned_data
    if isinstance(sent, LaboratoryForm):
        keep_laboratory(actor=request.actor, laboratory_id=laboratory_id, **_told(sent))
    elif isinstance(sent, CompendiumForm):
        found, odd = read_compendium(said["text"])
        taken = import_tests(actor=request.actor, laboratory_id=laboratory_id, tests=tuple(found))
        messages.success(request, f"{taken} tests are offered now.")
        for finding in odd[:5]:
            messages.error(request, finding.words)
    else:
        codes = tuple(said["codes"].replace(",", " ").split())
        save_order_set(
            actor=request.actor, name=said["name"], laboratory_id=laboratory_id, codes=codes, standing=said["standing"]
        )


def _told(form: LaboratoryForm) -> dict[str, Any]:
    said = form.cleaned_data
    return {**said, "port": said["port"] or 0, "quiet_hours": said["quiet_hours"] or 0}
