"""Runs of controls and what was found never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("office_lab", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("office_qc_run"), append_only("office_tested")]
