"""Refer a patient."""

from uuid import UUID

from medoffice.front_office.letters.api import ask_signature, change_letter, sign_letter, start_letter
from medoffice.front_office.letters.types.letters import Recipient
from medoffice.front_office.referrals.actions.rows import TO_SEND, stands
from medoffice.front_office.referrals.actions.starting import closing_time, new_referral
from medoffice.front_office.referrals.models import Referral
from medoffice.front_office.referrals.types import Asked, Direction, Priority, State
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work, providers, staff_of_user
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

TEMPLATE = "referral"


@action("referrals.make")
def make_referral(
    *,
    actor: Actor,
    patient_id: UUID,
    performer_id: UUID,
    asked: Asked,
    requester_id: UUID,
    encounter_id: UUID | None = None,
) -> UUID:
    """Send a patient to somebody, from a visit or the chart; ``requester_id`` is the provider who refers.

    Its letter is written at once: a provider who refers signs it by this, for somebody else it waits for the signature.
    Raises Invalid per field, Refusal if the letter cannot be written so.
    """
    require(actor, "referrals.make", patient_id, encounter_id)
    if requester_id not in {one.id for one in providers()}:
        raise Invalid("no-requester", "Only a provider refers.", "", {"fields": {"requester": ["Choose a provider."]}})
    row = new_referral(actor, Direction.OUT, patient_id, performer_id, asked, requester_id, encounter_id)
    row.letter_id = _letter(actor, row, asked)
    stands(actor, row, State.TO_SEND)
    soon, due = asked.priority is not Priority.ROUTINE, closing_time(row.due_on, office_zone())
    open_work(
        actor=actor, kind=TO_SEND, title=f"Send {row.number}", ref=Ref("referral", row.id), patient_id=patient_id,
        visit_id=encounter_id, priority=1 if soon else 2, key=str(row.id), due_at=due,
    )  # fmt: skip
    record("referral", row.id, subjects=[patient_id], priority=asked.priority.value)
    return row.id


def _letter(actor: Actor, row: Referral, asked: Asked) -> UUID:
    to = row.performer
    made = start_letter(
        actor=actor, patient_id=row.patient_id, key=TEMPLATE, language="en", encounter_id=row.encounter_id
    )
    town = " ".join(part for part in (f"{to.city}," if to.city else "", to.state, to.zip[:5]) if part)
    lines = tuple(line for line in (to.practice, to.line1, to.line2, town) if line)
    given = {
        "referral.reason": f"{asked.diagnosis}. {asked.question}",
        "referral.urgency": asked.priority.says,
        "referral.number": asked.authorization,
        "asked.note": asked.note,
    }
    change_letter(
        actor=actor, letter_id=made, seen_version=1, given=given, recipient=Recipient(to.name, lines, to.fax),
        signer_id=row.requester_id, why="",
    )  # fmt: skip
    me = staff_of_user(actor.id)
    if me is not None and me.id == row.requester_id:
        sign_letter(actor=actor, letter_id=made)
    else:
        ask_signature(actor=actor, letter_id=made)
    return made
