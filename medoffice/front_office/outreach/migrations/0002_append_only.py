"""What became of a message, and what came back, cannot be changed."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_initial")]

    operations = [append_only("outreach_message_event"), append_only("outreach_heard")]
