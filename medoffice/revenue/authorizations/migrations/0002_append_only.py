"""Lists as they were taken in, and what became of a request, stay as they were noted."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("authorizations", "0001_initial"), ("kernel", "0001_initial")]

    operations = [append_only("formulary"), append_only("formulary_line"), append_only("drug_authorization_event")]
