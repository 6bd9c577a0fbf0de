"""A claim of a payment that cannot be read may be posted later than the rest of it."""

from django.db import migrations, models

_BARE = ["not ours", "spread", "later"]


class Migration(migrations.Migration):
    """Another answer, and which money waits for what is to be read."""

    dependencies = [("claims", "0008_claims_of_a_payer")]

    operations = [
        migrations.AddField(
            model_name="notours", name="unread", field=models.BooleanField(db_default=False, default=False)
        ),
        migrations.AlterField(
            model_name="remitchoice",
            name="answer",
            field=models.CharField(
                choices=[(one, one) for one in ("claim", "line", *_BARE)],
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint(model_name="remitchoice", name="answer_names_its_thing"),
        migrations.AddConstraint(
            model_name="remitchoice",
            constraint=models.CheckConstraint(
                condition=models.Q(answer="claim", claim__isnull=False, line__isnull=True)
                | models.Q(answer="line", claim__isnull=True, line__isnull=False)
                | models.Q(answer__in=_BARE, claim__isnull=True, line__isnull=True),
                name="answer_names_its_thing",
            ),
        ),
    ]
