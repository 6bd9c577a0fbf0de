"""Have recordings heard by the office's recogniser, and keep what it made of them."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.clinic.dictation.actions.asking import heard_by, listens
from medoffice.clinic.dictation.actions.hinting import facts_for, hints_for
from medoffice.clinic.dictation.actions.note_asked import note_asked
from medoffice.clinic.dictation.actions.server_key import with_key
from medoffice.clinic.dictation.actions.spelling import unlisted_in
from medoffice.clinic.dictation.models import Dictation, DictationDraft, Recording
from medoffice.clinic.dictation.offers import hearing_doors
from medoffice.clinic.dictation.queries.drafts import hearing, waiting_rows
from medoffice.clinic.dictation.queries.styles import style
from medoffice.clinic.dictation.queries.typed import normal_texts
from medoffice.clinic.dictation.rules.carrying import carried_words
from medoffice.clinic.dictation.rules.charts import disagreements
from medoffice.clinic.dictation.rules.drafting import drafted
from medoffice.clinic.dictation.rules.word_rows import to_rows
from medoffice.clinic.dictation.types.dictations import Recogniser
from medoffice.clinic.dictation.types.learning import Hints
from medoffice.clinic.dictation.types.servers import Hearing
from medoffice.kernel import clock, files
from medoffice.kernel.heard import Heard
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor
from medoffice.standards.dictated.transcribing import transcript, without_words

_TYPE = "Listen and type."
# The model, or the server, is at fault: the job fails, is told of and tried again, and no recording is marked.
NOT_THE_RECORDINGS = {
    f"hearing.{one}"
    for one in (
        "changed-model", "unknown-model", "no-detector", "address", "server-silent", "server-elsewhere",
        "server-unknown", "server-key", "server-moved", "server-refuses", "server-busy",
    )
}  # fmt: skip


def draft_waiting(*, actor: Actor) -> int:
    """Hear everything that waits, one recording at a time, outside of any transaction; returns how many.

    What cannot be heard is kept with the reason, and is typed by a person. What was added meanwhile is heard too, and
    what was moved to another visit meanwhile is heard anew. Raises Refusal where no recording is at fault.
    """
    count = 0
    while (by := hearing()).recogniser is not Recogniser.NONE and (row := waiting_rows().first()):
        about, who = row.dictation.encounter_id, row.dictation.patient_id
        hints = hints_for(who, about, row.dictation.author_id)
        asked = with_key(by)
        if by.recogniser in hearing_doors:
            note_asked(actor=actor, recording_id=row.id, server=by.server)
        try:
            heard, trouble = _hear(asked, row, hints.terms), ""
        except Refusal as refusal:
            if refusal.code in NOT_THE_RECORDINGS:
                raise
            heard, trouble = None, f"{refusal.words} {_TYPE}"
        keep_draft(
            actor=actor, recording_id=row.id, patient_id=who, about=about, recogniser=by.recogniser, hints=hints,
            heard=heard, trouble=trouble,
        )  # fmt: skip
        count += 1
    return count


def _hear(by: Hearing, row: Recording, hints: Sequence[str]) -> Heard:
    """Raises Refusal for what cannot be heard."""
    if listens(by.recogniser):
        with files.reading(row.sha256) as sound:
            return heard_by(by, sound, hints)
    found = carried_words(files.load(row.sha256), row.seconds or 0.0)
    if found is None:
        raise Refusal("no-words-carried", "This recording carries no words.", _TYPE)
    return found


@action("dictation.draft")
def keep_draft(
    *,
    actor: Actor,
    recording_id: UUID,
    patient_id: UUID,
    about: UUID,
    recogniser: Recogniser,
    hints: Hints,
    heard: Heard | None,
    trouble: str,
) -> None:
    """What was heard of a recording, formatted; heard twice, the first stays. Nothing of the text is changed.

    ``about`` is the visit, and ``patient_id`` the patient, whose chart the hints are of: what is about another by now,
    or was heard by a hint that is not of this chart any more (records came apart, a label was set), is not kept. What
    was learned of its author meanwhile, or left out, changes nothing.
    """
    del actor
    found = Dictation.objects.select_for_update().get(recordings=recording_id)
    row = Recording.objects.select_for_update(of=("self",)).select_related("dictation").get(id=recording_id)
    there = (found.patient_id, found.encounter_id)
    if there != (patient_id, about) or DictationDraft.objects.filter(recording=row).exists():
        return
    if not set(hints_for(patient_id, about, found.author_id).of_chart).issuperset(hints.of_chart):
        return
    made = transcript(heard, hints.terms, style()[0], normals=normal_texts()) if heard is not None else None
    facts = facts_for(row.dictation.patient_id, row.dictation.encounter_id)
    asked = (*disagreements(made.text, facts), *unlisted_in(patient_id, made.text)) if made else ()
    words = drafted(made, asked) if made else ()
    if made and not words:
        trouble = f"The recogniser found no words. {_TYPE}"
    gaps = without_words(heard, made.words) if heard and made else ()
    DictationDraft.objects.create(
        recording=row, recogniser=recogniser, model=heard.model if heard else "",
        text=made.text if made and words else "", words=to_rows(words),
        unheard=[[round(since * 1000), round(until * 1000)] for _, since, until in gaps],
        hints=list(hints.terms), learned=list(hints.learned), trouble=trouble[:300], made_at=clock.now(),
    )  # fmt: skip
    told = {"recogniser": recogniser.value, "model": heard.model if heard else "", "words": len(words)}
    record("dictation", row.dictation_id, subjects=[row.dictation.patient_id], **told)
