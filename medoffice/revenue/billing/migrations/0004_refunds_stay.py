"""Refunds and reversed receipts never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("billing", "0003_reversals_and_refunds")]

    operations = [append_only("refund"), append_only("receipt_taken_back")]
