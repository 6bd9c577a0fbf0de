"""The rows of letters as actions hold them."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import require
from medoffice.security.types import Actor


def held_letter(actor: Actor, letter_id: UUID, word: str = "letters.write") -> Letter:
    """A letter, locked, that the actor may do this to. Raises NotFound."""
    row = Letter.objects.select_for_update().filter(id=letter_id).first()
    if row is None:
        raise NotFound
    if word == "letters.send":
        require(actor, word, row.patient_id, row.encounter_id, to_patient=row.to == "patient")
    else:
        require(actor, word, row.patient_id, row.encounter_id)
    return row


def refuse_unless(row: Letter, *states: LetterState) -> None:
    """Raise Refusal for a letter that stands elsewhere by now."""
    if row.state not in states:
        said = row.state.replace("_", " ")
        raise Refusal("letter-elsewhere", f"This letter is {said} by now.", "Open it again.")


def refuse_findings(findings: Sequence[Finding]) -> None:
    """Raise Refusal with what stands against a letter."""
    if findings:
        raise Refusal("letter-unfit", "This letter cannot go like this.", "", {"findings": list(findings)})
