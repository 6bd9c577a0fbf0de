"""Deposits and proof results never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("books", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("deposit"),
        append_only("proof_result"),
    ]
