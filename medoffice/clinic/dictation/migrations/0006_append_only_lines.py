"""What a signed dictation counts stays as it was written."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dictation", "0005_lines"), ("kernel", "0001_initial")]

    operations = [append_only("dictation_lines")]
