"""The calendar feed: its page, and the feed itself, which needs no sign-in and says nothing of any patient."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.front_office.scheduling.actions.make_feed import make_feed
from medoffice.front_office.scheduling.actions.revoke_feed import revoke_feed
from medoffice.front_office.scheduling.queries.feeds import feed, feed_since
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff_of_user
from medoffice.practice.types import StaffMember
from medoffice.security.api import OfficeRequest, open_door, screen


@screen("appointments.feed")
def my_feed(request: OfficeRequest) -> HttpResponse:
    """Make an address for one's calendar program; it is shown once."""
    member, address = _me(request), ""
    if request.method == "POST":
        token = make_feed(actor=request.actor, staff_id=member.id)
        address = request.build_absolute_uri(reverse("scheduling:feed", args=[token]))
    context = {"member": member, "since": feed_since(member.id), "address": address, "room": "schedule"}
    return render(request, "scheduling/feed.html", context)


@require_POST
@screen("appointments.feed")
def end_feed(request: OfficeRequest) -> HttpResponse:
    """Nothing is read there any more."""
    revoke_feed(actor=request.actor, staff_id=_me(request).id)
    return redirect("scheduling:my-feed")


@open_door("a calendar program cannot sign in; the token opens times without patients, and is revoked by its person")
def read_feed(request: HttpRequest, token: str) -> HttpResponse:
    """When somebody is taken."""
    if request.method not in ("GET", "HEAD"):
        raise NotFound
    return HttpResponse(feed(token), content_type="text/calendar; charset=utf-8")


def _me(request: OfficeRequest) -> StaffMember:
    member = staff_of_user(request.actor.id)
    if member is None:
        raise NotFound
    return member
