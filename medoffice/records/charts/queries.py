"""Reads of paper charts: those of a patient, those that are away, those to be abstracted."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import F

from medoffice.kernel.refusals import NotFound
from medoffice.records.charts import models
from medoffice.records.charts.types import Abstraction, Move, Moved, PaperChart, Where
from medoffice.security.api import kept, permitted
from medoffice.security.types import Actor


def charts_of(actor: Actor, patient_id: UUID) -> list[PaperChart]:
    """The paper charts of a patient by volume. One query."""
    rows = permitted(actor, "charts.read", models.PaperChart.objects.filter(patient_id=patient_id))
    return [to_chart(row) for row in rows.order_by("volume", "id")]


def chart(chart_id: UUID) -> PaperChart:
    """One chart. Raises NotFound. One query."""
    row = models.PaperChart.objects.filter(id=chart_id).first()
    if row is None:
        raise NotFound
    return to_chart(row)


def moves_of(ids: Iterable[UUID], limit: int = 40) -> list[Moved]:
    """The latest moves of these charts, latest first. One query."""
    rows = models.ChartMove.objects.filter(chart_id__in=list(ids)).order_by("-at", "-id")[:limit]
    return [Moved(Move(row.move), row.to, row.due, row.at, row.by) for row in rows]


def away(actor: Actor, limit: int | None = None) -> tuple[list[PaperChart], int]:
    """What is out or not to be found, the longest overdue first, and how many there are. Two queries."""
    rows = permitted(actor, "charts.read", models.PaperChart.objects.exclude(where=Where.SHELF))
    found = rows.order_by(F("due").asc(nulls_last=True), "since", "id")
    return [to_chart(row) for row in found[:limit]], rows.count()


def to_abstract(actor: Actor, limit: int | None = None) -> tuple[list[PaperChart], int]:
    """Which old charts are still to be brought into the record, oldest first, and how many. Two queries."""
    waits = models.PaperChart.objects.filter(abstraction=Abstraction.WAITS)
    rows = permitted(actor, "charts.abstract", waits)
    return [to_chart(row) for row in rows.order_by("since", "id")[:limit]], rows.count()


def abstracted(actor: Actor, limit: int = 40) -> list[PaperChart]:
    """What was abstracted lately, and by whom. One query."""
    done = models.PaperChart.objects.filter(abstraction=Abstraction.DONE)
    return [
        to_chart(row) for row in permitted(actor, "charts.abstract", done).order_by("-abstracted_at", "-id")[:limit]
    ]


def on_paper(actor: Actor, word: str, ids: Iterable[UUID]) -> Mapping[UUID, list[str]]:
    """Where the charts of many patients are, for hours without a computer; without whom labels keep. Two queries."""
    wanted = list(ids)
    closed = {who for who, _ in kept(actor, word, [(who, None) for who in wanted])}
    told: dict[UUID, list[str]] = {}
    for row in models.PaperChart.objects.filter(patient_id__in=set(wanted) - closed).order_by("volume", "id"):
        told.setdefault(row.patient_id, []).append(words_of(to_chart(row)))
    return told


def words_of(one: PaperChart) -> str:
    """``Volume 1: shelf B-12``."""
    place = {Where.SHELF: f"shelf {one.shelf}", Where.OUT: f"with {one.out_to}"}.get(one.where, "not to be found")
    return f"Volume {one.volume}: {place}"


def to_chart(row: models.PaperChart) -> PaperChart:
    """A row as the noun."""
    return PaperChart(
        id=row.id,
        patient_id=row.patient_id,
        volume=row.volume,
        shelf=row.shelf,
        where=Where(row.where),
        out_to=row.out_to,
        since=row.since,
        due=row.due,
        abstraction=Abstraction(row.abstraction),
        abstracted=row.abstracted,
        abstracted_by=row.abstracted_by,
        abstracted_at=row.abstracted_at,
    )
