"""What became of a fax cannot be changed."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("faxes", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("fax_event")]
