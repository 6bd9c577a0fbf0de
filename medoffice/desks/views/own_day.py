"""A provider's own day: who comes, who is here and since when, what of it is not signed, and what else waits."""

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.desks import queries
from medoffice.practice.api import work_items
from medoffice.security.api import OfficeRequest, saw, screen

WAITING = 12


@screen("desks.day")
def day(request: OfficeRequest) -> HttpResponse:
    """The day, and what waits for this person: the most pressing first."""
    found = queries.own_day(request.actor)
    saw(request, {line.card.patient_id for line in found.lines})
    items = work_items(request.actor)
    context = {"day": found, "items": items[:WAITING], "waiting": len(items), "room": "day"}
    return render(request, "desks/day.html", context)


@screen("desks.day")
def lines(request: OfficeRequest) -> HttpResponse:
    """The visits again, if somebody was moved since they were seen; the page asks by itself."""
    found = queries.own_day_since(request.actor, request.GET.get("seen", ""))
    if found is None:
        return HttpResponse(status=204)
    saw(request, {line.card.patient_id for line in found.lines})
    return render(request, "desks/_day.html", {"day": found})
