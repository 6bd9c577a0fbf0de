"""What went stays as it went."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("letters", "0003_letters"), ("kernel", "0001_initial")]

    operations = [append_only("letter_sending"), append_only("letter_sending_event")]
