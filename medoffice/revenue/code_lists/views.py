"""Which code lists are loaded, and what a code of them says."""

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists.forms import LookForm
from medoffice.revenue.code_lists.queries.releases import releases, standing_on
from medoffice.revenue.code_lists.queries.words import look_up
from medoffice.revenue.code_lists.rules.standing import stand
from medoffice.security.api import OfficeRequest, screen
from medoffice.standards.code_lists.types import ListKind
from medoffice.standards.terminology.api import billable_count, editions, last_day

MOST = 100


@screen("code_lists.read")
def look(request: OfficeRequest) -> HttpResponse:
    """What a code of an imported list says, or which code has these words, today."""
    form, today = LookForm(request.GET or {"kind": ListKind.REASONS.value}), today_here()
    kind = ListKind(form.cleaned_data["kind"]) if form.is_valid() else None
    found = next((one for one in standing_on(today) if one.kind is kind), None)
    typed = form.cleaned_data.get("q", "")
    speaks = found.release if found and found.speaks else None
    hits = look_up(speaks, typed, today, MOST + 1) if speaks else []
    context = {"form": form, "found": found, "typed": typed, "hits": hits[:MOST], "more": len(hits) > MOST}
    context |= {"most": MOST, "today": today, "room": "coding"}
    return render(request, "code_lists/look.html", context, status=200 if form.is_valid() else 422)


@screen("code_lists.read")
def lists(request: OfficeRequest) -> HttpResponse:
    """Every kind of list as it stands today, and what was taken in."""
    taken = releases()
    today = today_here()
    loaded = stand(taken, today)
    context = {"loaded": loaded, "speaking": sum(one.speaks for one in loaded), "taken": taken, "room": "coding"}
    context |= {
        "diagnoses": editions(),
        "diagnoses_to": last_day(),
        "billable": f"{billable_count(today):,}",
        "today": today,
    }
    return render(request, "code_lists/lists.html", context)
