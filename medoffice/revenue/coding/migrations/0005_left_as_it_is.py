import medoffice.kernel.ids
from django.db import migrations, models

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):

    dependencies = [
        ('coding', '0004_rejected_suggestions'),
    ]

    operations = [
        migrations.CreateModel(
            name='LeftAsItIs',
            fields=[
                ('id', models.UUIDField(default=medoffice.kernel.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('problem list', 'problem list'), ('favourite', 'favourite'), ('note template', 'note template'), ('laboratory order', 'laboratory order')], max_length=20)),
                ('ref', models.CharField(max_length=50)),
                ('code', models.CharField(max_length=8)),
                ('left_by', models.CharField(max_length=120)),
                ('left_at', models.DateTimeField()),
            ],
            options={
                'db_table': 'coding_left',
                'constraints': [models.UniqueConstraint(fields=('kind', 'ref', 'code'), name='left_once')],
            },
        ),
        append_only("coding_left"),
    ]
