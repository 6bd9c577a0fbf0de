"""A signed note and its addenda never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("charting", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        append_only("note_addendum"),
        migrations.RunSQL(
            "CREATE TRIGGER note_signed_stays BEFORE UPDATE OR DELETE ON note FOR EACH ROW"
            " WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION refuse_change();"
            "CREATE TRIGGER note_no_truncate BEFORE TRUNCATE ON note"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();",
            "DROP TRIGGER note_signed_stays ON note; DROP TRIGGER note_no_truncate ON note;",
        ),
    ]
