"""What releases register: kinds of work, their place, documents as what can be copied, what never changes."""

from uuid import UUID

from django.urls import reverse

from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.api import register_open_use, register_page_follower
from medoffice.records.faxes.api import register_second_look
from medoffice.records.faxes.types import FaxArrived
from medoffice.records.releases.actions.follow_pages import follow_pages
from medoffice.records.releases.actions.note_arrival import note_arrival
from medoffice.records.releases.actions.rows import ASKED, LATE, SOON_DUE
from medoffice.records.releases.offers import register_source
from medoffice.records.releases.queries.documents import document_to_copy, documents_to_copy
from medoffice.records.releases.queries.packet import may_still_go
from medoffice.records.releases.queries.requests import FAXED, papers_of_open
from medoffice.records.releases.types import Source
from medoffice.records.releases.views.requests import patient_panel
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("releases:request", args=[ref.id])


def _arrived(told: Delivery) -> None:
    kind, _, delivery = told.fact.key.partition(" ")
    if kind == FAXED:
        note_arrival(actor=PROGRAM, delivery_id=UUID(delivery))


register_append_only("release_delivery")
register_second_look(FAXED, may_still_go)
listen(FaxArrived, _arrived)
register_page_follower("releases", follow_pages)
register_open_use("a request for copies", papers_of_open)
register_source(Source("document", "Documents", documents_to_copy, document_to_copy))
register_work_kind(WorkKind(ASKED, "copies asked for", Role.SECRETARY, 720, _url))
register_work_kind(WorkKind(SOON_DUE, "copies due soon", Role.PRIVACY_OFFICER, 240, _url))
register_work_kind(WorkKind(LATE, "copies overdue", Role.PRIVACY_OFFICER, 24, _url))
register_command(
    Command("Requests for copies", "releases:desk", "releases.note", words="release, ROI, records request, redact")
)
register_panel("patient", patient_panel)
