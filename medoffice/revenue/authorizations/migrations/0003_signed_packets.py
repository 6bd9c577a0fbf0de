"""What was signed is a row of its own that stays; a payer's own day, and what was with it, are kept."""

import django.db.models.deletion
from django.db import migrations, models

import medoffice.kernel.ids
from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("authorizations", "0002_append_only"), ("practice", "0004_work_of_a_kind")]

    operations = [
        migrations.CreateModel(
            name="SignedPacket",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("packet", models.JSONField()),
                ("sha256", models.CharField(max_length=64)),
                ("signer_name", models.CharField(max_length=160)),
                ("at", models.DateTimeField()),
                (
                    "authorization",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="packets",
                        to="authorizations.authorization",
                    ),
                ),
                (
                    "signer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="practice.staff"
                    ),
                ),
            ],
            options={"db_table": "drug_authorization_packet"},
        ),
        migrations.RemoveField(model_name="authorization", name="packet"),
        migrations.AddField(
            model_name="authorization", name="payer_day", field=models.DateField(null=True)
        ),
        migrations.AddField(
            model_name="authorization", name="sent", field=models.BooleanField(default=False)
        ),
        migrations.AddField(
            model_name="authorization", name="told_ending", field=models.DateField(null=True)
        ),
        migrations.AddField(
            model_name="formulary", name="nameless", field=models.PositiveIntegerField(default=0)
        ),
        migrations.AddConstraint(
            model_name="authorization",
            constraint=models.UniqueConstraint(
                condition=models.Q(("due_on__isnull", False)),
                fields=("prescription", "policy"),
                name="one_payer_asked_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="signedpacket",
            index=models.Index(fields=["authorization", "id"], name="packet_of_authorization"),
        ),
        append_only("drug_authorization_packet"),
    ]
