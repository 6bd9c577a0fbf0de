"""A report was put right whose copies went."""

from uuid import UUID

from medoffice.clinic.dictation.actions.copying import COPIES_AGAIN, last_seal, open_copies
from medoffice.clinic.dictation.actions.rows import KIND, fits
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.copies import stands_now
from medoffice.clinic.dictation.types.dictations import State
from medoffice.front_office.letters.api import letters_standing, withdraw_letter
from medoffice.front_office.letters.types.letters import LetterState
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.offer_copies")
def offer_copies(*, actor: Actor, encounter_id: UUID, how: str) -> int:
    """Its author has it among their work to send those the report as it stands; what did not go yet never goes.

    ``how``: added to, amended, retracted. Where the copies have these words already, nothing is to be done: it may be
    told twice. Returns how many dictations of the visit are offered.
    """
    told = 0
    for row in Dictation.objects.select_for_update().filter(encounter_id=encounter_id, state=State.SIGNED):
        seals = {last_seal(copy) for copy in open_copies(row)} - {""}
        if seals and seals != {stands_now(row).seal}:
            _withdraw(actor, row)
            _offer(actor, row, how)
            told += 1
    return told


def _withdraw(actor: Actor, row: Dictation) -> None:
    made = row.copies.filter(letters__letter__isnull=False).values_list("letters__letter_id", flat=True)
    for letter_id, (_, state, _) in letters_standing(made).items():
        if state not in (LetterState.SENT, LetterState.WITHDRAWN):
            withdraw_letter(actor=actor, letter_id=letter_id)


def _offer(actor: Actor, row: Dictation, how: str) -> None:
    author = staff_member(row.author_id).user_id
    open_work(
        actor=actor, kind=COPIES_AGAIN, title=f"{row.number} was {how}: send it to who has a copy",
        ref=Ref(KIND, row.id), patient_id=row.patient_id, visit_id=row.encounter_id, key=str(row.id),
        owner_id=author if author and fits(author, row, "dictation.sign") else None,
    )  # fmt: skip
    record("dictation", row.id, subjects=[row.patient_id], how=how)
