"""Times on every page are the office's: the zone of the signed-in person's site, or of the first site."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone

from medoffice.practice.api import sites, staff_of_user


class SiteTime:
    """Show times in the office's zone for the length of a request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor = getattr(request, "actor", None)
        if actor is None:
            return self.get_response(request)
        member, places = staff_of_user(actor.id), sites()
        own = next((place for place in places if member and place.id == member.site_id), None)
        place = own or (places[0] if places else None)
        with timezone.override(ZoneInfo(place.zone) if place else None):
            return self.get_response(request)
