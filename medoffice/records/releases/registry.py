"""What releases register: kinds of work, their place, documents as what can be copied, what never changes."""

from django.urls import reverse

from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.releases.offers import register_source
from medoffice.records.releases.queries.documents import document_to_copy, documents_to_copy
from medoffice.records.releases.types import Source
from medoffice.records.releases.views.requests import patient_panel
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("releases:request", args=[ref.id])


register_append_only("release_delivery")
register_source(Source("document", "Documents", documents_to_copy, document_to_copy))
register_work_kind(WorkKind("release", "copies asked for", Role.SECRETARY, 720, _url))
register_command(Command("Requests for copies", "releases:desk", "releases.note"))
register_panel("patient", patient_panel)
