"""Copies: what goes of the chart, how a page of it looks, giving it out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import Conflict, Invalid, NotFound
from medoffice.records.patients.api import banner
from medoffice.records.releases.actions.deliver import deliver
from medoffice.records.releases.actions.pick_pages import pick_item, pick_pages
from medoffice.records.releases.forms import BlackForm, DeliverForm
from medoffice.records.releases.queries import requests as queries
from medoffice.records.releases.queries.packet import copies_of, page_shown
from medoffice.records.releases.queries.picking import may_go, opened
from medoffice.records.releases.rules.ranges import boxes_said, numbers_said
from medoffice.records.releases.types import Item, Pick, Request, State, Typed, Way
from medoffice.records.releases.views.requests import shown, ways
from medoffice.security.api import OfficeRequest, saw, screen, seen_version
from medoffice.ui.fields import refusals_in

_ARROWS = (
    ("ArrowLeft", "\u2190", "left", "make the box narrower"),
    ("ArrowRight", "\u2192", "right", "make the box wider"),
    ("ArrowUp", "\u2191", "up", "make the box lower"),
    ("ArrowDown", "\u2193", "down", "make the box higher"),
)  # keys, as they are written, which way a box goes, how it is sized
_FAXED = "The copies wait for the fax line. The request is answered when they arrived; a fax that does not is work."


@require_POST
@screen("releases.work")
def pick(request: OfficeRequest, request_id: UUID) -> HttpResponse:
    """What goes: a field of pages and one of what is black for each item."""
    pages, black, why = _typed(request, "pages-"), _typed(request, "black-"), request.POST.get("why", "")
    version = seen_version(request)
    try:
        pick_pages(actor=request.actor, request_id=request_id, seen_version=version, pages=pages, black=black, why=why)
    except (Conflict, Invalid) as refusal:
        found = refusal.detail.get("fields", {})
        wrong = {name: " ".join(words) for name, words in found.items()}
        told = "" if wrong else f"{refusal.words} {refusal.fix}".strip()
        one = queries.request(request.actor, request_id, "releases.work")
        return shown(request, one, typed=Typed(request.POST.dict(), wrong, told))
    return redirect("releases:request", request_id)


@require_POST
@screen("releases.send")
def give(request: OfficeRequest, request_id: UUID) -> HttpResponse:
    """The copies go."""
    form = DeliverForm(request.POST)
    form.offer(ways(request))
    if form.is_valid():
        with refusals_in(form):
            deliver(actor=request.actor, request_id=request_id, **form.cleaned_data)
            faxed = form.cleaned_data["way"] is Way.FAX
            messages.success(request, _FAXED if faxed else "The copies are ready, and stand in the log of what left.")
            return redirect("releases:request", request_id)
    return shown(request, queries.request(request.actor, request_id, "releases.work"), form)


@screen("releases.send")
def look(request: OfficeRequest, request_id: UUID, copied: str) -> HttpResponse:
    """The pages of an item, and what of it goes: drawn over them with a script, as they would go without one."""
    one, item, chosen = _item(request, request_id, copied)
    shown = {"pages": numbers_said(chosen.pages), "black": boxes_said(chosen.black)}
    form = BlackForm(request.POST or None, initial=shown)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            version, said = seen_version(request), form.cleaned_data
            pick_item(actor=request.actor, request_id=request_id, seen_version=version, key=copied, **said)
            messages.success(request, "What goes of it is kept.")
            return redirect("releases:look", request_id, copied)
    context = {
        "one": one,
        "open": one.state is State.OPEN,
        "item": item,
        "form": form,
        "arrows": _ARROWS,
        "pages": range(1, opened(item).pages + 1),
        "black": boxes_said(chosen.black),
        "banner": banner(request.actor, one.patient_id),
        "room": "letters",
    }
    return render(request, "releases/look.html", context, status=422 if form.errors else 200)


@screen("releases.send")
def page(request: OfficeRequest, request_id: UUID, copied: str, page: int) -> HttpResponse:
    """A page as a picture: as it would go, or bare."""
    _, item, chosen = _item(request, request_id, copied)
    drawn = page_shown(item, page, None if "bare" in request.GET else chosen.black.get(page, ()))
    headers = {"Content-Disposition": 'inline; filename="page.png"', "Cache-Control": "no-store"}
    return HttpResponse(drawn, content_type="image/png", headers=headers)


@screen("releases.work")
def packet(request: OfficeRequest, delivery_id: UUID) -> HttpResponse:
    """The copies as they went, to print or to save, as long as what is in them may go."""
    patient_id, data = copies_of(request.actor, delivery_id)
    saw(request, [patient_id])
    headers = {"Content-Disposition": 'inline; filename="copies.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(data, content_type="application/pdf", headers=headers)


def _item(request: OfficeRequest, request_id: UUID, key: str) -> tuple[Request, Item, Pick]:
    """An item that may go, with what is picked of it. Raises NotFound."""
    one = queries.request(request.actor, request_id, "releases.work")
    saw(request, [one.patient_id])
    found = may_go(request.actor, one, [key])
    if not found:
        raise NotFound
    chosen = next((pick for pick in one.picks if pick.key == key), Pick(key, ()))
    return one, found[0], chosen


def _typed(request: OfficeRequest, prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): str(value) for name, value in request.POST.items() if name.startswith(prefix)}
