"""Middleware: request ids, the session's time limits, and refusals shown as words instead of errors.

What was sent to a page that cannot act now is on the answer, to be sent again as it is: nothing typed is lost.
"""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from psycopg.errors import DiskFull

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.current import NoWorld
from medoffice.security import audit
from medoffice.security.queries import actor_of
from medoffice.security.screens import words_of
from medoffice.security.types import Actor

log = logging.getLogger(__name__)
_LONG = 40
_NOT_AGAIN = ("csrfmiddlewaretoken", "password")
Next = Callable[[HttpRequest], HttpResponseBase]


class RequestId:
    """Give every request an id: in the log, in the audit trail, on the page when something went wrong."""

    def __init__(self, get_response: Next) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = new_id().hex[-12:]
        request.request_id = number  # type: ignore[attr-defined] # shown on error pages
        token = audit.request_id.set(number)
        try:
            response = self.get_response(request)
        finally:
            audit.request_id.reset(token)
        response.headers["X-Request-Id"] = number
        return response


class OfficeSession:
    """Who is signed in. A session ends after minutes of idleness or hours in all.

    A request that no person made (a page asking again by itself) carries the header ``X-Poll`` and does not extend it;
    a test holds that every element which asks by itself sends it. No page but a static file may be kept by a browser.
    """

    def __init__(self, get_response: Next) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor = self._actor(request)
        request.actor = actor  # type: ignore[attr-defined]
        request.may = words_of(actor)  # type: ignore[attr-defined]
        request.actor_name = actor.name if actor else ""  # type: ignore[attr-defined]
        request.world_label = current.name()  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    def _actor(self, request: HttpRequest) -> Actor | None:
        session = request.session
        if "user" not in session:
            return None
        now = clock.now()
        began, seen = (datetime.fromisoformat(session[name]) for name in ("began", "seen"))
        idle = timedelta(minutes=settings.SESSION_IDLE_MINUTES)
        if now - seen > idle or now - began > timedelta(hours=settings.SESSION_ABSOLUTE_HOURS):
            session.flush()
            return None
        actor = actor_of(UUID(session["user"]), session["fingerprint"])
        if actor is None:
            session.flush()
        elif "X-Poll" not in request.headers and now - seen > timedelta(seconds=20):
            session["seen"] = now.isoformat()
        return actor


class Refusals:
    """Show a Refusal as words: a page, or a fragment for a fragment request. Anything else is a bug and stays one."""

    def __init__(self, get_response: Next) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer what is no bug; let other errors pass."""
        refusal = refusal_of(error)
        return answer(request, refusal) if refusal else None


def refusal_of(error: BaseException | None) -> Refusal | None:
    """What a person is told of an error that is no bug; None for a bug."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, OperationalError | InterfaceError) and not isinstance(error, NoWorld):
        if isinstance(error.__cause__, DiskFull):
            return Unavailable("disk-full", "The disk is full.", "Nothing of this was stored. Send it again later.")
        fix = "Try again in a few seconds: nothing is stored twice, and what was stored before is safe."
        return Unavailable("database-away", "The database does not answer for a moment.", fix)
    return None


def answer(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The words for a refusal: a page, or a fragment for a fragment request."""
    if request.headers.get("HX-Request") and isinstance(refusal, Unavailable):
        response = HttpResponse(f"{refusal.words} {refusal.fix}", status=refusal.status)
        response.headers["HX-Reswap"] = "none"  # the page stays as it is; the words are said beside it
        response.headers["HX-Trigger"] = json.dumps({"say": f"{refusal.words} {refusal.fix}"})
    elif request.headers.get("HX-Request"):
        response = render(request, "security/refusal_fragment.html", {"refusal": refusal}, status=refusal.status)
    else:
        context = {"refusal": refusal, "typed": _typed(request) if isinstance(refusal, Unavailable) else []}
        response = render(request, "security/refusal.html", context, status=refusal.status)
    if isinstance(refusal, Unavailable):
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The fields that were sent, but for passwords: name, text, and whether it is long enough to be shown."""
    return [
        (name, text, len(text) > _LONG)
        for name, values in request.POST.lists()
        if not any(word in name for word in _NOT_AGAIN)
        for text in values
    ]
