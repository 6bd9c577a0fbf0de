"""What a monitoring program told, and what was counted, stays as it was noted."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("prescriptions", "0010_controlled"), ("kernel", "0001_initial")]

    operations = [append_only("monitoring_check"), append_only("pill_count")]
