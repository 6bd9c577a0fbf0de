"""What was noted about a report never changes."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("results", "0002_entries"), ("kernel", "0001_initial")]

    operations = [append_only("lab_entry")]
