"""What arrival registers: the exception list, what it hears of payers' answers, and its panels."""

from django.urls import reverse

from medoffice.front_office.check_in.actions.look_at_insurance import EXCEPTION, look_at_insurance
from medoffice.front_office.check_in.views.insurance import insurance_panel, visit_panel
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.trace import Ref
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.coverage.types import EligibilityTold
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("check_in:insurance", args=[ref.id])


def _told(delivery: Delivery) -> None:
    look_at_insurance(actor=PROGRAM, appointment_id=delivery.fact.visit_id)


listen(EligibilityTold, _told)
register_work_kind(WorkKind(EXCEPTION, "insurance to look at", Role.RECEPTIONIST, 24, _url))
register_panel("check-in", insurance_panel)
register_panel("visit", visit_panel)
