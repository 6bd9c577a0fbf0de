"""Tables of what is recorded in the browser, and of recordings of which nobody said what they are about."""

from django.db import models

from medoffice.clinic.dictation.models.dictations import Dictation
from medoffice.clinic.dictation.types.takes import Way
from medoffice.kernel.ids import new_id


class DictationTake(models.Model):
    """What somebody records in the browser about a visit, until it is sent (``dictation``) or thrown away.

    ``told_at``: since when the manager has it among their work, because nobody sends it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    encounter = models.ForeignKey("encounters.Encounter", on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("security.User", on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    dictation = models.OneToOneField(Dictation, on_delete=models.PROTECT, null=True, related_name="take")

    class Meta:
        db_table = "dictation_take"
        constraints = [
            models.UniqueConstraint(
                fields=["encounter", "by"], name="one_open_take", condition=models.Q(ended_at=None)
            ),
            models.CheckConstraint(
                condition=models.Q(dictation=None) | models.Q(ended_at__isnull=False), name="a_sent_take_has_ended"
            ),
        ]


class DictationStretch(models.Model):
    """Each time the recorder begins anew, counted from 1: behind all, or put at a time of what was heard before.

    ``of``: the number of the stretch that time is in; None where the time is one of the whole. ``ahead``: what was
    heard from there on when it began, each as number, start and end; only of that does what is spoken over it take
    away. None where nobody noted it, or where it stands behind all.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    take = models.ForeignKey(DictationTake, on_delete=models.PROTECT, related_name="stretches")
    number = models.PositiveSmallIntegerField()
    way = models.CharField(max_length=6, choices=[(one.value, one.value) for one in Way], default=Way.ON)
    of = models.PositiveSmallIntegerField(null=True)
    at_ms = models.PositiveIntegerField(default=0)
    ahead = models.JSONField(null=True)

    class Meta:
        db_table = "dictation_stretch"
        constraints = [models.UniqueConstraint(fields=["take", "number"], name="one_stretch_once")]


class DictationChunk(models.Model):
    """A few seconds of an open take, as the recorder gave them: only the first of a stretch can be opened alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    stretch = models.ForeignKey(DictationStretch, on_delete=models.PROTECT, related_name="chunks")
    number = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    ms = models.PositiveIntegerField()

    class Meta:
        db_table = "dictation_chunk"
        constraints = [models.UniqueConstraint(fields=["stretch", "number"], name="one_chunk_once")]


class LooseRecording(models.Model):
    """A recording that came by a folder and waits until somebody says what visit it is about; ``sha256`` until then.

    Other fields as in types.LooseRecording.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, blank=True)
    kind = models.CharField(max_length=8)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    seconds = models.FloatField(null=True)
    whole = models.BooleanField()
    came_at = models.DateTimeField()
    dictation = models.ForeignKey(Dictation, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300, blank=True, default="")
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "dictation_loose"
        constraints = [
            models.UniqueConstraint(fields=["sha256"], name="one_loose_once", condition=~models.Q(sha256="")),
            models.CheckConstraint(
                condition=models.Q(settled_at=None, dictation=None, why="")
                | models.Q(settled_at__isnull=False, sha256="", dictation=None) & ~models.Q(why="")
                | models.Q(settled_at__isnull=False, sha256="", dictation__isnull=False, why=""),
                name="a_loose_recording_becomes_one_thing",
            ),
        ]


class RefusedRecording(models.Model):
    """A file that came by a folder and is no recording that is taken: its name, why, and who has seen to it since."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200)
    words = models.CharField(max_length=300)
    came_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=120, blank=True, default="")

    class Meta:
        db_table = "dictation_refused"
