"""What was written stays as it was written."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("prescriptions", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("prescription_event")]
