"""What was done with a dictation, its versions, and what the office has set, stay as they were written."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dictation", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("dictation_step"), append_only("dictation_pace"), append_only("dictation_version")]
