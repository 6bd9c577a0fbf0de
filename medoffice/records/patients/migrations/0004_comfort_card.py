from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('patients', '0003_in_order'),
    ]

    operations = [
        migrations.AddField(
            model_name='patient',
            name='address_as',
            field=models.CharField(blank=True, default='', max_length=80),
        ),
        migrations.AddField(
            model_name='patient',
            name='fears',
            field=models.CharField(blank=True, default='', max_length=200),
        ),
        migrations.AddField(
            model_name='patient',
            name='helps',
            field=models.CharField(blank=True, default='', max_length=200),
        ),
        migrations.AddField(
            model_name='permittedperson',
            name='phone_digits',
            field=models.CharField(blank=True, default='', max_length=10),
        ),
        migrations.RunSQL(
            "UPDATE patient_permitted_person SET phone_digits = right(regexp_replace(phone, '[^0-9]', '', 'g'), 10)"
            " WHERE length(regexp_replace(phone, '[^0-9]', '', 'g')) >= 7",
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name='permittedperson',
            index=models.Index(condition=models.Q(('phone_digits', ''), _negated=True), fields=['phone_digits'], name='permitted_phone'),
        ),
    ]
