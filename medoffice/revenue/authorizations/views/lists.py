"""The payers' lists of medicines: what is loaded, and what a list says."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.practice.api import payers, today_here
from medoffice.revenue.authorizations.forms import SoughtForm
from medoffice.revenue.authorizations.queries import formularies as asked
from medoffice.security.api import OfficeRequest, screen
from medoffice.ui.lists import limit_of, rest_of


@screen("formulary.read")
def lists(request: OfficeRequest) -> HttpResponse:
    """Every list that was taken in, those that hold today marked; which payers have none."""
    found, today = asked.formularies(), today_here()
    holds: dict[tuple[UUID, str], UUID] = {}
    for one in sorted(found, key=lambda each: (each.starts, each.taken_at, str(each.id)), reverse=True):
        if one.starts <= today:
            holds.setdefault((one.payer_id, one.plan.lower()), one.id)
    loaded = {one.payer_id for one in found}
    context = {
        "lines": [(one, holds.get((one.payer_id, one.plan.lower())) == one.id, one.starts > today) for one in found],
        "without": [one.name for one in payers() if one.id not in loaded],
        "room": "authorizations",
    }
    return render(request, "authorizations/lists.html", context)


@screen("formulary.read")
def one_list(request: OfficeRequest, formulary_id: UUID) -> HttpResponse:
    """The lines of a list, all or those that are looked for."""
    one, form = asked.formulary(formulary_id), SoughtForm(request.GET)
    sought = form.cleaned_data["q"] if form.is_valid() else ""
    found, total = asked.lines_of(one.id, sought, limit_of(request))
    context = {
        "one": one,
        "lines": found,
        "sought": sought,
        "total": total,
        "rest": rest_of(request, len(found), total),
        "room": "authorizations",
    }
    return render(request, "authorizations/list.html", context)
