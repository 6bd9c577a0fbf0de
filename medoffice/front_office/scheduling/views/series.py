"""Screens of a series: every date looked at before any is booked; a change of this visit, the following, or all."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.scheduling.actions.book_series import book_series
from medoffice.front_office.scheduling.actions.cancel_series import cancel_series
from medoffice.front_office.scheduling.actions.change_series import change_series
from medoffice.front_office.scheduling.forms import SeriesChangeForm, SeriesForm, instants
from medoffice.front_office.scheduling.queries.series import check_series
from medoffice.front_office.scheduling.queries.units import visit_types
from medoffice.front_office.scheduling.rules.recurrence import dates_of, write_rule
from medoffice.front_office.scheduling.types import Occurrence, Scope
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.api import office_zone, providers, site, sites
from medoffice.records.patients.api import banner
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.fields import refusals_in


@screen("appointments.book", patient="patient_id")
def series(request: OfficeRequest, patient_id: UUID) -> HttpResponse:
    """Say how a visit recurs, look at every date, and book those that are chosen: all or none."""
    form = SeriesForm(request.POST or None, initial={"first": "t", "unit": "week", "every": 1, "count": 6})
    form.offer(visit_types(), providers(), sites(), clock.today(office_zone()))
    dates: list[Occurrence] = []
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            if request.POST.get("book"):
                return _book(request, patient_id, form)
            dates = _dates(form)
    context = {"form": form, "dates": dates, "banner": banner(request.actor, patient_id), "room": "schedule"}
    context["lost"] = sum(bool(one.why) for one in dates)
    return render(request, "scheduling/series.html", context, status=422 if form.errors else 200)


@require_POST
@screen("appointments.book")
def series_change(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Bring the visits of a series to another time."""
    form = SeriesChangeForm(request.POST)
    if not form.is_valid():
        raise Invalid("not-said", "Say which visits, and to which time.", "Go back and fill both in.")
    typed = form.cleaned_data
    moved = change_series(
        actor=request.actor,
        appointment_id=appointment_id,
        scope=Scope(typed["scope"]),
        at=typed["at"],
        days=typed["days"] or 0,
    )
    messages.success(request, f"{moved} visits were moved.")
    return redirect("scheduling:appointment", appointment_id)


@require_POST
@screen("appointments.book")
def series_cancel(request: OfficeRequest, appointment_id: UUID) -> HttpResponse:
    """Cancel the visits of a series."""
    scope, why = request.POST.get("scope", ""), request.POST.get("why", "")
    if scope not in set(Scope):
        raise Invalid("not-said", "Say which visits.", "Go back and choose.")
    gone = cancel_series(actor=request.actor, appointment_id=appointment_id, scope=Scope(scope), why=why)
    messages.success(request, f"{gone} visits were cancelled.")
    return redirect("scheduling:appointment", appointment_id)


def _dates(form: SeriesForm) -> list[Occurrence]:
    """The dates of the rule, each with why it is not free."""
    typed = form.cleaned_data
    zone = ZoneInfo(site(UUID(typed["site"])).zone)
    starts = [datetime.combine(on, typed["at"], zone) for on in dates_of(form.rule(), typed["first"])]
    return check_series(typed["visit_type"], UUID(typed["provider"]), UUID(typed["site"]), starts)


def _book(request: OfficeRequest, patient_id: UUID, form: SeriesForm) -> HttpResponse:
    typed = form.cleaned_data
    starts = instants(request.POST.getlist("starts"))
    if not starts:
        raise Refusal("no-time-chosen", "No date is left.", "Look at the dates again and leave some in.")
    book_series(
        actor=request.actor,
        patient_id=patient_id,
        provider_id=UUID(typed["provider"]),
        site_id=UUID(typed["site"]),
        starts=starts,
        rule=write_rule(form.rule()),
        visit_type=typed["visit_type"],
        reason=typed["reason"],
    )
    messages.success(request, f"{len(starts)} visits are booked.")
    return redirect("desks:patient", patient_id)
