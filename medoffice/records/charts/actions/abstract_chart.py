"""Bring what a paper chart says into the record: ask for it, or say that it was done."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.records.charts.models import PaperChart
from medoffice.records.charts.types import Abstraction
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("charts.abstract")
def abstract_chart(*, actor: Actor, chart_id: UUID, what: str) -> None:
    """What was brought into the record, by whom and when. Raises Invalid without words, Refusal if it was done."""
    row = _held(actor, chart_id)
    if not what.strip():
        raise Invalid("not-acceptable", "Say what was abstracted.", "", {"fields": {"what": ["Lists, letters, ...?"]}})
    row.abstraction, row.abstracted = Abstraction.DONE, what.strip()
    row.abstracted_by, row.abstracted_at = actor.name, clock.now()
    row.save()
    record("paper_chart", row.id, subjects=[row.patient_id], abstraction=row.abstraction)


@action("charts.abstract")
def ask_abstraction(*, actor: Actor, chart_id: UUID, wanted: bool) -> None:
    """Put a chart on the list of those to be abstracted, or take it off. Raises Refusal if it was abstracted."""
    row = _held(actor, chart_id)
    row.abstraction = Abstraction.WAITS if wanted else Abstraction.NOT_ASKED
    row.save(update_fields=["abstraction"])
    record("paper_chart", row.id, subjects=[row.patient_id], abstraction=row.abstraction)


def _held(actor: Actor, chart_id: UUID) -> PaperChart:
    row = PaperChart.objects.select_for_update().filter(id=chart_id).first()
    if row is None:
        raise NotFound
    require(actor, "charts.abstract", row.patient_id)
    if row.abstraction == Abstraction.DONE:
        raise Refusal("abstracted-already", f"{row.abstracted_by} abstracted it.", "Add what is missing to the record.")
    return row
