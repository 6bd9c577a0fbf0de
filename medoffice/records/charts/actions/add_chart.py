"""Note that there is a paper chart of a patient, and where."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.records.charts.models import ChartMove, PaperChart
from medoffice.records.charts.types import Abstraction, Move
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("charts.keep")
def add_chart(*, actor: Actor, patient_id: UUID, volume: str, shelf: str, abstract: bool = False) -> UUID:
    """Add a chart or a volume on its shelf; ``abstract`` puts it on the list of those to be brought into the record.

    Raises Invalid without a shelf or for a volume that is noted already.
    """
    require(actor, "charts.keep", patient_id)
    patient(patient_id)
    volume, shelf, now = volume.strip() or "1", shelf.strip(), clock.now()
    wrong = {} if shelf else {"shelf": ["Where is it?"]}
    if PaperChart.objects.filter(patient_id=patient_id, volume__iexact=volume).exists():
        wrong["volume"] = ["This volume is noted already."]
    if wrong:
        raise Invalid("not-acceptable", "Some fields need another look.", "", {"fields": wrong})
    asked = Abstraction.WAITS if abstract else Abstraction.NOT_ASKED
    row = PaperChart.objects.create(patient_id=patient_id, volume=volume, shelf=shelf, since=now, abstraction=asked)
    ChartMove.objects.create(chart=row, move=Move.ADDED, to=shelf, at=now, by=actor.name)
    record("paper_chart", row.id, subjects=[patient_id])
    return row.id
