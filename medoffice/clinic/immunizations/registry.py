"""What immunizations offer to other rooms: the panel at a visit, their place in the chain, kind of work, a check."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.clinic.immunizations.actions.send_reports import STUCK
from medoffice.clinic.immunizations.actions.tell_old import OLD
from medoffice.clinic.immunizations.queries.copying import SOURCE, facts_copied, facts_to_copy
from medoffice.clinic.immunizations.queries.doses import dose, doses_of_visit, wrong_counts
from medoffice.clinic.immunizations.queries.plans import schedule_check
from medoffice.clinic.immunizations.rules.giving import in_words
from medoffice.clinic.immunizations.views.plan import chart_panel
from medoffice.clinic.immunizations.views.visit import visit_panel
from medoffice.kernel.checks import Checked, register_check
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.releases.api import register_source
from medoffice.records.releases.types import Source
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("immunizations:dose", args=[ref.id])


def _stock_url(_ref: Ref) -> str:
    return reverse("immunizations:stock")


def _trace(dose_id: UUID) -> Step | None:
    """A dose, with the visit it was given at, and its lot."""
    try:
        one = dose(PROGRAM, dose_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("vaccine_dose", one.id),
        stage="note",
        title="Vaccine",
        words=one.words if one.stands else f"{one.words}, entered in error",
        causes=(Ref("encounter", one.encounter_id),),
        at=one.entered_at,
        who=one.entered_by,
        url=_url(Ref("vaccine_dose", one.id)),
        details=(("number", one.number),),
        quote=in_words(one.given, one.lot),
        subject=one.patient_id,
        needs="vaccines.read",
        opens="vaccines.read",
        visit=one.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    return [Ref("vaccine_dose", one.id) for one in doses_of_visit(encounter_id)]


def _check() -> Sequence[Checked]:
    found = tuple(
        Finding("stock-sum", str(lot_id), f"{on_hand} on hand, and {moved} by what moved.")
        for lot_id, on_hand, moved in wrong_counts()
    )
    return [Checked("vaccines", "what is on hand of each lot is the sum of what moved", f"{len(found)} differ", found)]


register_append_only("vaccine_dose")
register_append_only("vaccine_dose_wrong")
register_append_only("vaccine_lot_move")
register_append_only("vaccine_schedule")
register_append_only("vaccine_fact")
register_check("immunizations", _check)
register_check("vaccine-schedule", schedule_check)
tracers.register("vaccine_dose", _trace)
register_effects("encounter", _of_encounter)
register_work_kind(WorkKind(STUCK, "vaccine the registry is not told of", Role.MEDICAL_ASSISTANT, 24, _url))
register_work_kind(WorkKind(OLD, "schedule of vaccines that is old", Role.MANAGER, 240, _stock_url))
register_source(Source(SOURCE, "Notes for the vaccine schedule", facts_to_copy, facts_copied))
register_panel("visit", visit_panel)
register_panel("chart", chart_panel)
register_command(Command("Vaccines on hand", "immunizations:stock", "vaccines.stock"))
register_command(Command("Immunization registry", "immunizations:registry", "vaccines.set_up"))
