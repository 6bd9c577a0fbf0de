"""Sign-in looks for the wrong tries of the last minutes: it must not read the whole trail for that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("security", "0002_append_only")]

    operations = [
        migrations.AddIndex(
            model_name="auditevent",
            index=models.Index(fields=["word", "at"], name="audit_refused", condition=models.Q(outcome="refused")),
        ),
    ]
