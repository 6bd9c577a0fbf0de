"""Insurance cards: both sides taken, what was read beside the picture, a policy once a person says so."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.front_office.check_in.actions.ask_for_visits import ask_for_visit
from medoffice.front_office.check_in.actions.confirm_card import confirm_card
from medoffice.front_office.check_in.actions.scan_card import scan_card
from medoffice.front_office.check_in.forms import CardForm
from medoffice.front_office.check_in.queries import card, due_today
from medoffice.kernel import clock
from medoffice.practice.api import office_zone, payers
from medoffice.records.coverage.api import scanned_form, typed_policy
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, require, saw, screen
from medoffice.ui.fields import refusals_in


@screen("documents.add", patient="patient_id")
def scan(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Take the pictures of a card."""
    form = CardForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            front, back = form.sides()
            kept = scan_card(actor=request.actor, patient_id=patient_id, front=front, back=back)
            return redirect("check_in:card", kept)
    context = {"form": form, "banner": banner(request.actor, patient_id), "room": "front"}
    return render(request, "check_in/scan.html", context, status=422 if form.errors else 200)


@screen("documents.read")
def confirm(request: OfficeRequest, card_id: UUID) -> HttpResponse:
    """The card beside its fields: suggestions to confirm or correct; then the payer is asked about today's visit."""
    found = card(card_id)
    require(request.actor, "documents.read", found.patient_id)
    saw(request, [found.patient_id])
    known = payers()
    form = scanned_form(request.POST or None, found.suggested, known, clock.today(office_zone()))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            confirm_card(actor=request.actor, card_id=card_id, **typed_policy(form, found.suggested, known))
            return _ask_today(request, found.patient_id)
    context = {"form": form, "card": found, "banner": banner(request.actor, found.patient_id), "room": "front"}
    return render(request, "check_in/card.html", context, status=422 if form.errors else 200)


def _ask_today(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """To the check-in panel of today's visit, the payer asked; else to the patient's insurance."""
    visit = due_today(request.actor, patient_id)
    if visit is None:
        return redirect("coverage:patient", patient_id=patient_id)
    ask_for_visit(actor=request.actor, appointment_id=visit)
    return redirect("desks:check-in", visit)
