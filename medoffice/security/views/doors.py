"""The doors: signing in, the second proof, a locked screen, a password set with a code, the owner's set-up."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound
from medoffice.security import factors, queries, sessions, throttle
from medoffice.security.actions.set_up_owner import set_up_owner
from medoffice.security.forms import CodeForm, FirstPasswordForm, OwnerForm, SignInForm, UnlockForm, json_of
from medoffice.security.screens import back, open_door
from medoffice.security.types import PROGRAM, Actor, Held, Hold
from medoffice.ui.fields import refusals_in


@open_door("nobody is signed in yet")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in; a new office is sent to the owner's set-up."""
    if not queries.any_user_exists():
        return redirect("security:set-up")
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            actor = sessions.begin(request, form.cleaned_data["username"], form.cleaned_data["password"])
            return _in(request, actor) if actor else _on(request, "security:second")
    return _door(request, form)


@require_POST
@open_door("nobody is signed in yet")
def passkey(request: HttpRequest) -> HttpResponse:
    """Sign in by a passkey alone."""
    form = SignInForm()
    form.is_bound = True
    form.cleaned_data = {}
    with refusals_in(form):
        return _in(request, sessions.begin_by_passkey(request, json_of(request.POST.get("passkey", ""))))
    return _door(request, form)


@require_POST
@open_door("what a passkey is asked tells nothing of anybody")
def passkey_question(request: HttpRequest) -> JsonResponse:
    """What the browser asks a passkey: of the person whose password was right, or of anybody."""
    return JsonResponse(factors.ask_for_passkey(request, sessions.half_of(request)))


@open_door("the password was right; nothing is shown until the second proof")
def second(request: HttpRequest) -> HttpResponse:
    """The second proof: a code, or a passkey."""
    user = sessions.half_of(request)
    if user is None:
        return redirect("security:sign-in")
    given = request.POST.get("passkey", "")
    form = CodeForm(None if given else request.POST or None)
    form.is_bound = request.method == "POST"
    form.cleaned_data = {}
    if request.method == "POST" and (given or form.is_valid()):
        with refusals_in(form):
            code = form.cleaned_data.get("code", "")
            return _in(request, sessions.complete(request, user, code=code, passkey=json_of(given)))
    kinds = {factor.kind for factor in factors.factors_of(user.id)}
    context = {"form": form, "next": _next(request), "kinds": kinds}
    return render(request, "security/second.html", context, status=422 if form.errors else 200)


@open_door("an account without a password; the code that the manager gave is asked for")
def first_password(request: HttpRequest) -> HttpResponse:
    """Set a password of one's own with a code."""
    form = FirstPasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            sessions.use_given_code(request, **form.cleaned_data)
            messages.success(request, "Your password is set. Sign in with it.")
            return redirect("security:sign-in")
    return render(request, "security/first.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@open_door("whoever is signed in may leave, whatever their roles")
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    held: Held | None = getattr(request, "held", None)
    sessions.end(request, held.actor if held else getattr(request, "actor", None))
    return redirect("security:sign-in")


@require_POST
@open_door("whoever is signed in may cover their screen, whatever their roles")
def lock(request: HttpRequest) -> HttpResponse:
    """Lock the screen; the page comes back when it is opened."""
    actor: Actor | None = getattr(request, "actor", None)
    if actor is not None:  # a second press finds it locked
        sessions.lock(request, actor)
    return _on(request, "security:locked")


@open_door("a locked screen; it opens by the PIN or password of who locked it")
def locked(request: HttpRequest) -> HttpResponse:
    """The locked screen: its person comes back by PIN or password, another signs in instead."""
    held: Held | None = getattr(request, "held", None)
    if held is None or held.by is not Hold.LOCKED:
        return _led(request, redirect("security:sign-in"))
    form = UnlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if sessions.unlock(request, held, form.cleaned_data["typed"]):
            return _led(request, back(request, "/"))
        if request.session.is_empty():
            messages.warning(request, "Five tries were wrong. Sign in again.")
            return _led(request, _on(request, "security:sign-in"))
        form.add_error("typed", "That is neither the PIN nor the password.")
    context = {"form": form, "who": held.actor.name, "next": _next(request)}
    return render(request, "security/locked.html", context, status=422 if form.errors else 200)


@open_door("the office has no account yet; the code printed at the start is asked for")
def set_up(request: HttpRequest) -> HttpResponse:
    """Make the owner's account, once."""
    if queries.any_user_exists():
        raise NotFound
    form = OwnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_in(form):
            with throttle.trying("security.set_up", "", sessions.address_of(request)):
                sessions.take_set_up_code(request, data.pop("code"))
            set_up_owner(actor=PROGRAM, **data)
            sessions.begin(request, data["username"], data["password"])
            return redirect("/")
    return render(request, "security/set_up.html", {"form": form}, status=422 if form.errors else 200)


def _door(request: HttpRequest, form: SignInForm) -> HttpResponse:
    context = {
        "form": form,
        "next": _next(request),
        "demo": queries.demo_people(),
        "demo_password": settings.DEMO_PASSWORD,
    }
    return render(request, "security/sign_in.html", context, status=422 if form.errors else 200)


def _in(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Where a person lands, with what they should know first."""
    for words in sessions.news(request, actor):
        messages.warning(request, words)
    return back(request, "/")


def _led(request: HttpRequest, to: HttpResponse) -> HttpResponse:
    """A redirect, which the script of a page that waits behind the lock is told of and does not follow."""
    if "HX-Request" not in request.headers:
        return to
    return HttpResponse(status=204, headers={"HX-Redirect": to.headers["Location"]})


def _on(request: HttpRequest, route: str) -> HttpResponse:
    """To another door, which leads back to where the person wanted to go."""
    return redirect(reverse(route, query={"next": _next(request)} if _next(request) else None))


def _next(request: HttpRequest) -> str:
    return request.POST.get("next", request.GET.get("next", ""))
