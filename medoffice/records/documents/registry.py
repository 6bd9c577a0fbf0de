"""What documents register: their kinds of work, their place in the rail, the panel of a chart, what never changes."""

from django.urls import reverse

from medoffice.kernel.facts import fact
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.documents.actions.settling import settle_suggestions
from medoffice.records.documents.offers import register_chart_text
from medoffice.records.documents.queries.searching import search_documents
from medoffice.records.documents.types.papers import DocumentFiled, DocumentLeft
from medoffice.records.documents.views.chart import panel
from medoffice.records.patients.api import register_merging
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, NavItem, register_command, register_navigation
from medoffice.ui.panels import register_panel


def _to_file(ref: Ref) -> str:
    return reverse("documents:work", args=[ref.id])


def _to_see(ref: Ref) -> str:
    return reverse("documents:show", args=[ref.id])


def _refused(ref: Ref) -> str:  # noqa: ARG001 - there is one
    return reverse("documents:inbox")


def _past(ref: Ref) -> str:  # noqa: ARG001 - there is one
    return reverse("documents:past")


fact(DocumentFiled)
fact(DocumentLeft)
register_append_only("document_change")
register_append_only("document_leaf")
register_append_only("document_kind")
register_append_only("document_keeping")
register_work_kind(WorkKind("document", "Document to file", Role.SECRETARY, 24, _to_file))
register_work_kind(WorkKind("document-refused", "Paper that was not taken", Role.SECRETARY, 24, _refused))
register_work_kind(WorkKind("document-sign", "Document to sign off", Role.PROVIDER, 48, _to_see))
register_work_kind(WorkKind("document-misfiled", "Document that was misfiled", Role.PRIVACY_OFFICER, 72, _to_see))
register_work_kind(WorkKind("document-back", "Document sent back", Role.SECRETARY, 24, _to_see))
register_work_kind(WorkKind("document-destroy", "Papers to destroy", Role.PRIVACY_OFFICER, 336, _past))
register_navigation(NavItem("documents", "Papers", "documents:inbox", "documents.file", 25))
register_command(Command("Documents to file", "documents:inbox", "documents.file", words="scan, fax, incoming, index"))
register_command(Command("Search documents and notes", "documents:search", "documents.search"))
register_command(Command("Types of documents, how long they are kept", "documents:types", "documents.set_up"))
register_command(Command("Legal holds", "documents:holds", "documents.hold"))
register_command(Command("Papers past their retention", "documents:past", "documents.purge"))
register_merging("documents", settle_suggestions)
register_chart_text("documents", search_documents)
register_panel("patient", panel)
