"""What outreach offers to others: its kinds of work, its check, its panels, its place in the rail."""

from django.urls import reverse

from medoffice.front_office.outreach.queries.messages import outreach_check
from medoffice.front_office.outreach.views.messages import of_patient, of_visit
from medoffice.kernel.checks import register_check
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _message_url(ref: Ref) -> str:
    return reverse("outreach:message", args=[ref.id])


def _reply_url(ref: Ref) -> str:
    return reverse("outreach:heard" if ref.kind == "outreach_heard" else "outreach:message", args=[ref.id])


def _door_url(ref: Ref) -> str:  # noqa: ARG001 - there is one
    return reverse("outreach:box")


register_append_only("outreach_message_event")
register_append_only("outreach_heard")
register_check("outreach", outreach_check)
register_work_kind(WorkKind("phone-task", "call a patient", Role.RECEPTIONIST, 4, _message_url))
register_work_kind(WorkKind("reply", "a patient's answer", Role.RECEPTIONIST, 2, _reply_url))
register_work_kind(WorkKind("gateway-down", "texts do not go out", Role.RECEPTIONIST, 1, _door_url))
register_panel("patient", of_patient)
register_panel("appointment", of_visit)
register_navigation(NavItem("outreach", "Outreach", "outreach:box", "outreach.read", 22))
for _command in (
    Command("Letters to print", "outreach:letters", "outreach.read"),
    Command("Texts to patients", "outreach:texts", "outreach.set_up"),
    Command("Reminders: when patients are reminded", "outreach:reminders", "outreach.set_up"),
    Command("Quiet hours, and whether texts go out", "outreach:settings", "outreach.set_up"),
):
    register_command(_command)
