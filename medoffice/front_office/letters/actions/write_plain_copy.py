"""Write a letter in plain words."""

from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_findings
from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.queries.letters import shown, to_letter
from medoffice.front_office.letters.queries.plain import LANGUAGE, glossary, plain_copy_of
from medoffice.front_office.letters.queries.preview import about
from medoffice.front_office.letters.rules.plain import plain_copy
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.practice.api import next_number, providers
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("letters.write")
def write_plain_copy(*, actor: Actor, letter_id: UUID) -> UUID:
    """Another letter to the same reader that says the same in plain words.

    A provider reads and signs it before it goes, whoever signs the letter; it goes beside the letter, or instead.

    The one there is already is returned. Raises Refusal for a copy, for what cannot go as it is, and for a language
    without words.
    """
    row = held_letter(actor, letter_id)
    if row.plain_of_id or row.state == LetterState.WITHDRAWN:
        raise Refusal("no-plain-copy", "No plain copy is made of this letter.", "Begin with the letter itself.")
    if row.language != LANGUAGE:
        raise Refusal("no-plain-words", "There are plain words in English only.", "Write in this letter by hand.")
    if known := plain_copy_of(row.id):
        return known
    reads = shown(actor, to_letter(row))
    refuse_findings([one for one in reads.findings if one.code != "no-signer"])
    known_providers = {one.id for one in providers()}
    sees = about(actor, row.patient_id, row.encounter_id).provider_id
    copy = Letter.objects.create(
        number=next_number("L"),
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        site_id=row.site_id,
        template_key=row.template_key,
        template_version=row.template_version,
        language=row.language,
        title=f"{row.title[:100]}, in plain words",
        body=row.body,
        words=plain_copy(reads.text, glossary()),
        to=row.to,
        to_name=row.to_name,
        to_lines=row.to_lines,
        to_fax=row.to_fax,
        purpose=row.purpose,
        why=row.why,
        signed=True,
        signer_id=row.signer_id or (sees if sees in known_providers else None),
        state=LetterState.DRAFT,
        plain_of=row,
        plain_version=row.version,
        made_by=actor.name,
        made_at=clock.now(),
    )
    record("letter", copy.id, subjects=[row.patient_id], plain_of=str(row.id))
    return copy.id
