"""What was said of a condition, and who switched the what-if, is never changed nor removed."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("recapture", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("recapture_mark"), append_only("recapture_score_switch")]
