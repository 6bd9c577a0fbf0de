"""Which code lists are loaded."""

from django.http import HttpResponse
from django.shortcuts import render

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists.queries import releases
from medoffice.revenue.code_lists.rules.standing import stand
from medoffice.security.api import OfficeRequest, screen


@screen("code_lists.read")
def lists(request: OfficeRequest) -> HttpResponse:
    """Every kind of list as it stands today, and what was taken in."""
    taken = releases()
    loaded = stand(taken, today_here())
    context = {"loaded": loaded, "speaking": sum(one.speaks for one in loaded), "taken": taken, "room": "coding"}
    return render(request, "code_lists/lists.html", context)
