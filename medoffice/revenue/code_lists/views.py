"""Which code lists are loaded."""

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists.queries.releases import releases
from medoffice.revenue.code_lists.rules.standing import stand
from medoffice.security.api import OfficeRequest, screen
from medoffice.standards.terminology.api import billable_count, editions, last_day


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
