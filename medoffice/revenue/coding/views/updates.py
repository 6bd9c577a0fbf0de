"""What an update of the diagnosis codes changed, what of it the office uses; what names a code that ended is mended."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.records.patients.api import banner, patients_by_id
from medoffice.revenue.coding.actions.leave_touched import leave_touched
from medoffice.revenue.coding.actions.mend_touched import mend_touched
from medoffice.revenue.coding.forms import LEAVE, MendForm
from medoffice.revenue.coding.queries.touched import touched_at
from medoffice.revenue.coding.queries.updates import MOST_REPLACEMENTS, update_of
from medoffice.revenue.coding.rules.updating import OTHERS, WORDS, next_open
from medoffice.revenue.coding.types import Touched, Touches
from medoffice.security.api import OfficeRequest, require, saw, screen
from medoffice.standards.terminology.api import icd10, icd10_replacements, last_day, update_days
from medoffice.ui.fields import refusals_in
from medoffice.ui.lists import limit_of, rest_of

MOST_DAYS = 9


@screen("coding.mend")
def updates(request: OfficeRequest) -> HttpResponse:
    """The latest update that is loaded, or the one of the day that the address names."""
    days = update_days()[:MOST_DAYS]
    chosen = next((one for one in days if f"{one:%Y-%m-%d}" == request.GET.get("from")), None)
    day = chosen or (days[0] if days else date.min)
    found = update_of(request.actor, day) if days else None
    shown = found.touched[: limit_of(request)] if found else ()
    people = patients_by_id({one.patient_id for one in shown if one.patient_id})
    saw(request, people)
    names = {one.id: one.name.sorted_form for one in people.values()}
    context = {
        "days": days,
        "found": found,
        "touched": [(one, names.get(one.patient_id, "") if one.patient_id else "", OTHERS[one.kind]) for one in shown],
        "open": sum(not one.left_by for one in found.touched) if found else 0,
        "may": _may(request),
        "began": bool(found) and day <= today_here(),
        "rest": rest_of(request, len(shown), len(found.touched) if found else 0),
        "until": last_day(),
        "room": "coding",
    }
    return render(request, "coding/updates.html", context)


@screen("coding.mend")
def mend(request: OfficeRequest, touched: str) -> HttpResponse:
    """One thing that names a code that ended: choose what it names, or leave it; then the next one."""
    found, today = touched_at(request.actor, touched), today_here()
    require(request.actor, WORDS[found.kind], found.patient_id, found.about)
    ended = icd10(found.code, today)
    if ended is None or ended.valid_to is None or ended.valid_to >= today:
        raise NotFound
    saw(request, [found.patient_id] if found.patient_id else [])
    instead = icd10_replacements(found.code, today, MOST_REPLACEMENTS)
    day = ended.valid_to + timedelta(days=1)
    form = MendForm(request.POST or None, initial={"seen": found.version})
    form.offer(found.code, instead)
    if form.is_bound and form.is_valid():
        following = next_open(update_of(request.actor, day).touched, touched, _may(request))
        with refusals_in(form):
            messages.success(request, _done(request, found, form))
            return redirect("coding:mend", following) if following else redirect(_page(day))
        form.look_again(found.version)
    context = {
        "found": found,
        "ended": ended,
        "day": day,
        "page": _page(day),
        "form": form,
        "banner": banner(request.actor, found.patient_id) if found.patient_id else None,
        "room": "coding",
    }
    return render(request, "coding/mend.html", context, status=422 if form.errors else 200)


def _done(request: OfficeRequest, found: Touched, form: MendForm) -> str:
    """Do what was chosen; what it came to."""
    name = found.name or found.said
    if form.cleaned_data["instead"] == LEAVE:
        leave_touched(actor=request.actor, key=found.key)
        return f"{name}: {found.code} was left."
    mend_touched(actor=request.actor, key=found.key, seen_version=form.cleaned_data["seen"], instead=form.code())
    return f"{name}: {form.code()} instead of {found.code}."


def _may(request: OfficeRequest) -> set[Touches]:
    return {kind for kind, word in WORDS.items() if request.may(word)}


def _page(day: date) -> str:
    return f"{reverse('coding:updates')}?from={day:%Y-%m-%d}"
