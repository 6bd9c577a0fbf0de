"""How it is known whom a restriction names."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rights', '0004_notices'),
    ]

    operations = [
        migrations.AddField(
            model_name='restriction',
            name='named',
            field=models.CharField(choices=[('payer', 'payer'), ('person', 'person'), ('words', 'words')], db_default='words', default='words', max_length=8),
        ),
    ]
