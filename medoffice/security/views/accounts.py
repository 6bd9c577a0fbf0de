"""Accounts for whoever manages them, the office's rules of signing in, and the audit trail."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.kernel.refusals import NotFound
from medoffice.security import factors, queries
from medoffice.security.actions.add_user import add_user
from medoffice.security.actions.change_roles import change_roles
from medoffice.security.actions.end_sessions_of import end_sessions_of
from medoffice.security.actions.give_code import give_code
from medoffice.security.actions.revoke_factors import revoke_factors
from medoffice.security.actions.set_sign_in_rules import set_sign_in_rules
from medoffice.security.forms import RulesForm, UserForm
from medoffice.security.screens import OfficeRequest, saw, screen, seen_version
from medoffice.security.types import Role
from medoffice.security.words import require
from medoffice.ui.fields import refusals_in


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
        with refusals_in(form):
            made = add_user(actor=request.actor, **form.cleaned_data)
            return redirect("security:user", made)
    context = {"form": form, "users": queries.users(), "unsecured": queries.without_factor()}
    return render(request, "security/users.html", context, status=422 if form.errors else 200)


@screen("security.manage_users")
def user(request: OfficeRequest, user_id: UUID) -> HttpResponse:
    """One account: what its person may do, how they sign in, where they are signed in."""
    return _user(request, user_id)


@require_POST
@screen("security.manage_users")
def user_roles(request: OfficeRequest, user_id: UUID) -> HttpResponse:
    """Set the roles of an account, close or open it."""
    roles, active = request.POST.getlist("roles"), request.POST.get("active") == "on"
    change_roles(actor=request.actor, user_id=user_id, roles=roles, active=active)
    return redirect("security:user", user_id)


@require_POST
@screen("security.manage_users")
def user_code(request: OfficeRequest, user_id: UUID) -> HttpResponse:
    """A code with which the person sets a password; it is shown this once."""
    return _user(request, user_id, code=give_code(actor=request.actor, user_id=user_id))


@require_POST
@screen("security.manage_users")
def user_factors(request: OfficeRequest, user_id: UUID) -> HttpResponse:
    """Take lost second factors off an account."""
    revoke_factors(actor=request.actor, user_id=user_id)
    return redirect("security:user", user_id)


@require_POST
@screen("security.manage_users")
def user_sessions(request: OfficeRequest, user_id: UUID) -> HttpResponse:
    """End everything the person has open."""
    ended = end_sessions_of(actor=request.actor, user_id=user_id)
    messages.success(request, f"{ended} ended.")
    return redirect("security:user", user_id)


@screen("security.rules")
def rules(request: OfficeRequest) -> HttpResponse:
    """How the office signs in."""
    present = queries.sign_in_rules()
    shown = {
        "idle_minutes": present.idle_minutes,
        "factor_required": present.factor_since is not None,
        "grace_days": present.grace_days,
        "proof_to_sign": present.proof_to_sign,
    }
    form = RulesForm(request.POST or None, initial=shown)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form):
            set_sign_in_rules(actor=request.actor, seen_version=seen_version(request), **form.cleaned_data)
            messages.success(request, "Saved. Whoever signs in from now on goes by it.")
            return redirect("security:rules")
    context = {"form": form, "version": present.version, "unsecured": len(queries.without_factor())}
    return render(request, "security/rules.html", context, status=422 if form.errors else 200)


def _user(request: OfficeRequest, user_id: UUID, code: str = "") -> HttpResponse:
    context = {
        "user": queries.user(user_id),
        "roles": [role for role in Role if role is not Role.SYSTEM],
        "factors": factors.factors_of(user_id),
        "sessions": queries.sessions_of(user_id),
        "code": code,
        "code_until": queries.code_until(user_id),
        "own": user_id == request.actor.id,
    }
    return render(request, "security/user.html", context)
