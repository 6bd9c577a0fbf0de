"""What was scanned or brought stays as it came."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [append_only("document")]
