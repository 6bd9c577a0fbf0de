"""Reads of a played day: one patient's way."""

from datetime import date
from uuid import UUID

from medoffice.kernel import trace
from medoffice.kernel.trace import Ref, Step
from medoffice.records.encounters.api import encounters_on
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.claims.api import claims_of


def a_paid_visit(on: date) -> UUID | None:
    """A visit of a day that was booked by telephone and whose claim was paid, the first of those with the most to tell.

    Many statements: it looks through the day's visits.
    """
    paid = [visit for visit in encounters_on(None, on) if any(claim.paid for claim in claims_of(visit.id))]
    best = max(paid, key=_has_to_tell, default=None)
    return best.id if best else None


def _has_to_tell(visit: Encounter) -> tuple[bool, bool]:
    """Whether it began with a call, and whether the patient was left with a share."""
    claims = claims_of(visit.id)
    called = any(ref.kind == "call" for ref in causes_of(visit.cause))
    return called, any(claim.patient_share for claim in claims)


def whole_story(encounter_id: UUID) -> list[Step]:
    """Everything that led to a visit and everything that came of it; a thing appears once."""
    start = Ref("encounter", encounter_id)
    found: dict[Ref, Step] = {}
    waiting = [*causes_of(start), start]
    while waiting:
        ref = waiting.pop(0)
        step = None if ref in found else trace.step(ref)
        if step is not None:
            found[ref] = step
            waiting += trace.effects_of(ref)
    return list(found.values())


def causes_of(ref: Ref) -> list[Ref]:
    """What led to a thing, the first cause first."""
    step = trace.step(ref)
    return [one for cause in (step.causes if step else ()) for one in (*causes_of(cause), cause)]
