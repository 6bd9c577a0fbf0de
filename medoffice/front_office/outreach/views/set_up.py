"""Screens on which outreach is set up: texts, quiet hours, the way out."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from medoffice.front_office.outreach.actions.decide_settings import decide_settings
from medoffice.front_office.outreach.actions.end_reminder import end_reminder
from medoffice.front_office.outreach.actions.set_reminder import set_reminder
from medoffice.front_office.outreach.actions.write_text import write_text
from medoffice.front_office.outreach.forms import ReminderForm, SettingsForm, TextForm, decided
from medoffice.front_office.outreach.queries import set_up
from medoffice.front_office.outreach.rules.texts import FIELDS, KEPT_OUT
from medoffice.front_office.outreach.types.messages import Text
from medoffice.front_office.scheduling.api import visit_types
from medoffice.practice.api import today_here
from medoffice.security.api import OfficeRequest, screen, seen_version
from medoffice.ui.fields import refusals_in


@screen("outreach.set_up")
def texts(request: OfficeRequest) -> HttpResponse:
    """The texts of the office: read them, write one anew."""
    found = set_up.texts()
    chosen = next((one for one in found if _key(one) == request.GET.get("text")), None)
    form = TextForm(request.POST or None, initial=_shown(chosen) if chosen else {})
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            write_text(actor=request.actor, **form.filled())
            return redirect("outreach:texts")
    context = {
        "lines": [(one, _key(one)) for one in found],
        "form": form,
        "fields": FIELDS,
        "kept": [(one.says, ", ".join(words)) for one, words in KEPT_OUT.items() if words],
        "room": "outreach",
    }
    return render(request, "outreach/texts.html", context, status=422 if form.errors else 200)


@screen("outreach.set_up")
def settings(request: OfficeRequest) -> HttpResponse:
    """Whether texts and e-mails go out, and in which hours nothing is sent."""
    now = set_up.settings()
    form = SettingsForm(request.POST or None, initial=decided(now))
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            decide_settings(actor=request.actor, seen_version=seen_version(request), **form.cleaned_data)
            return redirect("outreach:settings")
    context = {"form": form, "version": now.version, "door": set_up.door_state(), "room": "outreach"}
    return render(request, "outreach/settings.html", context, status=422 if form.errors else 200)


@screen("outreach.set_up")
def reminders(request: OfficeRequest) -> HttpResponse:
    """When patients are reminded: the rules, and a new one."""
    form = ReminderForm(request.POST or None, initial={"valid_from": "t"})
    form.offer(visit_types(), today_here())
    if form.is_bound and form.is_valid():
        with refusals_in(form):
            set_reminder(actor=request.actor, **form.filled())
            return redirect("outreach:reminders")
    today = today_here()
    lines = [(one, one.holds(today) or one.valid_from > today) for one in set_up.reminder_rules()]
    context = {"lines": lines, "form": form, "room": "outreach"}
    return render(request, "outreach/reminders.html", context, status=422 if form.errors else 200)


@require_POST
@screen("outreach.set_up")
def reminder_end(request: OfficeRequest, rule_id: UUID) -> HttpResponse:
    """A rule holds no longer."""
    end_reminder(actor=request.actor, rule_id=rule_id)
    return redirect("outreach:reminders")


def _key(one: Text) -> str:
    return f"{one.purpose.value}.{one.language}.{one.detail.value}"


def _shown(one: Text) -> dict[str, str]:
    return {
        "purpose": one.purpose.value,
        "language": one.language,
        "detail": one.detail.value,
        "subject": one.subject,
        "body": one.body,
    }
