import django.db.models.deletion
from django.db import migrations, models

import medoffice.kernel.ids
from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dictation", "0015_what_hears_on_this_machine"), ("kernel", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="DictationHeard",
            fields=[
                ("id", models.UUIDField(default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ("text_version", models.PositiveIntegerField()),
                ("tokens", models.JSONField()),
                ("of", models.PositiveIntegerField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                ("by_id", models.UUIDField()),
                ("dictation", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="heard", to="dictation.dictation")),
            ],
            options={"db_table": "dictation_heard", "indexes": [models.Index(fields=["dictation", "id"], name="heard_of_dictation")]},
        ),
        append_only("dictation_heard"),
    ]
