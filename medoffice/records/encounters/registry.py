"""What encounters offer to later rooms: their place in the chain."""

from uuid import UUID

from django.utils.timezone import get_current_timezone

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.kernel.worlds.reports import register_report
from medoffice.practice.api import staff_member
from medoffice.records.encounters.queries import encounter, encounter_numbered, encounter_of, stages_of

register_append_only("encounter_stage")
register_report(
    "visits_by_day",
    "The visits of a day, a site and a provider: how many are finished, how many left without being seen",
    "SELECT e.date, s.name AS site, p.name AS provider, e.kind, count(*) AS visits,"
    " count(*) FILTER (WHERE e.stage = 'finished') AS finished, count(*) FILTER (WHERE e.stage = 'left') AS left_unseen"
    " FROM public.encounter e JOIN report.site s ON s.id = e.site_id JOIN report.provider p ON p.id = e.provider_id"
    " WHERE e.stage <> 'mistaken' GROUP BY 1, 2, 3, 4",
    order="1 DESC, 2, 3, 4",
)


def _trace(encounter_id: UUID) -> Step | None:
    try:
        visit = encounter(encounter_id)
    except NotFound:
        return None
    moves = tuple(
        (change.stage.replace("_", " "), f"{change.at.astimezone(get_current_timezone()):%-I:%M} {change.by}")
        for change in stages_of(visit.id)
    )
    return Step(
        ref=Ref("encounter", visit.id),
        stage="encounter",
        title=f"Visit {visit.number}",
        words=f"{visit.reason}, with {staff_member(visit.provider_id).name}",
        causes=(visit.cause,),
        at=visit.started_at,
        details=moves,
        subject=visit.patient_id,
        visit=visit.id,
        opens="encounters.reason",
    )


def _find(text: str) -> Ref | None:
    found = encounter_numbered(text.upper())
    return Ref("encounter", found) if found else None


def _of_appointment(appointment_id: UUID) -> list[Ref]:
    visit = encounter_of(Ref("appointment", appointment_id))
    return [Ref("encounter", visit.id)] if visit else []


tracers.register("encounter", _trace)
finders.register("encounter", _find)
register_effects("appointment", _of_appointment)
