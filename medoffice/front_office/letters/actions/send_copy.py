"""Send a copy of what somebody signed."""

from uuid import UUID

from django.db import transaction

from medoffice.front_office.letters.actions.send_letter import refuse_what_stands, send_letter
from medoffice.front_office.letters.actions.start_letter import start_letter
from medoffice.front_office.letters.models import Letter
from medoffice.front_office.letters.queries.merging import with_credentials
from medoffice.front_office.letters.types.letters import LetterState, Recipient, Way
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_of_user
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, role_is_held
from medoffice.security.types import Actor, Role


@action("letters.sign")
def send_copy(*, actor: Actor, encounter_id: UUID, title: str, words: str, reader: Recipient) -> tuple[UUID, str]:
    """A letter with these words, which the actor has just signed, to a reader outside: faxed where a number is known.

    Whoever sends letters has what goes by mail among their work, and what cannot go yet. Returns the letter, and what
    stands against it ("" for nothing). Raises Refusal for who signs no letters. Whether a label lets the words out
    their room asks before.
    """
    signer, visit = staff_of_user(actor.id), encounter(encounter_id)
    if signer is None:
        raise Refusal("not-the-signer", "Only a provider sends a copy of what they signed.", "Ask the author.")
    made = start_letter(
        actor=actor, patient_id=visit.patient_id, key="dictated", language="en", encounter_id=encounter_id
    )
    row = Letter.objects.get(id=made)
    row.title, row.words = title[:120], words.strip() + "\n"
    row.to_name, row.to_lines, row.to_fax = reader.name, list(reader.lines), reader.fax
    row.signer_id, row.state = signer.id, LetterState.READY
    row.signed_by, row.signed_at = with_credentials(signer), clock.now()
    row.save()
    record("letter", made, subjects=[row.patient_id])
    against = _against(actor, row)
    if against or not reader.fax:
        queue = Role.SECRETARY if role_is_held(Role.SECRETARY) else Role.RECEPTIONIST
        open_work(
            actor=actor, kind="letter-signed", title=f"Send {row.number}: {row.title}", ref=Ref("letter", made),
            patient_id=row.patient_id, visit_id=encounter_id, key=str(made), queue=queue,
        )  # fmt: skip
    return made, against


def _against(actor: Actor, row: Letter) -> str:
    """Why it may not go; "" where it is faxed, or may be posted.

    What was begun of a fax that may not go is undone.
    """
    try:
        with transaction.atomic():
            if row.to_fax:
                send_letter(actor=actor, letter_id=row.id, way=Way.FAX)
            else:
                refuse_what_stands(actor, row, Way.MAIL)
    except Refusal as no:
        words = " ".join([no.words, *(one.words for one in no.detail.get("findings", []))])
        return words[:300]
    return ""
