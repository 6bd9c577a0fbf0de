"""What procedures offer to other rooms: the panel at a visit, their place in the chain, kinds of work, a command."""

from uuid import UUID

from django.urls import reverse

from medoffice.clinic.orders.api import register_before_done
from medoffice.clinic.procedures.actions.keeping import LATE, REACTION, before_done
from medoffice.clinic.procedures.queries import observation, procedure, procedures_at
from medoffice.clinic.procedures.rules.judging import in_words
from medoffice.clinic.procedures.views.visit import visit_panel
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.security.types import PROGRAM, Role
from medoffice.ui.navigation import Command, register_command
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("procedures:done", args=[ref.id])


def _observed_url(ref: Ref) -> str:
    return reverse("procedures:done", args=[observation(ref.id).procedure_id])


def _trace(procedure_id: UUID) -> Step | None:
    """What was done, with the order it answers."""
    try:
        one = procedure(PROGRAM, procedure_id)
    except NotFound:
        return None
    return Step(
        ref=Ref("procedure_done", one.id),
        stage="note",
        title="Procedure",
        words=one.name if one.stands else f"{one.name}, entered in error",
        causes=(Ref("order", one.order_id),),
        at=one.at,
        who=one.doer,
        url=_url(Ref("procedure_done", one.id)),
        details=(("number", one.number),),
        quote=in_words(one.did, one.doer, one.witness),
        subject=one.patient_id,
        needs="procedures.read",
        opens="procedures.read",
        visit=one.encounter_id,
    )


def _of_encounter(encounter_id: UUID) -> list[Ref]:
    return [Ref("procedure_done", one.id) for one in procedures_at(encounter_id)]


register_append_only("procedure_consent")
register_append_only("procedure_time_out")
register_append_only("procedure_done")
register_append_only("procedure_after")
register_before_done("procedures", before_done)
tracers.register("procedure_done", _trace)
register_effects("encounter", _of_encounter)
register_work_kind(WorkKind(LATE, "observation that nobody ended", Role.MEDICAL_ASSISTANT, 1, _observed_url))
register_work_kind(WorkKind(REACTION, "reaction to what was done", Role.PROVIDER, 1, _url))
register_panel("visit", visit_panel)
register_command(
    Command(
        "Treatment area: observed now",
        "procedures:area",
        "procedures.read",
        words="procedure, injection, observation, time-out, consent",
    )
)
