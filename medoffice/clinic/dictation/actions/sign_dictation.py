"""Sign what was typed: it goes into the chart."""

from hashlib import sha256
from uuid import UUID

from medoffice.clinic.charting.api import add_addendum, note_of, sign_note, start_note, write_note
from medoffice.clinic.dictation.actions.copying import copied
from medoffice.clinic.dictation.actions.counting import counted
from medoffice.clinic.dictation.actions.learning import drafts_beside, learn
from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.actions.typing import held_text, kept_version, refuse_others
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.rules.keeping import blanks_in
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.dictations import LETTER, Verb
from medoffice.front_office.letters.api import write_dictated
from medoffice.kernel.refusals import Conflict, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.sign")
def sign_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, seen_text: int) -> str:
    """Sign one's own dictation as it was read; returns the hash of its words. It never changes again.

    A letter becomes one, which somebody addresses. All else becomes the visit's note, which is signed with it; where a
    draft is, it stands below that; where the note is signed already, it is an addendum. ``seen_text`` is the version of
    the text. Whoever is named gets a copy of it as it stands then: all of this or nothing. What a recogniser's drafts
    had otherwise is kept, as far as it may be learned. Raises Refusal for another's, for an open blank, and whatever
    the note refuses; Conflict if the words changed since they were read.
    """
    row = held(actor, dictation_id, "dictation.sign")
    refuse_others(actor, row)
    typed = held_text(row)
    if typed.version != seen_text:
        raise Conflict("changed-meanwhile", f"{typed.saved_by} changed the words.", "Read it again, then sign.")
    open_ones = len(blanks_in(from_rows(typed.words)))
    if open_ones:
        said = "One blank is open." if open_ones == 1 else f"{open_ones} blanks are open."
        raise Refusal("blanks-open", said, "Say what stands there, or leave it out; then sign.")
    row.became, row.became_id = _into_chart(actor, row, typed.text.strip())
    row.sha256 = sha256(typed.text.encode()).hexdigest()
    moved(actor, row, Verb.SIGN, seen_version=seen_version)
    kept_version(actor, row, typed, Verb.SIGN)
    copies = copied(actor, row)
    found, whole = drafts_beside(row, typed.text)
    counted(row, found if whole else None)
    record("dictation", row.id, subjects=[row.patient_id], seal=row.sha256, learned=learn(row, found), copies=copies)
    return row.sha256


def _into_chart(actor: Actor, row: Dictation, text: str) -> tuple[str, UUID]:
    """The letter it became; the note, or the addendum to a note that was signed before."""
    if row.kind == LETTER:
        return "letter", write_dictated(actor=actor, encounter_id=row.encounter_id, words=text)
    found = note_of(row.encounter_id)
    if found is not None and found.signed:
        return "addendum", add_addendum(actor=actor, note_id=found.id, text=text)
    if found is None:
        note_id, version = start_note(actor=actor, encounter_id=row.encounter_id, text=text), 1
    else:
        below = "\n\n".join(filter(None, (found.text.strip(), text)))
        note_id = found.id
        version = write_note(actor=actor, note_id=note_id, text=below, seen_version=found.version)
    sign_note(actor=actor, note_id=note_id, seen_version=version)
    return "note", note_id
