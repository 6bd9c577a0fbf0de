"""The simulator's memory in a world: its state as one JSON document, and the files it holds for the office."""

from django.db import models

from medoffice.kernel.ids import new_id


class Memory(models.Model):
    """The state of all simulated payers; one row."""

    only = models.BooleanField(primary_key=True, default=True)
    state = models.JSONField()

    class Meta:
        db_table = "payer_memory"


class Mail(models.Model):
    """A file on its way to the office."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=80, unique=True)
    data = models.BinaryField()
    due = models.DateTimeField()
    fetched = models.BooleanField(default=False)

    class Meta:
        db_table = "payer_mail"
        indexes = [models.Index(fields=["due"], name="mail_waiting", condition=models.Q(fetched=False))]
