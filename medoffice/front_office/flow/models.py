"""Tables of the flow: how long is long, and the screens in waiting rooms. Where patients are is in the visit's log."""

from django.db import models

from medoffice.kernel.ids import new_id


class Limit(models.Model):
    """How long a kind of visit (any, if blank) may be at a stage; the latest row about both is right."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.SlugField(default="", blank=True)
    stage = models.CharField(max_length=14)
    look = models.PositiveSmallIntegerField()
    act = models.PositiveSmallIntegerField()

    class Meta:
        db_table = "flow_limit"
        constraints = [
            models.UniqueConstraint(fields=["kind", "stage"], name="one_limit_about_it"),
            models.CheckConstraint(condition=models.Q(act__gte=models.F("look"), look__gte=1), name="act_after_look"),
        ]


class Display(models.Model):
    """A screen in a waiting room, for as long as it is not ended; only the hash of its token is kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    site = models.ForeignKey("practice.Site", on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "flow_display"


class Calling(models.Model):
    """What a patient agreed to be called on the screen in the waiting room, for one visit; without a row they are not
    on it.
    """

    encounter = models.OneToOneField(
        "encounters.Encounter", primary_key=True, on_delete=models.PROTECT, related_name="+"
    )
    token = models.CharField(max_length=6)
    name = models.CharField(max_length=40, default="", blank=True)
    by = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        db_table = "flow_calling"
