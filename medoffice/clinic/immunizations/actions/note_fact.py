"""Note for the schedule what holds of a patient, or holds no more."""

from datetime import date
from uuid import UUID

from medoffice.clinic.immunizations.models import ScheduleFact
from medoffice.clinic.immunizations.queries.plans import facts_of, schedule
from medoffice.clinic.immunizations.rules.planning import births, counts_from, opposite
from medoffice.clinic.immunizations.types import Fact
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.rows import new_row
from medoffice.practice.api import today_here
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("vaccines.note")
def note_fact(
    *,
    actor: Actor,
    patient_id: UUID,
    code: str,
    holds: bool = True,
    since: date | None = None,
    encounter_id: UUID | None = None,
) -> None:
    """An observation of the schedule's list holds of the patient, or no more; what is so already is not noted again.

    It is kept with the visit at which it was said, the one named last; without one, with that of before. Raises
    NotFound, also for another's visit, Invalid field by field.
    """
    patient(patient_id)
    if encounter_id is not None and encounter(encounter_id).patient_id != patient_id:
        raise NotFound
    require(actor, "vaccines.note", patient_id, encounter_id)
    held = {one.code: one for one in facts_of(actor, patient_id)}
    release = schedule()
    words = (release.observations | births(release)).get(code) or (held[code].words if code in held else "")
    if not words:
        raise Invalid("fact-unknown", "The schedule knows nothing so.", "", {"fields": {"code": ["Choose one."]}})
    if since is not None and since > today_here():
        raise Invalid("since-later", "That day is still to come.", "", {"fields": {"since": ["No later than today."]}})
    if holds and since is None and code in counts_from(schedule()):
        raise Invalid("since-missing", "Doses count from that day.", "", {"fields": {"since": ["This is needed."]}})
    before, other = held.get(code), held.get(opposite(release, code)) if holds else None
    visit = before.encounter_id if before and encounter_id is None else encounter_id
    if holds == (before is not None) and (before is None or (before.since, before.encounter_id) == (since, visit)):
        return
    if other is not None:
        _note(actor, patient_id, other, holds=False)
    if before is not None and holds and visit != before.encounter_id:
        _note(actor, patient_id, before, holds=False)  # or it would still stand where it was not said
    _note(actor, patient_id, Fact(code, words, since, actor.name, clock.now(), visit), holds=holds)


def _note(actor: Actor, patient_id: UUID, one: Fact, *, holds: bool) -> None:
    row = new_row(
        ScheduleFact,
        patient_id=patient_id,
        encounter_id=one.encounter_id,
        code=one.code,
        words=one.words[:200],
        since=one.since,
        holds=holds,
        by=actor.name,
        at=clock.now(),
    )
    row.save(force_insert=True)
    record("vaccine_fact", row.id, subjects=[patient_id], code=one.code, holds=holds)
