"""What memos register: their kind of work, their place in the rail and on a patient's page, what never changes."""

from django.urls import reverse

from medoffice.front_office.memos.queries.memos import KIND
from medoffice.front_office.memos.views.memos import patient_panel
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("memos:thread", args=[ref.id])


register_append_only("memo")
register_work_kind(WorkKind(KIND, "memo", Role.RECEPTIONIST, 24, _url))
register_panel("patient", patient_panel)
register_navigation(NavItem("memos", "Memos", "memos:desk", "memos.read", 16))
register_command(Command("Write to somebody of the office", "memos:new", "memos.write"))
