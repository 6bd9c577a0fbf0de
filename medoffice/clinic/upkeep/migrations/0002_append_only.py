"""Lines of logs, what was missed and what was decided never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("upkeep", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("upkeep_entry"), append_only("upkeep_missed"), append_only("upkeep_decided")]
