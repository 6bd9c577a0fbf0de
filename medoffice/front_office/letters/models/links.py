"""Tables of letters behind a link: each link, and for how long the office lets links live."""

from django.db import models

from medoffice.front_office.letters.models.letters import Sending
from medoffice.kernel.ids import new_id


class Link(models.Model):
    """A sending that waits behind a link for whom it is to. The secrets are kept as hashes, ``code_hash`` of another's.

    Without ``code_hash`` it asks for the patient's birth date.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sending = models.OneToOneField(Sending, on_delete=models.PROTECT, related_name="link")
    to_email = models.CharField(max_length=254)
    token_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, blank=True, default="")
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    most_tries = models.PositiveSmallIntegerField()
    opened_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "letter_link"


class LinkRule(models.Model):
    """From a day on: for how many days a link opens its letter, and how many wrong tries lock it. Append-only."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    since = models.DateField()
    days = models.PositiveSmallIntegerField()
    tries = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=200)
    made_by = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "letter_link_rule"
