"""Whom somebody took off a mailing before it was printed."""

import django.db.models.deletion
from django.db import migrations, models

import medoffice.kernel.ids
from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('letters', '0009_plain_words'),
        ('patients', '0013_card_facts'),
    ]

    operations = [
        migrations.CreateModel(
            name='TakenOff',
            fields=[
                ('id', models.UUIDField(default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('why', models.CharField(max_length=200)),
                ('merge', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='taken_off', to='letters.merge')),
                ('patient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='patients.patient')),
            ],
            options={
                'db_table': 'letter_merge_taken_off',
            },
        ),
        append_only("letter_merge_taken_off"),
    ]
