"""What was signed never changes."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("forms", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("form_filled"),
    ]
