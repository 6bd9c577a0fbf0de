"""What the office and pharmacies said to each other stays as it was said."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("prescriptions", "0008_dispatches"), ("kernel", "0001_initial")]

    operations = [append_only("pharmacy_message")]
