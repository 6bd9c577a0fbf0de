"""Note that danger words were heard again and are right."""

from collections.abc import Collection
from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, refuse_moved
from medoffice.clinic.dictation.actions.typing import held_text, refuse_others
from medoffice.clinic.dictation.models import Dictation, DictationHeard
from medoffice.clinic.dictation.queries.passing import dangers_of
from medoffice.clinic.dictation.rules.passing import sounds
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.passing import Danger
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def note_heard(
    *,
    actor: Actor,
    dictation_id: UUID,
    word_ids: frozenset[int],
    seen_version: int,
    seen_visit: UUID | None = None,
    silent: bool = False,
) -> int:
    """The danger tokens all of whose words are among these are right as they stand; returns how many they are.

    Those that have no sound are kept as read: whose place of the sound is not known, or all where it is not there or
    did not play (``silent``). Nothing is changed and nothing waits for it. Raises Refusal for somebody whose turn it
    is not, and where no such token stands; Conflict if the text is another than it was (``seen_version``), or about
    another visit.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_moved(row.number, row.encounter_id, seen_visit)
    refuse_others(actor, row)
    typed = held_text(row)
    if typed.version != seen_version:
        raise Conflict(
            "changed-meanwhile", "The text was changed meanwhile.", "Begin again: it goes on where you were."
        )
    words = from_rows(typed.words)
    dangers = dangers_of(typed.text, words)
    right = [one for one in dangers if {number for number, _ in one.key} <= word_ids]
    if not right:
        raise Refusal("no-token", "No such words stand there.", "Open the page again.")
    gone = silent or not row.recordings.filter(gone_at=None).exists()
    read = [one for one in right if gone or not sounds(one, words)]
    heard = [one for one in right if one not in read]
    for tokens, unheard in ((heard, False), (read, True)):
        _keep(actor, row, typed.version, tokens, len(dangers), read=unheard)
    record(
        "dictation", row.id, subjects=[row.patient_id], heard=len(heard), read=len(read), of=len(dangers),
        version=typed.version,
    )  # fmt: skip
    return len(right)


def _keep(actor: Actor, row: Dictation, version: int, tokens: Collection[Danger], count: int, *, read: bool) -> None:
    if tokens:
        DictationHeard.objects.create(
            dictation=row, text_version=version, tokens=[one.key for one in tokens], of=count, read=read,
            at=clock.now(), by=actor.name, by_id=actor.id,
        )  # fmt: skip
