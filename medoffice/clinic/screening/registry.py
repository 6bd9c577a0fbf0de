"""What screening offers to other rooms: the panel at a visit, its kind of work, its place in the chain."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.screening.actions.answer_screening import URGENT
from medoffice.clinic.screening.queries.screened import screened_at, screening
from medoffice.clinic.screening.views.asking import visit_panel
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("screening:screened", args=[ref.id])


def _trace(screened_id: UUID) -> Step | None:
    """What was answered, with its score."""
    try:
        one = screening(PROGRAM, screened_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("screened", one.id),
        stage="note",
        title="Screening",
        words=one.name if one.stands else f"{one.name}, corrected later",
        causes=(Ref("encounter", one.encounter_id),),
        at=one.at,
        who=one.by,
        url=_url(Ref("screened", one.id)),
        quote=f"{one.name}: {one.score} of {one.most}, {one.band}",
        subject=one.patient_id,
        needs="screening.read",
        opens="screening.read",
        visit=one.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    return [Ref("screened", one.id) for one in screened_at(PROGRAM, encounter_id)]


register_append_only("screened")
register_append_only("instrument_book")
tracers.register("screened", _trace)
register_effects("encounter", _of_encounter)
register_work_kind(WorkKind(URGENT, "an answer that cannot wait", Role.PROVIDER, 1, _url))
register_panel("visit", visit_panel)
