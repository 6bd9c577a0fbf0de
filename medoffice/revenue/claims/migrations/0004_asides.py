from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('claims', '0003_resolving'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='inboundfile',
            index=models.Index(condition=models.Q(('state', 'quarantined')), fields=['-received_at', '-id'], name='inbound_aside'),
        ),
        migrations.AddIndex(
            model_name='remittance',
            index=models.Index(condition=models.Q(('state', 'quarantined')), fields=['date', 'id'], name='remittance_aside'),
        ),
    ]
