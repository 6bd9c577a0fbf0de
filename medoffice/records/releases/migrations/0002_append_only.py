"""What went stays as it went."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("releases", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("release_delivery")]
