"""What was answered, and the books that were brought in, stay as they are."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("screening", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("screened"), append_only("instrument_book")]
