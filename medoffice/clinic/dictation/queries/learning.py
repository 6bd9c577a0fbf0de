"""Reads of what is learned from authors' corrections, and of how much of their drafts was wrong."""

from datetime import timedelta
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, F, Max, QuerySet, Sum

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.queries.production import can_weigh
from medoffice.clinic.dictation.types.learning import DAYS, PATIENTS, Learned, WordError
from medoffice.kernel import clock
from medoffice.practice.api import staff_of_user
from medoffice.security.api import can
from medoffice.security.types import Actor


def learned_of(author_id: UUID) -> list[Learned]:
    """The words that were corrected for two patients of an author, the newest first; also those left out. Two queries.

    Before that a word might lead to a patient, so nobody is told it.
    """
    return _learned(models.DictationCorrection.objects.filter(dictation__author_id=author_id))


def learned_seen(actor: Actor) -> list[Learned]:
    """Everybody's for who may weigh how well is typed, else one's own as an author; the newest first. Three queries."""
    if can_weigh(actor):
        return _learned(models.DictationCorrection.objects.all())
    own = staff_of_user(actor.id)
    return learned_of(own.id) if own else []


def may_leave_out(actor: Actor, author_id: UUID) -> bool:
    """Whether somebody says which words of an author are left out: the author, or who sets dictation up."""
    own = staff_of_user(actor.id)
    return (own is not None and own.id == author_id) or can(actor, "dictation.set_up")


def word_errors(actor: Actor) -> list[WordError]:
    """Of the last ninety days, by author: everybody's for who may weigh it, else one's own. Two queries at most.

    Sums are of all, also of dictations that the actor may not see.
    """
    since = clock.now() - timedelta(days=DAYS)
    rows = models.DictationLines.objects.filter(signed_words__isnull=False, at__gte=since)
    if not can_weigh(actor):
        own = staff_of_user(actor.id)
        rows = rows.filter(dictation__author_id=own.id if own else None)
    sums = rows.values(who=F("dictation__author_id"), name=F("dictation__author__name")).annotate(
        all=Count("id"), signed=Sum("signed_words"), wrong=Sum("wrong_words")
    )
    found = [WordError(one["who"], one["name"], one["all"], one["signed"], one["wrong"]) for one in sums]
    return sorted(found, key=lambda one: (one.author, str(one.author_id)))


def _learned(rows: QuerySet[models.DictationCorrection]) -> list[Learned]:
    """Each word of each author once."""
    words = rows.values("meant", who=F("dictation__author_id"), name=F("dictation__author__name")).annotate(
        ways=ArrayAgg("heard", distinct=True), patients=Count("dictation__patient_id", distinct=True), last=Max("at")
    )
    told = words.filter(patients__gte=PATIENTS).order_by("-last", "meant", "who")
    marks = models.DictationLeftOut.objects.order_by("id").values_list("author_id", "meant", "out")
    out = {(who, meant): left for who, meant, left in marks}
    return [
        Learned(
            one["who"], one["name"], one["meant"], tuple(one["ways"]), one["patients"], one["last"],
            out.get((one["who"], one["meant"]), False),
        )
        for one in told
    ]  # fmt: skip
