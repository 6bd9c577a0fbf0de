"""Say of a condition on the list that it is gone, that it is looked at next time, or put it back."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.rows import new_row
from medoffice.revenue.recapture.models import ConditionMark
from medoffice.revenue.recapture.queries.conditions import conditions, words_of
from medoffice.revenue.recapture.types import Said
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("recapture.mark")
def mark_condition(*, actor: Actor, patient_id: UUID, year: int, hcc: str, said: Said, why: str) -> UUID:
    """Say it, for this year, with the reason; no code and no note changes. What was said before stays.

    Raises Invalid without a reason, NotFound for a condition that is not on the list of whoever says it.
    """
    require(actor, "recapture.mark", patient_id)
    if not why.strip():
        raise Invalid("no-reason", "Say why.", "", {"fields": {"why": ["Say why."]}})
    _, found = conditions(actor, year, patient_id)
    one = next((each for each in found.conditions if each.hcc == hcc), None)
    words = words_of(actor, year, [one]) if one else {}
    if one is None or not words:
        raise NotFound
    rests_on = words[one.patient_id, one.codes[0].code]
    row = new_row(
        ConditionMark,
        id=new_id(),
        patient_id=patient_id,
        encounter_id=rests_on.encounter_id,
        hcc=hcc,
        year=year,
        said=said,
        why=why.strip()[:300],
        by=actor.name,
        at=clock.now(),
    )
    row.save(force_insert=True)
    record("recapture_mark", row.id, subjects=[patient_id], hcc=hcc, year=year, said=said.value)
    return row.id
