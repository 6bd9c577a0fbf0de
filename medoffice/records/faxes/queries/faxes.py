"""Reads of faxes: the out-box, one fax and its story, what may go now, how the line stands."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from medoffice.kernel import clock, files
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.retries import still_waits
from medoffice.records.disclosures.api import untold
from medoffice.records.disclosures.types import KEPT
from medoffice.records.faxes import models
from medoffice.records.faxes.types import Fax, FaxEvent, FaxState, LineState
from medoffice.security.api import kept, labelled, permitted, require
from medoffice.security.types import Actor, Label

TELLING = (Label.PART2, Label.MINOR, Label.PSYCHOTHERAPY)  # those that keep what a visit was about
UNTOLD = timedelta(hours=6)  # a line that is well says within the hour what became of a call


def fax(actor: Actor, fax_id: UUID) -> Fax:
    """A fax that the actor may see. Raises NotFound. Two queries, and the labels'."""
    row = models.Fax.objects.filter(id=fax_id).first()
    if row is None:
        raise NotFound
    require(actor, "faxes.read", row.patient_id, row.encounter_id)
    return _known(actor, [row])[0]


def faxed_pages(actor: Actor, fax_id: UUID) -> tuple[bytes, Fax]:
    """The pages as they go, cover sheet first. Raises as ``fax``, and for whoever may not see each thing in them.

    Two queries, and those of the labels.
    """
    one = fax(actor, fax_id)
    sha256, abouts = models.Fax.objects.values_list("sha256", "abouts").get(id=fax_id)
    for about in abouts:
        require(actor, "faxes.read", one.patient_id, about)
    return files.load(sha256), one


def faxes(actor: Actor, state: FaxState | None = None, limit: int | None = None) -> tuple[list[Fax], int]:
    """The latest faxes, of one state or all, and how many there are. Two queries, and the labels'."""
    rows = models.Fax.objects.filter(state=state) if state else models.Fax.objects.all()
    rows = permitted(actor, "faxes.read", rows, visit="encounter_id")
    return _known(actor, list(rows.order_by("-made_at", "-id")[:limit])), rows.count()


def _known(actor: Actor, rows: Collection[models.Fax]) -> list[Fax]:
    """Of each what somebody may know: what it says of a paper that a label keeps from them is not told."""
    pairs = {(row.patient_id, about) for row in rows for about in row.abouts}
    closed = kept(actor, "faxes.read", pairs) if pairs else {}
    shut = {row.id for row in rows if any((row.patient_id, about) in closed for about in row.abouts)}
    return [replace(to_fax(row), what=KEPT) if row.id in shut else to_fax(row) for row in rows]


def what_left(row: models.Fax) -> str:
    """What a fax was, for who reads the log or the chart: of a title that a label may keep, only its number."""
    if not row.abouts or not any(labelled(row.abouts, label) for label in TELLING):
        return row.what
    return untold(row.what, row.number)


def story_of(fax_id: UUID) -> list[FaxEvent]:
    """What became of a fax, first to last. One query."""
    return _events(models.FaxEvent.objects.filter(fax_id=fax_id).order_by("id"))


def faxes_for(keys: Iterable[str]) -> dict[str, tuple[Fax, list[FaxEvent]]]:
    """The faxes of these keys with their stories, for rooms that had them sent. Two queries."""
    rows = {row.id: row for row in models.Fax.objects.filter(key__in=list(keys))}
    told: dict[UUID, list[models.FaxEvent]] = {key: [] for key in rows}
    for event in models.FaxEvent.objects.filter(fax_id__in=list(rows)).order_by("id"):
        told[event.fax_id].append(event)
    return {row.key: (to_fax(row), _events(told[row.id])) for row in rows.values()}


def due_to_go() -> list[UUID]:
    """The faxes that may go now, oldest first; none while the line rests. Two queries."""
    now, line = clock.now(), models.FaxLine.objects.first()
    if line is not None and still_waits(line.try_at, now):
        return []
    rows = models.Fax.objects.filter(state=FaxState.QUEUED, try_at__lte=now).order_by("try_at", "id")
    return list(rows.values_list("id", flat=True)[:100])


def line_state() -> LineState:
    """How the line stands. Three queries."""
    row = models.FaxLine.objects.first() or models.FaxLine()
    waiting = models.Fax.objects.filter(state=FaxState.QUEUED).count()
    failed = models.Fax.objects.filter(state=FaxState.FAILED).count()
    return LineState(row.failures, row.why, row.try_at, waiting, failed)


def fax_check() -> list[Checked]:
    """The line works, and what was handed over is told of. Four queries."""
    line, now, found = line_state(), clock.now(), []
    if line.down:
        words = f"Faxes do not go out: {line.why} {line.waiting} wait."
        found.append(Finding("fax-line-down", "faxes", words))
    untold = models.Fax.objects.filter(state=FaxState.HANDED, handed_at__lt=now - UNTOLD).count()
    if untold:
        words = f"Of {untold} faxes the line never said what became of them."
        found.append(Finding("fax-line-silent", "faxes", words, Severity.WARNING))
    told = f"{line.waiting} faxes wait, {untold} were handed over and never told of"
    return [Checked("faxes", "faxes go out and are told of", told, tuple(found))]


def to_fax(row: models.Fax) -> Fax:
    """A row as the noun."""
    return Fax(
        id=row.id,
        number=row.number,
        key=row.key,
        patient_id=row.patient_id,
        encounter_id=row.encounter_id,
        what=row.what,
        to_name=row.to_name,
        to_number=row.to_number,
        pages=row.pages,
        purpose=row.purpose,
        state=FaxState(row.state),
        why=row.why,
        tries=row.tries,
        try_at=row.try_at,
        made_by=row.made_by,
        made_at=row.made_at,
        document_id=row.document_id,
    )


def _events(rows: Iterable[models.FaxEvent]) -> list[FaxEvent]:
    return [FaxEvent(FaxState(row.state), row.words, row.at, row.by) for row in rows]
