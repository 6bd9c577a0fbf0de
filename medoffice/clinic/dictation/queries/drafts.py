"""Reads of drafts: the office's recogniser, what it has still to hear, what it made of a dictation's recordings."""

from uuid import UUID

from django.db.models import Case, QuerySet, Value, When

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.queries.dictations import to_recording
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.rules.parts import with_starts
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.dictations import Draft, Drafts, Priority, Recogniser
from medoffice.clinic.dictation.types.servers import Hearing, HearingServer


def hearing() -> Hearing:
    """Who hears recordings first; nobody until the office has chosen. One query."""
    row = models.DictationHearing.objects.order_by("-id").first()
    if row is None:
        return Hearing(Recogniser.NONE)
    return Hearing(Recogniser(row.recogniser), HearingServer(row.address, row.model, row.certificate))


def recogniser() -> Recogniser:
    """The office's recogniser; none until it has chosen one. One query."""
    return hearing().recogniser


def unheard() -> bool:
    """Whether a recording waits for the office's recogniser. Two queries at most."""
    return recogniser() is not Recogniser.NONE and waiting_rows().exists()


def waiting_rows() -> QuerySet[models.Recording]:
    """The recordings of open dictations that nothing has heard, STAT before all, then as they came."""
    first = Case(When(dictation__priority=Priority.STAT, then=Value(0)), default=Value(1))
    rows = models.Recording.objects.filter(draft=None, gone_at=None, dictation__state__in=OPEN)
    return rows.select_related("dictation").order_by(first, "id")


def drafts_of(dictation_id: UUID) -> Drafts:
    """How the drafts of a dictation stand. At most two queries."""
    rows = models.Recording.objects.filter(dictation_id=dictation_id).select_related("draft").order_by("id")
    begins = [at for _, at in with_starts(map(to_recording, rows))]
    drafts = [getattr(row, "draft", None) for row in rows]
    made = tuple(to_draft(draft, at) for draft, at in zip(drafts, begins, strict=True) if draft is not None)
    missing = len(drafts) - len(made)
    return Drafts(made, missing if missing and recogniser() is not Recogniser.NONE else 0)


def to_draft(row: models.DictationDraft, begins: int) -> Draft:
    """A row as a draft."""
    return Draft(
        Recogniser(row.recogniser), row.model, row.text, from_rows(row.words), tuple((a, b) for a, b in row.unheard),
        tuple(row.hints), row.trouble, row.put_at is not None, begins, row.forgot, tuple(row.learned),
    )  # fmt: skip
