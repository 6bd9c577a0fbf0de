"""Calibrations that were noted never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("devices", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("device_calibration")]
