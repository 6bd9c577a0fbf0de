"""Counting something for the level of a visit: of a known kind, on evidence of the visit, its time once."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.revenue.coding.actions.open_coding import refuse_unless_counted
from medoffice.revenue.coding.actions.rows import element_row
from medoffice.revenue.coding.models import Coding
from medoffice.revenue.coding.rules.levels import KINDS, MINUTES
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import record
from medoffice.security.types import Actor

MOST_MINUTES = 600


def count(actor: Actor, row: Coding, kind: str, about: str, evidence: Evidence, minutes: int) -> UUID:
    """Keep it, with its line in the trail. Raises Invalid or Refusal in words."""
    if kind not in KINDS and kind != MINUTES:
        raise Invalid("kind-unknown", "Choose what it is.", "", {"fields": {"kind": ["Choose what it is."]}})
    if kind == MINUTES and not 1 <= minutes <= MOST_MINUTES:
        words = f"Minutes are 1 to {MOST_MINUTES}."
        raise Invalid("minutes-wrong", words, "", {"fields": {"minutes": [words]}})
    if kind == MINUTES and row.elements.filter(kind=MINUTES).exists():
        raise Refusal("time-counted", "The time of this visit is counted already.", "Remove it first.")
    refuse_unless_counted(actor, row, evidence)
    found = element_row(
        row,
        kind=kind,
        about=about or evidence.quote,
        minutes=minutes if kind == MINUTES else 0,
        evidence=evidence,
        by=actor.name,
        at=clock.now(),
    )
    found.save(force_insert=True)
    record("level_element", found.id, subjects=[row.patient_id], counted=kind)
    return found.id
