"""Rows that never change may be moved from one person to another by a function of the owner, and in nothing else.

Who calls may set what is read here; they are not the owner, and only within the owner's function is anybody.
"""

from django.db import migrations

BODY = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    moving text := current_setting('medoffice.moving', true);
BEGIN
    IF TG_OP = 'UPDATE' AND moving <> ''
        AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID)
        AND to_jsonb(NEW) - moving = to_jsonb(OLD) - moving
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = '23514';
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_jobs")]

    operations = [migrations.RunSQL(BODY, BEFORE)]
