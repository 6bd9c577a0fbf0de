"""What forms register: their chip on the schedule, their panels, the work that what a patient wrote is."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.front_office.check_in.api import register_risks
from medoffice.front_office.check_in.types import Arriving, Mend, Risk
from medoffice.front_office.forms.queries import definitions, due_at
from medoffice.front_office.forms.views.office import check_in_panel, patient_panel, visit_panel
from medoffice.front_office.scheduling.api import register_prerequisite
from medoffice.front_office.scheduling.types import OPEN, Appointment, Chip
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.patients.api import register_card_cause
from medoffice.security.types import Actor, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _chip(_actor: Actor, visits: Sequence[Appointment]) -> dict[UUID, Chip]:
    due = due_at([one for one in visits if one.state in OPEN])
    return {one: Chip("warn", _words(len(found))) for one, found in due.items() if found}


def _words(count: int) -> str:
    return "a form to sign" if count == 1 else f"{count} forms to sign"


def _agreement(_actor: Actor, told: Arriving) -> Sequence[Risk]:
    """Nobody but the patient pays, and what the office has signed for that is not."""
    if told.held or told.insurance.case or not any(one.self_pay for one in definitions()):
        return []
    due = due_at([told.booked])[told.booked.id]
    titles = [one.definition.title for one in due if one.definition.self_pay]
    words = "The patient pays alone and has not signed: {}."
    return [Risk("agreement-missing", words.format(title), Mend.AGREEMENT, url="#forms") for title in titles]


def _url(ref: Ref) -> str:
    return reverse("forms:answers", args=[ref.id])


def _filled_url(_patient: UUID, filled_id: UUID) -> str:
    return reverse("forms:answers", args=[filled_id])


register_card_cause("form", "a form that was filled in", "forms.read", _filled_url)
register_append_only("form_filled")
register_prerequisite("forms", _chip)
register_work_kind(WorkKind("patient-wrote", "what a patient wrote", Role.NURSE, 24, _url))
register_risks("agreement", _agreement)
register_panel("check-in", check_in_panel)
register_panel("patient", patient_panel)
register_panel("visit", visit_panel)
register_command(Command("Forms and consents of the office", "forms:list", "forms.set_up"))
