"""Entries balance at commit, and never change."""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only

_BALANCED = """
CREATE FUNCTION entry_must_balance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subject uuid;
    lines integer;
    difference bigint;
BEGIN
    IF TG_TABLE_NAME = 'journal_entry' THEN subject := NEW.id; ELSE subject := NEW.entry_id; END IF;
    SELECT count(*), coalesce(sum(debit_cents - credit_cents), 0) INTO lines, difference
        FROM journal_line WHERE entry_id = subject;
    IF lines < 2 OR difference <> 0 THEN
        RAISE EXCEPTION 'journal entry % does not balance: % lines, difference % cents', subject, lines, difference
            USING ERRCODE = '23514';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON journal_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_must_balance();
CREATE CONSTRAINT TRIGGER line_balances AFTER INSERT ON journal_line
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_must_balance();
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial"), ("kernel", "0001_initial")]

    operations = [
        migrations.RunSQL(
            _BALANCED,
            "DROP TRIGGER line_balances ON journal_line; DROP TRIGGER entry_balances ON journal_entry;"
            "DROP FUNCTION entry_must_balance();",
        ),
        append_only("journal_entry"),
        append_only("journal_line"),
        append_only("period_close"),
    ]
