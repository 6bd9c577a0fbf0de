"""The text of a dictation as actions hold and write it."""

from collections.abc import Iterable

from medoffice.clinic.dictation.models import Dictation, DictationBlank, DictationText, DictationVersion
from medoffice.clinic.dictation.rules.keeping import carried
from medoffice.clinic.dictation.rules.word_rows import from_rows, to_rows
from medoffice.clinic.dictation.types.dictations import State, Verb, Word
from medoffice.kernel import clock
from medoffice.kernel.refusals import Conflict, Invalid, Refusal
from medoffice.practice.api import staff_of_user
from medoffice.security.types import Actor

LONGEST = 60_000  # letters


def held_text(row: Dictation) -> DictationText:
    """What is typed of it, locked; nothing yet is an empty text."""
    found = DictationText.objects.select_for_update().filter(dictation=row).first()
    return found or DictationText.objects.create(dictation=row, saved_at=clock.now(), saved_by="")


def refuse_others(actor: Actor, row: Dictation) -> None:
    """Raise Refusal unless the actor types it now, or it waits for them as its author."""
    signer = staff_of_user(actor.id) if row.state == State.TO_SIGN else None
    if row.state == State.TYPING and row.owner_id == actor.id:
        return
    if signer is not None and signer.id == row.author_id:
        return
    words = f"{row.owner.name} types {row.number}." if row.owner else f"{row.number} {State(row.state).says}."
    raise Refusal("not-yours", words, "Take it first, or ask for it to be handed over.")


def changed(
    actor: Actor, row: Dictation, text: str, *, seen_version: int | None = None, at_ms: int | None = None
) -> DictationText:
    """The text is this from now on; its words keep their numbers and times.

    Raises Conflict with both texts if somebody changed it since it was seen, Invalid for one that is too long.
    """
    typed, said = held_text(row), text.replace("\r\n", "\n")
    if len(said) > LONGEST:
        raise Invalid("too-long", f"At most {LONGEST:,} letters.", "Finish it, and send the rest as another dictation.")
    if typed.text == said:
        return typed
    if seen_version is not None and typed.version != seen_version:
        detail = {
            "mine": {"text": said},
            "theirs": {"text": typed.text},
            "changed_by": typed.saved_by,
            "changed_at": typed.saved_at,
            "version": typed.version,
        }
        meanwhile = f"{typed.saved_by} changed this text while you were typing."
        raise Conflict("changed-meanwhile", meanwhile, "Keep your words or theirs, then go on.", detail)
    words, typed.next_id = carried(from_rows(typed.words), said, typed.next_id, at_ms)
    typed.text, typed.words, typed.version = said, to_rows(words), typed.version + 1
    typed.saved_at, typed.saved_by = clock.now(), actor.name
    typed.save()
    return typed


def kept_version(actor: Actor, row: Dictation, typed: DictationText, verb: Verb) -> DictationVersion:
    """The text as it is now stays as a version."""
    return DictationVersion.objects.create(
        dictation=row, verb=verb, text=typed.text, words=typed.words, at=clock.now(), by=actor.name, by_id=actor.id
    )


def open_blanks(row: Dictation, words: Iterable[Word]) -> list[DictationBlank]:
    """The blanks that still stand in the text and wait for an answer, in the order of their words."""
    place = {word.id: at for at, word in enumerate(words)}
    found = DictationBlank.objects.filter(dictation=row, answered_at=None, word_id__in=place)
    return sorted(found, key=lambda one: place[one.word_id])
