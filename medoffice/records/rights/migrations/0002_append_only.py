"""What was said stays as it was said."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("rights", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("amendment_line")]
