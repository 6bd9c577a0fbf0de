"""The audit trail: each event knows its transaction; nothing in the trail ever changes."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("security", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE audit_event ADD COLUMN xid xid8 NOT NULL DEFAULT pg_current_xact_id();"
            "CREATE INDEX audit_event_xid ON audit_event (xid, id);",
            "ALTER TABLE audit_event DROP COLUMN xid;",
        ),
        append_only("audit_event"),
        append_only("audit_subject"),
        append_only("audit_seal"),
    ]
