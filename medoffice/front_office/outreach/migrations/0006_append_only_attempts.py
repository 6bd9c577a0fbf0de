"""What came of an attempt to reach somebody cannot be changed."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("outreach", "0005_recalls")]

    operations = [append_only("outreach_recall_attempt")]
