from django.db import migrations, models

CHOICES = [(one, one) for one in ("none", "recorded", "this-machine", "server")]
TABLES = ("dictation_draft", "dictation_hearing")


def renamed(old, new):
    """What hears on this machine is called by the machine: the model says what reads it."""
    return [f"UPDATE {table} SET recogniser = '{new}' WHERE recogniser = '{old}'" for table in TABLES]


class Migration(migrations.Migration):
    dependencies = [("dictation", "0014_recogniser_of_the_network")]

    operations = [
        migrations.AlterField("dictationdraft", "recogniser", models.CharField(choices=CHOICES, max_length=20)),
        migrations.AlterField("dictationhearing", "recogniser", models.CharField(choices=CHOICES, max_length=20)),
        migrations.RunSQL(renamed("faster-whisper", "this-machine"), renamed("this-machine", "faster-whisper")),
    ]
