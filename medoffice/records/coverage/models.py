"""The table of policies."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.records.coverage.types import Relation


class DateRange(models.Func):
    """PostgreSQL's ``daterange`` of two columns."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Policy(Versioned):
    """One insurance policy of one patient, dated. ``order`` 1 is primary; no two stand in one place on one day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, related_name="+")
    plan = models.CharField(max_length=80, blank=True, default="")
    member_id = models.CharField(max_length=40)
    group = models.CharField(max_length=40, blank=True, default="")
    relation = models.CharField(max_length=2, choices=[(r.value, r.name.lower()) for r in Relation])
    subscriber_family = models.CharField(max_length=80, blank=True, default="")
    subscriber_given = models.CharField(max_length=80, blank=True, default="")
    subscriber_birth_date = models.DateField(null=True, blank=True)
    subscriber_sex = models.CharField(max_length=1, blank=True, default="")
    order = models.PositiveSmallIntegerField(default=1)
    starts = models.DateField()
    ends = models.DateField(null=True, blank=True)
    copay_cents = models.BigIntegerField(default=0)

    class Meta:
        db_table = "coverage_policy"
        constraints = [
            models.CheckConstraint(condition=~models.Q(member_id=""), name="member_id_not_blank"),
            models.CheckConstraint(
                condition=models.Q(ends=None) | models.Q(ends__gte=models.F("starts")), name="dated"
            ),
            models.CheckConstraint(condition=models.Q(copay_cents__gte=0), name="copay_not_negative"),
            models.CheckConstraint(condition=models.Q(order__gte=1, order__lte=3), name="order_is_known"),
            ExclusionConstraint(
                name="one_policy_in_a_place",
                expressions=[
                    ("patient", RangeOperators.EQUAL),
                    ("order", RangeOperators.EQUAL),
                    (DateRange("starts", "ends", RangeBoundary(inclusive_upper=True)), RangeOperators.OVERLAPS),
                ],
            ),
        ]
        indexes = [models.Index(fields=["patient", "order"], name="policy_by_patient")]
