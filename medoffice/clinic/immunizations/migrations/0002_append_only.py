"""Doses, wrong entries and what moved in lots never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("immunizations", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("vaccine_dose"), append_only("vaccine_dose_wrong"), append_only("vaccine_lot_move")]
