"""The claims to a payer, the latest first: what it made of a service before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An index."""

    dependencies = [("claims", "0007_no_fee_in_a_claim")]

    operations = [
        migrations.AddIndex(
            model_name="claim", index=models.Index(fields=["payer", "-date"], name="claim_by_payer")
        ),
    ]
