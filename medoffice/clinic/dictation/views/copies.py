"""Whom a copy goes to: named before the signature, where each stands, and again once the report was put right."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.clinic.dictation.actions.drop_copy import drop_copy
from medoffice.clinic.dictation.actions.name_copy import name_copy
from medoffice.clinic.dictation.actions.send_copies_again import send_copies_again
from medoffice.clinic.dictation.forms.sending import AgainForm, CopyForm
from medoffice.clinic.dictation.queries.copies import awaits_again, copies_of, offered, sends_again
from medoffice.clinic.dictation.queries.dictations import dictation
from medoffice.clinic.dictation.queries.typed import typed_of
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import LETTER, State
from medoffice.front_office.referrals.api import performers_like
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, back, can, saw, screen
from medoffice.ui.fields import refusals_in


@screen("dictation.read")
def copies(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """Who gets one; who else is meant by the words, by a figure, or found by name."""
    form = CopyForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            if to := _chosen(form):
                name_copy(actor=request.actor, dictation_id=dictation_id, performer_id=to)
                return back(request, reverse("dictation:copies", args=[dictation_id]))
    return _page(request, dictation_id, form, AgainForm())


def _chosen(form: CopyForm) -> UUID | None:
    """Who was chosen, or the only one that is called so."""
    said: UUID | None = form.cleaned_data["performer"]
    typed = form.cleaned_data["name"].strip()
    found = performers_like(typed) if typed and said is None else []
    return found[0].id if len(found) == 1 else said


@require_POST
@screen("dictation.type")
def drop(request: OfficeRequest, dictation_id: UUID, copy_id: UUID) -> HttpResponse:
    """Somebody gets none."""
    drop_copy(actor=request.actor, dictation_id=dictation_id, copy_id=copy_id)
    return redirect("dictation:copies", dictation_id)


@require_POST
@screen("dictation.copy_again")
def again(request: OfficeRequest, dictation_id: UUID) -> HttpResponse:
    """The report as it stands now to who has a copy, or why not."""
    form = AgainForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            why = form.cleaned_data["why"] if request.POST.get("do") == "leave" else None
            send_copies_again(actor=request.actor, dictation_id=dictation_id, why_not=why)
            return redirect("dictation:copies", dictation_id)
    return _page(request, dictation_id, CopyForm(), form)


def _page(request: OfficeRequest, dictation_id: UUID, form: CopyForm, more: AgainForm) -> HttpResponse:
    one = dictation(request.actor, dictation_id)
    saw(request, [one.patient_id])
    named = copies_of([one.id]).get(one.id, [])
    may_read = can(request.actor, "dictation.type", one.patient_id, one.encounter_id)
    may = may_read and one.state in OPEN | {State.TO_SIGN} and one.kind != LETTER
    people, missing = offered(request.actor, one, typed_of(one.id).text) if may else ([], [])
    typed = str(form["name"].value() or "").strip() if form.is_bound else ""
    if typed:
        people = performers_like(typed, 9)
    again = one.state is State.SIGNED and request.may("dictation.copy_again") and sends_again(request.actor, one)
    context = {
        "one": one,
        "copies": named,
        "offered": people,
        "missing": missing,
        "nobody": typed if typed and not people else "",
        "typed": typed,
        "may": may,
        "again": again and awaits_again(one.id),
        "form": form,
        "more": more,
        "banner": banner(request.actor, one.patient_id),
        "room": "dictation",
    }
    return render(request, "dictation/copies.html", context, status=422 if form.errors or more.errors else 200)
