from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dictation", "0011_pedals_and_moving")]

    operations = [
        migrations.AddField("dictationstretch", "ahead", models.JSONField(null=True)),
        migrations.AddField("dictationdraft", "forgot", models.BooleanField(default=False)),
        migrations.AddField("dictationhand", "version", models.PositiveIntegerField(default=1)),
    ]
