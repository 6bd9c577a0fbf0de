"""A report was put right whose copies went."""

from contextlib import suppress
from uuid import UUID

from django.db import transaction

from medoffice.clinic.dictation.actions.copying import COPIES_AGAIN, offer
from medoffice.clinic.dictation.actions.rows import KIND
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.copies import seals_of, stands_now
from medoffice.clinic.dictation.types.dictations import State
from medoffice.front_office.letters.api import letters_standing, sendings_of, withdraw_letter
from medoffice.front_office.letters.types.letters import LetterState, SendingState
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.faxes.api import stop_fax
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.offer_copies")
def offer_copies(*, actor: Actor, encounter_id: UUID, how: str) -> int:
    """Its author has it among their work to send those the report as it stands; what did not go yet never goes.

    ``how``: added to, amended, retracted. Where who has a copy has these words already, nothing is to be done any more:
    it may be told twice. Returns how many dictations of the visit are offered.
    """
    told = 0
    for row in Dictation.objects.select_for_update().filter(encounter_id=encounter_id, state=State.SIGNED):
        seals = set(seals_of(row.id).values())
        if not seals:
            continue
        if seals == {stands_now(row).seal}:
            finish_work_about(actor=actor, ref=Ref(KIND, row.id), outcome="as they have it", kind=COPIES_AGAIN)
            continue
        _withdraw(actor, row)
        offer(actor, row, f"{row.number} was {how}: send it to who has a copy")
        record("dictation", row.id, subjects=[row.patient_id], how=how)
        told += 1
    return told


def _withdraw(actor: Actor, row: Dictation) -> None:
    made = row.copies.filter(letters__letter__isnull=False).values_list("letters__letter_id", flat=True)
    for letter_id, (_, state, _) in letters_standing(made).items():
        if state is LetterState.SENT:
            _call_back(actor, letter_id)
        elif state is not LetterState.WITHDRAWN:
            withdraw_letter(actor=actor, letter_id=letter_id)


def _call_back(actor: Actor, letter_id: UUID) -> None:
    """Its fax that waits, or did not arrive and might be sent again; one that the line has stays there."""
    for sending in sendings_of(letter_id):
        if sending.fax_id and sending.state in (SendingState.QUEUED, SendingState.FAILED):
            with suppress(Refusal), transaction.atomic():  # handed over meanwhile
                stop_fax(actor=actor, fax_id=sending.fax_id)
