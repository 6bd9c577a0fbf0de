"""What was written stays as it was written."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("prescriptions", "0003_safety"), ("kernel", "0001_initial")]

    operations = [append_only("prescription_alert"), append_only("safety_book"), append_only("safety_test")]
