from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dictation', '0018_a_key_and_a_try'),
    ]

    operations = [
        migrations.AddField(
            model_name='dictationhand',
            name='pass_percent',
            field=models.PositiveSmallIntegerField(db_default=150, default=150),
        ),
    ]
