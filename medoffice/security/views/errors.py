"""Pages for when something went wrong."""

import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from medoffice.kernel.refusals import NotFound
from medoffice.security.middleware import answer, refusal_of
from medoffice.security.screens import open_door


@open_door("an error page")
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """The request makes no sense."""
    return render(request, "400.html", status=400)


@open_door("an error page")
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """Not allowed; the house itself answers 404 instead, so this is for the framework."""
    return render(request, "403.html", status=403)


@open_door("an error page")
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A form without its token: the session ended, or the form came from elsewhere."""
    return render(request, "403.html", status=403)


@open_door("an error page")
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django's
    """No such page."""
    return render(request, "security/refusal.html", {"refusal": NotFound()}, status=404)


@open_door("an error page")
def broken(request: HttpRequest) -> HttpResponse:
    """A database that is away for a moment, or a bug; the page shows the request id."""
    refusal = refusal_of(sys.exc_info()[1])
    if refusal:
        return answer(request, refusal)
    return render(request, "500.html", {"request_id": getattr(request, "request_id", "")}, status=500)
