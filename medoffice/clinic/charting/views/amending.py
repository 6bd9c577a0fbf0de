"""Accepting what a patient asked of an entry: what it said, what they say, and what it says from now on."""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from medoffice.clinic.charting.actions.amend_entry import amend_entry
from medoffice.clinic.charting.forms import AmendedForm, entry_as_typed
from medoffice.clinic.charting.queries.beside import LISTED
from medoffice.clinic.charting.queries.chart import history_of
from medoffice.clinic.charting.rules.kinds import KINDS
from medoffice.clinic.charting.rules.telling import cause_of, line_of, when_of
from medoffice.clinic.charting.types import Told, Version
from medoffice.clinic.charting.views.lists import edition
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner
from medoffice.records.rights.api import amendment
from medoffice.records.rights.types import Amendment
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.security.types import Actor
from medoffice.ui.fields import refusals_in


@screen("lists.change")
def amend(request: OfficeRequest, entry_amendment_id: UUID) -> HttpResponse:
    """The entry as it stands, to be put right; kept, the amendment is accepted."""
    asked = amendment(request.actor, entry_amendment_id, "rights.decide")
    if asked.thing.kind != LISTED:
        raise NotFound
    last, _ = history_of(request.actor, asked.thing.id)
    saw(request, [asked.patient_id])
    initial = {**entry_as_typed(last.told), "entry": last.version}
    form = AmendedForm(request.POST or None, kind=last.kind, today=today_here(), initial=initial)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            amend_entry(
                actor=request.actor,
                amendment_id=entry_amendment_id,
                seen_version=seen_version(request),
                seen_entry=form.cleaned_data["entry"],
                told=None if form.cleaned_data["struck"] else _told(form, last),
                statement=form.cleaned_data["statement"],
                tell=form.cleaned_data["tell"],
            )
            messages.success(request, "Accepted: the entry is amended, and the statement stands beside it.")
            return redirect("rights:amendment", entry_amendment_id)
    context = {
        "banner": banner(request.actor, asked.patient_id),
        "asked": asked,
        "last": last,
        "listed": KINDS[last.kind],
        "line": line_of(last),
        "when": when_of(last),
        "cause": cause_of(last),
        "form": form,
        "room": "front",
    }
    return render(request, "charting/amend.html", context, status=422 if form.errors else 200)


def _told(form: AmendedForm, last: Version) -> Told:
    told = form.told(KINDS[last.kind].system, edition(last.kind))
    same_code = told.code == last.told.code
    return replace(told, system=last.told.system, edition=last.told.edition) if same_code else told


def accept_at(actor: Actor, asked: Amendment) -> str:
    """Where an amendment of an entry is accepted; nothing for whoever does not keep the lists."""
    may = can(actor, "lists.change", asked.patient_id, asked.thing.about)
    return reverse("charting:amend", args=[asked.id]) if may else ""


def stands_at(actor: Actor, asked: Amendment) -> str:
    """The entry an amendment is about, on the chart; nothing for whoever does not read the lists."""
    if not can(actor, "lists.read", asked.patient_id, asked.thing.about):
        return ""
    return f"{reverse('charting:chart', args=[asked.patient_id])}#{asked.thing.id}"
