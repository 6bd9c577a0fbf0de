"""One's own sign-in: password, second factors, PIN, and where one is signed in. Shown to its person only."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.security import factors, queries, sessions, throttle
from medoffice.security.actions.add_app import add_app
from medoffice.security.actions.add_passkey import add_passkey
from medoffice.security.actions.change_password import change_password
from medoffice.security.actions.end_other_sessions import end_other_sessions
from medoffice.security.actions.end_session import end_session
from medoffice.security.actions.make_codes import make_codes
from medoffice.security.actions.remove_factor import remove_factor
from medoffice.security.actions.set_pin import set_pin
from medoffice.security.forms import AppForm, PasskeyForm, PasswordForm, PinForm, json_of
from medoffice.security.screens import OfficeRequest, screen
from medoffice.security.types import Hold
from medoffice.ui.fields import refusals_in

SECRET = "new_app"  # noqa: S105 - where the session keeps a secret until the app has shown its first code


@screen("security.own_password", during=Hold.PASSWORD)
def password(request: OfficeRequest) -> HttpResponse:
    """Change one's own password; one's other sessions end."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            with throttle.trying("security.own_password", str(request.actor.id)):
                change_password(actor=request.actor, **form.cleaned_data)
            sessions.renew(request, request.actor)
            messages.success(request, "Your password is changed. Your other sessions have ended.")
            return redirect("security:password")
    return _page(request, "security/password.html", {}, form)


@screen("security.own_factors", during=Hold.FACTOR)
def me(request: OfficeRequest) -> HttpResponse:
    """How I sign in: password, second factors, recovery codes, PIN, and what others did to my account."""
    return _me(request)


@screen("security.own_factors", during=Hold.FACTOR)
def app(request: OfficeRequest) -> HttpResponse:
    """Add an authenticator app: its picture, then its first code."""
    secret = request.session.setdefault(SECRET, factors.new_secret())
    form = AppForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            add_app(actor=request.actor, secret=secret, code=form.cleaned_data["code"])
            del request.session[SECRET]
            return _added(request)
    context = {"picture": factors.picture_of(request.actor.id, secret), "secret": secret}
    return _page(request, "security/app.html", context, form)


@require_POST
@screen("security.own_factors", during=Hold.FACTOR)
def passkey(request: OfficeRequest) -> HttpResponse:
    """Add the passkey that answered."""
    form = PasskeyForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            answer = json_of(request.POST.get("passkey", ""))
            add_passkey(actor=request.actor, request=request, name=form.cleaned_data["name"], answer=answer)
            return _added(request)
    return _me(request, passkey=form)


@require_POST
@screen("security.own_factors", during=Hold.FACTOR)
def passkey_question(request: OfficeRequest) -> JsonResponse:
    """What the browser asks a passkey: a new one to be made, or one of mine to prove that it is me."""
    return JsonResponse(sessions.passkey_question(request, request.actor, new="new" in request.GET))


@require_POST
@screen("security.own_factors", during=Hold.FACTOR)
def codes(request: OfficeRequest) -> HttpResponse:
    """Ten new recovery codes, shown this once."""
    made = make_codes(actor=request.actor)
    return _page(request, "security/codes.html", {"codes": made})


@require_POST
@screen("security.own_factors")
def factor_off(request: OfficeRequest, factor_id: int) -> HttpResponse:
    """Take one of my second factors off."""
    remove_factor(actor=request.actor, factor_id=factor_id)
    return redirect("security:me")


@require_POST
@screen("security.own_factors")
def pin(request: OfficeRequest) -> HttpResponse:
    """Set the PIN that opens my locked screen."""
    form = PinForm(request.POST)
    if form.is_valid():
        with refusals_in(form):
            set_pin(actor=request.actor, pin=form.cleaned_data["pin"])
            messages.success(request, "The PIN is set." if form.cleaned_data["pin"] else "There is no PIN now.")
            return redirect("security:me")
    return _me(request, pin=form)


@screen("security.own_sessions")
def where(request: OfficeRequest) -> HttpResponse:
    """Where I am signed in."""
    rows = queries.sessions_of(request.actor.id, request.session.session_key)
    return render(request, "security/where.html", {"rows": rows})


@require_POST
@screen("security.own_sessions")
def end_one(request: OfficeRequest, session_id: UUID) -> HttpResponse:
    """End one of my sessions."""
    end_session(actor=request.actor, session_id=session_id)
    return redirect("security:where")


@require_POST
@screen("security.own_sessions")
def end_others(request: OfficeRequest) -> HttpResponse:
    """End all my sessions but this."""
    ended = end_other_sessions(actor=request.actor, here=str(request.session.session_key))
    messages.success(request, f"{ended} ended.")
    return redirect("security:where")


def _added(request: OfficeRequest) -> HttpResponse:
    """After a second factor was added: nothing holds the session any more; the first one brings recovery codes."""
    sessions.release(request, Hold.FACTOR)
    messages.success(request, "Added. From now on it is asked for when you sign in.")
    if factors.codes_left(request.actor.id):
        return redirect("security:me")
    return _page(request, "security/codes.html", {"codes": make_codes(actor=request.actor)})


def _me(request: OfficeRequest, *, pin: forms.Form | None = None, passkey: forms.Form | None = None) -> HttpResponse:
    context = {
        "factors": factors.factors_of(request.actor.id),
        "codes_left": factors.codes_left(request.actor.id),
        "has_pin": queries.has_pin(request.actor.id),
        "done": queries.done_to(request.actor.id),
        "due": sessions.factor_due_of(request.actor),
        "pin": pin or PinForm(),
        "passkey": passkey or PasskeyForm(),
    }
    return _page(request, "security/me.html", context, pin or passkey)


def _page(
    request: HttpRequest, template: str, context: dict[str, object], form: forms.Form | None = None
) -> HttpResponse:
    """One of these pages; a held session sees it without the frame, which it could not use."""
    frame = "ui/bare.html" if getattr(request, "held", None) else "ui/shell.html"
    status = 422 if form is not None and form.errors else 200
    return render(request, template, {"frame": frame, "form": form, **context}, status=status)
