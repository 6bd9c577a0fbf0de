"""The table of in-office orders."""

from django.db import models

from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.ids import new_id


class Order(models.Model):
    """An order of a visit, and what became of it; ``number``: what a laboratory is told and tells us again, as text."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=40, null=True, unique=True)
    key = models.SlugField()
    words = models.CharField(max_length=120)
    ordered_by = models.CharField(max_length=120)
    ordered_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in OrderState])
    result = models.TextField(blank=True, default="")
    done_by = models.CharField(max_length=120, blank=True, default="")
    done_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "office_order"
        indexes = [
            models.Index(fields=["encounter"], name="order_by_visit"),
            models.Index(fields=["ordered_at"], name="order_open", condition=models.Q(state=OrderState.ORDERED)),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=OrderState.ORDERED, done_at=None) | models.Q(done_at__isnull=False),
                name="done_means_dated",
            )
        ]
