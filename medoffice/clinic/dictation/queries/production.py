"""Reads of what was typed: the jobs of a time, and what each person produced in it."""

from datetime import date, datetime, time, timedelta

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.rules.lines import Job, Lines, Produced, produced
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
    zone = office_zone()
    since, until = (datetime.combine(day, time.min, zone) for day in (first, last + timedelta(days=1)))
    rows = models.DictationLines.objects.filter(at__gte=since, at__lt=until).select_related("dictation", "typist")
    if not can_weigh(actor):
        rows = rows.filter(typist_id=actor.id)
    shown = permitted(actor, "dictation.read", rows, "dictation__patient_id", "dictation__encounter_id")
    known = set(shown.values_list("dictation_id", flat=True))
    jobs = [to_job(row) for row in rows.order_by("-at", "-id")]
    return produced(jobs), [job for job in jobs if job.dictation_id in known]


def can_weigh(actor: Actor) -> bool:
    """Whether somebody sees what everybody typed and how well."""
    return can(actor, EVERYBODYS)


def to_job(row: models.DictationLines) -> Job:
    """A row as a job."""
    return Job(
        row.dictation_id, row.dictation.number, row.dictation.kind, row.typist_id, row.typist.name, row.at,
        Lines(row.gross_characters, row.visible_characters), row.drafted, row.seconds,
    )  # fmt: skip
