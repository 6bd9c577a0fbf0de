"""The log of stages never changes."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("encounters", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("encounter_stage"),
    ]
