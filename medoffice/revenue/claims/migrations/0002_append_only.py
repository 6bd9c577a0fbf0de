"""What happened to claims and what payers decided never changes."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("claims", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("claim_event"),
        append_only("remit_decision"),
        append_only("remit_decision_line"),
        append_only("remit_provider_adjustment"),
    ]
