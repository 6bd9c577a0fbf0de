"""Where words of a visit's note are heard, if the note was dictated."""

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from medoffice.clinic.dictation.queries.dictations import dictations_of_visit
from medoffice.clinic.dictation.queries.typed import typed_of
from medoffice.clinic.dictation.rules.keeping import places_of, said_at
from medoffice.clinic.dictation.types.dictations import State
from medoffice.security.api import can
from medoffice.security.types import Actor


def heard_at(actor: Actor, encounter_id: UUID, quotes: Sequence[str]) -> list[str]:
    """For each, the sentence of the signed dictation in which it was said, or nothing. One query, one for each."""
    told = [""] * len(quotes)
    for one in dictations_of_visit(actor, encounter_id):
        if one.state is not State.SIGNED or not can(actor, "dictation.listen", one.patient_id, encounter_id):
            continue
        typed = typed_of(one.id)
        begins = places_of(typed.text, quotes)
        for place, begin in enumerate(begins):
            at = said_at(typed.text, typed.words, begin)
            if at is not None and not told[place]:
                told[place] = f"{reverse('dictation:review', args=[one.id])}?at={at}"
    return told
