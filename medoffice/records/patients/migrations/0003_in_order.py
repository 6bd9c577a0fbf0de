# Words are read in order of people; what they sound like is written anew, and names of several words are known joined.

import django.db.models.functions.text
from django.db import migrations, models

from medoffice.records.patients.rules.names import letters, sound, tokens


def fill(apps, schema_editor):
    known = apps.get_model("patients", "KnownWord").objects
    patients = apps.get_model("patients", "Patient").objects
    word = apps.get_model("patients", "NameWord")
    schema_editor.execute(
        "UPDATE patient_name_word w SET sort_key = p.sort_key FROM patient p WHERE p.id = w.patient_id"
    )
    joined = set()
    for row in patients.filter(models.Q(family__contains=" ") | models.Q(given__contains=" ")).iterator():
        words = tokens(row.family, row.given, row.middle, row.preferred, row.suffix)
        joined.update(words)
        rows = [word(patient_id=row.id, word=found, sort_key=row.sort_key) for found in words]
        word.objects.bulk_create(rows, ignore_conflicts=True)
    rows = [known.model(word=found, sound="", letters=letters(found)) for found in sorted(joined)]
    known.bulk_create(rows, ignore_conflicts=True, batch_size=1000)
    changed = list(known.all())
    for row in changed:
        row.sound = sound(row.word)
    known.bulk_update(changed, ["sound"], batch_size=1000)
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no index is made while a key waits to be checked


class Migration(migrations.Migration):

    dependencies = [
        ("patients", "0002_known_words"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="nameword", name="name_word_prefix"),
        migrations.RemoveIndex(model_name="patient", name="patient_born"),
        migrations.RemoveIndex(model_name="patient", name="patient_phone"),
        migrations.AlterField("nameword", "word", models.CharField(db_collation="C", max_length=160)),
        migrations.AddField("nameword", "sort_key", models.CharField(db_collation="C", default="", max_length=200)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex("nameword", models.Index(fields=["word", "sort_key"], name="name_word_in_order")),
        migrations.AddIndex("patient", models.Index(fields=["birth_date", "sort_key"], name="patient_born")),
        migrations.AddIndex(
            "patient",
            models.Index(
                fields=["phone_digits", "sort_key"],
                name="patient_phone",
                condition=models.Q(("phone_digits", ""), _negated=True),
            ),
        ),
        migrations.AddIndex(
            "patient",
            models.Index(
                django.db.models.functions.text.Right("phone_digits", 7), "sort_key", name="patient_phone_seven"
            ),
        ),
        migrations.AddIndex(
            "patient",
            models.Index(
                django.db.models.functions.text.Right("phone_digits", 4), "sort_key", name="patient_phone_four"
            ),
        ),
    ]
