"""Timelines of visits: of one, of a day, and what many of them say together."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from medoffice.front_office.flow.rules.figures import stage_figures
from medoffice.front_office.flow.rules.timeline import parts_of
from medoffice.front_office.flow.types import StageFigure, Timeline
from medoffice.kernel import clock
from medoffice.practice.api import office_zone, staff
from medoffice.records.encounters.api import encounter, encounters_on, logs_between, logs_on, stages_of
from medoffice.records.encounters.types import Encounter, StageChange
from medoffice.records.patients.api import patients_by_id
from medoffice.security.api import kept
from medoffice.security.types import Actor

BEHIND = timedelta(days=30)


def timeline_of(encounter_id: UUID) -> Timeline:
    """How a visit went so far, stage by stage. Four queries. Raises NotFound."""
    visit = encounter(encounter_id)
    return _timelines([(visit, stages_of(visit.id))])[0]


def timelines_on(actor: Actor, site_id: UUID | None, on: date) -> list[Timeline]:
    """The timelines of a day's visits, in order of arrival, of the patients this person may see. Five queries."""
    logs = logs_on(site_id, on)
    visits = encounters_on(site_id, on)
    closed = kept(actor, "check_in.board", [(visit.patient_id, visit.id) for visit in visits])
    seen = [one for one in visits if (one.patient_id, one.id) not in closed]
    found = _timelines([(visit, logs[visit.id]) for visit in seen])
    return sorted((timeline for timeline in found if timeline.parts), key=lambda timeline: timeline.arrived)


def figures(last: date | None = None) -> list[StageFigure]:
    """How long visits of the last thirty days stayed at each stage. Two queries."""
    until = last or clock.today(office_zone())
    now = clock.now()
    logs = logs_between(until - BEHIND, until)
    return stage_figures((provider_id, parts_of(log, now)) for provider_id, log in logs)


def _timelines(found: Iterable[tuple[Encounter, list[StageChange]]]) -> list[Timeline]:
    told, now = list(found), clock.now()
    names = {member.id: member.family_name for member in staff()}
    people = patients_by_id({visit.patient_id for visit, _ in told})
    return [
        Timeline(
            encounter_id=visit.id,
            patient_id=visit.patient_id,
            patient=people[visit.patient_id].name.sorted_form,
            provider=names.get(visit.provider_id, ""),
            arrived=visit.started_at,
            parts=parts_of(log, now),
        )
        for visit, log in told
    ]
