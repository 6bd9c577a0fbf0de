"""What an author corrects is kept, and which words of it are left out; how much of a draft was wrong."""

import django.db.models.deletion
from django.db import migrations, models

import medoffice.kernel.ids
from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("dictation", "0012_ahead_forgot_version"),
        ("kernel", "0001_initial"),
        ("practice", "0004_work_of_a_kind"),
    ]

    operations = [
        migrations.AddField("dictationdraft", "learned", models.JSONField(default=list)),
        migrations.AddField("dictationlines", "signed_words", models.PositiveIntegerField(null=True)),
        migrations.AddField("dictationlines", "wrong_words", models.PositiveIntegerField(null=True)),
        migrations.CreateModel(
            name="DictationCorrection",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("heard", models.CharField(max_length=160)),
                ("meant", models.CharField(max_length=60)),
                ("at", models.DateTimeField()),
                (
                    "dictation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="dictation.dictation",
                    ),
                ),
            ],
            options={
                "db_table": "dictation_correction",
                "constraints": [
                    models.UniqueConstraint(fields=("dictation", "heard", "meant"), name="one_correction_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="DictationLeftOut",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("meant", models.CharField(max_length=60)),
                ("out", models.BooleanField()),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=120)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="practice.staff"
                    ),
                ),
            ],
            options={
                "db_table": "dictation_left_out",
                "indexes": [models.Index(fields=["author", "meant", "id"], name="left_out_by_author")],
            },
        ),
        append_only("dictation_correction"),
        append_only("dictation_left_out"),
    ]
