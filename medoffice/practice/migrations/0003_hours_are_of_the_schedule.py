"""When providers can be booked is told by the schedule's templates, which took the hours over."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('practice', '0002_work_of_a_visit'),
    ]

    operations = [
        migrations.DeleteModel(name='WorkingHours'),
    ]
