"""What patient identity puts into screens of rooms above: who it is, where somebody says why they open the record."""

from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from medoffice.kernel.checks import register_check
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.patients.actions.asking import WORK
from medoffice.records.patients.offers import register_patient_column
from medoffice.records.patients.queries.merges import merge_check, who_stands
from medoffice.records.patients.queries.people import hits_of
from medoffice.records.patients.views.people import label_panel, said_panel
from medoffice.records.patients.views.twice import same_panel
from medoffice.security.api import register_person
from medoffice.security.types import Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _who(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    actor = getattr(request, "actor", None)
    found = hits_of(actor, [patient_id]) if actor else []
    return render_to_string("patients/who.html", {"who": found[0]}, request) if found else None


def _twice_url(ref: Ref) -> str:  # noqa: ARG001 - there is one page for all
    return reverse("patients:twice")


register_append_only("patient_merge_part")
register_append_only("patient_card_fact")
register_check("merges", merge_check)
register_person("merges", who_stands)
for _table, _column in (
    ("security_denial", "subject"),
    ("security_label", "subject"),
    ("security_consent", "subject"),
    ("practice_work", "patient_id"),
    ("practice_work", "ref_id"),
):
    register_patient_column(_table, _column)
register_panel("opening", _who)
register_panel("identity", said_panel)
register_panel("patient", label_panel)
register_panel("patient", same_panel)
register_command(
    Command("Sizes of labels and cards", "patients:sizes", "patients.label_sizes", words="label, wristband")
)
register_command(
    Command("Registered twice: one person or two?", "patients:twice", "patients.tell_apart", words="duplicate, merge")
)
register_work_kind(WorkKind(WORK, "who may be registered twice", Role.SECRETARY, 120, _twice_url))
