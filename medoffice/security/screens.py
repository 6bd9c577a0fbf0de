"""Screens: every view goes through one of these decorators, which a test of all routes holds.

``@screen(word)`` lets in signed-in people who have the word; with ``patient="patient_id"`` it also checks that patient
and records the reading. ``saw(request, ids)`` records patients found otherwise. ``@open_door(why)`` is for the few
pages that need no sign-in.
"""

import functools
from collections.abc import Callable, Iterable
from typing import Any, Concatenate, ParamSpec
from urllib.parse import urlencode, urlsplit
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security import audit
from medoffice.security.offers import stands_for
from medoffice.security.types import Act, Actor, Held, Hold
from medoffice.security.words import WORDS, Forbidden, Unopened, require

P = ParamSpec("P")
OPEN = "open"
# Where a held session is sent, and all it can reach.
HELD_AT = {Hold.LOCKED: "security:locked", Hold.PASSWORD: "security:password", Hold.FACTOR: "security:me"}


class OfficeRequest(HttpRequest):
    """A request as views see it: with the actor, the words they have, and the patients shown."""

    actor: Actor
    may: Callable[[str], bool]
    seen: set[UUID]


View = Callable[Concatenate[OfficeRequest, P], HttpResponseBase]


def screen(
    word: str, *, patient: str = "", during: Hold | None = None
) -> Callable[[View[P]], Callable[..., HttpResponseBase]]:
    """Guard a view by a permission word; ``patient`` names the URL argument that holds a patient's id.

    ``during`` says that a session which is held for this reaches it too: it is where the hold is lifted.
    """

    def guard(view: View[P]) -> Callable[..., HttpResponseBase]:
        @functools.wraps(view)
        def guarded(request: OfficeRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            held: Held | None = getattr(request, "held", None)
            if held is not None and held.by is during:
                request.actor = held.actor
            actor = getattr(request, "actor", None)
            if actor is None:
                return _to_door(request, held)
            subject = kwargs.get(patient) if patient else None
            request.seen = {subject} if isinstance(subject, UUID) else set()
            try:
                require(actor, word, subject if isinstance(subject, UUID) else None)
                _refuse_unreadable(request)
                response = view(request, *args, **kwargs)
            except Forbidden as refusal:
                _note_forbidden(actor, refusal)
                raise
            except NotFound:
                return _to_stands(request, subject)
            except Unopened as closed:
                return _to_reason(request, closed.subject)
            if not 300 <= response.status_code < 400:  # a page, also one that answers a form; an action notes itself
                audit.write_seen(actor, word, request.seen)
            return response

        guarded.policy_word = word  # type: ignore[attr-defined] # read by the test of all routes
        guarded.during = during  # type: ignore[attr-defined] # as well
        return guarded

    return guard


def _to_stands(request: HttpRequest, subject: object) -> HttpResponse:
    """What was asked of a record that was merged is asked of the one it is a part of; raises again for any other.

    A form is not sent on: nothing of it was saved, and whoever sent it looks at the record first.
    """
    stands = stands_for(subject) if isinstance(subject, UUID) else subject
    if stands == subject:
        raise  # noqa: PLE0704 - within the handler of what was not found
    if request.method != "GET":
        words = "This record was merged into another, and nothing was saved."
        raise Refusal("merged", words, "Open the patient again, and enter it there.")
    return HttpResponseRedirect(request.get_full_path().replace(str(subject), str(stands)))


def _to_reason(request: HttpRequest, subject: UUID) -> HttpResponse:
    """Send to the page that asks why; from a page, it leads back there."""
    door = reverse("security:open", args=[subject])
    if request.method == "GET":
        door += f"?{urlencode({'next': request.get_full_path()})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": door})
    return HttpResponseRedirect(door)


def _refuse_unreadable(request: HttpRequest) -> None:
    """No text holds the character NUL, and the database keeps none: whoever sends it is told, and nothing happens."""
    sent = (text for given in (request.GET, request.POST) for name, values in given.lists() for text in (name, *values))
    if any("\x00" in text for text in sent):
        raise Invalid("unreadable", "The form holds a character that is no text.", "Type it again.")


def _note_forbidden(actor: Actor, refusal: Forbidden) -> None:
    """Who asked for what they may not have, and about whom; unless the refused action said so already."""
    if not refusal.noted:
        audit.write(Act(actor, refusal.word, subjects=set(refusal.subjects)), "refused")


def open_door(why: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a view that needs no sign-in, saying why."""

    def mark(view: Callable[..., Any]) -> Callable[..., Any]:
        view.policy_word = OPEN  # type: ignore[attr-defined] # read by the test of all routes
        view.open_because = why  # type: ignore[attr-defined]
        return view

    return mark


def saw(request: OfficeRequest, patients: Iterable[UUID]) -> None:
    """Say that these patients' data are on the page about to be shown."""
    request.seen.update(patients)


def came_from(request: HttpRequest, default: str) -> str:
    """Where a page leads back to: the ``next`` address of its form or its own (of this house only), or ``default``."""
    target = request.POST.get("next") or request.GET.get("next", "")
    inside = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if inside else default


def back(request: HttpRequest, default: str) -> HttpResponse:
    """After a form was acted on: go to where it leads back to, or to ``default`` (a path)."""
    return HttpResponseRedirect(came_from(request, default))


def seen_version(request: HttpRequest, field: str = "version") -> int:
    """The version of the record that the form was filled from; 0, which no record has, if it says none."""
    typed = request.POST.get(field, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0


def words_of(actor: Actor | None) -> Callable[[str], bool]:
    """What an actor may do, as a cheap question for templates and navigation (roles only, no subject)."""

    def may(word: str) -> bool:
        return actor is not None and word in WORDS and actor.holds(WORDS[word].roles)

    return may


def _to_door(request: HttpRequest, held: Held | None) -> HttpResponse:
    """Send to the sign-in page, or to where a held session goes on; a fragment request is told to load it whole.

    The page comes back afterwards: the one that was asked for, or the one that asked for a fragment.
    """
    door = reverse(settings.LOGIN_URL if held is None else HELD_AT[held.by])
    if request.headers.get("HX-Request"):
        page = urlsplit(request.headers.get("HX-Current-URL", "")).path
        return HttpResponse(status=204, headers={"HX-Redirect": _with_next(door, page) if held else door})
    return HttpResponseRedirect(_with_next(door, request.path) if request.method == "GET" else door)


def _with_next(door: str, page: str) -> str:
    return f"{door}?{urlencode({'next': page})}" if page else door
