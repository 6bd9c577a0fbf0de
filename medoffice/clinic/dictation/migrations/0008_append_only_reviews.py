"""What was drawn for a review, and whose reports are, stay as they were written."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dictation", "0007_reviews"), ("kernel", "0001_initial")]

    operations = [append_only("dictation_sampling"), append_only("dictation_draw")]
