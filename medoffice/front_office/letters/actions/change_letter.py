"""Change a letter that did not go yet."""

from collections.abc import Mapping
from uuid import UUID

from medoffice.front_office.letters.actions.rows import held_letter, refuse_unless
from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.queries.letters import to_letter, typed_fields, visits_for
from medoffice.front_office.letters.rules.addresses import MOST_LINES
from medoffice.front_office.letters.rules.typed import backwards
from medoffice.front_office.letters.types.letters import LetterState, Recipient
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.versions import save_changes
from medoffice.practice.api import providers, today_here
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

LONGEST = 4_000  # letters in a field


@action("letters.write")
def change_letter(
    *,
    actor: Actor,
    letter_id: UUID,
    seen_version: int,
    given: Mapping[str, str],
    recipient: Recipient,
    signer_id: UUID | None,
    why: str,
    words: str | None = None,
    visit_id: UUID | None = None,
) -> int:
    """What is typed for its fields, to whom it is (where not to the patient), who signs, why this much leaves.

    ``words`` makes the text its own from here on, ``visit_id`` says which visit it is about; None leaves it as it is.
    Returns the new version. Raises Conflict if somebody else changed the same meanwhile, Invalid per field.
    """
    row = held_letter(actor, letter_id)
    refuse_unless(row, LetterState.DRAFT)
    _refuse_wrong(given, recipient, signer_id)
    typed = typed_fields(to_letter(row))
    if wrong := backwards(typed, given, today_here()):
        fields = {name.replace(".", "-"): [words] for name, words in wrong.items()}
        raise Invalid("letter-odd", "Some fields need another look.", "", {"fields": fields})
    known = {field.name for field in typed}
    changes: dict[str, object] = {"signer_id": signer_id, "why": why.strip()[:200]}
    if not row.words:
        changes["given"] = {name: text.strip() for name, text in given.items() if name in known and text.strip()}
    changes["to_fax"] = recipient.fax.strip()
    if row.to == "other":
        changes |= {"to_name": recipient.name.strip(), "to_lines": [line.strip() for line in recipient.lines]}
    if visit_id is not None and visit_id != row.encounter_id:
        changes |= _about(actor, row, visit_id)
    if words is not None:
        changes["words"] = words.strip() + "\n"
    fresh, changed = save_changes(row, changes, seen_version=seen_version, by=actor.name)
    record("letter", row.id, subjects=[row.patient_id], changed=changed)
    return fresh.version


def _about(actor: Actor, row: Letter, visit_id: UUID) -> dict[str, object]:
    """The letter is about another visit, if it can be about that one."""
    visit = next((one for one in visits_for(actor, to_letter(row)) if one.id == visit_id), None)
    if visit is None:
        told = {"fields": {"visit": ["Choose a visit of this patient."]}}
        raise Invalid("letter-odd", "It cannot be about this visit.", "", told)
    require(actor, "letters.write", row.patient_id, visit.id)
    return {"encounter_id": visit.id, "site_id": visit.site_id}


def _refuse_wrong(given: Mapping[str, str], recipient: Recipient, signer_id: UUID | None) -> None:
    wrong: dict[str, list[str]] = {}
    if any(len(text) > LONGEST for text in given.values()):
        wrong["given"] = [f"At most {LONGEST} letters in a field."]
    if len(recipient.lines) >= MOST_LINES or any(len(line) > 120 for line in recipient.lines):
        wrong["lines"] = [f"An address has at most {MOST_LINES - 1} lines below the name, of 120 letters."]
    if len(recipient.name) > 120:
        wrong["name"] = ["At most 120 letters."]
    if len(recipient.fax) > 24:
        wrong["fax"] = ["At most 24 letters."]
    if signer_id is not None and signer_id not in {one.id for one in providers()}:
        wrong["signer"] = ["Only a provider signs."]
    if wrong:
        raise Invalid("letter-odd", "Some fields need another look.", "", {"fields": wrong})
