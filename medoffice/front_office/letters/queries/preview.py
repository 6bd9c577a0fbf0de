"""A text on a real patient, before it is anything else."""

from uuid import UUID

from medoffice.front_office.letters.offers import merge_fields
from medoffice.front_office.letters.queries.merging import values_of
from medoffice.front_office.letters.rules.filling import check, fill
from medoffice.front_office.letters.rules.parsing import parse, slots_in
from medoffice.front_office.letters.types.templates import About, Filled, Piece
from medoffice.practice.api import staff_of_user
from medoffice.records.encounters.api import encounter, encounters_of_patient
from medoffice.security.types import Actor


def preview(
    actor: Actor, body: str, patient_id: UUID | None, language: str, encounter_id: UUID | None = None
) -> Filled:
    """How a text reads about a patient and a visit, or their latest; without one, or with faults, as it is written.

    What is missing stands marked, and among the findings with its line.
    """
    parsed, known = parse(body), merge_fields()
    wrong = check(parsed, known)
    if wrong or patient_id is None:
        return Filled((Piece(body),), tuple(wrong))
    (values,) = values_of(actor, [about(actor, patient_id, encounter_id)], slots_in(parsed.parts))
    return fill(parsed, known, values, language)


def about(actor: Actor, patient_id: UUID, encounter_id: UUID | None = None) -> About:
    """What a letter about a patient is about: the visit, or unless somebody says one their latest. Three queries."""
    latest = None if encounter_id else next(iter(encounters_of_patient(actor, patient_id, 1)), None)
    seen = encounter(encounter_id) if encounter_id else latest
    writer = staff_of_user(actor.id)
    own = writer.id if writer and writer.is_provider else None
    return About(
        patient_id=patient_id,
        encounter_id=seen.id if seen else None,
        provider_id=own or (seen.provider_id if seen else None),
        site_id=seen.site_id if seen else (writer.site_id if writer else None),
    )
