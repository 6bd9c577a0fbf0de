"""Upkeep on the screen: the day, one log, a line that was wrong, a month for an inspector."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.clinic.upkeep import queries
from medoffice.clinic.upkeep.actions import decide as deciding
from medoffice.clinic.upkeep.actions.log_entry import correct_entry, log_entry
from medoffice.clinic.upkeep.actions.place_lots import place_lots
from medoffice.clinic.upkeep.actions.set_up_equipment import set_up_equipment
from medoffice.clinic.upkeep.forms import CorrectionForm, DecisionForm, EntryForm, EquipmentForm, LotsForm
from medoffice.clinic.upkeep.rules.due import tick_first
from medoffice.clinic.upkeep.rules.judging import ALSO, WHAT_WORDS, in_words, limits, loads_in_doubt
from medoffice.clinic.upkeep.types import Entry, Equipment, Kept, Kind, Told, Verdict, What
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import practice, sites, staff_of_user, today_here
from medoffice.security.api import OfficeRequest, screen, seen_version
from medoffice.ui.fields import refusals_in

ROOM = {"room": "upkeep"}
TICKS = tuple((one, WHAT_WORDS[one]) for one in (What.CLEANED, What.TERMINAL))


@screen("upkeep.see")
def day(request: OfficeRequest) -> HttpResponse:
    """What is looked after at a site today: what is due, what is late, what waits for a decision."""
    places = sites()
    me = staff_of_user(request.actor.id)
    mine = next((one.key for one in places if me and one.id == me.site_id), "")
    asked = request.GET.get("site", mine)
    here = next((one for one in places if one.key == asked), None)
    now = clock.now()
    lines = queries.day(now, here.id if here else None)
    context = {
        "lines": [
            (one, limits(one.equipment.kept), _last(one.equipment.kept, one.last), tick_first(one, now))
            for one in lines
        ],
        "late": sum(one.late for one in lines),
        "places": {one.id: one.name for one in places},
        "sites": places,
        "here": here,
        "kinds": list(Kind),
        "ticks": TICKS,
        "may_log": request.may("upkeep.log"),
        "may_set_up": request.may("upkeep.set_up"),
    }
    return render(request, "upkeep/day.html", context | ROOM)


@screen("upkeep.see")
def equipment(request: OfficeRequest, equipment_id: UUID) -> HttpResponse:
    """One log: what is seen now is typed here, what is out of its limits is decided here."""
    one = queries.equipment(equipment_id)
    form = EntryForm(request.POST or None)
    form.ask(one.kept, _load_before(one), due=_is_due(one))
    if form.is_bound and form.is_valid() and request.may("upkeep.log"):
        with refusals_in(form):
            told = form.told(one.kept)
            log_entry(actor=request.actor, equipment_id=one.id, told=told)
            messages.success(request, f"{one.kept.name}: {in_words(one.kept, told)}.")
            return redirect("upkeep:equipment", one.id) if told.did else redirect("upkeep:day")
    return _page(request, one, {"form": form})


@require_POST
@screen("upkeep.log")
def tick(request: OfficeRequest, equipment_id: UUID, step: str) -> HttpResponse:
    """A room was cleaned, just now."""
    if step not in (What.CLEANED, What.TERMINAL):
        raise NotFound
    log_entry(actor=request.actor, equipment_id=equipment_id, told=Told(What(step)))
    messages.success(request, f"{queries.equipment(equipment_id).kept.name}: {WHAT_WORDS[What(step)]}.")
    return redirect("upkeep:day")


@screen("upkeep.see")
def line(request: OfficeRequest, log_id: UUID) -> HttpResponse:
    """A line of a log; what was wrong with it is corrected by another."""
    one = queries.entry(log_id)
    thing = queries.equipment(one.equipment_id)
    form = CorrectionForm(request.POST or None)
    form.mend(thing.kept, one)
    may = request.may("upkeep.log")
    if form.is_bound and form.is_valid() and may:
        with refusals_in(form):
            why = form.cleaned_data["why"]
            correct_entry(actor=request.actor, entry_id=log_id, told=form.told(thing.kept), why=why)
            messages.success(request, "Corrected; the wrong line stays to be read.")
            return redirect("upkeep:equipment", thing.id)
    context = {
        "one": one,
        "thing": thing,
        "words": in_words(thing.kept, one.told),
        "form": form if may and (one.stands or form.errors) else None,
    }
    return render(request, "upkeep/line.html", context | ROOM, status=422 if form.errors else 200)


@require_POST
@screen("upkeep.decide")
def decide(request: OfficeRequest, equipment_id: UUID) -> HttpResponse:
    """Use what was set aside, or discard it; or say what was done."""
    one = queries.equipment(equipment_id)
    form = _decision(one, request)
    if form.is_valid():
        with refusals_in(form):
            said = form.cleaned_data
            deciding.decide(
                actor=request.actor, equipment_id=one.id, verdict=Verdict(said.get("verdict") or Verdict.DONE),
                why=said["why"], lot_ids=[UUID(each) for each in said.get("lots", ())],
            )  # fmt: skip
            return redirect("upkeep:equipment", one.id)
    return _page(request, one, {"decision": form})


@require_POST
@screen("upkeep.log")
def lots(request: OfficeRequest, equipment_id: UUID) -> HttpResponse:
    """Which lots stand in it."""
    one = queries.equipment(equipment_id)
    form = _lots(one, request)
    if form.is_valid():
        with refusals_in(form):
            chosen = [UUID(each) for each in form.cleaned_data["lots"]]
            place_lots(actor=request.actor, equipment_id=one.id, lot_ids=chosen)
            return redirect("upkeep:equipment", one.id)
    return _page(request, one, {"lots": form})


@screen("upkeep.see")
def month(request: OfficeRequest, equipment_id: UUID) -> HttpResponse:
    """A month of a log on paper, for an inspector."""
    first = _first_of(request.GET.get("month", "")) or today_here().replace(day=1)
    found = queries.month(equipment_id, first)
    kept = found.equipment.kept
    context = {
        "found": found,
        "lines": [(each, in_words(kept, each.told)) for each in found.entries],
        "limits": limits(kept),
        "place": next((each.name for each in sites() if each.id == kept.site_id), ""),
        "zone": queries.zone_of(found.equipment),
        "office": practice().name,
        "printed": clock.now(),
        "before": f"{first.year - (first.month == 1)}-{(first.month - 2) % 12 + 1:02}",
        "after": f"{first.year + (first.month == 12)}-{first.month % 12 + 1:02}",
    }
    return render(request, "upkeep/month.html", context | ROOM)


@screen("upkeep.set_up")
def new(request: OfficeRequest, kind: str) -> HttpResponse:
    """Look after something from now on."""
    if kind not in list(Kind):
        raise NotFound
    return _set_up(request, Kind(kind), None)


@screen("upkeep.set_up")
def change(request: OfficeRequest, equipment_id: UUID) -> HttpResponse:
    """Look after it otherwise."""
    one = queries.equipment(equipment_id)
    return _set_up(request, one.kept.kind, one)


def _set_up(request: OfficeRequest, kind: Kind, now: Equipment | None) -> HttpResponse:
    form = EquipmentForm(request.POST or None)
    form.offer(kind, [(str(one.id), one.name) for one in sites()], now)
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            made = set_up_equipment(
                actor=request.actor, kept=form.kept(kind), equipment_id=now.id if now else None,
                used=form.cleaned_data["used"], seen_version=seen_version(request) if now else 0,
            )  # fmt: skip
            return redirect("upkeep:equipment", made)
    context = {"form": form, "now": now, "kind": kind}
    return render(request, "upkeep/set_up.html", context | ROOM, status=422 if form.errors else 200)


def _page(request: OfficeRequest, one: Equipment, sent: dict[str, object]) -> HttpResponse:
    kept, found = one.kept, queries.log_of(one.id)
    form = sent.get("form")
    if form is None:
        form = EntryForm()
        form.ask(kept, _load_before(one), due=_is_due(one))
    waits = queries.odd_of([one.id]).get(one.id, [])
    aside = [lot for lot, _ in queries.lots_in(one) if lot.aside_at]
    decides = (waits or aside) and request.may("upkeep.decide")
    context = {
        "one": one,
        "limits": limits(kept),
        "place": next((each.name for each in sites() if each.id == kept.site_id), ""),
        "zone": queries.zone_of(one),
        "lines": [(each, in_words(kept, each.told)) for each in found],
        "waits": waits,
        "aside": aside,
        "doubt": loads_in_doubt(queries.loads_and_tests(one.id)) if kept.kind is Kind.AUTOCLAVE else [],
        "decisions": queries.decisions_of(one.id),
        "form": form if one.used and request.may("upkeep.log") else None,
        "decision": (sent.get("decision") or _decision(one)) if decides else None,
        "ticks": TICKS if kept.kind is Kind.ROOM else (),
        "lots": (sent.get("lots") or _lots(one)) if kept.vaccines and request.may("upkeep.log") else None,
        "may_set_up": request.may("upkeep.set_up"),
    }
    wrong = any(getattr(each, "errors", None) for each in sent.values())
    return render(request, "upkeep/equipment.html", context | ROOM, status=422 if wrong else 200)


def _decision(one: Equipment, request: OfficeRequest | None = None) -> DecisionForm:
    form = DecisionForm(request.POST if request else None, auto_id="d_%s")
    form.offer([(str(lot.id), f"{lot.words}, lot {lot.vial.lot}") for lot, _ in queries.lots_in(one) if lot.aside_at])
    return form


def _lots(one: Equipment, request: OfficeRequest | None = None) -> LotsForm:
    form = LotsForm(request.POST if request else None, auto_id="l_%s")
    found = queries.lots_in(one)
    shown = [(str(lot.id), f"{lot.words}, lot {lot.vial.lot}") for lot, _ in found]
    form.offer(shown, [str(lot.id) for lot, said in found if said])
    return form


def _load_before(one: Equipment) -> Entry | None:
    if What.LOAD not in ALSO.get(one.kept.kind, ()):
        return None
    return next((each for each in reversed(queries.loads_and_tests(one.id)) if each.told.what is What.LOAD), None)


def _first_of(month: str) -> date | None:
    """The first day of a month that came by an address, of this age."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return None
    return first if 2000 <= first.year < 2200 else None


def _is_due(one: Equipment) -> bool:
    """Whether what is due is asked first: always, but for what is also logged between."""
    if one.kept.kind not in ALSO:
        return True
    line = next((each for each in queries.day(clock.now(), one.kept.site_id) if each.equipment.id == one.id), None)
    return bool(line and line.next)


def _last(kept: Kept, last: Entry | None) -> str:
    return in_words(kept, last.told) if last else ""
