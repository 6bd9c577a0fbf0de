"""The tables of policies, cases, and questions to payers."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.kernel.models import Versioned
from medoffice.records.coverage.types import CaseKind, CheckState, Relation


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
        indexes = [
            models.Index(fields=["member_id"], name="policy_by_member_id"),
            models.Index(fields=["patient", "order"], name="policy_by_patient"),
        ]


class Case(Versioned):
    """Something that another than the health insurance pays for."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24, choices=[(kind.value, kind.value) for kind in CaseKind])
    payer = models.ForeignKey("practice.Payer", on_delete=models.PROTECT, null=True, related_name="+")
    claim_number = models.CharField(max_length=40, blank=True, default="")
    injured_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=2, blank=True, default="")
    employer = models.CharField(max_length=80, blank=True, default="")
    adjuster = models.CharField(max_length=80, blank=True, default="")
    adjuster_phone = models.CharField(max_length=20, blank=True, default="")
    fee_schedule = models.CharField(max_length=40, blank=True, default="")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "coverage_case"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_on=None) | models.Q(closed_on__gte=models.F("opened_on")), name="case_dated"
            ),
            models.CheckConstraint(
                condition=models.Q(payer__isnull=False) | ~models.Q(employer=""), name="case_has_somebody_who_pays"
            ),
        ]
        indexes = [models.Index(fields=["patient", "-opened_on"], name="case_by_patient")]


class Check(models.Model):
    """A question to a payer. It is answered once; asking anew is another row, so what was known stays known."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=16, unique=True)
    policy = models.ForeignKey(Policy, on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    visit_id = models.UUIDField(null=True)
    on = models.DateField()
    asked_as = models.JSONField()
    asked_at = models.DateTimeField()
    asked_by = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=[(s.value, s.value) for s in CheckState])
    tries = models.PositiveSmallIntegerField(default=0)
    handed_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=200, blank=True, default="")
    answered_at = models.DateTimeField(null=True)
    answer_sha256 = models.CharField(max_length=64, blank=True, default="")
    result = models.JSONField(null=True)

    class Meta:
        db_table = "eligibility_check"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state=CheckState.ANSWERED, result__isnull=False, answered_at__isnull=False)
                | (~models.Q(state=CheckState.ANSWERED) & models.Q(result__isnull=True, answered_at__isnull=True)),
                name="answered_with_a_result",
            ),
        ]
        indexes = [
            models.Index(fields=["patient", "-asked_at"], name="check_by_patient"),
            models.Index(fields=["visit_id", "-asked_at"], name="check_by_visit", condition=~models.Q(visit_id=None)),
            models.Index(
                fields=["asked_at"],
                name="check_open",
                condition=models.Q(state__in=[CheckState.WAITING, CheckState.ASKED]),
            ),
        ]


class Line(models.Model):
    """How the line to a payer stands. While it is shut nobody calls it; somebody was told once."""

    payer = models.OneToOneField(
        "practice.Payer", on_delete=models.PROTECT, primary_key=True, related_name="eligibility_line"
    )
    failures = models.PositiveIntegerField(default=0)
    shut_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "eligibility_line"
