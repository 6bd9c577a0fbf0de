"""Tables of paper charts."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.records.charts.types import Abstraction, Move, Where


class PaperChart(models.Model):
    """A paper chart, or a volume of one, and where it stands now; its moves say how it came there."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    volume = models.CharField(max_length=40)
    shelf = models.CharField(max_length=60)
    where = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Where], default=Where.SHELF)
    out_to = models.CharField(max_length=120, blank=True, default="")
    since = models.DateTimeField()
    due = models.DateField(null=True)
    abstraction = models.CharField(
        max_length=9, choices=[(one.value, one.value) for one in Abstraction], default=Abstraction.NOT_ASKED
    )
    abstracted = models.CharField(max_length=200, blank=True, default="")
    abstracted_by = models.CharField(max_length=120, blank=True, default="")
    abstracted_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "paper_chart"
        indexes = [
            models.Index(fields=["patient"], name="paper_chart_by_patient"),
            models.Index(fields=["due", "since"], name="paper_chart_away", condition=~models.Q(where="shelf")),
            models.Index(fields=["since"], name="paper_chart_to_abstract", condition=models.Q(abstraction="waits")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(where="out") ^ models.Q(out_to=""), name="a_chart_that_is_out_is_with_somebody"
            ),
            models.CheckConstraint(
                condition=models.Q(abstraction="done", abstracted_at__isnull=False)
                | ~models.Q(abstraction="done") & models.Q(abstracted_at=None),
                name="abstracted_by_somebody_once",
            ),
        ]


class ChartMove(models.Model):
    """A chart went out, came back, was missed or found. Append-only: it stays as it was."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    chart = models.ForeignKey(PaperChart, on_delete=models.PROTECT, related_name="moves")
    move = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Move])
    to = models.CharField(max_length=120, blank=True, default="")
    due = models.DateField(null=True)
    at = models.DateTimeField()
    by = models.CharField(max_length=120)

    class Meta:
        db_table = "paper_chart_move"
        indexes = [models.Index(fields=["chart", "-at"], name="moves_of_a_chart")]
