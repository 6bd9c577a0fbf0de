"""Screens of downtime: the packs that are kept, and how they are made."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.management.downtime import queries
from medoffice.management.downtime.actions.make_pack import make_pack
from medoffice.management.downtime.actions.set_up_packs import set_up_packs
from medoffice.management.downtime.forms import PacksForm
from medoffice.security.api import OfficeRequest, saw, screen
from medoffice.ui.fields import refusals_in


@screen("downtime.see")
def packs_page(request: OfficeRequest) -> HttpResponse:
    """The packs, the latest first with its age; whoever may, says how they are made."""
    made, how = queries.packs(), queries.how_made()
    context = {
        "packs": made,
        "age": queries.age(made[0].made_at) if made else "",
        "how": how,
        "form": PacksForm(initial={"keep": how.keep} if how else None),
        "second": settings.DOWNTIME_FOLDER,
        "may_set": request.may("downtime.set_up"),
    }
    return render(request, "downtime/packs.html", context)


@require_POST
@screen("downtime.make")
def make(request: OfficeRequest) -> HttpResponse:
    """Make one now."""
    make_pack(actor=request.actor)
    messages.success(request, "A new pack is made.")
    return redirect("downtime:packs")


@screen("downtime.set_up")
def set_up(request: OfficeRequest) -> HttpResponse:
    """Choose the password and how many are kept."""
    form = PacksForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("password", "keep")}
        with refusals_in(form):
            set_up_packs(actor=request.actor, **typed)
            messages.success(request, "From now on packs are made so.")
            return redirect("downtime:packs")
    return render(request, "downtime/set_up.html", {"form": form}, status=422 if form.errors else 200)


@screen("downtime.see")
def fetch(request: OfficeRequest, pack_id: UUID) -> HttpResponse:
    """The encrypted PDF; whoever fetches it has seen everybody in it."""
    found = queries.pack(request.actor, pack_id)
    pages = queries.pages_of(found)
    saw(request, found.patient_ids)
    kept = {"Content-Disposition": f'attachment; filename="{found.name}"'}
    return HttpResponse(pages, content_type="application/pdf", headers=kept)
