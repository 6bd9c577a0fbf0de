from django.db import migrations, models

import medoffice.kernel.ids
from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("dictation", "0021_heard_or_read"), ("kernel", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="DictationStyle",
            fields=[
                ("id", models.UUIDField(default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ("profile", models.CharField(choices=[("strict", "strict"), ("clinic", "clinic")], max_length=10)),
                ("made_by", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
            ],
            options={"db_table": "dictation_style"},
        ),
        append_only("dictation_style"),
    ]
