"""What the office's laboratory offers to other rooms: the panel at a visit, its place in the chain, its commands."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.office_lab.queries.found import found_at, found_one
from medoffice.clinic.office_lab.views.visit import visit_panel
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.security.types import PROGRAM
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _trace(tested_id: UUID) -> Step | None:
    """What was found, with the order it answers and its lot."""
    try:
        one = found_one(PROGRAM, tested_id)
    except NotFound:
        return None
    told = f"{one.words}: {one.value}, lot {one.lot}"
    return Step(
        ref=Ref("office_tested", one.id),
        stage="note",
        title="Test in the office",
        words=one.words if one.stands else f"{one.words}, entered in error",
        causes=(Ref("order", one.order_id),),
        at=one.at,
        who=one.by,
        url=reverse("office_lab:found", args=[one.id]),
        details=(("number", one.number),),
        quote=told,
        subject=one.patient_id,
        needs="office_lab.read",
        opens="office_lab.read",
        visit=one.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    return [Ref("office_tested", one.id) for one in found_at(encounter_id)]


register_append_only("office_qc_run")
register_append_only("office_tested")
tracers.register("office_tested", _trace)
register_effects("encounter", _of_encounter)
register_panel("visit", visit_panel)
register_command(
    Command(
        "Office laboratory",
        "office_lab:bench",
        "office_lab.see",
        words="point of care, POC, CLIA waived, quality control, QC, Levey-Jennings",
    )
)
