"""The log of states never changes."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("scheduling", "0004_what_was_is_taken_over"), ("kernel", "0001_initial")]

    operations = [
        append_only("appointment_state"),
    ]
