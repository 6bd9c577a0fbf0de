"""What was attached or calibrated can be struck; a file that was struck may come again."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("devices", "0002_append_only")]

    operations = [
        migrations.AddField(
            model_name="devicecalibration",
            name="strikes",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="struck",
                to="devices.devicecalibration",
            ),
        ),
        migrations.AddField(
            model_name="devicefile",
            name="struck_by",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AlterField(
            model_name="devicefile",
            name="sha256",
            field=models.CharField(max_length=64),
        ),
        migrations.AlterField(
            model_name="devicefile",
            name="state",
            field=models.CharField(
                choices=[("new", "new"), ("taken", "taken"), ("refused", "refused"), ("struck", "struck")], max_length=7
            ),
        ),
        migrations.AddConstraint(
            model_name="devicefile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "struck"), _negated=True), fields=("sha256",), name="device_file_once"
            ),
        ),
    ]
