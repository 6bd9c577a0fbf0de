"""What patient identity puts into screens of rooms above: who it is, where somebody says why they open the record."""

from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from medoffice.records.patients.queries.people import hits_of
from medoffice.records.patients.views import label_panel, said_panel
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _who(request: HttpRequest, patient_id: UUID) -> SafeString | None:
    actor = getattr(request, "actor", None)
    found = hits_of(actor, [patient_id]) if actor else []
    return render_to_string("patients/who.html", {"who": found[0]}, request) if found else None


register_panel("opening", _who)
register_panel("identity", said_panel)
register_panel("patient", label_panel)
register_command(Command("Sizes of labels and cards", "patients:sizes", "patients.label_sizes"))
