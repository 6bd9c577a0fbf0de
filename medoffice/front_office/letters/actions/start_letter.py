"""Begin a letter."""

from uuid import UUID

from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.queries.preview import about
from medoffice.front_office.letters.queries.templates import template
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.front_office.letters.types.templates import Group
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import next_number, providers
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("letters.write")
def start_letter(
    *, actor: Actor, patient_id: UUID, key: str, language: str = "", encounter_id: UUID | None = None
) -> UUID:
    """A letter about a patient from a template, in their language if the template speaks it; about a visit of theirs,
    or the latest. Who saw them signs it, unless whoever writes is a provider.

    Raises NotFound for a visit that is another's.
    """
    require(actor, "letters.write", patient_id, encounter_id)
    told, who = about(actor, patient_id, encounter_id), patient(patient_id)
    if told.encounter_id and encounter(told.encounter_id).patient_id != patient_id:
        raise NotFound
    chosen = template(key, language or who.language)
    if chosen.group is Group.CARD:
        raise Refusal("goes-to-a-list", "A postcard goes to a list.", "Write a letter, or choose the list.")
    row = Letter.objects.create(
        number=next_number("L"),
        patient_id=patient_id,
        encounter_id=told.encounter_id,
        site_id=told.site_id,
        template_key=chosen.key,
        template_version=chosen.version,
        language=chosen.language,
        title=chosen.title,
        body=chosen.body,
        to=chosen.to,
        purpose=chosen.purpose,
        signed=chosen.signed,
        signer_id=told.provider_id if told.provider_id in {one.id for one in providers()} else None,
        state=LetterState.DRAFT,
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("letter", row.id, subjects=[patient_id], template=chosen.key, language=chosen.language)
    return row.id
