"""Consents, time-outs, what was done and how somebody was afterwards never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("procedures", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("procedure_consent"), append_only("procedure_time_out"), append_only("procedure_done"),
        append_only("procedure_after"),
    ]  # fmt: skip
