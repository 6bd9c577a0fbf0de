"""Screens of security: sign-in, the owner's set-up, accounts, the audit trail, and pages for when things go wrong."""

import sys
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security import queries, sessions
from medoffice.security.actions.add_user import add_user
from medoffice.security.actions.change_password import change_password
from medoffice.security.actions.change_roles import change_roles
from medoffice.security.actions.set_up_owner import set_up_owner
from medoffice.security.forms import OwnerForm, PasswordForm, SignInForm, UserForm
from medoffice.security.middleware import answer, refusal_of
from medoffice.security.screens import OfficeRequest, back, open_door, saw, screen
from medoffice.security.setup_code import setup_code
from medoffice.security.types import PROGRAM, Actor, Role
from medoffice.security.words import require


@open_door("nobody is signed in yet")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in; a new office is sent to the owner's set-up."""
    if not queries.any_user_exists():
        return redirect("security:set-up")
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sessions.begin(request, form.cleaned_data["username"], form.cleaned_data["password"])
            return back(request, "/")
        except Refusal as refusal:
            form.add_error(None, refusal.words)
    context = {
        "form": form,
        "next": request.GET.get("next", request.POST.get("next", "")),
        "demo": queries.demo_people(),
        "demo_password": settings.DEMO_PASSWORD,
    }
    return render(request, "security/sign_in.html", context, status=422 if form.errors else 200)


@require_POST
@open_door("whoever is signed in may leave, whatever their roles")
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    sessions.end(request, getattr(request, "actor", None))
    return redirect("security:sign-in")


@screen("security.own_password")
def password(request: OfficeRequest) -> HttpResponse:
    """Change one's own password; one's other sessions end."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sessions.refuse_more_tries("security.own_password", str(request.actor.id), "")
            change_password(actor=request.actor, **form.cleaned_data)
            sessions.renew(request, request.actor)
            messages.success(request, "Your password is changed. Your other sessions have ended.")
            return redirect("security:password")
        except Refusal as refusal:
            form.add_error(None, refusal.words)
    return render(request, "security/password.html", {"form": form}, status=422 if form.errors else 200)


@open_door("the office has no account yet; the code printed at the start is asked for")
def set_up(request: HttpRequest) -> HttpResponse:
    """Make the owner's account, once."""
    if queries.any_user_exists():
        raise NotFound
    form = OwnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            sessions.refuse_more_tries("security.set_up", "set-up code", sessions.address_of(request))
            if not constant_time_compare(data.pop("code").strip(), setup_code(settings.SECRET_KEY)):
                nobody = Actor(PROGRAM.id, "", frozenset())
                sessions.note_try("security.set_up", nobody, "set-up code", request, "refused")
                raise Refusal("wrong-code", "This is not the set-up code.", "It is printed where the program runs.")
            set_up_owner(actor=PROGRAM, **data)
            sessions.begin(request, data["username"], data["password"])
            return redirect("/")
        except Refusal as refusal:
            form.add_error(None, refusal.words)
    return render(request, "security/set_up.html", {"form": form}, status=422 if form.errors else 200)


@screen("security.read_audit")
def audit_trail(request: OfficeRequest) -> HttpResponse:
    """The latest audit events, or the latest about one patient: who looked, who changed what, who was refused."""
    about = _asked_id(request.GET.get("patient", ""))
    if about is not None:
        require(request.actor, "security.read_audit", about)
        saw(request, [about])
    lines = queries.audit_lines(subject=about, limit=200)
    return render(request, "security/audit.html", {"lines": lines, "about": about, "room": "audit"})


def _asked_id(asked: str) -> UUID | None:
    """The id in an address; None if there is none. Raises NotFound for what is no id."""
    try:
        return UUID(asked) if asked else None
    except ValueError:
        raise NotFound from None


@screen("security.manage_users")
def users(request: OfficeRequest) -> HttpResponse:
    """Accounts with their roles; add one."""
    form = UserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_user.once(request.POST.get("once", ""), actor=request.actor, **form.cleaned_data)
            return redirect("security:users")
        except Refusal as refusal:
            form.add_error(None, refusal.words)
    context = {"form": form, "users": queries.users(), "roles": [role for role in Role if role is not Role.SYSTEM]}
    return render(request, "security/users.html", context, status=422 if form.errors else 200)


@require_POST
@screen("security.manage_users")
def user_roles(request: OfficeRequest, user_id: UUID) -> HttpResponse:
    """Set the roles of an account."""
    roles, active = request.POST.getlist("roles"), request.POST.get("active") == "on"
    once = request.POST.get("once", "")
    change_roles.once(once, actor=request.actor, user_id=user_id, roles=roles, active=active)
    return redirect("security:users")


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
