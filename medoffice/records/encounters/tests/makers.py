"""Visits for tests, made through the action."""

from datetime import UTC, datetime
from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.tests.makers import Office
from medoffice.records.encounters.api import start_encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.security.types import PROGRAM, Actor

EVENING = datetime(2026, 11, 25, 1, tzinfo=UTC)  # Tuesday the 24th, 7 in the evening in Chicago


def begin(
    office: Office,
    patient_id: UUID,
    cause: Ref,
    actor: Actor = PROGRAM,
    kind: EncounterClass = EncounterClass.OFFICE,
) -> UUID:
    """A visit that has just begun."""
    return start_encounter(
        actor=actor,
        patient_id=patient_id,
        provider_id=office.provider_id,
        site_id=office.site_id,
        kind=kind,
        reason="cough",
        cause=cause,
    )
