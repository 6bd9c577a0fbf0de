"""The stock of vaccines: what is on hand, a lot with its moves, who got a recalled one, and the registry."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.immunizations.actions.keep_registry import keep_registry
from medoffice.clinic.immunizations.actions.recall_lot import recall_lot
from medoffice.clinic.immunizations.actions.receive_lot import receive_lot
from medoffice.clinic.immunizations.actions.take_out import count_lot, take_out
from medoffice.clinic.immunizations.forms import CountForm, LotForm, RecallForm, RegistryForm, TakeOutForm
from medoffice.clinic.immunizations.queries import stock as queries
from medoffice.clinic.immunizations.queries.doses import doses_of_lots
from medoffice.clinic.immunizations.queries.plans import schedule
from medoffice.clinic.immunizations.rules.giving import FUNDING_WORDS, ROUTE_WORDS
from medoffice.clinic.immunizations.rules.planning import ends
from medoffice.clinic.immunizations.rules.stock import ends_soon, why_not
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import sites, today_here
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import OfficeRequest, can, saw, screen, seen_version
from medoffice.standards.terminology.api import vaccine_search
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

ROOM = {"room": "vaccines"}
_FORMS = {"recall": RecallForm, "out": TakeOutForm, "count": CountForm}


@screen("vaccines.stock")
def stock(request: OfficeRequest) -> HttpResponse:
    """What is on hand; a box that came is taken in here."""
    places = {str(one.id): one.name for one in sites()}
    form = LotForm(request.POST or None)
    form.offer(list(places.items()))
    may_keep = request.may("vaccines.keep")
    if form.is_bound and form.is_valid() and may_keep:
        with refusals_in(form):
            said = form.cleaned_data
            receive_lot(actor=request.actor, site_id=UUID(said["site"]), vial=form.vial(), count=said["count"])
            messages.success(request, f"{said['count']} doses of lot {said['lot'].upper()} are on hand.")
            return redirect("immunizations:stock")
    today, every = today_here(), queries.lots(every=bool(request.GET.get("every")))
    shown = every[: limit_of(request)]
    context = {
        "form": form,
        "lots": [
            (
                one,
                places.get(str(one.site_id), ""),
                FUNDING_WORDS[one.vial.funding],
                why_not(one, today),
                ends_soon(one, today),
            )
            for one in shown
        ],
        "total": sum(one.on_hand for one in every),
        "every": request.GET.get("every", ""),
        "old": ends(schedule(), today),
        "rest": rest_of(request, len(shown), len(every)),
        "may_keep": may_keep,
    }
    return render(request, "immunizations/stock.html", context | ROOM, status=422 if form.errors else 200)


@require_POST
@screen("vaccines.stock")
def find(request: OfficeRequest) -> HttpResponse:
    """Vaccines by their name or CVX code, as typed."""
    return render(request, "immunizations/_hits.html", {"found": vaccine_search(request.POST.get("q", "")[:80])})


@screen("vaccines.stock")
def lot(request: OfficeRequest, lot_id: UUID) -> HttpResponse:
    """A lot: what moved in it, who got of it; recalled, taken out and counted here."""
    return _page(request, lot_id)


@require_POST
@screen("vaccines.keep")
def keep(request: OfficeRequest, lot_id: UUID, step: str) -> HttpResponse:
    """Recall it, take doses out, count it."""
    if step not in _FORMS:
        raise NotFound
    form = _FORMS[step](request.POST, auto_id=f"{step}_%s")
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            if step == "recall":
                recall_lot(actor=request.actor, lot_id=lot_id, why=said["why"])
            elif step == "out":
                take_out(actor=request.actor, lot_id=lot_id, **said)
            else:
                count_lot(actor=request.actor, lot_id=lot_id, **said)
            return redirect("immunizations:lot", lot_id)
    return _page(request, lot_id, {step: form})


@screen("vaccines.set_up")
def registry(request: OfficeRequest) -> HttpResponse:
    """Which registry is told."""
    now = queries.registry()
    initial = {name: getattr(now, name) for name in RegistryForm.base_fields} if now else None
    form = RegistryForm(request.POST or None, initial=initial)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            keep_registry(actor=request.actor, to=form.to(), seen_version=seen_version(request) if now else 0)
            messages.success(request, "Kept.")
            return redirect("immunizations:registry")
    context = {"form": form, "now": now}
    return render(request, "immunizations/registry.html", context | ROOM, status=422 if form.errors else 200)


def _page(request: OfficeRequest, lot_id: UUID, sent: dict[str, object] | None = None) -> HttpResponse:
    one = queries.lot(lot_id)
    forms = {step: made(auto_id=f"{step}_%s") for step, made in _FORMS.items()}
    forms["count"].initial = {"seen": one.on_hand}  # whoever counts is not led
    got, hidden = doses_of_lots(request.actor, [each.id for each in queries.same_lots(one)])
    shown = got[: limit_of(request)]
    people = patients_by_id([each.patient_id for each in shown])
    saw(request, people)
    may_read = can(request.actor, "vaccines.read")
    context = {
        "one": one,
        "place": next((each.name for each in sites() if each.id == one.site_id), ""),
        "route": ROUTE_WORDS[one.vial.route],
        "paid_by": FUNDING_WORDS[one.vial.funding],
        "against": why_not(one, today_here()),
        "moves": queries.moves_of(lot_id),
        "got": [(each, people[each.patient_id]) for each in shown] if may_read else [],
        "total": len(got),
        "hidden": hidden,
        "rest": rest_of(request, len(shown), len(got)),
        "may_keep": request.may("vaccines.keep"),
        "forms": {**forms, **(sent or {})},
    }
    return render(request, "immunizations/lot.html", context | ROOM, status=422 if sent else 200)
