"""Tables of audits of codes: the sample, its visits, what was judged of each code."""

from django.db import models

from medoffice.kernel.ids import new_id
from medoffice.revenue.code_audits.types import Kind, Verdict


class CodeAudit(models.Model):
    """A sample as it was drawn, with all that is needed to draw it again."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = models.CharField(max_length=20, unique=True)
    first = models.DateField()
    last = models.DateField()
    size = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=40)
    coder = models.CharField(max_length=120, blank=True, default="")
    provider = models.ForeignKey("practice.Staff", on_delete=models.PROTECT, null=True, related_name="+")
    code = models.CharField(max_length=8, blank=True, default="")
    level = models.PositiveSmallIntegerField(null=True)
    population = models.PositiveIntegerField()
    auditor_user_id = models.UUIDField()
    auditor = models.CharField(max_length=120)
    drawn_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "code_audit"
        constraints = [
            models.CheckConstraint(condition=models.Q(first__lte=models.F("last")), name="audit_days_in_order"),
            models.CheckConstraint(condition=models.Q(size__gte=1), name="audit_of_one_at_least"),
        ]


class AuditedChart(models.Model):
    """A visit of a sample. Its level is given before its codes are seen."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    audit = models.ForeignKey(CodeAudit, on_delete=models.PROTECT, related_name="charts")
    coding = models.ForeignKey("coding.Coding", on_delete=models.PROTECT, related_name="+")
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    patient = models.ForeignKey("patients.Patient", on_delete=models.PROTECT, related_name="+")
    place = models.PositiveSmallIntegerField()
    own_level = models.PositiveSmallIntegerField(null=True)
    level_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "code_audit_chart"
        constraints = [
            models.UniqueConstraint(fields=["audit", "coding"], name="audited_once"),
            models.UniqueConstraint(fields=["audit", "place"], name="audit_place_once"),
            models.CheckConstraint(
                condition=models.Q(own_level=None, level_at=None, finished_at=None)
                | models.Q(own_level__lte=5, level_at__isnull=False),
                name="judged_after_the_own_level",
            ),
        ]


class CodeJudgement(models.Model):
    """What the second coder says of a code, or that one is missing, on words of the note."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    chart = models.ForeignKey(AuditedChart, on_delete=models.PROTECT, related_name="judgements")
    code_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Kind])
    code = models.CharField(max_length=8, blank=True, default="")
    verdict = models.CharField(max_length=9, choices=[(one.value, one.value) for one in Verdict])
    reason = models.SlugField(blank=True, default="")
    instead = models.CharField(max_length=8, blank=True, default="")
    units = models.PositiveSmallIntegerField(default=1)
    quote = models.TextField(blank=True, default="")
    judged_at = models.DateTimeField()

    class Meta:
        db_table = "code_audit_judgement"
        constraints = [
            models.UniqueConstraint(fields=["chart", "code_id"], name="code_judged_once"),
            models.UniqueConstraint(
                fields=["chart", "kind", "instead"], condition=models.Q(verdict=Verdict.MISSED), name="missed_once"
            ),
            models.CheckConstraint(
                condition=models.Q(verdict=Verdict.AGREES, code_id__isnull=False, reason="", instead="")
                | (models.Q(verdict=Verdict.DISAGREES, code_id__isnull=False) & ~models.Q(reason=""))
                | (models.Q(verdict=Verdict.MISSED, code_id=None) & ~models.Q(instead="") & ~models.Q(quote="")),
                name="a_judgement_says_why",
            ),
        ]
