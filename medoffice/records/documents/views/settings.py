"""Settings of documents: the office's types, and how long each sort is kept."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from medoffice.practice.api import providers, today_here
from medoffice.records.documents.actions.save_kind import add_kind, change_kind
from medoffice.records.documents.actions.set_keeping import set_keeping
from medoffice.records.documents.forms import KeepingForm, KindForm, kind_shown
from medoffice.records.documents.queries import kinds
from medoffice.records.documents.rules.kinds import in_use
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@screen("documents.set_up")
def types(request: OfficeRequest) -> HttpResponse:
    """Every type of document; one that is named is changed, else a new one is added."""
    known, today, signers = kinds.all_kinds(), today_here(), providers()
    one = next((kind for kind in known if kind.key == request.GET.get("type")), None)
    form = KindForm(request.POST or None, initial=kind_shown(one))
    form.ask(kinds.keepings(), signers, today)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            if one is None:
                add_kind(actor=request.actor, kind=replace(form.kind(), since=today))
            else:
                change_kind(actor=request.actor, kind=replace(form.kind(), key=one.key, since=one.since))
            messages.success(request, "Saved.")
            return redirect("documents:types")
    context = {
        "lines": [(kind, kind in in_use([kind], today)) for kind in known],
        "one": one,
        "form": form,
        "signers": {member.id: member.name for member in signers},
        "rules": kinds.keepings_on(today),
        "room": "documents",
    }
    return render(request, "documents/types.html", context, status=422 if form.errors else 200)


@screen("documents.set_up")
def keeping(request: OfficeRequest) -> HttpResponse:
    """How long each sort of document is kept; the office says it, from a day on, and by which law."""
    today = today_here()
    form = KeepingForm(request.POST or None)
    form.ask(kinds.keepings(), today)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_keeping(actor=request.actor, rule=form.rule())
            messages.success(request, "Saved.")
            return redirect("documents:keeping")
    rules = kinds.keeping_rules()
    context = {
        "lines": [*kinds.keepings_on(today).values(), *(one for one in rules if one.since > today)],
        "form": form,
        "room": "documents",
    }
    return render(request, "documents/keeping.html", context, status=422 if form.errors else 200)
