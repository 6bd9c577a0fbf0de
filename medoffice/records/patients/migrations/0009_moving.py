"""The move of a patient's rows, and back: functions of the owner, for append-only tables can be written by nobody else.

They change one column of patients' ids, from and to the two records of a merge that stands, and keep what they did in
the same statement. In a table that never changes they move nothing but the key of the patient: the program could say of
any two ids that they are patients, and would else have a way to rewrite what a row hangs on. Tables of the audit trail and
of the merges themselves they never touch.
"""

from django.db import migrations

from medoffice.kernel.worlds.append_only import append_only

FORWARD = r"""
CREATE FUNCTION patient_key_of(of_table text, of_column text) RETURNS text
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    key text;
BEGIN
    IF of_table ~ '^(audit_|patient_merge|security_access)' OR NOT EXISTS (
        SELECT FROM pg_attribute a WHERE attrelid = to_regclass(format('public.%I', of_table)) AND attname = of_column
            AND atttypid = 'uuid'::regtype AND (
                (of_table, of_column) = ('journal_line', 'patient_id')
                OR EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = a.attrelid AND c.contype = 'f'
                    AND c.confrelid = 'public.patient'::regclass AND c.conkey = ARRAY[a.attnum])
                OR NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = a.attrelid
                    AND t.tgfoid = 'public.refuse_change'::regproc)
            )
    ) THEN
        RAISE EXCEPTION '%.% holds no patients to move', of_table, of_column USING ERRCODE = 'invalid_parameter_value';
    END IF;
    SELECT a.attname INTO STRICT key FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid
        AND a.attnum = i.indkey[0] WHERE i.indrelid = to_regclass(format('public.%I', of_table)) AND i.indisprimary;
    RETURN key;
END $$;

CREATE FUNCTION move_patient_rows(of_merge uuid, of_table text, of_column text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    pair record;
    one text;
    key text := public.patient_key_of(of_table, of_column);
    moved text[];
    stood text[];
    rests text[] := '{}';
BEGIN
    SELECT m.survivor, m.merged INTO STRICT pair FROM public.patient_merge m
        JOIN public.patient s ON s.id = m.survivor JOIN public.patient p ON p.id = m.merged
        WHERE m.id = of_merge AND m.undone_at IS NULL;
    EXECUTE format('SELECT coalesce(array_agg(%I::text), ''{}'') FROM public.%I WHERE %I = $1', key, of_table, of_column)
        INTO stood USING pair.survivor;
    PERFORM set_config('medoffice.moving', of_column, true);
    BEGIN
        EXECUTE format(
            'WITH moved AS (UPDATE public.%I SET %I = $1 WHERE %2$I = $2 RETURNING %I::text AS key)'
            ' SELECT coalesce(array_agg(key), ''{}'') FROM moved', of_table, of_column, key
        ) INTO moved USING pair.survivor, pair.merged;
    EXCEPTION WHEN unique_violation OR exclusion_violation THEN
        moved := '{}';
        FOR one IN EXECUTE format('SELECT %I::text FROM public.%I WHERE %I = $1', key, of_table, of_column)
            USING pair.merged
        LOOP
            BEGIN
                EXECUTE format('UPDATE public.%I SET %I = $1 WHERE %2$I = $2 AND %I::text = $3', of_table, of_column, key)
                    USING pair.survivor, pair.merged, one;
                moved := moved || one;
            EXCEPTION WHEN unique_violation OR exclusion_violation THEN
                rests := rests || one;
            END;
        END LOOP;
    END;
    PERFORM set_config('medoffice.moving', '', true);
    IF key = of_column THEN
        moved := ARRAY(SELECT pair.survivor::text FROM unnest(moved));
    END IF;
    INSERT INTO public.patient_merge_part (merge_id, of_table, of_column, moved, stood, rests)
        VALUES (of_merge, of_table, of_column, moved, stood, rests);
END $$;

CREATE FUNCTION return_patient_rows(of_merge uuid, also jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    pair record;
    part record;
    key text;
    later text[];
BEGIN
    SELECT survivor, merged INTO STRICT pair FROM public.patient_merge WHERE id = of_merge AND undone_at IS NULL;
    FOR part IN SELECT * FROM public.patient_merge_part WHERE merge_id = of_merge ORDER BY id LOOP
        key := public.patient_key_of(part.of_table, part.of_column);
        later := ARRAY(SELECT jsonb_array_elements_text(coalesce(also -> part.of_table -> part.of_column, '[]')));
        PERFORM set_config('medoffice.moving', part.of_column, true);
        EXECUTE format('UPDATE public.%I SET %I = $1 WHERE %2$I = $2 AND %I::text = ANY ($3)',
            part.of_table, part.of_column, key) USING pair.merged, pair.survivor, part.moved || later;
        PERFORM set_config('medoffice.moving', '', true);
    END LOOP;
END $$;

REVOKE ALL ON FUNCTION patient_key_of(text, text), move_patient_rows(uuid, text, text),
    return_patient_rows(uuid, jsonb) FROM PUBLIC;
"""
BACK = """
DROP FUNCTION return_patient_rows(uuid, jsonb);
DROP FUNCTION move_patient_rows(uuid, text, text);
DROP FUNCTION patient_key_of(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [("patients", "0008_merges"), ("kernel", "0003_moving")]

    operations = [append_only("patient_merge_part"), migrations.RunSQL(FORWARD, BACK)]
