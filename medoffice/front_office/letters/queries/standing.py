"""Where letters stand, for rooms that asked for them."""

from collections.abc import Iterable
from uuid import UUID

from medoffice.front_office.letters import models
from medoffice.front_office.letters.queries.letters import sendings_of
from medoffice.front_office.letters.types.letters import LetterState, SendingState


def letters_standing(letter_ids: Iterable[UUID]) -> dict[UUID, tuple[str, LetterState, SendingState | None]]:
    """Of these letters the number, where each stands, and what became of it when it last went. No word of them.

    One query, and two for each that went.
    """
    rows = models.Letter.objects.filter(id__in=set(letter_ids)).values_list("id", "number", "state")
    return {one: (number, LetterState(state), _last(one, state)) for one, number, state in rows}


def _last(letter_id: UUID, state: str) -> SendingState | None:
    went = sendings_of(letter_id) if state == LetterState.SENT else []
    return went[-1].state if went else None
