"""What audits of codes offer to other rooms: their kind of work and their command."""

from django.urls import reverse

from medoffice.kernel.trace import Ref
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.revenue.code_audits.views.samples import desk_panel
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel

DUE_HOURS = 72


def _work_url(ref: Ref) -> str:
    return reverse("code_audits:chart", args=[ref.id])


register_panel("to code", desk_panel)
register_work_kind(WorkKind("audit-finding", "audit found", Role.CODER, DUE_HOURS, _work_url))
register_command(
    Command(
        "Audits of codes",
        "code_audits:all",
        "code_audits.read",
        words="second coder, sample, agreement, kappa, education, internal audit",
    )
)
