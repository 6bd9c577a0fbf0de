"""Charges, account events, receipts and statements never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("billing", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("charge"),
        append_only("account_event"),
        append_only("receipt"),
        append_only("statement"),
    ]
