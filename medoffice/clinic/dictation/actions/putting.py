"""A recogniser's drafts as the beginning of what is typed."""

from medoffice.clinic.dictation.actions.typing import LONGEST, held_text
from medoffice.clinic.dictation.models import Dictation, DictationDraft, Recording
from medoffice.clinic.dictation.queries.dictations import to_recording
from medoffice.clinic.dictation.rules.drafting import behind
from medoffice.clinic.dictation.rules.parts import with_starts
from medoffice.clinic.dictation.rules.word_rows import from_rows, to_rows
from medoffice.kernel import clock
from medoffice.security.types import Actor


def put_in(actor: Actor, row: Dictation) -> int:
    """The drafts that are there and not yet in the text stand behind it, as they were made; returns how many."""
    recordings = Recording.objects.filter(dictation=row).order_by("id")
    begins = {one.id: at for one, at in with_starts(to_recording(one) for one in recordings)}
    drafts = DictationDraft.objects.select_for_update().filter(recording__dictation=row, put_at=None, trouble="")
    waiting = sorted(drafts, key=lambda one: one.recording_id)
    if not waiting:
        return 0
    typed, count = held_text(row), 0
    for draft in waiting:
        text = "\n\n".join(filter(None, (typed.text.rstrip(), draft.text)))
        if len(text) > LONGEST:
            break
        words = behind(from_rows(draft.words), typed.next_id, begins[draft.recording_id])
        typed.text, typed.words, typed.next_id = text, typed.words + to_rows(words), typed.next_id + len(words)
        draft.put_at = clock.now()
        draft.save(update_fields=["put_at"])
        count += 1
    if count:
        typed.version, typed.saved_at, typed.saved_by = typed.version + 1, clock.now(), actor.name
        typed.save()
    return count
