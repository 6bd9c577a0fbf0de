from django.db import migrations, models

CHOICES = [(one, one) for one in ("none", "recorded", "faster-whisper", "server")]


class Migration(migrations.Migration):
    dependencies = [("dictation", "0013_what_authors_correct")]

    operations = [
        migrations.AlterField("dictationdraft", "recogniser", models.CharField(choices=CHOICES, max_length=20)),
        migrations.AlterField("dictationhearing", "recogniser", models.CharField(choices=CHOICES, max_length=20)),
        migrations.AddField("dictationhearing", "address", models.CharField(blank=True, default="", max_length=200)),
        migrations.AddField("dictationhearing", "model", models.CharField(blank=True, default="", max_length=64)),
        migrations.AddField("dictationhearing", "certificate", models.TextField(blank=True, default="")),
        migrations.AddConstraint(
            "dictationhearing",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("recogniser", "server"), models.Q(("address", ""), _negated=True), models.Q(("model", ""), _negated=True)),
                    models.Q(models.Q(("recogniser", "server"), _negated=True), ("address", ""), ("certificate", ""), ("model", "")),
                    _connector="OR",
                ),
                name="a_server_has_an_address",
            ),
        ),
    ]
