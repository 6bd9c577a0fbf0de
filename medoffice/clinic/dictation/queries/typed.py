"""Reads of what is typed: the text with its words, its blanks, its versions; short forms."""

from uuid import UUID

from django.db.models import Q

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.dictations import Blank, BlankReason, SentBack, ShortForm, Typed, Verb
from medoffice.security.types import Actor


def typed_of(dictation_id: UUID) -> Typed:
    """What is typed by now; nothing yet is an empty text. One query."""
    row = models.DictationText.objects.filter(dictation_id=dictation_id).first()
    if row is None:
        return Typed("", (), 1, 1, None, "")
    return Typed(row.text, from_rows(row.words), row.next_id, row.version, row.saved_at, row.saved_by)


def blanks_of(dictation_id: UUID, typed: Typed) -> list[Blank]:
    """The blanks that stand in the text and wait, in its order, then those that were answered. One query."""
    place = {word.id: at for at, word in enumerate(typed.words)}
    found = [
        Blank(row.id, row.word_id, BlankReason(row.reason), row.at_ms, row.by, row.answered_at is not None, row.answer)
        for row in models.DictationBlank.objects.filter(dictation_id=dictation_id).order_by("id")
        if row.answered_at is not None or row.word_id in place
    ]
    return sorted(found, key=lambda one: (one.answered, place.get(one.word_id, 0)))


def text_when(dictation_id: UUID, verb: Verb) -> str | None:
    """The text as it was when this was last done; None if it never was. One query."""
    rows = models.DictationVersion.objects.filter(dictation_id=dictation_id, verb=verb).order_by("-id")
    return rows.values_list("text", flat=True).first()


def sent_back(dictation_id: UUID) -> SentBack | None:
    """The text as its author last sent it back, and why; None if they never did. Two queries, one for never."""
    text = text_when(dictation_id, Verb.RETURN)
    if text is None:
        return None
    steps = models.DictationStep.objects.filter(dictation_id=dictation_id, verb=Verb.RETURN).order_by("-id")
    return SentBack(text, steps.values_list("words", flat=True).first() or "")


def short_forms(actor: Actor) -> list[ShortForm]:
    """What somebody may type for longer words: the office's and their own, theirs before the same one of the office."""
    rows = models.ShortForm.objects.filter(Q(owner=None) | Q(owner_id=actor.id), used=True).order_by("short", "id")
    return [ShortForm(row.id, row.short, row.words, row.owner_id is not None) for row in rows]


def normal_texts() -> dict[str, str]:
    """The office's short forms by their names: "insert normal chest" is its ``chest``, dictated. One query."""
    return dict(models.ShortForm.objects.filter(owner=None, used=True).values_list("short", "words"))
