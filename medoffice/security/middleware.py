"""Middleware: request ids, the session's limits and holds, proofs, refusals shown as words, not errors.

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
from medoffice.kernel.reading import asked_once
from medoffice.kernel.refusals import Refusal, Unavailable
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.current import NoWorld
from medoffice.security import audit, proofs, sessions
from medoffice.security.acting import form_sent
from medoffice.security.factors import factors_of
from medoffice.security.forms import json_of
from medoffice.security.queries import actor_of
from medoffice.security.screens import words_of
from medoffice.security.types import Actor, Held, Hold
from medoffice.security.words import WORDS

log = logging.getLogger(__name__)
_LONG = 40
_NOT_AGAIN = ("csrfmiddlewaretoken", "password", "secret")
PROOF_WORD = "proof_for"
NOT_CARRIED = {"csrfmiddlewaretoken", PROOF_WORD, "proof_password", "proof_code", "proof_passkey"}
Next = Callable[[HttpRequest], HttpResponseBase]
_SKEW = timedelta(minutes=2)


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
    """Who is signed in. A session ends after minutes of idleness or hours in all; a held one has no actor.

    A request that no person made (a page asking again by itself) carries the header ``X-Poll`` and does not extend it;
    a test holds that every element which asks by itself sends it. No page but a static file may be kept by a browser.
    What a form brings along as a proof (``proof_...``) is looked at before the form itself.
    """

    def __init__(self, get_response: Next) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        actor, hold = self._actor(request)
        request.held = Held(actor, hold) if actor and hold else None  # type: ignore[attr-defined]
        request.actor = actor = None if hold else actor  # type: ignore[attr-defined]
        request.may = words_of(actor)  # type: ignore[attr-defined]
        request.actor_name = actor.name if actor else ""  # type: ignore[attr-defined]
        request.idle_minutes = request.session["idle"] if actor else 0  # type: ignore[attr-defined]
        request.world_label = current.name()  # type: ignore[attr-defined]
        token = proofs.present.set(_proof(request) if actor else None)
        try:
            with asked_once():
                response = self.get_response(request)
        finally:
            proofs.present.reset(token)
        response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        """Take the proof a form brings along; if it is none, ask again."""
        actor: Actor | None = getattr(request, "actor", None)
        if actor is None or request.method != "POST" or PROOF_WORD not in request.POST:
            return None
        try:
            sessions.prove(
                request,
                actor,
                password=request.POST.get("proof_password", ""),
                code=request.POST.get("proof_code", ""),
                passkey=json_of(request.POST.get("proof_passkey", "")),
            )
        except Refusal as refusal:
            return ask_for_proof(request, actor, request.POST[PROOF_WORD], refusal)
        proofs.present.set(_proof(request))
        return None

    def _actor(self, request: HttpRequest) -> tuple[Actor | None, Hold | None]:
        session = request.session
        if "user" not in session:
            return None, None
        now = clock.now()
        began, seen = (datetime.fromisoformat(session[name]) for name in ("began", "seen"))
        idle = timedelta(minutes=session["idle"])
        ahead = seen - now > _SKEW  # the clock went back: nobody can tell how long they were away
        if ahead or now - seen > idle or now - began > timedelta(hours=settings.SESSION_ABSOLUTE_HOURS):
            session.flush()
            return None, None
        actor = actor_of(UUID(session["user"]), session["fingerprint"])
        if actor is None:
            session.flush()
            return None, None
        if session.locked:  # type: ignore[attr-defined] # of our own store
            return actor, Hold.LOCKED
        if "X-Poll" not in request.headers and now - seen > timedelta(seconds=20):
            session["seen"] = now.isoformat()
        return actor, Hold(session["hold"]) if "hold" in session else None


class Once:
    """What a form does it does once: the key in it (``{% once %}``) is told to the acts that answer it.

    A form whose buttons go to addresses of their own (``formaction``) does at each once what is done there. No view
    hands the key on, so none can forget it; that every form carries one is held by a test of all templates.
    """

    def __init__(self, get_response: Next) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        key = request.POST.get("once", "")
        with form_sent(f"{key} {request.path}" if key else ""):
            return self.get_response(request)


class Refusals:
    """Show a Refusal as words: a page, or a fragment for a fragment request. Anything else is a bug and stays one."""

    def __init__(self, get_response: Next) -> None:
        """Wrap the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer what is no bug, or ask for a proof; let other errors pass."""
        if isinstance(error, proofs.ProofNeeded) and not request.headers.get("HX-Request"):
            return ask_for_proof(request, request.actor, error.word)  # type: ignore[attr-defined]
        if isinstance(error, proofs.ProofNeeded):
            error = Refusal("proof-needed", "This needs a fresh proof that it is you.", "Do it on its page.")
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
    fragment = bool(request.headers.get("HX-Request"))
    if fragment:
        response = render(request, "security/refusal_fragment.html", {"refusal": refusal}, status=refusal.status)
    else:
        context = {"refusal": refusal, "typed": _typed(request) if isinstance(refusal, Unavailable) else []}
        response = render(request, "security/refusal.html", context, status=refusal.status)
    if isinstance(refusal, Unavailable):
        response.headers["Retry-After"] = str(refusal.retry_after)
    if isinstance(refusal, Unavailable) and fragment:
        response.headers["HX-Reswap"] = "none"  # the page stays as it is; the words are said beside it
        response.headers["HX-Trigger"] = json.dumps({"say": f"{refusal.words} {refusal.fix}"})
    return response


def _typed(request: HttpRequest) -> list[tuple[str, str, bool]]:
    """The fields that were sent, but for what is secret: name, text, and whether it is long enough to be shown."""
    return [
        (name, text, len(text) > _LONG)
        for name, values in request.POST.lists()
        if not any(word in name for word in _NOT_AGAIN)
        for text in values
    ]


def ask_for_proof(request: HttpRequest, actor: Actor, word: str, refusal: Refusal | None = None) -> HttpResponse:
    """The question who sits there, which carries everything that was sent and sends it again with the answer."""
    sent = [(name, value) for name, values in request.POST.lists() for value in values if name not in NOT_CARRIED]
    context = {
        "sent": sent,
        "word": word,
        "says": WORDS[word].says if word in WORDS else "",
        "factors": {factor.kind for factor in factors_of(actor.id)},
        "pin": proofs.takes_pin(word),
        "refusal": refusal,
        "who": actor.name,
    }
    return render(request, "security/prove.html", context, status=422 if refusal else 200)


def _proof(request: HttpRequest) -> proofs.Proof:
    times = (request.session.get(name) for name in ("proved", "proved_by_pin"))
    return proofs.Proof(*(datetime.fromisoformat(at) if at else None for at in times))
