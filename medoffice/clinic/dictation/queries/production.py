"""Reads of what was typed: the jobs of a time, what each person produced in it, how long dictations took."""

from datetime import date, datetime, time, timedelta

from django.db.models import Min, Q

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.lines import Job, Lines, Produced, produced
from medoffice.clinic.dictation.rules.turnaround import Turnaround, Way, turnarounds
from medoffice.clinic.dictation.types.dictations import Priority, State, Verb
from medoffice.practice.api import office_zone
from medoffice.security.api import can, permitted, require
from medoffice.security.types import Actor

EVERYBODYS = "dictation.weigh"


def production(actor: Actor, first: date, last: date) -> tuple[list[Produced], list[Job]]:
    """What was signed in these days: what each person typed, and the jobs, the latest first. Two queries.

    Everybody's for who may weigh it, else one's own. Sums are of all; of the jobs only those the actor may know of are
    listed.
    """
    require(actor, "dictation.lines")
    since, until = _from_to(first, last)
    rows = models.DictationLines.objects.filter(at__gte=since, at__lt=until).select_related("dictation", "typist")
    if not can_weigh(actor):
        rows = rows.filter(typist_id=actor.id)
    shown = permitted(actor, "dictation.read", rows, "dictation__patient_id", "dictation__encounter_id")
    known = set(shown.values_list("dictation_id", flat=True))
    jobs = [to_job(row) for row in rows.order_by("-at", "-id")]
    return produced(jobs), [job for job in jobs if job.dictation_id in known]


def took(actor: Actor, first: date, last: date) -> list[Turnaround]:
    """How long what was first finished in these days took, by kind; for who may weigh it. One query.

    Sums are of all, also of dictations that the actor may not see.
    """
    require(actor, EVERYBODYS)
    since, until = _from_to(first, last)
    rows = models.Dictation.objects.annotate(ready=Min("steps__at", filter=Q(steps__verb=Verb.FINISH)))
    rows = rows.filter(ready__gte=since, ready__lt=until)
    return turnarounds(
        [
            Way(
                row.kind, Priority(row.priority), row.sent_at, row.due_at, row.ready,
                row.ended_at if row.state == State.SIGNED else None,
            )
            for row in rows
        ]
    )  # fmt: skip


def _from_to(first: date, last: date) -> tuple[datetime, datetime]:
    """From the beginning of the first day in the office to the end of the last."""
    zone = office_zone()
    return datetime.combine(first, time.min, zone), datetime.combine(last + timedelta(days=1), time.min, zone)


def can_weigh(actor: Actor) -> bool:
    """Whether somebody sees what everybody typed and how well."""
    return can(actor, EVERYBODYS)


def to_job(row: models.DictationLines) -> Job:
    """A row as a job."""
    return Job(
        row.dictation_id, row.dictation.number, row.dictation.kind, row.typist_id, row.typist.name, row.at,
        Lines(row.gross_characters, row.visible_characters), row.drafted, row.seconds,
    )  # fmt: skip
