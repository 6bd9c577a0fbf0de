"""What happened to a call stays: its events cannot be changed."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("calls", "0002_telephone")]

    operations = [append_only("call_event")]
