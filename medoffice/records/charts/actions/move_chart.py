"""A paper chart goes out, comes back, is missed or found."""

from datetime import date
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import office_zone
from medoffice.records.charts.models import ChartMove, PaperChart
from medoffice.records.charts.rules.moving import stands_after, wrong_with
from medoffice.records.charts.types import Move, Where
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("charts.keep")
def move_chart(*, actor: Actor, chart_id: UUID, move: Move, to: str = "", due: date | None = None) -> None:
    """Say what became of it; ``to`` is who has it, or the shelf where it lies now (blank: as before).

    Raises Invalid per field; Refusal if it does not stand where that could be.
    """
    row = PaperChart.objects.select_for_update().filter(id=chart_id).first()
    if row is None:
        raise NotFound
    require(actor, "charts.keep", row.patient_id)
    wrong, now = wrong_with(move, to, due, clock.today(office_zone())), clock.now()
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    after = stands_after(Where(row.where), move)
    if after is None:
        raise Refusal("not-from-there", f"The chart is {_now(row)}.", "Look again where it stands.")
    row.where, row.since = after, now
    row.out_to, row.due = (to.strip(), due) if after is Where.OUT else ("", None)
    if after is Where.SHELF and to.strip():
        row.shelf = to.strip()[:60]
    row.save()
    ChartMove.objects.create(chart=row, move=move, to=to.strip(), due=row.due, at=now, by=actor.name)
    record("paper_chart", row.id, subjects=[row.patient_id], move=move.value)


def _now(row: PaperChart) -> str:
    return {Where.SHELF: f"on its shelf ({row.shelf})", Where.OUT: f"with {row.out_to}"}.get(
        Where(row.where), "not to be found"
    )
