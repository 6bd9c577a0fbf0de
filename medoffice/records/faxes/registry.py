"""What faxes register: their kinds of work, their check, their place in the palette, the way to fax a document."""

from django.urls import reverse

from medoffice.kernel.checks import register_check
from medoffice.kernel.facts import fact
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.faxes.queries.faxes import fax_check
from medoffice.records.faxes.types import FaxArrived
from medoffice.records.faxes.views import document_panel
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _fax_url(ref: Ref) -> str:
    return reverse("faxes:fax", args=[ref.id])


def _line_url(ref: Ref) -> str:  # noqa: ARG001 - there is one
    return reverse("faxes:box")


fact(FaxArrived)
register_append_only("fax_event")
register_check("faxes", fax_check)
register_work_kind(WorkKind("fax-failed", "fax that did not arrive", Role.SECRETARY, 4, _fax_url))
register_work_kind(WorkKind("fax-line-down", "faxes do not go out", Role.SECRETARY, 1, _line_url))
register_command(Command("Faxes that were sent", "faxes:box", "faxes.read", words="fax, eFax"))
register_panel("document", document_panel)
