-- b_e84d1ac0be2e792fa4475f8e37bb5829
SET LOCAL check_function_bodies = false;
SET LOCAL search_path = '';


CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);

CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);

CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);

CREATE FUNCTION public.entry_must_balance() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

CREATE FUNCTION public.move_patient_rows(of_merge uuid, of_table text, of_column text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;

CREATE FUNCTION public.patient_key_of(of_table text, of_column text) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;

CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;

CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);

CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;

CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;

CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;

CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;

CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;

CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;

CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

CREATE FUNCTION public.return_patient_rows(of_merge uuid, also jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
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
END $_$;

CREATE TABLE public.account_event (
    id uuid NOT NULL,
    kind character varying(16) NOT NULL,
    date date NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    insurance_cents bigint NOT NULL,
    patient_cents bigint NOT NULL,
    unapplied_cents bigint NOT NULL,
    by character varying(120) NOT NULL,
    cause_kind character varying(40) NOT NULL,
    cause_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    payer_id uuid,
    charge_id uuid,
    shares jsonb NOT NULL,
    CONSTRAINT event_moves_money CHECK ((NOT ((insurance_cents = 0) AND (patient_cents = 0) AND (unapplied_cents = 0)))),
    CONSTRAINT fee_is_no_payers CHECK (((NOT ((kind)::text = ANY ((ARRAY['fee'::character varying, 'fee_back'::character varying])::text[]))) OR ((insurance_cents = 0) AND (payer_id IS NULL))))
);

CREATE TABLE public.amendment (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    item_kind character varying(30) NOT NULL,
    item_id uuid NOT NULL,
    about_id uuid,
    item_title character varying(200) NOT NULL,
    item_on date,
    wrong character varying(2000) NOT NULL,
    "right" character varying(2000) NOT NULL,
    asker character varying(10) NOT NULL,
    asker_name character varying(120) NOT NULL,
    identity character varying(200) NOT NULL,
    came_on date NOT NULL,
    due_on date NOT NULL,
    extended_why character varying(200) NOT NULL,
    answer character varying(10) NOT NULL,
    statement character varying(2000) NOT NULL,
    tell character varying(1000) NOT NULL,
    ground character varying(20) NOT NULL,
    answered_why character varying(1000) NOT NULL,
    answered_by character varying(120) NOT NULL,
    answered_at timestamp with time zone,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT amendment_version_check CHECK ((version >= 0))
);

CREATE TABLE public.amendment_line (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    words character varying(2000) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    amendment_id uuid NOT NULL
);

CREATE TABLE public.appointment (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    during tstzrange NOT NULL,
    reason character varying(200) NOT NULL,
    state character varying(12) NOT NULL,
    walk_in boolean NOT NULL,
    why character varying(200) NOT NULL,
    booked_by character varying(120) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    call_id uuid,
    moved_to_id uuid,
    patient_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    site_id uuid NOT NULL,
    visit_type_id character varying(50) NOT NULL,
    overbooked character varying(200) NOT NULL,
    series_id uuid,
    case_id uuid,
    CONSTRAINT appointment_version_check CHECK ((version >= 0))
);

CREATE TABLE public.appointment_holding (
    id uuid NOT NULL,
    lane smallint NOT NULL,
    during tstzrange NOT NULL,
    live boolean NOT NULL,
    appointment_id uuid,
    unit_id uuid NOT NULL,
    hold_id uuid,
    CONSTRAINT appointment_holding_lane_check CHECK ((lane >= 0)),
    CONSTRAINT held_by_a_visit_or_a_hold CHECK ((((appointment_id IS NULL) OR (hold_id IS NULL)) AND (1 = (
CASE
    WHEN (appointment_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (hold_id IS NULL) THEN 1
    ELSE 0
END))))
);

CREATE TABLE public.appointment_series (
    id uuid NOT NULL,
    rule character varying(120) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    patient_id uuid NOT NULL
);

CREATE TABLE public.appointment_state (
    id uuid NOT NULL,
    state character varying(12) NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    appointment_id uuid NOT NULL
);

CREATE TABLE public.arrival (
    id uuid NOT NULL,
    identity_checked character varying(80) NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    left_because character varying(200) NOT NULL,
    appointment_id uuid NOT NULL,
    coverage_id uuid,
    encounter_id uuid NOT NULL,
    case_id uuid,
    CONSTRAINT billed_to_a_case_or_to_health_coverage CHECK (((coverage_id IS NULL) OR (case_id IS NULL)))
);

CREATE TABLE public.audit_event (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id uuid NOT NULL,
    actor_name character varying(120) NOT NULL,
    word character varying(100) NOT NULL,
    outcome character varying(10) NOT NULL,
    purpose character varying(40) NOT NULL,
    object_kind character varying(60) NOT NULL,
    object_id uuid,
    via jsonb NOT NULL,
    detail jsonb NOT NULL,
    request_id character varying(40) NOT NULL,
    xid xid8 DEFAULT pg_current_xact_id() NOT NULL
);

CREATE TABLE public.audit_horizon (
    id bigint NOT NULL,
    horizon bigint NOT NULL
);

ALTER TABLE public.audit_horizon ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_horizon_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.audit_seal (
    "position" bigint NOT NULL,
    hash character varying(64) NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    event_id uuid NOT NULL,
    kid integer DEFAULT 1 NOT NULL,
    CONSTRAINT audit_seal_kid_check CHECK ((kid >= 0))
);

CREATE TABLE public.audit_subject (
    id bigint NOT NULL,
    subject uuid NOT NULL,
    event_id uuid NOT NULL
);

ALTER TABLE public.audit_subject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_subject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);

ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);

CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);

ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);

ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.billing_fee (
    id uuid NOT NULL,
    code character varying(5) NOT NULL,
    cents bigint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT fee_positive CHECK ((cents > 0))
);

CREATE TABLE public.call (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    kind character varying(24) NOT NULL,
    caller character varying(120) NOT NULL,
    relation character varying(40) NOT NULL,
    phone character varying(24) NOT NULL,
    identity_checked character varying(80) NOT NULL,
    reason text NOT NULL,
    urgent boolean NOT NULL,
    outcome character varying(240) NOT NULL,
    taken_by character varying(120) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    patient_id uuid,
    because_id uuid,
    because_kind character varying(40) NOT NULL,
    best_time character varying(60) NOT NULL,
    callback character varying(24) NOT NULL,
    cause character varying(24) NOT NULL,
    due_at timestamp with time zone,
    in_chart boolean NOT NULL,
    outcome_key character varying(24) NOT NULL,
    read_back boolean NOT NULL,
    red_flags character varying(24)[] NOT NULL,
    source character varying(24) NOT NULL,
    told character varying(120) NOT NULL,
    touched_at timestamp with time zone,
    with_call_id uuid
);

CREATE TABLE public.call_event (
    id uuid NOT NULL,
    kind character varying(16) NOT NULL,
    words text NOT NULL,
    detail jsonb NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    call_id uuid NOT NULL
);

CREATE TABLE public.call_hand_off (
    id uuid NOT NULL,
    words text NOT NULL,
    calls uuid[] NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    read_back text NOT NULL,
    accepted_at timestamp with time zone,
    to_id uuid NOT NULL
);

CREATE TABLE public.call_list_entry (
    id uuid NOT NULL,
    which character varying(16) NOT NULL,
    key character varying(24) NOT NULL,
    entry jsonb NOT NULL,
    retired boolean NOT NULL,
    changed_by character varying(120) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.call_message (
    key character varying(64) NOT NULL,
    call_id uuid NOT NULL,
    file_id uuid CONSTRAINT call_message_file_id_not_null1 NOT NULL
);

CREATE TABLE public.call_message_file (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    taken integer NOT NULL,
    known integer NOT NULL,
    errors jsonb NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT call_message_file_known_check CHECK ((known >= 0)),
    CONSTRAINT call_message_file_taken_check CHECK ((taken >= 0))
);

CREATE TABLE public.call_on_call (
    id uuid NOT NULL,
    phone character varying(24) NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    set_by character varying(120) NOT NULL,
    staff_id uuid NOT NULL,
    CONSTRAINT on_call_ends_later CHECK ((ends > starts))
);

CREATE TABLE public.call_phone_door (
    id smallint NOT NULL,
    secret bytea NOT NULL,
    set_by character varying(120) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT one_phone_door CHECK ((id = 1))
);

CREATE TABLE public.call_promise (
    id uuid NOT NULL,
    words character varying(200) NOT NULL,
    "to" character varying(120) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    done_by character varying(120) NOT NULL,
    call_id uuid NOT NULL,
    CONSTRAINT promise_is_ahead CHECK ((due_at > made_at))
);

CREATE TABLE public.call_ring (
    id uuid NOT NULL,
    key character varying(80) NOT NULL,
    phone character varying(24) NOT NULL,
    line character varying(24) NOT NULL,
    rang_at timestamp with time zone NOT NULL,
    call_id uuid,
    seen_to boolean NOT NULL
);

CREATE TABLE public.charge (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    date date NOT NULL,
    code character varying(5) NOT NULL,
    words character varying(120) NOT NULL,
    modifiers character varying(2)[] NOT NULL,
    units smallint NOT NULL,
    amount_cents bigint NOT NULL,
    captured_at timestamp with time zone NOT NULL,
    coded_service_id uuid,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    site_id uuid NOT NULL,
    appointment_id uuid,
    CONSTRAINT charge_is_service_or_fee CHECK ((((appointment_id IS NULL) AND ((code)::text > ''::text) AND (coded_service_id IS NOT NULL) AND (encounter_id IS NOT NULL)) OR ((appointment_id IS NOT NULL) AND ((code)::text = ''::text) AND (coded_service_id IS NULL) AND (encounter_id IS NULL)))),
    CONSTRAINT charge_positive CHECK ((amount_cents > 0)),
    CONSTRAINT charge_units_check CHECK ((units >= 0))
);

CREATE TABLE public.claim (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    "order" smallint NOT NULL,
    frequency character varying(1) NOT NULL,
    state character varying(10) NOT NULL,
    date date NOT NULL,
    amount_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    patient_share_cents bigint NOT NULL,
    payer_claim_number character varying(60) NOT NULL,
    findings jsonb NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    answered_at timestamp with time zone,
    decided_at timestamp with time zone,
    coverage_id uuid,
    encounter_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    payer_id uuid NOT NULL,
    replaces_id uuid,
    file_id uuid,
    case_id uuid,
    CONSTRAINT claim_order_check CHECK (("order" >= 0)),
    CONSTRAINT claim_rests_on_a_policy_or_a_case CHECK ((((case_id IS NOT NULL) AND (coverage_id IS NULL)) OR ((case_id IS NULL) AND (coverage_id IS NOT NULL))))
);

CREATE TABLE public.claim_event (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    by character varying(120) NOT NULL,
    tone character varying(5) NOT NULL,
    claim_id uuid NOT NULL
);

CREATE TABLE public.claim_line (
    id uuid NOT NULL,
    line smallint NOT NULL,
    control character varying(30) NOT NULL,
    code character varying(5) NOT NULL,
    modifiers character varying(2)[] NOT NULL,
    units smallint NOT NULL,
    pointers smallint[] NOT NULL,
    amount_cents bigint NOT NULL,
    charge_id uuid NOT NULL,
    claim_id uuid NOT NULL,
    CONSTRAINT claim_line_is_no_fee CHECK (((code)::text > ''::text)),
    CONSTRAINT claim_line_line_check CHECK ((line >= 0)),
    CONSTRAINT claim_line_units_check CHECK ((units >= 0))
);

CREATE TABLE public.claim_settlement (
    id uuid NOT NULL,
    way character varying(24) NOT NULL,
    cents bigint NOT NULL,
    why character varying(200) NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    line_id uuid NOT NULL
);

CREATE TABLE public.claims_inbound (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    sha256 character varying(64) NOT NULL,
    kind character varying(8) NOT NULL,
    state character varying(12) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    findings jsonb NOT NULL
);

CREATE TABLE public.claims_outbound (
    id uuid NOT NULL,
    control bigint NOT NULL,
    name character varying(80) NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    interchange_answer character varying(1) NOT NULL,
    group_answer character varying(1) NOT NULL,
    payer_id uuid NOT NULL
);

CREATE TABLE public.code_audit (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    first date NOT NULL,
    last date NOT NULL,
    size smallint NOT NULL,
    seed character varying(40) NOT NULL,
    coder character varying(120) NOT NULL,
    code character varying(8) NOT NULL,
    level smallint,
    population integer NOT NULL,
    auditor_user_id uuid NOT NULL,
    auditor character varying(120) NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    provider_id uuid,
    CONSTRAINT audit_days_in_order CHECK ((first <= last)),
    CONSTRAINT audit_of_one_at_least CHECK ((size >= 1)),
    CONSTRAINT code_audit_level_check CHECK ((level >= 0)),
    CONSTRAINT code_audit_population_check CHECK ((population >= 0)),
    CONSTRAINT code_audit_size_check CHECK ((size >= 0))
);

CREATE TABLE public.code_audit_chart (
    id uuid NOT NULL,
    place smallint NOT NULL,
    own_level smallint,
    level_at timestamp with time zone,
    finished_at timestamp with time zone,
    coding_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    audit_id uuid NOT NULL,
    CONSTRAINT code_audit_chart_own_level_check CHECK ((own_level >= 0)),
    CONSTRAINT code_audit_chart_place_check CHECK ((place >= 0)),
    CONSTRAINT judged_after_the_own_level CHECK ((((finished_at IS NULL) AND (level_at IS NULL) AND (own_level IS NULL)) OR ((level_at IS NOT NULL) AND (own_level <= 5))))
);

CREATE TABLE public.code_audit_judgement (
    id uuid NOT NULL,
    code_id uuid,
    kind character varying(9) NOT NULL,
    code character varying(8) NOT NULL,
    verdict character varying(9) NOT NULL,
    reason character varying(50) NOT NULL,
    instead character varying(8) NOT NULL,
    units smallint NOT NULL,
    quote text NOT NULL,
    judged_at timestamp with time zone NOT NULL,
    chart_id uuid NOT NULL,
    CONSTRAINT a_judgement_says_why CHECK ((((code_id IS NOT NULL) AND ((instead)::text = ''::text) AND ((reason)::text = ''::text) AND ((verdict)::text = 'agrees'::text)) OR ((code_id IS NOT NULL) AND ((verdict)::text = 'disagrees'::text) AND (NOT ((reason)::text = ''::text))) OR ((code_id IS NULL) AND ((verdict)::text = 'missed'::text) AND (NOT ((instead)::text = ''::text)) AND (NOT (quote = ''::text))))),
    CONSTRAINT code_audit_judgement_units_check CHECK ((units >= 0))
);

CREATE TABLE public.code_list (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    edition character varying(120) NOT NULL,
    valid_from date NOT NULL,
    valid_to date NOT NULL,
    source character varying(400) NOT NULL,
    digest character varying(64) NOT NULL,
    rows integer NOT NULL,
    last_code character varying(5) NOT NULL,
    licence_holder character varying(120) NOT NULL,
    licence_number character varying(60) NOT NULL,
    licence_seats integer NOT NULL,
    emptied_at timestamp with time zone,
    taken_by character varying(120) NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    CONSTRAINT code_list_licence_seats_check CHECK ((licence_seats >= 0)),
    CONSTRAINT code_list_rows_check CHECK ((rows >= 0)),
    CONSTRAINT licensed_file_has_licence CHECK (((NOT ((kind)::text = 'cpt'::text)) OR ((NOT ((licence_holder)::text = ''::text)) AND (NOT ((licence_number)::text = ''::text)) AND (licence_seats >= 1)))),
    CONSTRAINT list_ends_after_it_begins CHECK ((valid_to >= valid_from))
);

CREATE TABLE public.code_list_add_on (
    code character varying(5) NOT NULL,
    "primary" character varying(5) NOT NULL,
    kind smallint NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    release_id uuid NOT NULL,
    CONSTRAINT code_list_add_on_kind_check CHECK ((kind >= 0))
);

CREATE TABLE public.code_list_code (
    code character varying(12) NOT NULL,
    short character varying(40) NOT NULL,
    long text NOT NULL,
    valid_from date,
    valid_to date,
    coverage character varying(1) NOT NULL,
    release_id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    of text NOT NULL
);

CREATE TABLE public.code_list_coverage (
    article character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    use character varying(12) NOT NULL,
    "group" smallint NOT NULL,
    code character varying(8) NOT NULL,
    release_id uuid NOT NULL,
    CONSTRAINT code_list_coverage_group_check CHECK (("group" >= 0))
);

CREATE TABLE public.code_list_locality (
    contractor character varying(5) NOT NULL,
    state character varying(2) NOT NULL,
    locality character varying(2) NOT NULL,
    name character varying(80) NOT NULL,
    work numeric(6,3) NOT NULL,
    practice numeric(6,3) NOT NULL,
    malpractice numeric(6,3) NOT NULL,
    release_id uuid NOT NULL
);

CREATE TABLE public.code_list_pair (
    first character varying(5) NOT NULL,
    second character varying(5) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    mark smallint NOT NULL,
    why character varying(80) NOT NULL,
    release_id uuid NOT NULL,
    CONSTRAINT code_list_pair_mark_check CHECK ((mark >= 0))
);

CREATE TABLE public.code_list_units (
    code character varying(5) NOT NULL,
    most integer NOT NULL,
    mark smallint NOT NULL,
    why character varying(80) NOT NULL,
    release_id uuid NOT NULL,
    CONSTRAINT code_list_units_mark_check CHECK ((mark >= 0)),
    CONSTRAINT code_list_units_most_check CHECK ((most >= 0))
);

CREATE TABLE public.code_list_value (
    code character varying(5) NOT NULL,
    modifier character varying(2) NOT NULL,
    status character varying(1) NOT NULL,
    work numeric(9,2) NOT NULL,
    office numeric(9,2),
    facility numeric(9,2),
    malpractice numeric(9,2) NOT NULL,
    days character varying(3) NOT NULL,
    pctc character varying(1) NOT NULL,
    multiple character varying(1) NOT NULL,
    bilateral character varying(1) NOT NULL,
    factor numeric(9,4) NOT NULL,
    release_id uuid NOT NULL
);

CREATE TABLE public.coding (
    id uuid NOT NULL,
    date date NOT NULL,
    coder character varying(120) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    encounter_id uuid NOT NULL,
    note_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    place character varying(2) NOT NULL
);

CREATE TABLE public.coding_diagnosis (
    evidence_kind character varying(12) NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_start integer NOT NULL,
    evidence_end integer NOT NULL,
    evidence_quote text NOT NULL,
    coded_by character varying(120) NOT NULL,
    coded_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    "position" smallint NOT NULL,
    code character varying(8) NOT NULL,
    title character varying(300) NOT NULL,
    coding_id uuid NOT NULL,
    CONSTRAINT coding_diagnosis_evidence_end_check CHECK ((evidence_end >= 0)),
    CONSTRAINT coding_diagnosis_evidence_start_check CHECK ((evidence_start >= 0)),
    CONSTRAINT coding_diagnosis_position_check CHECK (("position" >= 0)),
    CONSTRAINT diagnosis_has_evidence CHECK ((NOT (evidence_quote = ''::text)))
);

CREATE TABLE public.coding_left (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    ref character varying(50) NOT NULL,
    code character varying(8) NOT NULL,
    left_by character varying(120) NOT NULL,
    left_at timestamp with time zone NOT NULL
);

CREATE TABLE public.coding_level_element (
    evidence_kind character varying(12) NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_start integer NOT NULL,
    evidence_end integer NOT NULL,
    evidence_quote text NOT NULL,
    coded_by character varying(120) NOT NULL,
    coded_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    kind character varying(24) NOT NULL,
    about character varying(120) NOT NULL,
    minutes smallint NOT NULL,
    coding_id uuid NOT NULL,
    CONSTRAINT coding_level_element_evidence_end_check CHECK ((evidence_end >= 0)),
    CONSTRAINT coding_level_element_evidence_start_check CHECK ((evidence_start >= 0)),
    CONSTRAINT coding_level_element_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT element_has_evidence CHECK ((NOT (evidence_quote = ''::text))),
    CONSTRAINT minutes_are_of_time CHECK (((((kind)::text = 'minutes'::text) AND (minutes >= 1)) OR ((NOT ((kind)::text = 'minutes'::text)) AND (minutes = 0))))
);

CREATE TABLE public.coding_provider_query (
    id uuid NOT NULL,
    template character varying(50) NOT NULL,
    question text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    quote text NOT NULL,
    asked_by character varying(120) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    answer text NOT NULL,
    addendum_id uuid,
    closed_by character varying(120) NOT NULL,
    closed_at timestamp with time zone,
    coding_id uuid NOT NULL,
    CONSTRAINT coding_provider_query_end_check CHECK (("end" >= 0)),
    CONSTRAINT coding_provider_query_start_check CHECK ((start >= 0)),
    CONSTRAINT query_closed_once CHECK ((((addendum_id IS NULL) AND (answer = ''::text) AND (closed_at IS NULL) AND ((state)::text = 'open'::text)) OR ((addendum_id IS NULL) AND (answer = ''::text) AND (closed_at IS NOT NULL) AND ((state)::text = 'withdrawn'::text)) OR ((addendum_id IS NOT NULL) AND (closed_at IS NOT NULL) AND ((state)::text = 'answered'::text) AND (NOT (answer = ''::text))))),
    CONSTRAINT query_has_words CHECK ((NOT (quote = ''::text)))
);

CREATE TABLE public.coding_rejected (
    id uuid NOT NULL,
    code character varying(8) NOT NULL,
    title character varying(300) NOT NULL,
    reason character varying(50) NOT NULL,
    quote text NOT NULL,
    rejected_by character varying(120) NOT NULL,
    rejected_at timestamp with time zone NOT NULL,
    coding_id uuid NOT NULL
);

CREATE TABLE public.coding_service (
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    code character varying(5) NOT NULL,
    words character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    placeholder boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date
);

CREATE TABLE public.coding_service_line (
    evidence_kind character varying(12) NOT NULL,
    evidence_id uuid NOT NULL,
    evidence_start integer NOT NULL,
    evidence_end integer NOT NULL,
    evidence_quote text NOT NULL,
    coded_by character varying(120) NOT NULL,
    coded_at timestamp with time zone NOT NULL,
    id uuid NOT NULL,
    line smallint NOT NULL,
    key character varying(50) NOT NULL,
    code character varying(5) NOT NULL,
    words character varying(120) NOT NULL,
    modifiers character varying(2)[] NOT NULL,
    units smallint NOT NULL,
    pointers smallint[] NOT NULL,
    coding_id uuid NOT NULL,
    CONSTRAINT coding_service_line_evidence_end_check CHECK ((evidence_end >= 0)),
    CONSTRAINT coding_service_line_evidence_start_check CHECK ((evidence_start >= 0)),
    CONSTRAINT coding_service_line_line_check CHECK ((line >= 0)),
    CONSTRAINT coding_service_line_units_check CHECK ((units >= 0)),
    CONSTRAINT one_unit_at_least CHECK ((units >= 1)),
    CONSTRAINT service_has_evidence CHECK ((NOT (evidence_quote = ''::text)))
);

CREATE TABLE public.controlled_agreement (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    document_id uuid,
    signed_on date NOT NULL,
    until date NOT NULL,
    noted_by character varying(120) NOT NULL,
    ended_on date,
    ended_why character varying(200) NOT NULL,
    patient_id uuid NOT NULL,
    prescriber_id uuid NOT NULL,
    CONSTRAINT an_agreement_has_days CHECK ((until >= signed_on)),
    CONSTRAINT an_ended_agreement_says_why CHECK ((((ended_on IS NULL) AND ((ended_why)::text = ''::text)) OR ((ended_on IS NOT NULL) AND (NOT ((ended_why)::text = ''::text))))),
    CONSTRAINT controlled_agreement_version_check CHECK ((version >= 0))
);

CREATE TABLE public.coverage_case (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    kind character varying(24) NOT NULL,
    claim_number character varying(40) NOT NULL,
    injured_on date,
    state character varying(2) NOT NULL,
    employer character varying(80) NOT NULL,
    adjuster character varying(80) NOT NULL,
    adjuster_phone character varying(20) NOT NULL,
    fee_schedule character varying(40) NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    patient_id uuid NOT NULL,
    payer_id uuid,
    CONSTRAINT case_dated CHECK (((closed_on IS NULL) OR (closed_on >= opened_on))),
    CONSTRAINT case_has_somebody_who_pays CHECK (((payer_id IS NOT NULL) OR (NOT ((employer)::text = ''::text)))),
    CONSTRAINT coverage_case_version_check CHECK ((version >= 0))
);

CREATE TABLE public.coverage_policy (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    plan character varying(80) NOT NULL,
    member_id character varying(40) NOT NULL,
    "group" character varying(40) NOT NULL,
    relation character varying(2) NOT NULL,
    subscriber_family character varying(80) NOT NULL,
    subscriber_given character varying(80) NOT NULL,
    subscriber_birth_date date,
    subscriber_sex character varying(1) NOT NULL,
    "order" smallint NOT NULL,
    starts date NOT NULL,
    ends date,
    copay_cents bigint NOT NULL,
    patient_id uuid NOT NULL,
    payer_id uuid NOT NULL,
    CONSTRAINT copay_not_negative CHECK ((copay_cents >= 0)),
    CONSTRAINT coverage_policy_order_check CHECK (("order" >= 0)),
    CONSTRAINT coverage_policy_version_check CHECK ((version >= 0)),
    CONSTRAINT dated CHECK (((ends IS NULL) OR (ends >= starts))),
    CONSTRAINT member_id_not_blank CHECK ((NOT ((member_id)::text = ''::text))),
    CONSTRAINT order_is_known CHECK ((("order" >= 1) AND ("order" <= 3)))
);

CREATE TABLE public.deposit (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    kind character varying(10) NOT NULL,
    date date NOT NULL,
    amount_cents bigint NOT NULL,
    items integer NOT NULL,
    of uuid[] NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(120) NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT deposit_items_check CHECK ((items >= 0))
);

CREATE TABLE public.device (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    model character varying(60) NOT NULL,
    serial character varying(60) NOT NULL,
    measures character varying(50)[] NOT NULL,
    used boolean NOT NULL,
    CONSTRAINT device_version_check CHECK ((version >= 0))
);

CREATE TABLE public.device_calibration (
    id uuid NOT NULL,
    "on" date NOT NULL,
    words character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    device_id uuid NOT NULL,
    strikes_id uuid
);

CREATE TABLE public.device_file (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    sha256 character varying(64) NOT NULL,
    name character varying(120) NOT NULL,
    data bytea,
    state character varying(7) NOT NULL,
    why character varying(300) NOT NULL,
    came_at timestamp with time zone NOT NULL,
    came_by character varying(120) NOT NULL,
    what character varying(80) NOT NULL,
    device character varying(120) NOT NULL,
    serial character varying(60) NOT NULL,
    calibrated_on date,
    taken_at timestamp with time zone,
    document_id uuid,
    encounter_id uuid,
    order_id uuid,
    patient_id uuid,
    report_id uuid,
    struck_by character varying(120) NOT NULL,
    CONSTRAINT what_is_attached_is_somebodys CHECK (((report_id IS NULL) OR ((encounter_id IS NOT NULL) AND (patient_id IS NOT NULL))))
);

CREATE TABLE public.dictation (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    kind character varying(30) NOT NULL,
    priority character varying(8) NOT NULL,
    state character varying(10) NOT NULL,
    note character varying(500) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    why character varying(300) NOT NULL,
    ready_at timestamp with time zone,
    ended_at timestamp with time zone,
    became character varying(10) NOT NULL,
    became_id uuid,
    sha256 character varying(64) NOT NULL,
    version integer NOT NULL,
    author_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    owner_id uuid,
    patient_id uuid NOT NULL,
    reminded smallint NOT NULL,
    CONSTRAINT a_signed_dictation_is_in_the_chart CHECK ((((became_id IS NOT NULL) AND ((state)::text = 'signed'::text) AND (NOT ((sha256)::text = ''::text))) OR ((NOT ((state)::text = 'signed'::text)) AND ((became)::text = ''::text) AND (became_id IS NULL) AND ((sha256)::text = ''::text)))),
    CONSTRAINT an_ended_dictation_has_its_time CHECK ((((ended_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['signed'::character varying, 'rejected'::character varying])::text[]))) OR ((NOT ((state)::text = ANY ((ARRAY['signed'::character varying, 'rejected'::character varying])::text[]))) AND (ended_at IS NULL)))),
    CONSTRAINT dictation_reminded_check CHECK ((reminded >= 0)),
    CONSTRAINT dictation_version_check CHECK ((version >= 0)),
    CONSTRAINT held_and_rejected_say_why CHECK (((NOT ((state)::text = ANY ((ARRAY['held'::character varying, 'rejected'::character varying])::text[]))) OR (NOT ((why)::text = ''::text)))),
    CONSTRAINT typed_by_somebody CHECK (((NOT ((state)::text = 'typing'::text)) OR (owner_id IS NOT NULL)))
);

CREATE TABLE public.dictation_blank (
    id uuid NOT NULL,
    word_id integer NOT NULL,
    reason character varying(16) NOT NULL,
    at_ms integer,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    answer character varying(300) NOT NULL,
    answered_at timestamp with time zone,
    answered_by character varying(120) NOT NULL,
    dictation_id uuid NOT NULL,
    CONSTRAINT dictation_blank_at_ms_check CHECK ((at_ms >= 0)),
    CONSTRAINT dictation_blank_word_id_check CHECK ((word_id >= 0))
);

CREATE TABLE public.dictation_chunk (
    id uuid NOT NULL,
    number integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    ms integer NOT NULL,
    stretch_id uuid NOT NULL,
    CONSTRAINT dictation_chunk_ms_check CHECK ((ms >= 0)),
    CONSTRAINT dictation_chunk_number_check CHECK ((number >= 0)),
    CONSTRAINT dictation_chunk_size_check CHECK ((size >= 0))
);

CREATE TABLE public.dictation_copy (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    gone_at timestamp with time zone,
    dictation_id uuid NOT NULL,
    performer_id uuid NOT NULL
);

CREATE TABLE public.dictation_copy_letter (
    id uuid NOT NULL,
    seal character varying(64) NOT NULL,
    how character varying(12) NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    copy_id uuid NOT NULL,
    letter_id uuid
);

CREATE TABLE public.dictation_correction (
    id uuid NOT NULL,
    heard character varying(160) NOT NULL,
    meant character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    dictation_id uuid NOT NULL
);

CREATE TABLE public.dictation_draft (
    id uuid NOT NULL,
    recogniser character varying(20) NOT NULL,
    model character varying(64) NOT NULL,
    text text NOT NULL,
    words jsonb NOT NULL,
    unheard jsonb NOT NULL,
    hints jsonb NOT NULL,
    trouble character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    put_at timestamp with time zone,
    recording_id uuid NOT NULL,
    forgot boolean NOT NULL,
    learned jsonb NOT NULL,
    CONSTRAINT a_draft_or_why_there_is_none CHECK ((((trouble)::text = ''::text) OR ((put_at IS NULL) AND (text = ''::text))))
);

CREATE TABLE public.dictation_draw (
    id uuid NOT NULL,
    ticket smallint NOT NULL,
    percent smallint NOT NULL,
    picked character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    dictation_id uuid NOT NULL,
    text_id uuid NOT NULL,
    typist_id uuid NOT NULL,
    CONSTRAINT dictation_draw_percent_check CHECK ((percent >= 0)),
    CONSTRAINT dictation_draw_ticket_check CHECK ((ticket >= 0))
);

CREATE TABLE public.dictation_error (
    id uuid NOT NULL,
    kind character varying(12) NOT NULL,
    place integer NOT NULL,
    typed character varying(300) NOT NULL,
    said character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    dropped_at timestamp with time zone,
    review_id uuid NOT NULL,
    CONSTRAINT dictation_error_place_check CHECK ((place >= 0))
);

CREATE TABLE public.dictation_hand (
    id uuid NOT NULL,
    keys jsonb NOT NULL,
    back_ms smallint NOT NULL,
    percent smallint NOT NULL,
    set_at timestamp with time zone NOT NULL,
    person_id uuid NOT NULL,
    version integer NOT NULL,
    pass_percent smallint DEFAULT 150 NOT NULL,
    CONSTRAINT dictation_hand_back_ms_check CHECK ((back_ms >= 0)),
    CONSTRAINT dictation_hand_pass_percent_check CHECK ((pass_percent >= 0)),
    CONSTRAINT dictation_hand_percent_check CHECK ((percent >= 0)),
    CONSTRAINT dictation_hand_version_check CHECK ((version >= 0))
);

CREATE TABLE public.dictation_heard (
    id uuid NOT NULL,
    text_version integer NOT NULL,
    tokens jsonb NOT NULL,
    of integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    dictation_id uuid NOT NULL,
    read boolean DEFAULT false NOT NULL,
    CONSTRAINT dictation_heard_of_check CHECK ((of >= 0)),
    CONSTRAINT dictation_heard_text_version_check CHECK ((text_version >= 0))
);

CREATE TABLE public.dictation_hearing (
    id uuid NOT NULL,
    recogniser character varying(20) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    address character varying(200) NOT NULL,
    model character varying(64) NOT NULL,
    certificate text NOT NULL,
    CONSTRAINT a_server_has_an_address CHECK (((((recogniser)::text = 'server'::text) AND (NOT ((address)::text = ''::text)) AND (NOT ((model)::text = ''::text))) OR ((NOT ((recogniser)::text = 'server'::text)) AND ((address)::text = ''::text) AND (certificate = ''::text) AND ((model)::text = ''::text))))
);

CREATE TABLE public.dictation_hearing_key (
    id smallint NOT NULL,
    state character varying(10) NOT NULL,
    address character varying(200) NOT NULL,
    secret bytea NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT a_key_is_kept_or_gone CHECK (((((state)::text = 'kept'::text) AND (NOT ((address)::text = ''::text)) AND (NOT (secret = '\x'::bytea))) OR ((NOT ((state)::text = 'kept'::text)) AND ((address)::text = ''::text) AND (secret = '\x'::bytea)))),
    CONSTRAINT one_hearing_key CHECK ((id = 1))
);

CREATE TABLE public.dictation_hearing_try (
    id uuid NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    ended_at timestamp with time zone,
    seconds double precision,
    text character varying(600) NOT NULL,
    unsure boolean NOT NULL,
    trouble character varying(400) NOT NULL,
    hearing_id uuid NOT NULL,
    CONSTRAINT a_try_that_ended_heard_or_says_why_not CHECK ((((ended_at IS NULL) AND ((text)::text = ''::text) AND ((trouble)::text = ''::text)) OR ((ended_at IS NOT NULL) AND ((((text)::text = ''::text) OR ((trouble)::text = ''::text)) AND (1 = (
CASE
    WHEN ((text)::text = ''::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((trouble)::text = ''::text) THEN 1
    ELSE 0
END))))))
);

CREATE TABLE public.dictation_left_out (
    id uuid NOT NULL,
    meant character varying(60) NOT NULL,
    "out" boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    author_id uuid NOT NULL
);

CREATE TABLE public.dictation_lines (
    id uuid NOT NULL,
    gross_characters integer NOT NULL,
    visible_characters integer NOT NULL,
    drafted boolean NOT NULL,
    seconds double precision,
    at timestamp with time zone NOT NULL,
    dictation_id uuid NOT NULL,
    typist_id uuid NOT NULL,
    signed_words integer,
    wrong_words integer,
    CONSTRAINT dictation_lines_gross_characters_check CHECK ((gross_characters >= 0)),
    CONSTRAINT dictation_lines_signed_words_check CHECK ((signed_words >= 0)),
    CONSTRAINT dictation_lines_visible_characters_check CHECK ((visible_characters >= 0)),
    CONSTRAINT dictation_lines_wrong_words_check CHECK ((wrong_words >= 0))
);

CREATE TABLE public.dictation_loose (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    kind character varying(8) NOT NULL,
    media_type character varying(40) NOT NULL,
    size integer NOT NULL,
    seconds double precision,
    whole boolean NOT NULL,
    came_at timestamp with time zone NOT NULL,
    why character varying(300) NOT NULL,
    settled_at timestamp with time zone,
    settled_by character varying(120) NOT NULL,
    dictation_id uuid,
    CONSTRAINT a_loose_recording_becomes_one_thing CHECK ((((dictation_id IS NULL) AND (settled_at IS NULL) AND ((why)::text = ''::text)) OR ((dictation_id IS NULL) AND (settled_at IS NOT NULL) AND ((sha256)::text = ''::text) AND (NOT ((why)::text = ''::text))) OR ((dictation_id IS NOT NULL) AND (settled_at IS NOT NULL) AND ((sha256)::text = ''::text) AND ((why)::text = ''::text)))),
    CONSTRAINT dictation_loose_size_check CHECK ((size >= 0))
);

CREATE TABLE public.dictation_pace (
    id uuid NOT NULL,
    kind character varying(30) NOT NULL,
    since date NOT NULL,
    stat smallint NOT NULL,
    asap smallint NOT NULL,
    routine smallint NOT NULL,
    keep_days smallint NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT dictation_pace_asap_check CHECK ((asap >= 0)),
    CONSTRAINT dictation_pace_keep_days_check CHECK ((keep_days >= 0)),
    CONSTRAINT dictation_pace_routine_check CHECK ((routine >= 0)),
    CONSTRAINT dictation_pace_stat_check CHECK ((stat >= 0))
);

CREATE TABLE public.dictation_playing_copy (
    id uuid NOT NULL,
    original character varying(64) NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    seconds double precision,
    whole boolean NOT NULL,
    trouble character varying(300) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT a_playing_copy_is_there_or_says_why CHECK ((((seconds IS NULL) AND ((sha256)::text = ''::text) AND (size = 0) AND (NOT ((trouble)::text = ''::text))) OR ((NOT ((sha256)::text = ''::text)) AND (seconds IS NOT NULL) AND ((trouble)::text = ''::text)))),
    CONSTRAINT dictation_playing_copy_size_check CHECK ((size >= 0))
);

CREATE TABLE public.dictation_recording (
    id uuid NOT NULL,
    sha256 character varying(64) NOT NULL,
    kind character varying(8) NOT NULL,
    media_type character varying(30) NOT NULL,
    size integer NOT NULL,
    seconds double precision,
    whole boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    gone_at timestamp with time zone,
    dictation_id uuid NOT NULL,
    CONSTRAINT a_recording_is_there_or_gone CHECK ((((gone_at IS NULL) AND (NOT ((sha256)::text = ''::text))) OR ((gone_at IS NOT NULL) AND ((sha256)::text = ''::text)))),
    CONSTRAINT dictation_recording_size_check CHECK ((size >= 0))
);

CREATE TABLE public.dictation_refused (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    words character varying(300) NOT NULL,
    came_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    settled_by character varying(120) NOT NULL
);

CREATE TABLE public.dictation_review (
    id uuid NOT NULL,
    state character varying(8) NOT NULL,
    score smallint,
    critical smallint NOT NULL,
    words character varying(500) NOT NULL,
    done_at timestamp with time zone,
    answer character varying(500) NOT NULL,
    read_at timestamp with time zone,
    heeded character varying(300) NOT NULL,
    heeded_at timestamp with time zone,
    draw_id uuid NOT NULL,
    reviewer_id uuid,
    CONSTRAINT a_review_is_done_by_somebody CHECK ((((done_at IS NULL) AND (read_at IS NULL) AND (score IS NULL) AND ((state)::text = 'waits'::text)) OR ((done_at IS NOT NULL) AND (read_at IS NULL) AND (reviewer_id IS NOT NULL) AND (score <= 100) AND ((state)::text = 'told'::text)) OR ((done_at IS NOT NULL) AND (read_at IS NOT NULL) AND (reviewer_id IS NOT NULL) AND (score <= 100) AND ((state)::text = 'read'::text)))),
    CONSTRAINT dictation_review_critical_check CHECK ((critical >= 0)),
    CONSTRAINT dictation_review_score_check CHECK ((score >= 0))
);

CREATE TABLE public.dictation_sampling (
    id uuid NOT NULL,
    percent smallint NOT NULL,
    new_reports smallint NOT NULL,
    blanks_over smallint NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    typist_id uuid,
    CONSTRAINT dictation_sampling_blanks_over_check CHECK ((blanks_over >= 0)),
    CONSTRAINT dictation_sampling_new_reports_check CHECK ((new_reports >= 0)),
    CONSTRAINT dictation_sampling_percent_check CHECK ((percent >= 0))
);

CREATE TABLE public.dictation_short_form (
    id uuid NOT NULL,
    short character varying(20) NOT NULL,
    words text NOT NULL,
    used boolean NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(120) NOT NULL,
    owner_id uuid
);

CREATE TABLE public.dictation_step (
    id uuid NOT NULL,
    verb character varying(20) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    dictation_id uuid NOT NULL
);

CREATE TABLE public.dictation_stretch (
    id uuid NOT NULL,
    number smallint NOT NULL,
    way character varying(6) NOT NULL,
    at_ms integer NOT NULL,
    take_id uuid NOT NULL,
    of smallint,
    ahead jsonb,
    CONSTRAINT dictation_stretch_at_ms_check CHECK ((at_ms >= 0)),
    CONSTRAINT dictation_stretch_number_check CHECK ((number >= 0)),
    CONSTRAINT dictation_stretch_of_check CHECK ((of >= 0))
);

CREATE TABLE public.dictation_style (
    id uuid NOT NULL,
    profile character varying(10) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL
);

CREATE TABLE public.dictation_take (
    id uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id uuid NOT NULL,
    dictation_id uuid,
    encounter_id uuid NOT NULL,
    told_at timestamp with time zone,
    CONSTRAINT a_sent_take_has_ended CHECK (((dictation_id IS NULL) OR (ended_at IS NOT NULL)))
);

CREATE TABLE public.dictation_text (
    id uuid NOT NULL,
    text text NOT NULL,
    words jsonb NOT NULL,
    next_id integer NOT NULL,
    version integer NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    saved_by character varying(120) NOT NULL,
    dictation_id uuid NOT NULL,
    CONSTRAINT dictation_text_next_id_check CHECK ((next_id >= 0)),
    CONSTRAINT dictation_text_version_check CHECK ((version >= 0))
);

CREATE TABLE public.dictation_version (
    id uuid NOT NULL,
    verb character varying(20) NOT NULL,
    text text NOT NULL,
    words jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    dictation_id uuid NOT NULL
);

CREATE TABLE public.disclosure (
    id uuid NOT NULL,
    purpose character varying(20) NOT NULL,
    counts boolean NOT NULL,
    what character varying(200) NOT NULL,
    why character varying(200) NOT NULL,
    to_name character varying(120) NOT NULL,
    to_address character varying(254) NOT NULL,
    way character varying(12) NOT NULL,
    cause_kind character varying(30) NOT NULL,
    cause_id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    abouts uuid[] NOT NULL
);

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL,
    number uuid NOT NULL,
    began timestamp with time zone,
    seen timestamp with time zone,
    address character varying(45) NOT NULL,
    browser character varying(60) NOT NULL,
    locked boolean NOT NULL,
    wrong smallint NOT NULL,
    user_id uuid,
    CONSTRAINT django_session_wrong_check CHECK ((wrong >= 0))
);

CREATE TABLE public.document (
    id uuid NOT NULL,
    kind character varying(30) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by character varying(120) NOT NULL,
    patient_id uuid,
    about_id uuid NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    dated date,
    encounter_id uuid,
    filed_at timestamp with time zone,
    filed_by character varying(120) NOT NULL,
    first integer NOT NULL,
    last integer NOT NULL,
    sign character varying(18) NOT NULL,
    signed_by character varying(120) NOT NULL,
    signer_id uuid,
    state character varying(16) NOT NULL,
    suggested jsonb NOT NULL,
    title character varying(120) NOT NULL,
    version integer NOT NULL,
    why character varying(200) NOT NULL,
    file_id uuid CONSTRAINT document_file_id_not_null1 NOT NULL,
    arranged integer NOT NULL,
    gone_into_id uuid,
    origins uuid[] NOT NULL,
    CONSTRAINT document_arranged_check CHECK ((arranged >= 0)),
    CONSTRAINT document_first_check CHECK ((first >= 0)),
    CONSTRAINT document_has_pages CHECK (((first >= 1) AND (last >= first))),
    CONSTRAINT document_last_check CHECK ((last >= 0)),
    CONSTRAINT document_version_check CHECK ((version >= 0)),
    CONSTRAINT filed_is_somebodys CHECK (((NOT ((state)::text = 'filed'::text)) OR (patient_id IS NOT NULL))),
    CONSTRAINT joined_is_in_another CHECK ((((gone_into_id IS NOT NULL) AND ((state)::text = 'joined'::text)) OR ((NOT ((state)::text = 'joined'::text)) AND (gone_into_id IS NULL))))
);

CREATE TABLE public.document_change (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    what character varying(30) NOT NULL,
    why character varying(200) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    document_id uuid NOT NULL
);

CREATE TABLE public.document_destruction (
    id uuid NOT NULL,
    kept_until date NOT NULL,
    rules character varying(400) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by character varying(120) NOT NULL,
    asked_by_id uuid NOT NULL,
    decision character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying(120) NOT NULL,
    why character varying(200) NOT NULL,
    file_id uuid NOT NULL,
    CONSTRAINT a_second_look_has_its_time CHECK ((((decided_at IS NULL) AND ((decision)::text = ''::text)) OR (((decision)::text = ANY ((ARRAY['destroyed'::character varying, 'kept'::character varying])::text[])) AND (decided_at IS NOT NULL))))
);

CREATE TABLE public.document_file (
    id uuid NOT NULL,
    sha256 character varying(64) NOT NULL,
    size integer NOT NULL,
    name character varying(120) NOT NULL,
    door character varying(8) NOT NULL,
    sender character varying(200) NOT NULL,
    came_at timestamp with time zone NOT NULL,
    came_by character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    pages integer NOT NULL,
    state character varying(8) NOT NULL,
    trouble character varying(20) NOT NULL,
    read_to integer NOT NULL,
    came_with_id uuid,
    for_patient_id uuid,
    CONSTRAINT document_file_pages_check CHECK ((pages >= 0)),
    CONSTRAINT document_file_read_to_check CHECK ((read_to >= 0)),
    CONSTRAINT document_file_size_check CHECK ((size >= 0))
);

CREATE TABLE public.document_hold (
    id uuid NOT NULL,
    why character varying(200) NOT NULL,
    until date,
    set_at timestamp with time zone NOT NULL,
    set_by character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(120) NOT NULL,
    ended_why character varying(200) NOT NULL,
    document_id uuid,
    patient_id uuid NOT NULL
);

CREATE TABLE public.document_keeping (
    id uuid NOT NULL,
    key character varying(12) NOT NULL,
    since date NOT NULL,
    years smallint NOT NULL,
    years_after_18 smallint NOT NULL,
    source character varying(200) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT document_keeping_years_after_18_check CHECK ((years_after_18 >= 0)),
    CONSTRAINT document_keeping_years_check CHECK ((years >= 0))
);

CREATE TABLE public.document_kind (
    id uuid NOT NULL,
    key character varying(30) NOT NULL,
    version integer NOT NULL,
    name character varying(60) NOT NULL,
    words jsonb NOT NULL,
    signed boolean NOT NULL,
    keep character varying(12) NOT NULL,
    since date NOT NULL,
    until date,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    signer_id uuid,
    CONSTRAINT document_kind_version_check CHECK ((version >= 0))
);

CREATE TABLE public.document_leaf (
    id uuid NOT NULL,
    arranged integer NOT NULL,
    place integer NOT NULL,
    page integer NOT NULL,
    turn smallint NOT NULL,
    document_id uuid NOT NULL,
    file_id uuid NOT NULL,
    CONSTRAINT a_leaf_is_a_page CHECK (((arranged >= 1) AND (page >= 1) AND (place >= 1) AND (turn = ANY (ARRAY[0, 90, 180, 270])))),
    CONSTRAINT document_leaf_arranged_check CHECK ((arranged >= 0)),
    CONSTRAINT document_leaf_page_check CHECK ((page >= 0)),
    CONSTRAINT document_leaf_place_check CHECK ((place >= 0)),
    CONSTRAINT document_leaf_turn_check CHECK ((turn >= 0))
);

CREATE TABLE public.document_page (
    id bigint NOT NULL,
    page integer NOT NULL,
    how character varying(10) NOT NULL,
    text text NOT NULL,
    codes jsonb NOT NULL,
    words tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, COALESCE(translate(text, '<>'::text, '  '::text), ''::text))) STORED,
    file_id uuid NOT NULL,
    CONSTRAINT document_page_page_check CHECK ((page >= 0))
);

ALTER TABLE public.document_page ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.document_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.downtime_pack (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(120) NOT NULL,
    patient_ids uuid[] NOT NULL,
    held_back integer NOT NULL,
    size integer NOT NULL,
    findings jsonb NOT NULL,
    CONSTRAINT downtime_pack_held_back_check CHECK ((held_back >= 0)),
    CONSTRAINT downtime_pack_size_check CHECK ((size >= 0))
);

CREATE TABLE public.downtime_settings (
    id smallint NOT NULL,
    password bytea NOT NULL,
    keep smallint NOT NULL,
    set_by character varying(120) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT downtime_settings_keep_check CHECK ((keep >= 0)),
    CONSTRAINT one_way_to_make_packs CHECK ((id = 1))
);

CREATE TABLE public.drug_authorization (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    medicine character varying(200) NOT NULL,
    state character varying(32) NOT NULL,
    due_on date,
    draft jsonb NOT NULL,
    appeal boolean NOT NULL,
    prepared_by character varying(120) NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    sha256 character varying(64) NOT NULL,
    signed_by character varying(160) NOT NULL,
    signed_at timestamp with time zone,
    payer_number character varying(40) NOT NULL,
    approved_from date,
    approved_to date,
    approved_quantity character varying(120) NOT NULL,
    reason character varying(300) NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    policy_id uuid NOT NULL,
    prescription_id uuid NOT NULL,
    payer_day date,
    sent boolean NOT NULL,
    told_ending date,
    CONSTRAINT approved_with_number_and_days CHECK (((NOT ((state)::text = 'approved'::text)) OR ((NOT ((payer_number)::text = ''::text)) AND (approved_from <= approved_to)))),
    CONSTRAINT drug_authorization_version_check CHECK ((version >= 0)),
    CONSTRAINT what_waits_is_due CHECK (((((state)::text = ANY ((ARRAY['approved'::character varying, 'expired'::character varying, 'closed'::character varying])::text[])) OR (due_on IS NOT NULL)) AND (1 = (
CASE
    WHEN ((state)::text = ANY ((ARRAY['approved'::character varying, 'expired'::character varying, 'closed'::character varying])::text[])) THEN 1
    ELSE 0
END +
CASE
    WHEN (due_on IS NOT NULL) THEN 1
    ELSE 0
END))))
);

CREATE TABLE public.drug_authorization_event (
    id uuid NOT NULL,
    what character varying(40) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    authorization_id uuid NOT NULL
);

CREATE TABLE public.drug_authorization_packet (
    id uuid NOT NULL,
    packet jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    signer_name character varying(160) NOT NULL,
    at timestamp with time zone NOT NULL,
    authorization_id uuid NOT NULL,
    signer_id uuid NOT NULL
);

CREATE TABLE public.eligibility_check (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    visit_id uuid,
    "on" date NOT NULL,
    asked_as jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by character varying(120) NOT NULL,
    state character varying(8) NOT NULL,
    tries smallint NOT NULL,
    handed_at timestamp with time zone,
    why character varying(200) NOT NULL,
    answered_at timestamp with time zone,
    answer_sha256 character varying(64) NOT NULL,
    result jsonb,
    patient_id uuid NOT NULL,
    policy_id uuid NOT NULL,
    CONSTRAINT answered_with_a_result CHECK ((((answered_at IS NOT NULL) AND (result IS NOT NULL) AND ((state)::text = 'answered'::text)) OR ((NOT ((state)::text = 'answered'::text)) AND (answered_at IS NULL) AND (result IS NULL)))),
    CONSTRAINT eligibility_check_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.eligibility_line (
    payer_id uuid NOT NULL,
    failures integer NOT NULL,
    shut_until timestamp with time zone,
    CONSTRAINT eligibility_line_failures_check CHECK ((failures >= 0))
);

CREATE TABLE public.encounter (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    kind character varying(12) NOT NULL,
    reason character varying(200) NOT NULL,
    stage character varying(14) NOT NULL,
    stage_since timestamp with time zone NOT NULL,
    room character varying(40) NOT NULL,
    date date NOT NULL,
    started_at timestamp with time zone NOT NULL,
    cause_kind character varying(40) NOT NULL,
    cause_id uuid NOT NULL,
    version integer NOT NULL,
    patient_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT encounter_version_check CHECK ((version >= 0))
);

CREATE TABLE public.encounter_stage (
    id uuid NOT NULL,
    stage character varying(14) NOT NULL,
    room character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    encounter_id uuid NOT NULL
);

CREATE TABLE public.fax (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    key character varying(120) NOT NULL,
    what character varying(160) NOT NULL,
    to_name character varying(120) NOT NULL,
    to_number character varying(10) NOT NULL,
    sha256 character varying(64) NOT NULL,
    pages smallint NOT NULL,
    purpose character varying(20) NOT NULL,
    "least" character varying(200) NOT NULL,
    state character varying(10) NOT NULL,
    why character varying(200) NOT NULL,
    tries smallint NOT NULL,
    since_again smallint NOT NULL,
    try_at timestamp with time zone,
    handed_at timestamp with time zone,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    document_id uuid,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    abouts uuid[] NOT NULL,
    CONSTRAINT fax_pages_check CHECK ((pages >= 0)),
    CONSTRAINT fax_since_again_check CHECK ((since_again >= 0)),
    CONSTRAINT fax_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.fax_event (
    id uuid NOT NULL,
    state character varying(10) NOT NULL,
    words character varying(200) NOT NULL,
    told character varying(120),
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    fax_id uuid NOT NULL
);

CREATE TABLE public.fax_line (
    "only" boolean NOT NULL,
    failures integer NOT NULL,
    why character varying(200) NOT NULL,
    try_at timestamp with time zone,
    CONSTRAINT fax_line_failures_check CHECK ((failures >= 0))
);

CREATE TABLE public.flow_calling (
    encounter_id uuid NOT NULL,
    token character varying(6) NOT NULL,
    name character varying(40) NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.flow_display (
    id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    site_id uuid NOT NULL
);

CREATE TABLE public.flow_limit (
    id uuid NOT NULL,
    kind character varying(50) NOT NULL,
    stage character varying(14) NOT NULL,
    look smallint NOT NULL,
    act smallint NOT NULL,
    CONSTRAINT act_after_look CHECK (((act >= look) AND (look >= 1))),
    CONSTRAINT flow_limit_act_check CHECK ((act >= 0)),
    CONSTRAINT flow_limit_look_check CHECK ((look >= 0))
);

CREATE TABLE public.form_definition (
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    version smallint NOT NULL,
    title character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    body text NOT NULL,
    kinds character varying(50)[] NOT NULL,
    every_days smallint,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    retired_at timestamp with time zone,
    self_pay boolean NOT NULL,
    CONSTRAINT form_definition_every_days_check CHECK ((every_days >= 0)),
    CONSTRAINT form_definition_version_check CHECK ((version >= 0))
);

CREATE TABLE public.form_filled (
    id uuid NOT NULL,
    response jsonb NOT NULL,
    signed_name character varying(120) NOT NULL,
    strokes text NOT NULL,
    sha256 character varying(64) NOT NULL,
    filled_at timestamp with time zone NOT NULL,
    taken_by character varying(120) NOT NULL,
    appointment_id uuid,
    definition_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    link_id uuid
);

CREATE TABLE public.form_link (
    id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    device_hash character varying(64) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    appointment_id uuid NOT NULL,
    patient_id uuid NOT NULL
);

CREATE TABLE public.form_link_definition (
    id bigint NOT NULL,
    link_id uuid NOT NULL,
    definition_id uuid NOT NULL
);

ALTER TABLE public.form_link_definition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.form_link_definition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.formulary (
    id uuid NOT NULL,
    plan character varying(80) NOT NULL,
    starts date NOT NULL,
    digest character varying(64) NOT NULL,
    source character varying(200) NOT NULL,
    lines integer NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    taken_by character varying(120) NOT NULL,
    payer_id uuid NOT NULL,
    nameless integer NOT NULL,
    CONSTRAINT formulary_lines_check CHECK ((lines >= 0)),
    CONSTRAINT formulary_nameless_check CHECK ((nameless >= 0))
);

CREATE TABLE public.formulary_line (
    id uuid NOT NULL,
    place integer NOT NULL,
    name character varying(200) NOT NULL,
    first character varying(60) NOT NULL,
    rxnorm character varying(12) NOT NULL,
    ndc character varying(11) NOT NULL,
    tier character varying(40) NOT NULL,
    "authorization" boolean NOT NULL,
    step boolean NOT NULL,
    "limit" character varying(80) NOT NULL,
    alternatives jsonb NOT NULL,
    formulary_id uuid NOT NULL,
    CONSTRAINT a_line_names_a_medicine CHECK (((NOT ((name)::text = ''::text)) OR (NOT ((rxnorm)::text = ''::text)) OR (NOT ((ndc)::text = ''::text)))),
    CONSTRAINT formulary_line_place_check CHECK ((place >= 0))
);

CREATE TABLE public.gateway_mood (
    "only" boolean NOT NULL,
    dead boolean NOT NULL,
    slow boolean NOT NULL,
    doubled boolean NOT NULL,
    silent boolean NOT NULL,
    unreachable character varying(254)[] NOT NULL
);

CREATE TABLE public.gateway_news (
    key character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    message_id uuid,
    sender character varying(254) NOT NULL,
    text text NOT NULL,
    due timestamp with time zone NOT NULL,
    fetched boolean NOT NULL
);

CREATE TABLE public.gateway_taken (
    id uuid NOT NULL,
    channel character varying(8) NOT NULL,
    "to" character varying(254) NOT NULL,
    body text NOT NULL,
    times integer NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT gateway_taken_times_check CHECK ((times >= 0))
);

CREATE TABLE public.gestation (
    id uuid NOT NULL,
    weeks smallint NOT NULL,
    days smallint NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    noted_by character varying(120) NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT gestation_days_check CHECK ((days >= 0)),
    CONSTRAINT gestation_weeks_check CHECK ((weeks >= 0))
);

CREATE TABLE public.immunization_registry (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    "only" boolean NOT NULL,
    name character varying(80) NOT NULL,
    application character varying(40) NOT NULL,
    facility character varying(40) NOT NULL,
    our_facility character varying(40) NOT NULL,
    used boolean NOT NULL,
    CONSTRAINT immunization_registry_version_check CHECK ((version >= 0)),
    CONSTRAINT one_registry CHECK ("only")
);

CREATE TABLE public.instrument_book (
    id uuid NOT NULL,
    version character varying(40) NOT NULL,
    since date NOT NULL,
    told text NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL
);

CREATE TABLE public.insurance_card (
    id uuid NOT NULL,
    suggested jsonb NOT NULL,
    read boolean NOT NULL,
    corrected jsonb NOT NULL,
    scanned_at timestamp with time zone NOT NULL,
    scanned_by character varying(120) NOT NULL,
    confirmed_at timestamp with time zone,
    confirmed_by character varying(120) NOT NULL,
    back_id uuid,
    front_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    policy_id uuid
);

CREATE TABLE public.journal_entry (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    date date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    cause_kind character varying(40) NOT NULL,
    cause_id uuid NOT NULL,
    by character varying(120) NOT NULL,
    reverses_id uuid
);

CREATE TABLE public.journal_line (
    id uuid NOT NULL,
    account character varying(4) NOT NULL,
    debit_cents bigint NOT NULL,
    credit_cents bigint NOT NULL,
    patient_id uuid,
    payer_id uuid,
    memo character varying(200) NOT NULL,
    entry_id uuid NOT NULL,
    CONSTRAINT line_on_one_side CHECK ((((credit_cents = 0) AND (debit_cents > 0)) OR ((credit_cents > 0) AND (debit_cents = 0))))
);

CREATE TABLE public.kernel_file (
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    stored_at timestamp with time zone NOT NULL
);

CREATE TABLE public.kernel_first_result (
    key character varying(200) NOT NULL,
    action character varying(100) NOT NULL,
    request_hash character varying(64) NOT NULL,
    result jsonb,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.kernel_outbox (
    id uuid NOT NULL,
    kind character varying(80) NOT NULL,
    subject uuid NOT NULL,
    body jsonb NOT NULL,
    published_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    attempts smallint NOT NULL,
    last_error character varying(500) NOT NULL,
    try_at timestamp with time zone,
    CONSTRAINT kernel_outbox_attempts_check CHECK ((attempts >= 0))
);

CREATE TABLE public.kernel_scheduled_run (
    name character varying(100) NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.lab_entry (
    id uuid NOT NULL,
    what character varying(26) NOT NULL,
    whom character varying(80) NOT NULL,
    read_back boolean NOT NULL,
    words character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    report_id uuid NOT NULL
);

CREATE TABLE public.lab_message (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    peer character varying(64) NOT NULL,
    sender character varying(180) NOT NULL,
    facility character varying(180) NOT NULL,
    control_id character varying(199) NOT NULL,
    kind character varying(20) NOT NULL,
    sha256 character varying(64) NOT NULL,
    data bytea NOT NULL,
    size integer NOT NULL,
    came_at timestamp with time zone NOT NULL,
    ack_code character varying(2) NOT NULL,
    ack bytea NOT NULL,
    findings jsonb NOT NULL,
    state character varying(9) NOT NULL,
    why character varying(300) NOT NULL,
    settled_by character varying(120) NOT NULL,
    settled_at timestamp with time zone,
    patient_id uuid,
    CONSTRAINT lab_message_size_check CHECK ((size >= 0)),
    CONSTRAINT lab_message_version_check CHECK ((version >= 0))
);

CREATE TABLE public.lab_notice (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    codes character varying(40)[] NOT NULL,
    choice smallint NOT NULL,
    ground character varying(9) NOT NULL,
    reason character varying(300) NOT NULL,
    cost_cents integer,
    signed_on date,
    noted_by character varying(120) NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    document_id uuid,
    requisition_id uuid NOT NULL,
    struck_at timestamp with time zone,
    struck_by character varying(120) NOT NULL,
    struck_why character varying(300) NOT NULL,
    CONSTRAINT a_struck_lab_notice_says_why CHECK ((((struck_at IS NULL) AND ((struck_why)::text = ''::text)) OR ((struck_at IS NOT NULL) AND (NOT ((struck_why)::text = ''::text))))),
    CONSTRAINT lab_notice_choice_check CHECK ((choice >= 0)),
    CONSTRAINT lab_notice_cost_cents_check CHECK ((cost_cents >= 0)),
    CONSTRAINT lab_notice_signed CHECK ((((choice = 0) AND (cost_cents IS NULL) AND (signed_on IS NULL)) OR ((choice > 0) AND (cost_cents IS NOT NULL) AND (signed_on IS NOT NULL)))),
    CONSTRAINT lab_notice_version_check CHECK ((version >= 0))
);

CREATE TABLE public.lab_report (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    about_id uuid NOT NULL,
    laboratory character varying(180) NOT NULL,
    key character varying(64) NOT NULL,
    placer character varying(199) NOT NULL,
    filler character varying(199) NOT NULL,
    code character varying(60) NOT NULL,
    system character varying(20) NOT NULL,
    words character varying(200) NOT NULL,
    status character varying(2) NOT NULL,
    level smallint NOT NULL,
    corrected boolean NOT NULL,
    collected_on date,
    collected_at timestamp with time zone,
    reported_at timestamp with time zone,
    came_at timestamp with time zone NOT NULL,
    ordered_by character varying(120) NOT NULL,
    state character varying(8) NOT NULL,
    signed_by character varying(120) NOT NULL,
    signed_at timestamp with time zone,
    notes text NOT NULL,
    encounter_id uuid,
    message_id uuid NOT NULL,
    order_id uuid,
    patient_id uuid NOT NULL,
    signer_id uuid,
    critical_since timestamp with time zone,
    raised_at timestamp with time zone,
    CONSTRAINT lab_report_level_check CHECK ((level >= 0)),
    CONSTRAINT lab_report_version_check CHECK ((version >= 0)),
    CONSTRAINT lab_signed_means_dated CHECK ((((signed_at IS NULL) AND ((state)::text = 'to sign'::text)) OR ((signed_at IS NOT NULL) AND ((state)::text = 'signed'::text))))
);

CREATE TABLE public.lab_result (
    id uuid NOT NULL,
    place integer NOT NULL,
    key character varying(200) NOT NULL,
    code character varying(60) NOT NULL,
    system character varying(20) NOT NULL,
    words character varying(200) NOT NULL,
    kind character varying(3) NOT NULL,
    value text NOT NULL,
    number numeric(24,10),
    unit character varying(80) NOT NULL,
    range character varying(120) NOT NULL,
    flags character varying(60) NOT NULL,
    level smallint NOT NULL,
    status character varying(2) NOT NULL,
    observed_at timestamp with time zone,
    said_at timestamp with time zone,
    notes text NOT NULL,
    came_at timestamp with time zone NOT NULL,
    file_id uuid,
    document_id uuid,
    message_id uuid NOT NULL,
    replaced_by_id uuid,
    report_id uuid NOT NULL,
    CONSTRAINT lab_result_level_check CHECK ((level >= 0)),
    CONSTRAINT lab_result_place_check CHECK ((place >= 0))
);

CREATE TABLE public.lab_test (
    id uuid NOT NULL,
    code character varying(40) NOT NULL,
    words character varying(120) NOT NULL,
    specimen character varying(60) NOT NULL,
    fasting boolean NOT NULL,
    asks character varying(120)[] NOT NULL,
    loinc character varying(10) NOT NULL,
    used boolean NOT NULL,
    laboratory_id uuid NOT NULL,
    billed character varying(5)[] NOT NULL
);

CREATE TABLE public.laboratory (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(80) NOT NULL,
    phone character varying(20) NOT NULL,
    application character varying(40) NOT NULL,
    facility character varying(40) NOT NULL,
    account character varying(40) NOT NULL,
    door character varying(20) NOT NULL,
    host character varying(80) NOT NULL,
    port integer NOT NULL,
    old boolean NOT NULL,
    hours integer NOT NULL,
    used boolean NOT NULL,
    quiet_hours integer NOT NULL,
    CONSTRAINT laboratory_hours_check CHECK ((hours >= 0)),
    CONSTRAINT laboratory_port_check CHECK ((port >= 0)),
    CONSTRAINT laboratory_quiet_hours_check CHECK ((quiet_hours >= 0)),
    CONSTRAINT laboratory_version_check CHECK ((version >= 0))
);

CREATE TABLE public.letter (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    template_key character varying(50) CONSTRAINT letter_template_key_not_null1 NOT NULL,
    template_version smallint CONSTRAINT letter_template_version_not_null1 NOT NULL,
    language character varying(8) NOT NULL,
    title character varying(120) NOT NULL,
    body text NOT NULL,
    given jsonb NOT NULL,
    words text NOT NULL,
    "to" character varying(8) NOT NULL,
    to_name character varying(120) NOT NULL,
    to_lines character varying(120)[] NOT NULL,
    purpose character varying(20) NOT NULL,
    why character varying(200) NOT NULL,
    signed boolean NOT NULL,
    signed_by character varying(160) NOT NULL,
    signed_at timestamp with time zone,
    state character varying(10) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    signer_id uuid,
    site_id uuid,
    to_fax character varying(24) NOT NULL,
    merge_id uuid,
    plain_of_id uuid,
    plain_version integer,
    CONSTRAINT letter_plain_version_check CHECK ((plain_version >= 0)),
    CONSTRAINT letter_template_version_check1 CHECK ((template_version >= 0)),
    CONSTRAINT letter_version_check CHECK ((version >= 0))
);

CREATE TABLE public.letter_head (
    site_id uuid NOT NULL,
    fax character varying(24) NOT NULL,
    line character varying(120) NOT NULL
);

CREATE TABLE public.letter_link (
    id uuid NOT NULL,
    to_email character varying(254) NOT NULL,
    token_hash character varying(64) NOT NULL,
    code_hash character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    most_tries smallint NOT NULL,
    opened_at timestamp with time zone,
    revoked_at timestamp with time zone,
    sending_id uuid NOT NULL,
    CONSTRAINT letter_link_most_tries_check CHECK ((most_tries >= 0)),
    CONSTRAINT letter_link_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.letter_link_rule (
    id uuid NOT NULL,
    since date NOT NULL,
    days smallint NOT NULL,
    tries smallint NOT NULL,
    source character varying(200) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT letter_link_rule_days_check CHECK ((days >= 0)),
    CONSTRAINT letter_link_rule_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.letter_merge (
    id uuid NOT NULL,
    key uuid NOT NULL,
    template_key character varying(50) NOT NULL,
    title character varying(120) NOT NULL,
    source character varying(80) NOT NULL,
    count integer NOT NULL,
    left_out integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    card boolean DEFAULT false NOT NULL,
    CONSTRAINT letter_merge_count_check CHECK ((count >= 0)),
    CONSTRAINT letter_merge_left_out_check CHECK ((left_out >= 0))
);

CREATE TABLE public.letter_merge_taken_off (
    id uuid NOT NULL,
    why character varying(200) NOT NULL,
    merge_id uuid NOT NULL,
    patient_id uuid NOT NULL
);

CREATE TABLE public.letter_plain_word (
    id uuid NOT NULL,
    term character varying(60) NOT NULL,
    says character varying(80) NOT NULL,
    means character varying(200) NOT NULL,
    source character varying(200) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL
);

CREATE TABLE public.letter_sending (
    id uuid NOT NULL,
    way character varying(5) NOT NULL,
    to_name character varying(120) NOT NULL,
    to_address character varying(254) NOT NULL,
    sha256 character varying(64) NOT NULL,
    pages smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    letter_id uuid NOT NULL,
    first integer NOT NULL,
    CONSTRAINT letter_sending_first_check CHECK ((first >= 0)),
    CONSTRAINT letter_sending_pages_check CHECK ((pages >= 0))
);

CREATE TABLE public.letter_sending_event (
    id uuid NOT NULL,
    state character varying(10) NOT NULL,
    words character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    sending_id uuid NOT NULL
);

CREATE TABLE public.letter_template (
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    language character varying(8) NOT NULL,
    version smallint NOT NULL,
    title character varying(120) NOT NULL,
    "group" character varying(20) NOT NULL,
    body text NOT NULL,
    purpose character varying(20) NOT NULL,
    signed boolean NOT NULL,
    "to" character varying(8) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT letter_template_version_check CHECK ((version >= 0))
);

CREATE TABLE public.letter_template_approval (
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    language character varying(8) NOT NULL,
    version smallint NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT letter_template_approval_version_check CHECK ((version >= 0))
);

CREATE TABLE public.list_attestation (
    id uuid NOT NULL,
    kind character varying(14) NOT NULL,
    "none" boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL
);

CREATE TABLE public.list_entry (
    id uuid NOT NULL,
    entry_id uuid NOT NULL,
    version integer NOT NULL,
    follows integer NOT NULL,
    kind character varying(14) NOT NULL,
    words character varying(300) NOT NULL,
    system character varying(40) NOT NULL,
    code character varying(20) NOT NULL,
    edition character varying(80) NOT NULL,
    status character varying(20) NOT NULL,
    verification character varying(20) NOT NULL,
    began character varying(10) NOT NULL,
    ended character varying(10) NOT NULL,
    details jsonb NOT NULL,
    cause character varying(10) NOT NULL,
    cause_id uuid,
    cause_words character varying(200) NOT NULL,
    why character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    CONSTRAINT a_code_has_its_system CHECK ((((code)::text = ''::text) OR (NOT ((system)::text = ''::text)))),
    CONSTRAINT an_entry_says_what CHECK ((NOT ((words)::text = ''::text))),
    CONSTRAINT follows_an_earlier CHECK ((follows < version)),
    CONSTRAINT from_a_visit_names_it CHECK (((NOT ((cause)::text = 'encounter'::text)) OR (encounter_id IS NOT NULL))),
    CONSTRAINT list_entry_follows_check CHECK ((follows >= 0)),
    CONSTRAINT list_entry_version_check CHECK ((version >= 0))
);

CREATE TABLE public.list_incoming (
    id uuid NOT NULL,
    kind character varying(14) NOT NULL,
    told jsonb NOT NULL,
    cause character varying(10) NOT NULL,
    cause_id uuid,
    cause_words character varying(200) NOT NULL,
    key character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    decision character varying(10) NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying(120) NOT NULL,
    entry_id uuid,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    CONSTRAINT a_decision_has_its_time CHECK ((((decided_at IS NULL) AND ((decision)::text = 'open'::text)) OR ((NOT ((decision)::text = 'open'::text)) AND (decided_at IS NOT NULL))))
);

CREATE TABLE public.memo (
    id uuid NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id uuid NOT NULL,
    thread_id uuid CONSTRAINT memo_thread_id_not_null1 NOT NULL
);

CREATE TABLE public.memo_looked (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    user_id uuid NOT NULL,
    thread_id uuid NOT NULL
);

CREATE TABLE public.memo_thread (
    id uuid NOT NULL,
    subject character varying(120) NOT NULL,
    clinical boolean NOT NULL,
    wants character varying(12) NOT NULL,
    to_role character varying(30) NOT NULL,
    last_at timestamp with time zone NOT NULL,
    last_by character varying(120) NOT NULL,
    patient_id uuid,
    starter_id uuid NOT NULL,
    to_user_id uuid,
    CONSTRAINT clinical_is_of_a_patient CHECK (((NOT clinical) OR (patient_id IS NOT NULL))),
    CONSTRAINT memo_to_a_person_or_a_role CHECK ((((to_user_id IS NULL) OR ((to_role)::text = ''::text)) AND (1 = (
CASE
    WHEN (to_user_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((to_role)::text = ''::text) THEN 1
    ELSE 0
END))))
);

CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);

ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.monitoring_check (
    id uuid NOT NULL,
    program character varying(80) NOT NULL,
    seen character varying(20) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    patient_id uuid NOT NULL
);

CREATE TABLE public.note (
    id uuid NOT NULL,
    author_id uuid NOT NULL,
    author character varying(140) NOT NULL,
    text text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    changed_by character varying(120) NOT NULL,
    version integer NOT NULL,
    signed_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    encounter_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    template_key character varying(50) NOT NULL,
    template_version smallint NOT NULL,
    CONSTRAINT note_template_version_check CHECK ((template_version >= 0)),
    CONSTRAINT note_version_check CHECK ((version >= 0)),
    CONSTRAINT signed_means_sealed CHECK (((((sha256)::text = ''::text) AND (signed_at IS NULL)) OR ((signed_at IS NOT NULL) AND (NOT ((sha256)::text = ''::text)))))
);

CREATE TABLE public.note_addendum (
    id uuid NOT NULL,
    author character varying(140) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    note_id uuid NOT NULL
);

CREATE TABLE public.note_cosignature (
    id uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    signed_at timestamp with time zone,
    signed_by character varying(140) NOT NULL,
    sha256 character varying(64) NOT NULL,
    note_id uuid NOT NULL,
    supervisor_id uuid NOT NULL,
    CONSTRAINT cosigned_means_sealed CHECK (((((sha256)::text = ''::text) AND (signed_at IS NULL)) OR ((signed_at IS NOT NULL) AND (NOT ((sha256)::text = ''::text)))))
);

CREATE TABLE public.note_revision (
    id uuid NOT NULL,
    text text NOT NULL,
    why character varying(300) NOT NULL,
    author character varying(140) NOT NULL,
    at timestamp with time zone NOT NULL,
    sha256 character varying(64) NOT NULL,
    addendum_id uuid,
    note_id uuid NOT NULL,
    CONSTRAINT a_revision_says_why CHECK ((NOT ((why)::text = ''::text)))
);

CREATE TABLE public.note_route (
    id uuid NOT NULL,
    what character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    author_id uuid NOT NULL,
    reader_id uuid NOT NULL,
    CONSTRAINT nobody_routes_to_themselves CHECK ((NOT (author_id = reader_id)))
);

CREATE TABLE public.note_template (
    id uuid NOT NULL,
    key character varying(50) CONSTRAINT note_template_key_not_null1 NOT NULL,
    version smallint CONSTRAINT note_template_version_not_null1 NOT NULL,
    title character varying(80) NOT NULL,
    sections jsonb NOT NULL,
    kinds jsonb NOT NULL,
    classes jsonb NOT NULL,
    specialty character varying(10) NOT NULL,
    retired boolean NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT note_template_version_check1 CHECK ((version >= 0))
);

CREATE TABLE public.note_template_order (
    id uuid NOT NULL,
    keys jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL
);

CREATE TABLE public.notice_receipt (
    id uuid NOT NULL,
    outcome character varying(10) NOT NULL,
    signed_by character varying(120) NOT NULL,
    why character varying(300) NOT NULL,
    "on" date NOT NULL,
    noted_by character varying(120) NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    patient_id uuid NOT NULL,
    notice_id uuid NOT NULL,
    CONSTRAINT a_receipt_says_who_or_why CHECK (((((outcome)::text = 'signed'::text) AND (NOT ((signed_by)::text = ''::text))) OR ((NOT ((outcome)::text = 'signed'::text)) AND (NOT ((why)::text = ''::text)))))
);

CREATE TABLE public.office_control (
    id uuid NOT NULL,
    level character varying(30) NOT NULL,
    lot character varying(30) NOT NULL,
    expires date NOT NULL,
    expected character varying(40) NOT NULL,
    mean numeric(14,4),
    sd numeric(14,4),
    entered_at timestamp with time zone NOT NULL,
    entered_by character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    site_id uuid NOT NULL,
    test_id uuid NOT NULL,
    CONSTRAINT a_mean_has_its_sd CHECK ((((mean IS NULL) AND (sd IS NULL)) OR ((mean IS NOT NULL) AND (sd > (0)::numeric))))
);

CREATE TABLE public.office_order (
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    words character varying(120) NOT NULL,
    ordered_by character varying(120) NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    result text NOT NULL,
    done_by character varying(120) NOT NULL,
    done_at timestamp with time zone,
    encounter_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    number character varying(40),
    test_code character varying(40) NOT NULL,
    requisition_id uuid,
    CONSTRAINT done_means_dated CHECK ((((done_at IS NULL) AND ((state)::text = 'ordered'::text)) OR (done_at IS NOT NULL)))
);

CREATE TABLE public.office_qc_run (
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    value character varying(40) NOT NULL,
    number numeric(14,4),
    z numeric(12,2),
    passed boolean NOT NULL,
    broken character varying(4)[] NOT NULL,
    did character varying(200) NOT NULL,
    "on" date NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    control_id uuid NOT NULL,
    kit_id uuid NOT NULL
);

CREATE TABLE public.office_test (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(80) NOT NULL,
    scale character varying(12) NOT NULL,
    levels character varying(30)[] NOT NULL,
    every smallint NOT NULL,
    answers character varying(40)[] NOT NULL,
    unusual character varying(40)[] NOT NULL,
    unit character varying(20) NOT NULL,
    low numeric(14,4),
    high numeric(14,4),
    "least" numeric(14,4),
    most numeric(14,4),
    loinc character varying(10) NOT NULL,
    rejects character varying(4)[] NOT NULL,
    standing_by character varying(120) NOT NULL,
    used boolean NOT NULL,
    CONSTRAINT office_test_every_check CHECK ((every >= 0)),
    CONSTRAINT office_test_version_check CHECK ((version >= 0))
);

CREATE TABLE public.office_test_kit (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    lot character varying(30) NOT NULL,
    expires date NOT NULL,
    came_at timestamp with time zone NOT NULL,
    came_by character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(120) NOT NULL,
    ended_why character varying(200) NOT NULL,
    site_id uuid NOT NULL,
    test_id uuid NOT NULL,
    CONSTRAINT an_ended_kit_says_why CHECK ((((ended_at IS NULL) AND ((ended_why)::text = ''::text)) OR ((ended_at IS NOT NULL) AND (NOT ((ended_why)::text = ''::text))))),
    CONSTRAINT office_test_kit_version_check CHECK ((version >= 0))
);

CREATE TABLE public.office_tested (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    value character varying(40) NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    instead_of_id uuid,
    kit_id uuid NOT NULL,
    order_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT a_corrected_test_says_why CHECK (((instead_of_id IS NULL) OR (NOT ((why)::text = ''::text))))
);

CREATE TABLE public.order_set (
    key character varying(50) NOT NULL,
    name character varying(80) NOT NULL,
    codes character varying(40)[] NOT NULL,
    standing boolean NOT NULL,
    kept_by character varying(120) NOT NULL,
    laboratory_id uuid NOT NULL
);

CREATE TABLE public.outreach_asked (
    id uuid NOT NULL,
    family character varying(80) NOT NULL,
    given character varying(80) NOT NULL,
    birth_date date NOT NULL,
    phone character varying(24) NOT NULL,
    phone_digits character varying(10) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(8) NOT NULL,
    known boolean NOT NULL,
    starts timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    asker character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    why character varying(200) NOT NULL,
    decided_by character varying(120) NOT NULL,
    appointment_id uuid,
    hold_id uuid,
    patient_id uuid,
    provider_id uuid NOT NULL,
    site_id uuid NOT NULL,
    visit_type_id character varying(50) NOT NULL
);

CREATE TABLE public.outreach_door (
    "only" boolean NOT NULL,
    failures integer NOT NULL,
    since timestamp with time zone,
    why character varying(200) NOT NULL,
    try_at timestamp with time zone,
    worked_at timestamp with time zone,
    CONSTRAINT outreach_door_failures_check CHECK ((failures >= 0))
);

CREATE TABLE public.outreach_heard (
    id uuid NOT NULL,
    key character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    sender character varying(254) NOT NULL,
    text character varying(1000) NOT NULL,
    read_as character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    message_id uuid
);

CREATE TABLE public.outreach_message (
    id uuid NOT NULL,
    key character varying(120) NOT NULL,
    purpose character varying(12) NOT NULL,
    about_kind character varying(24) NOT NULL,
    about_id uuid NOT NULL,
    channel character varying(8) NOT NULL,
    "to" character varying(254) NOT NULL,
    to_key character varying(254) NOT NULL,
    detail character varying(8) NOT NULL,
    said jsonb NOT NULL,
    language character varying(8) NOT NULL,
    subject character varying(200) NOT NULL,
    body character varying(1000) NOT NULL,
    state character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    not_before timestamp with time zone NOT NULL,
    handed_at timestamp with time zone,
    tries smallint NOT NULL,
    why character varying(200) NOT NULL,
    answer character varying(200) NOT NULL,
    made_by character varying(120) NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT outreach_message_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.outreach_message_event (
    id uuid NOT NULL,
    state character varying(10) NOT NULL,
    words character varying(200) NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    message_id uuid NOT NULL
);

CREATE TABLE public.outreach_missed (
    id uuid NOT NULL,
    state character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    before smallint NOT NULL,
    fee_cents integer NOT NULL,
    fee_state character varying(8) NOT NULL,
    charge_kind character varying(24) NOT NULL,
    charge_id uuid,
    why character varying(200) NOT NULL,
    decided_by character varying(120) NOT NULL,
    appointment_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    policy_id uuid,
    CONSTRAINT outreach_missed_before_check CHECK ((before >= 0)),
    CONSTRAINT outreach_missed_fee_cents_check CHECK ((fee_cents >= 0))
);

CREATE TABLE public.outreach_missed_policy (
    id uuid NOT NULL,
    valid_from date NOT NULL,
    no_show_cents integer NOT NULL,
    late_cents integer NOT NULL,
    free_times smallint NOT NULL,
    tells boolean NOT NULL,
    set_by character varying(120) NOT NULL,
    spared uuid[] NOT NULL,
    CONSTRAINT outreach_missed_policy_free_times_check CHECK ((free_times >= 0)),
    CONSTRAINT outreach_missed_policy_late_cents_check CHECK ((late_cents >= 0)),
    CONSTRAINT outreach_missed_policy_no_show_cents_check CHECK ((no_show_cents >= 0))
);

CREATE TABLE public.outreach_offer (
    id uuid NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    appointment_id uuid,
    hold_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    site_id uuid NOT NULL,
    waiter_id uuid NOT NULL
);

CREATE TABLE public.outreach_preference (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    patient_id uuid NOT NULL,
    channel character varying(8) NOT NULL,
    detail character varying(8) NOT NULL,
    phone character varying(24) NOT NULL,
    email character varying(254) NOT NULL,
    CONSTRAINT outreach_preference_version_check CHECK ((version >= 0))
);

CREATE TABLE public.outreach_recall (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    visit_id uuid,
    due_on date NOT NULL,
    state character varying(8) NOT NULL,
    attempts smallint NOT NULL,
    last_channel character varying(8) NOT NULL,
    last_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(120) NOT NULL,
    appointment_id uuid,
    patient_id uuid NOT NULL,
    visit_type_id character varying(50) NOT NULL,
    rule_id uuid,
    CONSTRAINT outreach_recall_attempts_check CHECK ((attempts >= 0))
);

CREATE TABLE public.outreach_recall_attempt (
    id uuid NOT NULL,
    channel character varying(8) NOT NULL,
    outcome character varying(10) NOT NULL,
    words character varying(200) NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    recall_id uuid NOT NULL
);

CREATE TABLE public.outreach_recall_rule (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    basis character varying(10) NOT NULL,
    codes character varying(24)[] NOT NULL,
    months smallint NOT NULL,
    from_age smallint,
    to_age smallint,
    source character varying(120) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    visit_type_id character varying(50) NOT NULL,
    CONSTRAINT outreach_recall_rule_from_age_check CHECK ((from_age >= 0)),
    CONSTRAINT outreach_recall_rule_months_check CHECK ((months >= 0)),
    CONSTRAINT outreach_recall_rule_to_age_check CHECK ((to_age >= 0)),
    CONSTRAINT recall_after_a_month CHECK ((months >= 1))
);

CREATE TABLE public.outreach_reminder_rule (
    id uuid NOT NULL,
    name character varying(60) NOT NULL,
    days_before smallint NOT NULL,
    kinds character varying(50)[] NOT NULL,
    confirmed_too boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT outreach_reminder_rule_days_before_check CHECK ((days_before >= 0)),
    CONSTRAINT reminds_within_a_month CHECK ((days_before <= 30))
);

CREATE TABLE public.outreach_reschedule (
    id uuid NOT NULL,
    starts timestamp with time zone NOT NULL,
    ends timestamp with time zone NOT NULL,
    why character varying(80) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    provider_id uuid NOT NULL
);

CREATE TABLE public.outreach_reschedule_line (
    id uuid NOT NULL,
    appointment_id uuid NOT NULL,
    batch_id uuid NOT NULL
);

CREATE TABLE public.outreach_self_booking (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    "only" boolean NOT NULL,
    "on" boolean NOT NULL,
    kinds character varying(50)[] NOT NULL,
    provider_ids uuid[] NOT NULL,
    lead_hours smallint NOT NULL,
    horizon_days smallint NOT NULL,
    per_day smallint NOT NULL,
    who character varying(6) NOT NULL,
    approval boolean NOT NULL,
    CONSTRAINT outreach_self_booking_horizon_days_check CHECK ((horizon_days >= 0)),
    CONSTRAINT outreach_self_booking_lead_hours_check CHECK ((lead_hours >= 0)),
    CONSTRAINT outreach_self_booking_per_day_check CHECK ((per_day >= 0)),
    CONSTRAINT outreach_self_booking_version_check CHECK ((version >= 0))
);

CREATE TABLE public.outreach_settings (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    "only" boolean NOT NULL,
    gateway_on boolean NOT NULL,
    quiet_from time without time zone NOT NULL,
    quiet_to time without time zone NOT NULL,
    hold_minutes smallint NOT NULL,
    CONSTRAINT outreach_settings_hold_minutes_check CHECK ((hold_minutes >= 0)),
    CONSTRAINT outreach_settings_version_check CHECK ((version >= 0))
);

CREATE TABLE public.outreach_stopped (
    digits character varying(15) NOT NULL,
    since timestamp with time zone NOT NULL
);

CREATE TABLE public.outreach_text (
    id uuid NOT NULL,
    purpose character varying(12) NOT NULL,
    language character varying(8) NOT NULL,
    detail character varying(8) NOT NULL,
    subject character varying(200) NOT NULL,
    body character varying(600) NOT NULL,
    changed_by character varying(120) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);

CREATE TABLE public.outreach_waiter (
    id uuid NOT NULL,
    provider_ids uuid[] NOT NULL,
    weekdays smallint[] NOT NULL,
    not_before time without time zone,
    not_after time without time zone,
    notice_hours smallint NOT NULL,
    from_day date,
    to_day date,
    urgency smallint NOT NULL,
    why character varying(120) NOT NULL,
    since timestamp with time zone NOT NULL,
    added_by character varying(120) NOT NULL,
    state character varying(8) NOT NULL,
    ended_why character varying(120) NOT NULL,
    instead_of_id uuid,
    patient_id uuid NOT NULL,
    visit_type_id character varying(50) NOT NULL,
    CONSTRAINT outreach_waiter_notice_hours_check CHECK ((notice_hours >= 0)),
    CONSTRAINT outreach_waiter_urgency_check CHECK ((urgency >= 0))
);

CREATE TABLE public.paper_chart (
    id uuid NOT NULL,
    volume character varying(40) NOT NULL,
    shelf character varying(60) NOT NULL,
    "where" character varying(8) NOT NULL,
    out_to character varying(120) NOT NULL,
    since timestamp with time zone NOT NULL,
    due date,
    abstraction character varying(9) NOT NULL,
    abstracted character varying(200) NOT NULL,
    abstracted_by character varying(120) NOT NULL,
    abstracted_at timestamp with time zone,
    patient_id uuid NOT NULL,
    CONSTRAINT a_chart_that_is_out_is_with_somebody CHECK ((((("where")::text = 'out'::text) OR ((out_to)::text = ''::text)) AND (1 = (
CASE
    WHEN (("where")::text = 'out'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((out_to)::text = ''::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT abstracted_by_somebody_once CHECK ((((abstracted_at IS NOT NULL) AND ((abstraction)::text = 'done'::text)) OR ((NOT ((abstraction)::text = 'done'::text)) AND (abstracted_at IS NULL))))
);

CREATE TABLE public.paper_chart_move (
    id uuid NOT NULL,
    move character varying(8) NOT NULL,
    "to" character varying(120) NOT NULL,
    due date,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    chart_id uuid NOT NULL
);

CREATE TABLE public.patient (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    mrn character varying(16) NOT NULL,
    family character varying(80) NOT NULL,
    given character varying(80) NOT NULL,
    middle character varying(80) NOT NULL,
    suffix character varying(12) NOT NULL,
    preferred character varying(80) NOT NULL,
    pronouns character varying(30) NOT NULL,
    sex character varying(1) NOT NULL,
    birth_date date NOT NULL,
    deceased_on date,
    language character varying(8) NOT NULL,
    interpreter boolean NOT NULL,
    phone character varying(24) NOT NULL,
    phone_digits character varying(10) NOT NULL,
    email character varying(254) NOT NULL,
    line1 character varying(80) NOT NULL,
    line2 character varying(80) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    zip character varying(10) NOT NULL,
    household_id uuid,
    alert character varying(200) NOT NULL,
    sort_key character varying(200) NOT NULL,
    registered_at timestamp with time zone NOT NULL,
    guarantor_id uuid,
    address_as character varying(80) NOT NULL,
    fears character varying(200) NOT NULL,
    helps character varying(200) NOT NULL,
    merged_into_id uuid,
    employer character varying(120) NOT NULL,
    employer_phone character varying(24) NOT NULL,
    ethnicity character varying(8) NOT NULL,
    gender_identity character varying(18) NOT NULL,
    orientation character varying(18) NOT NULL,
    pcp_id uuid,
    pcp_outside character varying(120) NOT NULL,
    pcp_phone character varying(24) NOT NULL,
    pharmacy character varying(120) NOT NULL,
    pharmacy_address character varying(160) NOT NULL,
    pharmacy_phone character varying(24) NOT NULL,
    photo character varying(64) NOT NULL,
    race character varying(8)[] NOT NULL,
    not_by character varying(8)[] NOT NULL,
    not_by_why character varying(120) NOT NULL,
    private_care_of character varying(80) NOT NULL,
    private_city character varying(60) NOT NULL,
    private_email character varying(254) NOT NULL,
    private_line1 character varying(80) NOT NULL,
    private_line2 character varying(80) NOT NULL,
    private_phone character varying(24) NOT NULL,
    private_state character varying(2) NOT NULL,
    private_way character varying(8) NOT NULL,
    private_zip character varying(10) NOT NULL,
    registered_by character varying(120) NOT NULL,
    CONSTRAINT merged_into_another CHECK ((NOT ((merged_into_id = id) AND (merged_into_id IS NOT NULL)))),
    CONSTRAINT patient_version_check CHECK ((version >= 0))
);

CREATE TABLE public.patient_card_fact (
    id uuid NOT NULL,
    field character varying(20) NOT NULL,
    sha256 character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    cause character varying(10) NOT NULL,
    cause_id uuid,
    cause_words character varying(200) NOT NULL,
    patient_id uuid NOT NULL
);

CREATE TABLE public.patient_contact (
    id uuid NOT NULL,
    system character varying(8) NOT NULL,
    use character varying(8) NOT NULL,
    value character varying(254) NOT NULL,
    note character varying(80) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    patient_id uuid NOT NULL
);

CREATE TABLE public.patient_known_word (
    word character varying(160) NOT NULL,
    sound character varying(161) NOT NULL,
    letters character varying(160) NOT NULL
);

CREATE TABLE public.patient_label_size (
    key character varying(50) NOT NULL,
    name character varying(60) NOT NULL,
    kind character varying(8) NOT NULL,
    width_mm smallint NOT NULL,
    height_mm smallint NOT NULL,
    CONSTRAINT label_fits_a_printer CHECK (((height_mm >= 10) AND (height_mm <= 300) AND (width_mm >= 20) AND (width_mm <= 220))),
    CONSTRAINT patient_label_size_height_mm_check CHECK ((height_mm >= 0)),
    CONSTRAINT patient_label_size_width_mm_check CHECK ((width_mm >= 0))
);

CREATE TABLE public.patient_maybe_same (
    id uuid NOT NULL,
    one uuid NOT NULL,
    other uuid NOT NULL,
    likely double precision NOT NULL,
    reasons text[] NOT NULL,
    found_at timestamp with time zone NOT NULL,
    later_until timestamp with time zone,
    different boolean NOT NULL,
    decided_at timestamp with time zone,
    decided_by character varying(120) NOT NULL,
    CONSTRAINT the_lower_first CHECK ((one < other))
);

CREATE TABLE public.patient_merge (
    id uuid NOT NULL,
    survivor uuid NOT NULL,
    merged uuid NOT NULL,
    changed jsonb NOT NULL,
    merged_at timestamp with time zone NOT NULL,
    merged_by character varying(120) NOT NULL,
    undone_at timestamp with time zone,
    undone_by character varying(120) NOT NULL
);

CREATE TABLE public.patient_merge_part (
    id bigint NOT NULL,
    of_table character varying(63) NOT NULL,
    of_column character varying(63) NOT NULL,
    moved text[] NOT NULL,
    stood text[] NOT NULL,
    rests text[] NOT NULL,
    merge_id uuid NOT NULL
);

ALTER TABLE public.patient_merge_part ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patient_merge_part_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patient_name_word (
    id bigint NOT NULL,
    word character varying(160) NOT NULL COLLATE pg_catalog."C",
    patient_id uuid NOT NULL,
    sort_key character varying(200) NOT NULL COLLATE pg_catalog."C"
);

ALTER TABLE public.patient_name_word ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.patient_name_word_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.patient_permitted_person (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    relation character varying(40) NOT NULL,
    phone character varying(24) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    patient_id uuid NOT NULL,
    phone_digits character varying(10) NOT NULL
);

CREATE TABLE public.patient_pharmacy (
    id uuid NOT NULL,
    preferred boolean NOT NULL,
    said_by character varying(120) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    patient_id uuid NOT NULL,
    pharmacy_id uuid NOT NULL,
    used boolean NOT NULL
);

CREATE TABLE public.patient_said (
    id uuid NOT NULL,
    field character varying(20) NOT NULL,
    said character varying(200) NOT NULL,
    was character varying(200) NOT NULL,
    source_id uuid,
    said_at timestamp with time zone NOT NULL,
    noted_by character varying(120) NOT NULL,
    state character varying(8) NOT NULL,
    decided_by character varying(120) NOT NULL,
    decided_at timestamp with time zone,
    patient_id uuid NOT NULL,
    teller character varying(120) NOT NULL
);

CREATE TABLE public.payer_mail (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    data bytea NOT NULL,
    due timestamp with time zone NOT NULL,
    fetched boolean NOT NULL
);

CREATE TABLE public.payer_memory (
    "only" boolean NOT NULL,
    state jsonb NOT NULL
);

CREATE TABLE public.period_close (
    id uuid NOT NULL,
    through date NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by character varying(120) NOT NULL
);

CREATE TABLE public.pharmacy (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    npi character varying(10) NOT NULL,
    name character varying(120) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    line1 character varying(80) NOT NULL,
    line2 character varying(80) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    zip character varying(9) NOT NULL,
    phone character varying(10) NOT NULL,
    fax character varying(10) NOT NULL,
    hours character varying(160) NOT NULL,
    ncpdp character varying(7) NOT NULL,
    used boolean NOT NULL,
    source character varying(80) NOT NULL,
    wire character varying(7) NOT NULL,
    CONSTRAINT pharmacy_version_check CHECK ((version >= 0))
);

CREATE TABLE public.pharmacy_message (
    id uuid NOT NULL,
    "out" boolean NOT NULL,
    message character varying(24) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    dispatch_id uuid NOT NULL
);

CREATE TABLE public.pharmacy_wire_in (
    id uuid NOT NULL,
    name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    data bytea NOT NULL,
    came_at timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    sender character varying(80) NOT NULL,
    message_id character varying(80) NOT NULL,
    message character varying(24) NOT NULL,
    why character varying(300) NOT NULL,
    settled character varying(200) NOT NULL,
    settled_by character varying(120) NOT NULL,
    settled_at timestamp with time zone,
    dispatch_id uuid,
    encounter_id uuid,
    patient_id uuid,
    renewal_id uuid
);

CREATE TABLE public.pharmacy_wire_out (
    id uuid NOT NULL,
    message character varying(24) NOT NULL,
    relates_to character varying(80) NOT NULL,
    answer character varying(20) NOT NULL,
    why character varying(200) NOT NULL,
    tries smallint NOT NULL,
    state character varying(12) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    go_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone,
    answer_by timestamp with time zone,
    data bytea,
    dispatch_id uuid,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    pharmacy_id uuid NOT NULL,
    renewal_id uuid,
    CONSTRAINT a_message_is_about_something CHECK (((dispatch_id IS NOT NULL) OR (renewal_id IS NOT NULL))),
    CONSTRAINT pharmacy_wire_out_tries_check CHECK ((tries >= 0))
);

CREATE TABLE public.pill_count (
    id uuid NOT NULL,
    counted numeric(9,3) NOT NULL,
    expected numeric(9,3) NOT NULL,
    short boolean NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    prescription_id uuid NOT NULL,
    CONSTRAINT what_is_counted_is_something CHECK ((counted >= (0)::numeric))
);

CREATE TABLE public.practice (
    line1 character varying(80) NOT NULL,
    line2 character varying(80) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    zip character varying(10) NOT NULL,
    phone character varying(20) NOT NULL,
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    npi character varying(10) NOT NULL,
    tax_id character varying(10) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    "only" boolean NOT NULL,
    CONSTRAINT one_practice CHECK ("only")
);

CREATE TABLE public.practice_closure (
    id uuid NOT NULL,
    "on" date NOT NULL,
    reason character varying(80) NOT NULL,
    site_id uuid NOT NULL
);

CREATE TABLE public.practice_number (
    prefix character varying(8) NOT NULL,
    last bigint NOT NULL
);

CREATE TABLE public.practice_payer (
    line1 character varying(80) NOT NULL,
    line2 character varying(80) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    zip character varying(10) NOT NULL,
    phone character varying(20) NOT NULL,
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(120) NOT NULL,
    number character varying(30) NOT NULL,
    filing_code character varying(2) NOT NULL,
    timely_filing_days smallint NOT NULL,
    CONSTRAINT practice_payer_timely_filing_days_check CHECK ((timely_filing_days >= 0))
);

CREATE TABLE public.practice_room (
    id uuid NOT NULL,
    name character varying(40) NOT NULL,
    site_id uuid NOT NULL
);

CREATE TABLE public.practice_site (
    line1 character varying(80) NOT NULL,
    line2 character varying(80) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    zip character varying(10) NOT NULL,
    phone character varying(20) NOT NULL,
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(120) NOT NULL,
    zone character varying(40) NOT NULL,
    npi character varying(10) NOT NULL,
    place_of_service character varying(2) NOT NULL
);

CREATE TABLE public.practice_staff (
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(120) NOT NULL,
    family_name character varying(60) NOT NULL,
    credentials character varying(20) NOT NULL,
    is_provider boolean NOT NULL,
    npi character varying(10) NOT NULL,
    taxonomy character varying(10) NOT NULL,
    site_id uuid NOT NULL,
    user_id uuid,
    CONSTRAINT provider_has_npi CHECK (((NOT is_provider) OR (NOT ((npi)::text = ''::text))))
);

CREATE TABLE public.practice_work (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    key character varying(120) NOT NULL,
    title character varying(200) NOT NULL,
    queue character varying(30) NOT NULL,
    state character varying(10) NOT NULL,
    priority smallint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    ref_kind character varying(40) NOT NULL,
    ref_id uuid NOT NULL,
    patient_id uuid,
    finished_at timestamp with time zone,
    finished_by character varying(120) NOT NULL,
    outcome character varying(200) NOT NULL,
    owner_id uuid,
    visit_id uuid,
    CONSTRAINT practice_work_priority_check CHECK ((priority >= 0))
);

CREATE TABLE public.prescription (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    medicine character varying(200) NOT NULL,
    key character varying(12) NOT NULL,
    substances character varying(200)[] NOT NULL,
    form character varying(10) NOT NULL,
    strength character varying(120) NOT NULL,
    schedule character varying(4) NOT NULL,
    sig jsonb NOT NULL,
    sig_text character varying(1000) NOT NULL,
    quantity numeric(9,3) NOT NULL,
    quantity_unit character varying(20) NOT NULL,
    days_supply smallint NOT NULL,
    package jsonb NOT NULL,
    refills smallint NOT NULL,
    daw boolean NOT NULL,
    indication character varying(200) NOT NULL,
    diagnosis character varying(10) NOT NULL,
    to_pharmacist character varying(210) NOT NULL,
    state character varying(10) NOT NULL,
    entry_id uuid,
    prepared_by character varying(120) NOT NULL,
    prepared_at timestamp with time zone NOT NULL,
    signed_by character varying(140) NOT NULL,
    signed_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    ended_why character varying(200) NOT NULL,
    encounter_id uuid,
    follows_id uuid,
    patient_id uuid NOT NULL,
    prescriber_id uuid NOT NULL,
    pharmacy_id uuid,
    CONSTRAINT a_prescription_says_how_much CHECK (((days_supply >= 1) AND (quantity > (0)::numeric))),
    CONSTRAINT a_signed_prescription_is_sealed CHECK (((((sha256)::text = ''::text) AND (signed_at IS NULL) AND ((signed_by)::text = ''::text) AND ((state)::text = ANY ((ARRAY['to sign'::character varying, 'withdrawn'::character varying])::text[]))) OR ((signed_at IS NOT NULL) AND ((state)::text = ANY ((ARRAY['signed'::character varying, 'ended'::character varying])::text[])) AND (NOT ((sha256)::text = ''::text)) AND (NOT ((signed_by)::text = ''::text))))),
    CONSTRAINT prescription_days_supply_check CHECK ((days_supply >= 0)),
    CONSTRAINT prescription_refills_check CHECK ((refills >= 0)),
    CONSTRAINT prescription_version_check CHECK ((version >= 0))
);

CREATE TABLE public.prescription_alert (
    id uuid NOT NULL,
    key character varying(300) NOT NULL,
    rule character varying(120) NOT NULL,
    kind character varying(20) NOT NULL,
    stop character varying(8) NOT NULL,
    words character varying(500) NOT NULL,
    about uuid,
    reason character varying(60) NOT NULL,
    version character varying(40) NOT NULL,
    source character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    prescription_id uuid NOT NULL
);

CREATE TABLE public.prescription_dispatch (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    way character varying(12) NOT NULL,
    stand character varying(20) NOT NULL,
    why character varying(200) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    sent_by character varying(120) NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    pharmacy_id uuid NOT NULL,
    prescription_id uuid NOT NULL,
    CONSTRAINT prescription_dispatch_version_check CHECK ((version >= 0))
);

CREATE TABLE public.prescription_event (
    id uuid NOT NULL,
    what character varying(24) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    prescription_id uuid NOT NULL
);

CREATE TABLE public.prescription_favourite (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    says jsonb NOT NULL,
    used boolean NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL
);

CREATE TABLE public.prescription_renewal (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    medicine character varying(200) NOT NULL,
    way character varying(12) NOT NULL,
    asker character varying(120) NOT NULL,
    pharmacy character varying(120) NOT NULL,
    answer_to character varying(60) NOT NULL,
    note character varying(300) NOT NULL,
    stands character varying(12) NOT NULL,
    points jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by character varying(120) NOT NULL,
    prepared_by character varying(120) NOT NULL,
    decided_by character varying(140) NOT NULL,
    decided_at timestamp with time zone,
    why character varying(200) NOT NULL,
    answered character varying(200) NOT NULL,
    answered_at timestamp with time zone,
    answered_by character varying(120) NOT NULL,
    encounter_id uuid,
    made_id uuid,
    patient_id uuid NOT NULL,
    prescription_id uuid,
    CONSTRAINT a_decided_renewal_is_dated CHECK ((((decided_at IS NULL) AND ((stands)::text = ANY ((ARRAY['to prepare'::character varying, 'to decide'::character varying, 'withdrawn'::character varying])::text[]))) OR ((decided_at IS NOT NULL) AND ((stands)::text = ANY ((ARRAY['approved'::character varying, 'denied'::character varying])::text[]))))),
    CONSTRAINT prescription_renewal_version_check CHECK ((version >= 0))
);

CREATE TABLE public.privacy_notice (
    id uuid NOT NULL,
    version smallint NOT NULL,
    effective_on date NOT NULL,
    text text NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT privacy_notice_version_check CHECK ((version >= 0))
);

CREATE TABLE public.procedure_after (
    id uuid NOT NULL,
    how character varying(200) NOT NULL,
    leaves boolean NOT NULL,
    reaction character varying(200) NOT NULL,
    why character varying(200) NOT NULL,
    until timestamp with time zone,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    procedure_id uuid NOT NULL,
    CONSTRAINT who_stays_is_looked_at_again CHECK (((leaves AND (until IS NULL)) OR ((NOT leaves) AND (until IS NOT NULL))))
);

CREATE TABLE public.procedure_consent (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    how character varying(8) NOT NULL,
    obtained_at timestamp with time zone NOT NULL,
    document_id uuid,
    encounter_id uuid NOT NULL,
    obtained_by_id uuid NOT NULL,
    order_id uuid NOT NULL,
    patient_id uuid NOT NULL
);

CREATE TABLE public.procedure_done (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    number character varying(20) NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(80) NOT NULL,
    what character varying(500) NOT NULL,
    site character varying(120) NOT NULL,
    medicine character varying(120) NOT NULL,
    ndc character varying(13) NOT NULL,
    lot character varying(30) NOT NULL,
    expires date,
    dose character varying(40) NOT NULL,
    controlled boolean,
    wasted character varying(40) NOT NULL,
    complications character varying(300) NOT NULL,
    specimen character varying(200) NOT NULL,
    why character varying(200) NOT NULL,
    struck boolean NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    doer_id uuid NOT NULL,
    encounter_id uuid NOT NULL,
    instead_of_id uuid,
    order_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    supervisor_id uuid NOT NULL,
    witness_id uuid,
    time_out_id uuid,
    CONSTRAINT a_corrected_procedure_says_why CHECK ((((instead_of_id IS NULL) AND (NOT struck)) OR ((instead_of_id IS NOT NULL) AND (NOT ((why)::text = ''::text))))),
    CONSTRAINT controlled_waste_has_a_witness CHECK ((((wasted)::text = ''::text) OR (NOT controlled) OR (witness_id IS NOT NULL)))
);

CREATE TABLE public.procedure_kind (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    key character varying(50) NOT NULL,
    name character varying(80) NOT NULL,
    consent character varying(8) NOT NULL,
    time_out boolean NOT NULL,
    second boolean NOT NULL,
    observe smallint NOT NULL,
    medicine character varying(4) NOT NULL,
    source character varying(120) NOT NULL,
    standing_by character varying(120) NOT NULL,
    CONSTRAINT a_second_stands_by_at_a_time_out CHECK (((NOT second) OR time_out)),
    CONSTRAINT procedure_kind_observe_check CHECK ((observe >= 0)),
    CONSTRAINT procedure_kind_version_check CHECK ((version >= 0))
);

CREATE TABLE public.procedure_observation (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    until timestamp with time zone,
    ended_at timestamp with time zone,
    told_at timestamp with time zone,
    procedure_id uuid NOT NULL
);

CREATE TABLE public.procedure_time_out (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    site character varying(120) NOT NULL,
    stopped character varying(9) NOT NULL,
    words character varying(200) NOT NULL,
    encounter_id uuid NOT NULL,
    order_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    second_id uuid,
    CONSTRAINT a_time_out_is_whole_or_says_why_not CHECK (((((stopped)::text = ''::text) AND (NOT ((site)::text = ''::text))) OR ((NOT ((stopped)::text = ''::text)) AND (NOT ((words)::text = ''::text)))))
);

CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);

CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;

CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;

CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);

CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;

CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.proof_result (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    key character varying(40) NOT NULL,
    says character varying(200) NOT NULL,
    ok boolean NOT NULL,
    found character varying(300) NOT NULL
);

CREATE TABLE public.recapture_mark (
    id uuid NOT NULL,
    hcc character varying(3) NOT NULL,
    year smallint NOT NULL,
    said character varying(5) NOT NULL,
    why character varying(300) NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    encounter_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT recapture_mark_says_why CHECK (((NOT ((why)::text = ''::text)) AND (NOT ((hcc)::text = ''::text)))),
    CONSTRAINT recapture_mark_year_check CHECK ((year >= 0))
);

CREATE TABLE public.recapture_score_switch (
    id uuid NOT NULL,
    "on" boolean NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL
);

CREATE TABLE public.receipt (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    method character varying(6) NOT NULL,
    amount_cents bigint NOT NULL,
    copay boolean NOT NULL,
    date date NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    encounter_id uuid,
    patient_id uuid NOT NULL,
    CONSTRAINT receipt_positive CHECK ((amount_cents > 0))
);

CREATE TABLE public.receipt_taken_back (
    receipt_id uuid NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL
);

CREATE TABLE public.referral (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    direction character varying(3) NOT NULL,
    diagnosis character varying(300) NOT NULL,
    question text NOT NULL,
    priority character varying(8) NOT NULL,
    "authorization" character varying(40) NOT NULL,
    state character varying(16) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    due_on date,
    quiet_until date,
    visit_on date,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    encounter_id uuid,
    letter_id uuid,
    patient_id uuid NOT NULL,
    performer_id uuid CONSTRAINT referral_performer_id_not_null1 NOT NULL,
    report_id uuid,
    requester_id uuid,
    CONSTRAINT what_is_open_is_due CHECK (((((state)::text = 'closed'::text) OR (due_on IS NOT NULL)) AND (1 = (
CASE
    WHEN ((state)::text = 'closed'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (due_on IS NOT NULL) THEN 1
    ELSE 0
END))))
);

CREATE TABLE public.referral_event (
    id uuid NOT NULL,
    what character varying(24) NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    referral_id uuid NOT NULL
);

CREATE TABLE public.referral_pace (
    id uuid NOT NULL,
    priority character varying(8) NOT NULL,
    since date NOT NULL,
    send smallint NOT NULL,
    acknowledge smallint NOT NULL,
    schedule smallint NOT NULL,
    report smallint NOT NULL,
    review smallint NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    CONSTRAINT referral_pace_acknowledge_check CHECK ((acknowledge >= 0)),
    CONSTRAINT referral_pace_report_check CHECK ((report >= 0)),
    CONSTRAINT referral_pace_review_check CHECK ((review >= 0)),
    CONSTRAINT referral_pace_schedule_check CHECK ((schedule >= 0)),
    CONSTRAINT referral_pace_send_check CHECK ((send >= 0))
);

CREATE TABLE public.referral_performer (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    practice character varying(120) NOT NULL,
    specialty character varying(80) NOT NULL,
    npi character varying(10) NOT NULL,
    phone character varying(24) NOT NULL,
    fax character varying(24) NOT NULL,
    line1 character varying(120) NOT NULL,
    line2 character varying(120) NOT NULL,
    city character varying(60) NOT NULL,
    state character varying(2) NOT NULL,
    zip character varying(9) NOT NULL,
    used boolean NOT NULL,
    CONSTRAINT referral_performer_version_check CHECK ((version >= 0))
);

CREATE TABLE public.refund (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    method character varying(6) NOT NULL,
    amount_cents bigint NOT NULL,
    why character varying(200) NOT NULL,
    date date NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT refund_positive CHECK ((amount_cents > 0))
);

CREATE TABLE public.release_delivery (
    id uuid NOT NULL,
    way character varying(5) NOT NULL,
    to_name character varying(120) NOT NULL,
    to_address character varying(254) NOT NULL,
    sha256 character varying(64) NOT NULL,
    pages integer NOT NULL,
    fee_cents integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    request_id uuid NOT NULL,
    picked jsonb NOT NULL,
    CONSTRAINT release_delivery_fee_cents_check CHECK ((fee_cents >= 0)),
    CONSTRAINT release_delivery_pages_check CHECK ((pages >= 0))
);

CREATE TABLE public.release_request (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    asker character varying(10) NOT NULL,
    paper character varying(20) NOT NULL,
    to_name character varying(120) NOT NULL,
    to_address character varying(254) NOT NULL,
    what character varying(200) NOT NULL,
    why character varying(200) NOT NULL,
    came_on date NOT NULL,
    due_on date NOT NULL,
    extended_why character varying(200) NOT NULL,
    found character varying(20)[] NOT NULL,
    identity character varying(200) NOT NULL,
    covers character varying(16)[] NOT NULL,
    picks jsonb NOT NULL,
    state character varying(10) NOT NULL,
    closed_why character varying(200) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    paper_document_id uuid,
    patient_id uuid NOT NULL,
    ends_on date,
    ends_when character varying(120) DEFAULT ''::character varying NOT NULL,
    signed_on date,
    CONSTRAINT release_request_version_check CHECK ((version >= 0))
);

CREATE TABLE public.remit_choice (
    id uuid NOT NULL,
    part character varying(10) NOT NULL,
    claim_place smallint NOT NULL,
    place smallint NOT NULL,
    answer character varying(10) NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    claim_id uuid,
    line_id uuid,
    remittance_id uuid NOT NULL,
    CONSTRAINT answer_names_its_thing CHECK (((((answer)::text = 'claim'::text) AND (claim_id IS NOT NULL) AND (line_id IS NULL)) OR (((answer)::text = 'line'::text) AND (claim_id IS NULL) AND (line_id IS NOT NULL)) OR (((answer)::text = ANY ((ARRAY['not ours'::character varying, 'spread'::character varying, 'later'::character varying])::text[])) AND (claim_id IS NULL) AND (line_id IS NULL)))),
    CONSTRAINT remit_choice_claim_place_check CHECK ((claim_place >= 0)),
    CONSTRAINT remit_choice_place_check CHECK ((place >= 0))
);

CREATE TABLE public.remit_decision (
    id uuid NOT NULL,
    status character varying(2) NOT NULL,
    payer_claim_number character varying(60) NOT NULL,
    charge_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    patient_cents bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    claim_id uuid NOT NULL,
    remittance_id uuid NOT NULL
);

CREATE TABLE public.remit_decision_line (
    id uuid NOT NULL,
    charge_cents bigint NOT NULL,
    paid_cents bigint NOT NULL,
    reasons jsonb NOT NULL,
    remarks jsonb NOT NULL,
    decision_id uuid NOT NULL,
    line_id uuid NOT NULL
);

CREATE TABLE public.remit_not_ours (
    id uuid NOT NULL,
    theirs character varying(60) NOT NULL,
    status character varying(2) NOT NULL,
    amount_cents bigint NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    remittance_id uuid NOT NULL,
    unread boolean DEFAULT false NOT NULL
);

CREATE TABLE public.remit_provider_adjustment (
    id uuid NOT NULL,
    reason character varying(2) NOT NULL,
    reference character varying(60) NOT NULL,
    amount_cents bigint NOT NULL,
    remittance_id uuid NOT NULL
);

CREATE TABLE public.remittance (
    id uuid NOT NULL,
    place smallint NOT NULL,
    payer_name character varying(120) NOT NULL,
    trace character varying(50) NOT NULL,
    date date NOT NULL,
    amount_cents bigint NOT NULL,
    method character varying(3) NOT NULL,
    state character varying(12) NOT NULL,
    findings jsonb NOT NULL,
    posted_at timestamp with time zone,
    file_id uuid NOT NULL,
    payer_id uuid,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    returned_why character varying(200) NOT NULL,
    version integer NOT NULL,
    CONSTRAINT remittance_place_check CHECK ((place >= 0)),
    CONSTRAINT remittance_version_check CHECK ((version >= 0)),
    CONSTRAINT returned_is_not_posted CHECK (((posted_at IS NULL) OR (NOT ((state)::text = 'returned'::text))))
);

CREATE TABLE public.requisition (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    diagnoses character varying(10)[] NOT NULL,
    fasting boolean NOT NULL,
    note character varying(300) NOT NULL,
    answers jsonb NOT NULL,
    state character varying(9) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    standing character varying(80) NOT NULL,
    signed_by character varying(120) NOT NULL,
    signed_at timestamp with time zone,
    collected_by character varying(120) NOT NULL,
    collected_at timestamp with time zone,
    message bytea,
    sent_at timestamp with time zone,
    due_at timestamp with time zone,
    silent_at timestamp with time zone,
    tries smallint NOT NULL,
    try_at timestamp with time zone,
    why character varying(300) NOT NULL,
    encounter_id uuid NOT NULL,
    laboratory_id uuid NOT NULL,
    patient_id uuid NOT NULL,
    provider_id uuid NOT NULL,
    CONSTRAINT requisition_tries_check CHECK ((tries >= 0)),
    CONSTRAINT requisition_version_check CHECK ((version >= 0))
);

CREATE TABLE public.restriction (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    to_name character varying(120) NOT NULL,
    what character varying(300) NOT NULL,
    why character varying(300) NOT NULL,
    identity character varying(200) NOT NULL,
    came_on date NOT NULL,
    standing character varying(10) NOT NULL,
    answered_why character varying(300) NOT NULL,
    answered_by character varying(120) NOT NULL,
    answered_at timestamp with time zone,
    ended_why character varying(300) NOT NULL,
    ended_by character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    lifted_until timestamp with time zone,
    lifted_why character varying(300) NOT NULL,
    lifted_by character varying(120) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    patient_id uuid NOT NULL,
    named character varying(8) DEFAULT 'words'::character varying NOT NULL,
    CONSTRAINT restriction_version_check CHECK ((version >= 0))
);

CREATE TABLE public.safety_book (
    id uuid NOT NULL,
    version character varying(40) NOT NULL,
    since date NOT NULL,
    told text NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL
);

CREATE TABLE public.safety_test (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    version character varying(40) NOT NULL,
    wrong text NOT NULL
);

CREATE TABLE public.schedule_away (
    id uuid NOT NULL,
    during tstzrange NOT NULL,
    reason character varying(80) NOT NULL,
    unit_id uuid NOT NULL,
    taken_back_at timestamp with time zone
);

CREATE TABLE public.schedule_block (
    id uuid NOT NULL,
    weekday smallint NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    kinds character varying(50)[] NOT NULL,
    opens_days smallint,
    at_once smallint,
    label character varying(40) NOT NULL,
    template_id uuid NOT NULL,
    CONSTRAINT block_ends_later CHECK ((ends > starts)),
    CONSTRAINT block_on_a_weekday CHECK ((weekday <= 6)),
    CONSTRAINT schedule_block_at_once_check CHECK ((at_once >= 0)),
    CONSTRAINT schedule_block_opens_days_check CHECK ((opens_days >= 0)),
    CONSTRAINT schedule_block_weekday_check CHECK ((weekday >= 0))
);

CREATE TABLE public.schedule_feed (
    id uuid NOT NULL,
    token_hash character varying(64) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    staff_id uuid NOT NULL
);

CREATE TABLE public.schedule_hold (
    id uuid NOT NULL,
    during tstzrange NOT NULL,
    until timestamp with time zone NOT NULL,
    says character varying(80) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    provider_id uuid NOT NULL,
    site_id uuid NOT NULL,
    visit_type_id character varying(50) NOT NULL
);

CREATE TABLE public.schedule_rule (
    id uuid NOT NULL,
    label character varying(40) NOT NULL,
    at_once smallint,
    over smallint,
    per_day smallint,
    minutes smallint,
    visit_type_id character varying(50),
    unit_id uuid,
    CONSTRAINT minutes_of_a_kind_at_a_unit CHECK (((minutes IS NULL) OR (((label)::text = ''::text) AND (unit_id IS NOT NULL) AND (visit_type_id IS NOT NULL)))),
    CONSTRAINT schedule_rule_at_once_check CHECK ((at_once >= 0)),
    CONSTRAINT schedule_rule_minutes_check CHECK ((minutes >= 0)),
    CONSTRAINT schedule_rule_over_check CHECK ((over >= 0)),
    CONSTRAINT schedule_rule_per_day_check CHECK ((per_day >= 0))
);

CREATE TABLE public.schedule_template (
    id uuid NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    site_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    replaced_at timestamp with time zone,
    CONSTRAINT template_ends_later CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE TABLE public.schedule_unit (
    id uuid NOT NULL,
    kind character varying(10) NOT NULL,
    "group" character varying(50) NOT NULL,
    name character varying(60) NOT NULL,
    room_id uuid,
    site_id uuid,
    staff_id uuid,
    CONSTRAINT unit_is_what_it_says CHECK (((((kind)::text = ANY ((ARRAY['provider'::character varying, 'assistant'::character varying])::text[])) AND (room_id IS NULL) AND (staff_id = id)) OR (((kind)::text = 'room'::text) AND (room_id = id) AND (staff_id IS NULL)) OR (((kind)::text = 'device'::text) AND (room_id IS NULL) AND (staff_id IS NULL))))
);

CREATE TABLE public.screened (
    id uuid NOT NULL,
    key character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    answers smallint[] NOT NULL,
    score smallint NOT NULL,
    most smallint NOT NULL,
    band character varying(80) NOT NULL,
    tone character varying(8) NOT NULL,
    urgent character varying(200) NOT NULL,
    edition character varying(80) NOT NULL,
    entry_id uuid NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    encounter_id uuid NOT NULL,
    instead_of_id uuid,
    patient_id uuid NOT NULL,
    CONSTRAINT a_corrected_screening_says_why CHECK (((instead_of_id IS NULL) OR (NOT ((why)::text = ''::text)))),
    CONSTRAINT a_score_is_none_too_high CHECK ((score <= most)),
    CONSTRAINT screened_most_check CHECK ((most >= 0)),
    CONSTRAINT screened_score_check CHECK ((score >= 0))
);

CREATE TABLE public.security_access (
    id uuid NOT NULL,
    subject uuid NOT NULL,
    emergency boolean NOT NULL,
    code character varying(20) NOT NULL,
    why character varying(300) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    reviewed_at timestamp with time zone,
    reviewed_by character varying(120) NOT NULL,
    outcome character varying(14) NOT NULL,
    outcome_words character varying(300) NOT NULL,
    user_id uuid NOT NULL,
    CONSTRAINT access_for_an_hour CHECK (((ends_at > began_at) AND (ends_at <= (began_at + '01:00:00'::interval)))),
    CONSTRAINT review_has_an_outcome CHECK (((((outcome)::text = ''::text) AND (reviewed_at IS NULL)) OR ((reviewed_at IS NOT NULL) AND (NOT ((outcome)::text = ''::text)))))
);

CREATE TABLE public.security_consent (
    id uuid NOT NULL,
    subject uuid NOT NULL,
    label character varying(14) NOT NULL,
    words character varying(200) NOT NULL,
    recorded_by character varying(120) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    until date,
    revoked_at timestamp with time zone,
    revoked_by character varying(120) NOT NULL,
    labelling_id uuid,
    CONSTRAINT consent_as_wide_as_it_is CHECK (((((label)::text = 'part2'::text) AND (labelling_id IS NULL)) OR ((NOT ((label)::text = 'part2'::text)) AND (labelling_id IS NOT NULL))))
);

CREATE TABLE public.security_denial (
    id uuid NOT NULL,
    subject uuid NOT NULL,
    reason character varying(200) NOT NULL,
    made_by character varying(120) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    user_id uuid NOT NULL
);

CREATE TABLE public.security_label (
    id uuid NOT NULL,
    label character varying(14) NOT NULL,
    subject uuid NOT NULL,
    things uuid[] NOT NULL,
    why character varying(200) NOT NULL,
    set_by character varying(120) NOT NULL,
    set_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(120) NOT NULL,
    ended_why character varying(200) NOT NULL,
    employee_id uuid,
    written_by_id uuid,
    CONSTRAINT label_of_an_employee CHECK (((employee_id IS NULL) OR ((label)::text = 'employee'::text))),
    CONSTRAINT label_where_it_belongs CHECK (((((label)::text = ANY ((ARRAY['employee'::character varying, 'vip'::character varying])::text[])) AND (things = '{}'::uuid[])) OR (((label)::text = ANY ((ARRAY['minor'::character varying, 'part2'::character varying, 'psychotherapy'::character varying, 'restricted'::character varying])::text[])) AND (NOT (things = '{}'::uuid[]))))),
    CONSTRAINT psychotherapy_has_an_author CHECK (((((label)::text = 'psychotherapy'::text) AND (written_by_id IS NOT NULL)) OR ((NOT ((label)::text = 'psychotherapy'::text)) AND (written_by_id IS NULL))))
);

CREATE TABLE public.security_password_code (
    user_id uuid NOT NULL,
    code character varying(128) NOT NULL,
    given_by character varying(120) NOT NULL,
    until timestamp with time zone NOT NULL
);

CREATE TABLE public.security_sign_in_rules (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id smallint NOT NULL,
    idle_minutes smallint NOT NULL,
    factor_since timestamp with time zone,
    grace_days smallint NOT NULL,
    proof_to_sign boolean NOT NULL,
    CONSTRAINT grace_to_thirty_days CHECK ((grace_days <= 30)),
    CONSTRAINT idle_two_to_thirty CHECK (((idle_minutes >= 2) AND (idle_minutes <= 30))),
    CONSTRAINT one_row_of_sign_in_rules CHECK ((id = 1)),
    CONSTRAINT security_sign_in_rules_grace_days_check CHECK ((grace_days >= 0)),
    CONSTRAINT security_sign_in_rules_idle_minutes_check CHECK ((idle_minutes >= 0)),
    CONSTRAINT security_sign_in_rules_version_check CHECK ((version >= 0))
);

CREATE TABLE public.security_user (
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    id uuid NOT NULL,
    username character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    roles character varying(30)[] NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    pin character varying(128) NOT NULL
);

CREATE TABLE public.sim_fax_call (
    id uuid NOT NULL,
    fax_id uuid NOT NULL,
    attempt smallint NOT NULL,
    number character varying(10) NOT NULL,
    pages smallint NOT NULL,
    received boolean NOT NULL,
    times integer NOT NULL,
    CONSTRAINT sim_fax_call_attempt_check CHECK ((attempt >= 0)),
    CONSTRAINT sim_fax_call_pages_check CHECK ((pages >= 0)),
    CONSTRAINT sim_fax_call_times_check CHECK ((times >= 0))
);

CREATE TABLE public.sim_fax_mood (
    "only" boolean NOT NULL,
    seed integer NOT NULL,
    dead boolean NOT NULL,
    doubled boolean NOT NULL,
    busy smallint NOT NULL,
    silent smallint NOT NULL,
    broken smallint NOT NULL,
    nobody character varying(10)[] NOT NULL,
    CONSTRAINT sim_fax_mood_broken_check CHECK ((broken >= 0)),
    CONSTRAINT sim_fax_mood_busy_check CHECK ((busy >= 0)),
    CONSTRAINT sim_fax_mood_seed_check CHECK ((seed >= 0)),
    CONSTRAINT sim_fax_mood_silent_check CHECK ((silent >= 0))
);

CREATE TABLE public.sim_fax_news (
    key character varying(120) NOT NULL,
    outcome character varying(20) NOT NULL,
    pages smallint NOT NULL,
    answered character varying(60) NOT NULL,
    due timestamp with time zone NOT NULL,
    fetched boolean NOT NULL,
    call_id uuid NOT NULL,
    CONSTRAINT sim_fax_news_pages_check CHECK ((pages >= 0))
);

CREATE TABLE public.sim_lab_mood (
    "only" boolean NOT NULL,
    seed integer NOT NULL,
    dead boolean NOT NULL,
    deaf boolean NOT NULL,
    refusing boolean NOT NULL,
    habits jsonb NOT NULL,
    CONSTRAINT sim_lab_mood_seed_check CHECK ((seed >= 0))
);

CREATE TABLE public.sim_lab_news (
    key character varying(199) NOT NULL,
    data bytea NOT NULL,
    broken boolean NOT NULL,
    due timestamp with time zone NOT NULL,
    told boolean NOT NULL
);

CREATE TABLE public.sim_lab_order (
    control_id character varying(199) NOT NULL,
    data bytea NOT NULL,
    times integer NOT NULL,
    CONSTRAINT sim_lab_order_times_check CHECK ((times >= 0))
);

CREATE TABLE public.sim_pharmacy_mood (
    "only" boolean NOT NULL,
    seed integer NOT NULL,
    dead boolean NOT NULL,
    deaf boolean NOT NULL,
    habits jsonb NOT NULL,
    ahead smallint NOT NULL,
    CONSTRAINT sim_pharmacy_mood_ahead_check CHECK ((ahead >= 0)),
    CONSTRAINT sim_pharmacy_mood_seed_check CHECK ((seed >= 0))
);

CREATE TABLE public.sim_pharmacy_news (
    id uuid NOT NULL,
    "order" character varying(40) NOT NULL,
    data bytea NOT NULL,
    ends boolean NOT NULL,
    due timestamp with time zone NOT NULL,
    told boolean NOT NULL
);

CREATE TABLE public.sim_pharmacy_taken (
    number character varying(80) NOT NULL,
    kind character varying(24) NOT NULL,
    "order" character varying(40) NOT NULL,
    data bytea NOT NULL,
    times integer NOT NULL,
    CONSTRAINT sim_pharmacy_taken_times_check CHECK ((times >= 0))
);

CREATE TABLE public.statement (
    id uuid NOT NULL,
    number character varying(16) NOT NULL,
    amount_cents bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    findings jsonb NOT NULL,
    date date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    made_by character varying(120) NOT NULL,
    patient_id uuid NOT NULL,
    charge_ids uuid[] NOT NULL
);

CREATE TABLE public.upkeep_decided (
    id uuid NOT NULL,
    verdict character varying(8) NOT NULL,
    lots integer NOT NULL,
    whole boolean NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    equipment_id uuid NOT NULL,
    CONSTRAINT upkeep_decided_lots_check CHECK ((lots >= 0)),
    CONSTRAINT what_is_decided_says_why CHECK ((NOT ((why)::text = ''::text)))
);

CREATE TABLE public.upkeep_entry (
    id uuid NOT NULL,
    what character varying(8) NOT NULL,
    value numeric(8,2),
    passed boolean,
    load character varying(20) NOT NULL,
    cycle character varying(60) NOT NULL,
    did character varying(200) NOT NULL,
    odd character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    by_id uuid NOT NULL,
    why character varying(200) NOT NULL,
    equipment_id uuid NOT NULL,
    instead_of_id uuid,
    CONSTRAINT a_corrected_line_says_why CHECK (((instead_of_id IS NULL) OR (NOT ((why)::text = ''::text)))),
    CONSTRAINT what_is_odd_says_what_was_done CHECK ((((odd)::text = ''::text) OR (NOT ((did)::text = ''::text))))
);

CREATE TABLE public.upkeep_equipment (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    kind character varying(12) NOT NULL,
    name character varying(60) NOT NULL,
    times time without time zone[] NOT NULL,
    days smallint[] NOT NULL,
    unit character varying(12) NOT NULL,
    low numeric(8,2),
    high numeric(8,2),
    source character varying(120) NOT NULL,
    vaccines boolean NOT NULL,
    since timestamp with time zone NOT NULL,
    used boolean NOT NULL,
    site_id uuid NOT NULL,
    CONSTRAINT upkeep_equipment_version_check CHECK ((version >= 0))
);

CREATE TABLE public.upkeep_lot_place (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    equipment_id uuid,
    lot_id uuid NOT NULL
);

CREATE TABLE public.upkeep_missed (
    id uuid NOT NULL,
    due timestamp with time zone NOT NULL,
    told_at timestamp with time zone NOT NULL,
    equipment_id uuid NOT NULL
);

CREATE TABLE public.vaccine_dose (
    id uuid NOT NULL,
    number character varying(20) NOT NULL,
    "on" date NOT NULL,
    route character varying(2) NOT NULL,
    body_site character varying(4) NOT NULL,
    amount numeric(6,4),
    vis date NOT NULL,
    eligibility character varying(3) NOT NULL,
    entry_id uuid NOT NULL,
    entered_by character varying(120) NOT NULL,
    entered_by_id uuid NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    encounter_id uuid NOT NULL,
    instead_of_id uuid,
    patient_id uuid NOT NULL,
    lot_id uuid NOT NULL
);

CREATE TABLE public.vaccine_dose_wrong (
    id uuid NOT NULL,
    why character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    dose_id uuid NOT NULL,
    CONSTRAINT wrong_says_why CHECK ((NOT ((why)::text = ''::text)))
);

CREATE TABLE public.vaccine_fact (
    id uuid NOT NULL,
    code character varying(40) NOT NULL,
    words character varying(200) NOT NULL,
    since date,
    holds boolean NOT NULL,
    by character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    patient_id uuid NOT NULL,
    encounter_id uuid
);

CREATE TABLE public.vaccine_lot (
    version integer NOT NULL,
    changed_at timestamp with time zone,
    changed_by character varying(120) NOT NULL,
    id uuid NOT NULL,
    cvx character varying(5) NOT NULL,
    words character varying(200) NOT NULL,
    lot character varying(30) NOT NULL,
    expires date NOT NULL,
    manufacturer character varying(80) NOT NULL,
    mvx character varying(5) NOT NULL,
    ndc character varying(14) NOT NULL,
    funding character varying(8) NOT NULL,
    route character varying(2) NOT NULL,
    amount numeric(6,4),
    vis date,
    on_hand integer NOT NULL,
    recalled_at timestamp with time zone,
    recalled_by character varying(120) NOT NULL,
    recall_why character varying(200) NOT NULL,
    site_id uuid NOT NULL,
    aside_at timestamp with time zone,
    aside_by character varying(120) NOT NULL,
    aside_why character varying(200) NOT NULL,
    CONSTRAINT a_lot_set_aside_says_why CHECK (((aside_at IS NULL) OR (NOT ((aside_why)::text = ''::text)))),
    CONSTRAINT a_recall_says_why CHECK (((recalled_at IS NULL) OR (NOT ((recall_why)::text = ''::text)))),
    CONSTRAINT no_more_than_there_was CHECK ((on_hand >= 0)),
    CONSTRAINT vaccine_lot_version_check CHECK ((version >= 0))
);

CREATE TABLE public.vaccine_lot_move (
    id uuid NOT NULL,
    what character varying(8) NOT NULL,
    by_how_many integer NOT NULL,
    words character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by character varying(120) NOT NULL,
    dose_id uuid,
    lot_id uuid NOT NULL,
    CONSTRAINT given_names_its_dose CHECK (((NOT ((what)::text = ANY ((ARRAY['given'::character varying, 'put back'::character varying])::text[]))) OR (dose_id IS NOT NULL)))
);

CREATE TABLE public.vaccine_report (
    id uuid NOT NULL,
    control_id character varying(20) NOT NULL,
    what character varying(1) NOT NULL,
    state character varying(7) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    message bytea,
    tries smallint NOT NULL,
    try_at timestamp with time zone,
    sent_at timestamp with time zone,
    why character varying(300) NOT NULL,
    dose_id uuid NOT NULL,
    CONSTRAINT vaccine_report_tries_check CHECK ((tries >= 0)),
    CONSTRAINT what_is_told_waits_no_more CHECK (((((state)::text = 'to send'::text) AND (try_at IS NOT NULL)) OR ((NOT ((state)::text = 'to send'::text)) AND (try_at IS NULL))))
);

CREATE TABLE public.vaccine_schedule (
    id uuid NOT NULL,
    version character varying(20) NOT NULL,
    released date NOT NULL,
    content bytea NOT NULL,
    digest character varying(64) NOT NULL,
    source character varying(120) NOT NULL,
    taken_by character varying(120) NOT NULL,
    taken_at timestamp with time zone NOT NULL
);

CREATE TABLE public.visit_type (
    key character varying(50) NOT NULL,
    name character varying(60) NOT NULL,
    minutes smallint NOT NULL,
    encounter_class character varying(12) NOT NULL,
    takes_copay boolean NOT NULL,
    fasting boolean NOT NULL,
    needs character varying(50)[] NOT NULL,
    CONSTRAINT sane_length CHECK (((minutes >= 5) AND (minutes <= 240))),
    CONSTRAINT visit_type_minutes_check CHECK ((minutes >= 0))
);

CREATE TABLE public.vital_signs (
    id uuid NOT NULL,
    systolic smallint,
    diastolic smallint,
    pulse smallint,
    respirations smallint,
    temperature numeric(4,1),
    oxygen smallint,
    weight numeric(6,2),
    height numeric(5,1),
    pain smallint,
    taken_at timestamp with time zone NOT NULL,
    taken_by character varying(120) NOT NULL,
    encounter_id uuid NOT NULL,
    head numeric(4,1),
    length numeric(5,1),
    last_period date,
    CONSTRAINT vital_signs_diastolic_check CHECK ((diastolic >= 0)),
    CONSTRAINT vital_signs_oxygen_check CHECK ((oxygen >= 0)),
    CONSTRAINT vital_signs_pain_check CHECK ((pain >= 0)),
    CONSTRAINT vital_signs_pulse_check CHECK ((pulse >= 0)),
    CONSTRAINT vital_signs_respirations_check CHECK ((respirations >= 0)),
    CONSTRAINT vital_signs_systolic_check CHECK ((systolic >= 0))
);

CREATE TABLE public.world (
    id uuid NOT NULL,
    "only" boolean NOT NULL,
    name character varying(40) NOT NULL,
    kind character varying(10) NOT NULL,
    clock_mode character varying(6) NOT NULL,
    clock_offset_seconds bigint NOT NULL,
    clock_frozen_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT one_world CHECK ("only"),
    CONSTRAINT world_clock CHECK ((((clock_frozen_at IS NULL) AND ((clock_mode)::text = ANY ((ARRAY['real'::character varying, 'offset'::character varying])::text[]))) OR ((clock_frozen_at IS NOT NULL) AND ((clock_mode)::text = 'frozen'::text)))),
    CONSTRAINT world_kind CHECK (((kind)::text = ANY ((ARRAY['practice'::character varying, 'demo'::character varying, 'training'::character varying, 'restored'::character varying, 'test'::character varying])::text[])))
);

ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);

ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);

INSERT INTO public.auth_permission VALUES (1, 'Can add permission', 1, 'add_permission');
INSERT INTO public.auth_permission VALUES (2, 'Can change permission', 1, 'change_permission');
INSERT INTO public.auth_permission VALUES (3, 'Can delete permission', 1, 'delete_permission');
INSERT INTO public.auth_permission VALUES (4, 'Can view permission', 1, 'view_permission');
INSERT INTO public.auth_permission VALUES (5, 'Can add group', 2, 'add_group');
INSERT INTO public.auth_permission VALUES (6, 'Can change group', 2, 'change_group');
INSERT INTO public.auth_permission VALUES (7, 'Can delete group', 2, 'delete_group');
INSERT INTO public.auth_permission VALUES (8, 'Can view group', 2, 'view_group');
INSERT INTO public.auth_permission VALUES (9, 'Can add content type', 3, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (10, 'Can change content type', 3, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (11, 'Can delete content type', 3, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (12, 'Can view content type', 3, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (13, 'Can add access attempt', 4, 'add_accessattempt');
INSERT INTO public.auth_permission VALUES (14, 'Can change access attempt', 4, 'change_accessattempt');
INSERT INTO public.auth_permission VALUES (15, 'Can delete access attempt', 4, 'delete_accessattempt');
INSERT INTO public.auth_permission VALUES (16, 'Can view access attempt', 4, 'view_accessattempt');
INSERT INTO public.auth_permission VALUES (17, 'Can add access log', 5, 'add_accesslog');
INSERT INTO public.auth_permission VALUES (18, 'Can change access log', 5, 'change_accesslog');
INSERT INTO public.auth_permission VALUES (19, 'Can delete access log', 5, 'delete_accesslog');
INSERT INTO public.auth_permission VALUES (20, 'Can view access log', 5, 'view_accesslog');
INSERT INTO public.auth_permission VALUES (21, 'Can add access failure', 6, 'add_accessfailurelog');
INSERT INTO public.auth_permission VALUES (22, 'Can change access failure', 6, 'change_accessfailurelog');
INSERT INTO public.auth_permission VALUES (23, 'Can delete access failure', 6, 'delete_accessfailurelog');
INSERT INTO public.auth_permission VALUES (24, 'Can view access failure', 6, 'view_accessfailurelog');
INSERT INTO public.auth_permission VALUES (25, 'Can add access attempt expiration', 7, 'add_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (26, 'Can change access attempt expiration', 7, 'change_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (27, 'Can delete access attempt expiration', 7, 'delete_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (28, 'Can view access attempt expiration', 7, 'view_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (29, 'Can add email address', 8, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (30, 'Can change email address', 8, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (31, 'Can delete email address', 8, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (32, 'Can view email address', 8, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (33, 'Can add email confirmation', 9, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (34, 'Can change email confirmation', 9, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (35, 'Can delete email confirmation', 9, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (36, 'Can view email confirmation', 9, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (37, 'Can add authenticator', 10, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (38, 'Can change authenticator', 10, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (39, 'Can delete authenticator', 10, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (40, 'Can view authenticator', 10, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (41, 'Can add procrastinate event', 11, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (42, 'Can change procrastinate event', 11, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (43, 'Can delete procrastinate event', 11, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (44, 'Can view procrastinate event', 11, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (45, 'Can add procrastinate job', 12, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (46, 'Can change procrastinate job', 12, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (47, 'Can delete procrastinate job', 12, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (48, 'Can view procrastinate job', 12, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (49, 'Can add procrastinate periodic defer', 13, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (50, 'Can change procrastinate periodic defer', 13, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (51, 'Can delete procrastinate periodic defer', 13, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (52, 'Can view procrastinate periodic defer', 13, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (53, 'Can add procrastinate worker', 14, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (54, 'Can change procrastinate worker', 14, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (55, 'Can delete procrastinate worker', 14, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (56, 'Can view procrastinate worker', 14, 'view_procrastinateworker');
INSERT INTO public.auth_permission VALUES (57, 'Can add first result', 15, 'add_firstresult');
INSERT INTO public.auth_permission VALUES (58, 'Can change first result', 15, 'change_firstresult');
INSERT INTO public.auth_permission VALUES (59, 'Can delete first result', 15, 'delete_firstresult');
INSERT INTO public.auth_permission VALUES (60, 'Can view first result', 15, 'view_firstresult');
INSERT INTO public.auth_permission VALUES (61, 'Can add stored file', 16, 'add_storedfile');
INSERT INTO public.auth_permission VALUES (62, 'Can change stored file', 16, 'change_storedfile');
INSERT INTO public.auth_permission VALUES (63, 'Can delete stored file', 16, 'delete_storedfile');
INSERT INTO public.auth_permission VALUES (64, 'Can view stored file', 16, 'view_storedfile');
INSERT INTO public.auth_permission VALUES (65, 'Can add outbox fact', 17, 'add_outboxfact');
INSERT INTO public.auth_permission VALUES (66, 'Can change outbox fact', 17, 'change_outboxfact');
INSERT INTO public.auth_permission VALUES (67, 'Can delete outbox fact', 17, 'delete_outboxfact');
INSERT INTO public.auth_permission VALUES (68, 'Can view outbox fact', 17, 'view_outboxfact');
INSERT INTO public.auth_permission VALUES (69, 'Can add world', 18, 'add_world');
INSERT INTO public.auth_permission VALUES (70, 'Can change world', 18, 'change_world');
INSERT INTO public.auth_permission VALUES (71, 'Can delete world', 18, 'delete_world');
INSERT INTO public.auth_permission VALUES (72, 'Can view world', 18, 'view_world');
INSERT INTO public.auth_permission VALUES (73, 'Can add scheduled run', 19, 'add_scheduledrun');
INSERT INTO public.auth_permission VALUES (74, 'Can change scheduled run', 19, 'change_scheduledrun');
INSERT INTO public.auth_permission VALUES (75, 'Can delete scheduled run', 19, 'delete_scheduledrun');
INSERT INTO public.auth_permission VALUES (76, 'Can view scheduled run', 19, 'view_scheduledrun');
INSERT INTO public.auth_permission VALUES (77, 'Can add user', 20, 'add_user');
INSERT INTO public.auth_permission VALUES (78, 'Can change user', 20, 'change_user');
INSERT INTO public.auth_permission VALUES (79, 'Can delete user', 20, 'delete_user');
INSERT INTO public.auth_permission VALUES (80, 'Can view user', 20, 'view_user');
INSERT INTO public.auth_permission VALUES (81, 'Can add audit event', 21, 'add_auditevent');
INSERT INTO public.auth_permission VALUES (82, 'Can change audit event', 21, 'change_auditevent');
INSERT INTO public.auth_permission VALUES (83, 'Can delete audit event', 21, 'delete_auditevent');
INSERT INTO public.auth_permission VALUES (84, 'Can view audit event', 21, 'view_auditevent');
INSERT INTO public.auth_permission VALUES (85, 'Can add audit seal', 22, 'add_auditseal');
INSERT INTO public.auth_permission VALUES (86, 'Can change audit seal', 22, 'change_auditseal');
INSERT INTO public.auth_permission VALUES (87, 'Can delete audit seal', 22, 'delete_auditseal');
INSERT INTO public.auth_permission VALUES (88, 'Can view audit seal', 22, 'view_auditseal');
INSERT INTO public.auth_permission VALUES (89, 'Can add audit subject', 23, 'add_auditsubject');
INSERT INTO public.auth_permission VALUES (90, 'Can change audit subject', 23, 'change_auditsubject');
INSERT INTO public.auth_permission VALUES (91, 'Can delete audit subject', 23, 'delete_auditsubject');
INSERT INTO public.auth_permission VALUES (92, 'Can view audit subject', 23, 'view_auditsubject');
INSERT INTO public.auth_permission VALUES (93, 'Can add denial', 24, 'add_denial');
INSERT INTO public.auth_permission VALUES (94, 'Can change denial', 24, 'change_denial');
INSERT INTO public.auth_permission VALUES (95, 'Can delete denial', 24, 'delete_denial');
INSERT INTO public.auth_permission VALUES (96, 'Can view denial', 24, 'view_denial');
INSERT INTO public.auth_permission VALUES (97, 'Can add seal horizon', 25, 'add_sealhorizon');
INSERT INTO public.auth_permission VALUES (98, 'Can change seal horizon', 25, 'change_sealhorizon');
INSERT INTO public.auth_permission VALUES (99, 'Can delete seal horizon', 25, 'delete_sealhorizon');
INSERT INTO public.auth_permission VALUES (100, 'Can view seal horizon', 25, 'view_sealhorizon');
INSERT INTO public.auth_permission VALUES (101, 'Can add labelling', 26, 'add_labelling');
INSERT INTO public.auth_permission VALUES (102, 'Can change labelling', 26, 'change_labelling');
INSERT INTO public.auth_permission VALUES (103, 'Can delete labelling', 26, 'delete_labelling');
INSERT INTO public.auth_permission VALUES (104, 'Can view labelling', 26, 'view_labelling');
INSERT INTO public.auth_permission VALUES (105, 'Can add consent', 27, 'add_consent');
INSERT INTO public.auth_permission VALUES (106, 'Can change consent', 27, 'change_consent');
INSERT INTO public.auth_permission VALUES (107, 'Can delete consent', 27, 'delete_consent');
INSERT INTO public.auth_permission VALUES (108, 'Can view consent', 27, 'view_consent');
INSERT INTO public.auth_permission VALUES (109, 'Can add access', 28, 'add_access');
INSERT INTO public.auth_permission VALUES (110, 'Can change access', 28, 'change_access');
INSERT INTO public.auth_permission VALUES (111, 'Can delete access', 28, 'delete_access');
INSERT INTO public.auth_permission VALUES (112, 'Can view access', 28, 'view_access');
INSERT INTO public.auth_permission VALUES (113, 'Can add password code', 29, 'add_passwordcode');
INSERT INTO public.auth_permission VALUES (114, 'Can change password code', 29, 'change_passwordcode');
INSERT INTO public.auth_permission VALUES (115, 'Can delete password code', 29, 'delete_passwordcode');
INSERT INTO public.auth_permission VALUES (116, 'Can view password code', 29, 'view_passwordcode');
INSERT INTO public.auth_permission VALUES (117, 'Can add session', 30, 'add_session');
INSERT INTO public.auth_permission VALUES (118, 'Can change session', 30, 'change_session');
INSERT INTO public.auth_permission VALUES (119, 'Can delete session', 30, 'delete_session');
INSERT INTO public.auth_permission VALUES (120, 'Can view session', 30, 'view_session');
INSERT INTO public.auth_permission VALUES (121, 'Can add sign in rules', 31, 'add_signinrules');
INSERT INTO public.auth_permission VALUES (122, 'Can change sign in rules', 31, 'change_signinrules');
INSERT INTO public.auth_permission VALUES (123, 'Can delete sign in rules', 31, 'delete_signinrules');
INSERT INTO public.auth_permission VALUES (124, 'Can view sign in rules', 31, 'view_signinrules');
INSERT INTO public.auth_permission VALUES (125, 'Can add number sequence', 32, 'add_numbersequence');
INSERT INTO public.auth_permission VALUES (126, 'Can change number sequence', 32, 'change_numbersequence');
INSERT INTO public.auth_permission VALUES (127, 'Can delete number sequence', 32, 'delete_numbersequence');
INSERT INTO public.auth_permission VALUES (128, 'Can view number sequence', 32, 'view_numbersequence');
INSERT INTO public.auth_permission VALUES (129, 'Can add payer', 33, 'add_payer');
INSERT INTO public.auth_permission VALUES (130, 'Can change payer', 33, 'change_payer');
INSERT INTO public.auth_permission VALUES (131, 'Can delete payer', 33, 'delete_payer');
INSERT INTO public.auth_permission VALUES (132, 'Can view payer', 33, 'view_payer');
INSERT INTO public.auth_permission VALUES (133, 'Can add site', 34, 'add_site');
INSERT INTO public.auth_permission VALUES (134, 'Can change site', 34, 'change_site');
INSERT INTO public.auth_permission VALUES (135, 'Can delete site', 34, 'delete_site');
INSERT INTO public.auth_permission VALUES (136, 'Can view site', 34, 'view_site');
INSERT INTO public.auth_permission VALUES (137, 'Can add practice', 35, 'add_practice');
INSERT INTO public.auth_permission VALUES (138, 'Can change practice', 35, 'change_practice');
INSERT INTO public.auth_permission VALUES (139, 'Can delete practice', 35, 'delete_practice');
INSERT INTO public.auth_permission VALUES (140, 'Can view practice', 35, 'view_practice');
INSERT INTO public.auth_permission VALUES (141, 'Can add staff', 36, 'add_staff');
INSERT INTO public.auth_permission VALUES (142, 'Can change staff', 36, 'change_staff');
INSERT INTO public.auth_permission VALUES (143, 'Can delete staff', 36, 'delete_staff');
INSERT INTO public.auth_permission VALUES (144, 'Can view staff', 36, 'view_staff');
INSERT INTO public.auth_permission VALUES (145, 'Can add work item', 37, 'add_workitem');
INSERT INTO public.auth_permission VALUES (146, 'Can change work item', 37, 'change_workitem');
INSERT INTO public.auth_permission VALUES (147, 'Can delete work item', 37, 'delete_workitem');
INSERT INTO public.auth_permission VALUES (148, 'Can view work item', 37, 'view_workitem');
INSERT INTO public.auth_permission VALUES (149, 'Can add exam room', 38, 'add_examroom');
INSERT INTO public.auth_permission VALUES (150, 'Can change exam room', 38, 'change_examroom');
INSERT INTO public.auth_permission VALUES (151, 'Can delete exam room', 38, 'delete_examroom');
INSERT INTO public.auth_permission VALUES (152, 'Can view exam room', 38, 'view_examroom');
INSERT INTO public.auth_permission VALUES (153, 'Can add closure', 39, 'add_closure');
INSERT INTO public.auth_permission VALUES (154, 'Can change closure', 39, 'change_closure');
INSERT INTO public.auth_permission VALUES (155, 'Can delete closure', 39, 'delete_closure');
INSERT INTO public.auth_permission VALUES (156, 'Can view closure', 39, 'view_closure');
INSERT INTO public.auth_permission VALUES (157, 'Can add patient', 40, 'add_patient');
INSERT INTO public.auth_permission VALUES (158, 'Can change patient', 40, 'change_patient');
INSERT INTO public.auth_permission VALUES (159, 'Can delete patient', 40, 'delete_patient');
INSERT INTO public.auth_permission VALUES (160, 'Can view patient', 40, 'view_patient');
INSERT INTO public.auth_permission VALUES (161, 'Can add name word', 41, 'add_nameword');
INSERT INTO public.auth_permission VALUES (162, 'Can change name word', 41, 'change_nameword');
INSERT INTO public.auth_permission VALUES (163, 'Can delete name word', 41, 'delete_nameword');
INSERT INTO public.auth_permission VALUES (164, 'Can view name word', 41, 'view_nameword');
INSERT INTO public.auth_permission VALUES (165, 'Can add permitted person', 42, 'add_permittedperson');
INSERT INTO public.auth_permission VALUES (166, 'Can change permitted person', 42, 'change_permittedperson');
INSERT INTO public.auth_permission VALUES (167, 'Can delete permitted person', 42, 'delete_permittedperson');
INSERT INTO public.auth_permission VALUES (168, 'Can view permitted person', 42, 'view_permittedperson');
INSERT INTO public.auth_permission VALUES (169, 'Can add known word', 43, 'add_knownword');
INSERT INTO public.auth_permission VALUES (170, 'Can change known word', 43, 'change_knownword');
INSERT INTO public.auth_permission VALUES (171, 'Can delete known word', 43, 'delete_knownword');
INSERT INTO public.auth_permission VALUES (172, 'Can view known word', 43, 'view_knownword');
INSERT INTO public.auth_permission VALUES (173, 'Can add said', 44, 'add_said');
INSERT INTO public.auth_permission VALUES (174, 'Can change said', 44, 'change_said');
INSERT INTO public.auth_permission VALUES (175, 'Can delete said', 44, 'delete_said');
INSERT INTO public.auth_permission VALUES (176, 'Can view said', 44, 'view_said');
INSERT INTO public.auth_permission VALUES (177, 'Can add label size', 45, 'add_labelsize');
INSERT INTO public.auth_permission VALUES (178, 'Can change label size', 45, 'change_labelsize');
INSERT INTO public.auth_permission VALUES (179, 'Can delete label size', 45, 'delete_labelsize');
INSERT INTO public.auth_permission VALUES (180, 'Can view label size', 45, 'view_labelsize');
INSERT INTO public.auth_permission VALUES (181, 'Can add merge', 46, 'add_merge');
INSERT INTO public.auth_permission VALUES (182, 'Can change merge', 46, 'change_merge');
INSERT INTO public.auth_permission VALUES (183, 'Can delete merge', 46, 'delete_merge');
INSERT INTO public.auth_permission VALUES (184, 'Can view merge', 46, 'view_merge');
INSERT INTO public.auth_permission VALUES (185, 'Can add merge part', 47, 'add_mergepart');
INSERT INTO public.auth_permission VALUES (186, 'Can change merge part', 47, 'change_mergepart');
INSERT INTO public.auth_permission VALUES (187, 'Can delete merge part', 47, 'delete_mergepart');
INSERT INTO public.auth_permission VALUES (188, 'Can view merge part', 47, 'view_mergepart');
INSERT INTO public.auth_permission VALUES (189, 'Can add maybe same', 48, 'add_maybesame');
INSERT INTO public.auth_permission VALUES (190, 'Can change maybe same', 48, 'change_maybesame');
INSERT INTO public.auth_permission VALUES (191, 'Can delete maybe same', 48, 'delete_maybesame');
INSERT INTO public.auth_permission VALUES (192, 'Can view maybe same', 48, 'view_maybesame');
INSERT INTO public.auth_permission VALUES (193, 'Can add contact', 49, 'add_contact');
INSERT INTO public.auth_permission VALUES (194, 'Can change contact', 49, 'change_contact');
INSERT INTO public.auth_permission VALUES (195, 'Can delete contact', 49, 'delete_contact');
INSERT INTO public.auth_permission VALUES (196, 'Can view contact', 49, 'view_contact');
INSERT INTO public.auth_permission VALUES (197, 'Can add card fact', 50, 'add_cardfact');
INSERT INTO public.auth_permission VALUES (198, 'Can change card fact', 50, 'change_cardfact');
INSERT INTO public.auth_permission VALUES (199, 'Can delete card fact', 50, 'delete_cardfact');
INSERT INTO public.auth_permission VALUES (200, 'Can view card fact', 50, 'view_cardfact');
INSERT INTO public.auth_permission VALUES (201, 'Can add policy', 51, 'add_policy');
INSERT INTO public.auth_permission VALUES (202, 'Can change policy', 51, 'change_policy');
INSERT INTO public.auth_permission VALUES (203, 'Can delete policy', 51, 'delete_policy');
INSERT INTO public.auth_permission VALUES (204, 'Can view policy', 51, 'view_policy');
INSERT INTO public.auth_permission VALUES (205, 'Can add line', 52, 'add_line');
INSERT INTO public.auth_permission VALUES (206, 'Can change line', 52, 'change_line');
INSERT INTO public.auth_permission VALUES (207, 'Can delete line', 52, 'delete_line');
INSERT INTO public.auth_permission VALUES (208, 'Can view line', 52, 'view_line');
INSERT INTO public.auth_permission VALUES (209, 'Can add case', 53, 'add_case');
INSERT INTO public.auth_permission VALUES (210, 'Can change case', 53, 'change_case');
INSERT INTO public.auth_permission VALUES (211, 'Can delete case', 53, 'delete_case');
INSERT INTO public.auth_permission VALUES (212, 'Can view case', 53, 'view_case');
INSERT INTO public.auth_permission VALUES (213, 'Can add check', 54, 'add_check');
INSERT INTO public.auth_permission VALUES (214, 'Can change check', 54, 'change_check');
INSERT INTO public.auth_permission VALUES (215, 'Can delete check', 54, 'delete_check');
INSERT INTO public.auth_permission VALUES (216, 'Can view check', 54, 'view_check');
INSERT INTO public.auth_permission VALUES (217, 'Can add encounter', 55, 'add_encounter');
INSERT INTO public.auth_permission VALUES (218, 'Can change encounter', 55, 'change_encounter');
INSERT INTO public.auth_permission VALUES (219, 'Can delete encounter', 55, 'delete_encounter');
INSERT INTO public.auth_permission VALUES (220, 'Can view encounter', 55, 'view_encounter');
INSERT INTO public.auth_permission VALUES (221, 'Can add stage change', 56, 'add_stagechange');
INSERT INTO public.auth_permission VALUES (222, 'Can change stage change', 56, 'change_stagechange');
INSERT INTO public.auth_permission VALUES (223, 'Can delete stage change', 56, 'delete_stagechange');
INSERT INTO public.auth_permission VALUES (224, 'Can view stage change', 56, 'view_stagechange');
INSERT INTO public.auth_permission VALUES (225, 'Can add document', 57, 'add_document');
INSERT INTO public.auth_permission VALUES (226, 'Can change document', 57, 'change_document');
INSERT INTO public.auth_permission VALUES (227, 'Can delete document', 57, 'delete_document');
INSERT INTO public.auth_permission VALUES (228, 'Can view document', 57, 'view_document');
INSERT INTO public.auth_permission VALUES (229, 'Can add document change', 58, 'add_documentchange');
INSERT INTO public.auth_permission VALUES (230, 'Can change document change', 58, 'change_documentchange');
INSERT INTO public.auth_permission VALUES (231, 'Can delete document change', 58, 'delete_documentchange');
INSERT INTO public.auth_permission VALUES (232, 'Can view document change', 58, 'view_documentchange');
INSERT INTO public.auth_permission VALUES (233, 'Can add paper file', 59, 'add_paperfile');
INSERT INTO public.auth_permission VALUES (234, 'Can change paper file', 59, 'change_paperfile');
INSERT INTO public.auth_permission VALUES (235, 'Can delete paper file', 59, 'delete_paperfile');
INSERT INTO public.auth_permission VALUES (236, 'Can view paper file', 59, 'view_paperfile');
INSERT INTO public.auth_permission VALUES (237, 'Can add page text', 60, 'add_pagetext');
INSERT INTO public.auth_permission VALUES (238, 'Can change page text', 60, 'change_pagetext');
INSERT INTO public.auth_permission VALUES (239, 'Can delete page text', 60, 'delete_pagetext');
INSERT INTO public.auth_permission VALUES (240, 'Can view page text', 60, 'view_pagetext');
INSERT INTO public.auth_permission VALUES (241, 'Can add office keeping', 61, 'add_officekeeping');
INSERT INTO public.auth_permission VALUES (242, 'Can change office keeping', 61, 'change_officekeeping');
INSERT INTO public.auth_permission VALUES (243, 'Can delete office keeping', 61, 'delete_officekeeping');
INSERT INTO public.auth_permission VALUES (244, 'Can view office keeping', 61, 'view_officekeeping');
INSERT INTO public.auth_permission VALUES (245, 'Can add office kind', 62, 'add_officekind');
INSERT INTO public.auth_permission VALUES (246, 'Can change office kind', 62, 'change_officekind');
INSERT INTO public.auth_permission VALUES (247, 'Can delete office kind', 62, 'delete_officekind');
INSERT INTO public.auth_permission VALUES (248, 'Can view office kind', 62, 'view_officekind');
INSERT INTO public.auth_permission VALUES (249, 'Can add destruction', 63, 'add_destruction');
INSERT INTO public.auth_permission VALUES (250, 'Can change destruction', 63, 'change_destruction');
INSERT INTO public.auth_permission VALUES (251, 'Can delete destruction', 63, 'delete_destruction');
INSERT INTO public.auth_permission VALUES (252, 'Can view destruction', 63, 'view_destruction');
INSERT INTO public.auth_permission VALUES (253, 'Can add hold', 64, 'add_hold');
INSERT INTO public.auth_permission VALUES (254, 'Can change hold', 64, 'change_hold');
INSERT INTO public.auth_permission VALUES (255, 'Can delete hold', 64, 'delete_hold');
INSERT INTO public.auth_permission VALUES (256, 'Can view hold', 64, 'view_hold');
INSERT INTO public.auth_permission VALUES (257, 'Can add leaf', 65, 'add_leaf');
INSERT INTO public.auth_permission VALUES (258, 'Can change leaf', 65, 'change_leaf');
INSERT INTO public.auth_permission VALUES (259, 'Can delete leaf', 65, 'delete_leaf');
INSERT INTO public.auth_permission VALUES (260, 'Can view leaf', 65, 'view_leaf');
INSERT INTO public.auth_permission VALUES (261, 'Can add disclosure', 66, 'add_disclosure');
INSERT INTO public.auth_permission VALUES (262, 'Can change disclosure', 66, 'change_disclosure');
INSERT INTO public.auth_permission VALUES (263, 'Can delete disclosure', 66, 'delete_disclosure');
INSERT INTO public.auth_permission VALUES (264, 'Can view disclosure', 66, 'view_disclosure');
INSERT INTO public.auth_permission VALUES (265, 'Can add fax line', 67, 'add_faxline');
INSERT INTO public.auth_permission VALUES (266, 'Can change fax line', 67, 'change_faxline');
INSERT INTO public.auth_permission VALUES (267, 'Can delete fax line', 67, 'delete_faxline');
INSERT INTO public.auth_permission VALUES (268, 'Can view fax line', 67, 'view_faxline');
INSERT INTO public.auth_permission VALUES (269, 'Can add fax', 68, 'add_fax');
INSERT INTO public.auth_permission VALUES (270, 'Can change fax', 68, 'change_fax');
INSERT INTO public.auth_permission VALUES (271, 'Can delete fax', 68, 'delete_fax');
INSERT INTO public.auth_permission VALUES (272, 'Can view fax', 68, 'view_fax');
INSERT INTO public.auth_permission VALUES (273, 'Can add fax event', 69, 'add_faxevent');
INSERT INTO public.auth_permission VALUES (274, 'Can change fax event', 69, 'change_faxevent');
INSERT INTO public.auth_permission VALUES (275, 'Can delete fax event', 69, 'delete_faxevent');
INSERT INTO public.auth_permission VALUES (276, 'Can view fax event', 69, 'view_faxevent');
INSERT INTO public.auth_permission VALUES (277, 'Can add request', 70, 'add_request');
INSERT INTO public.auth_permission VALUES (278, 'Can change request', 70, 'change_request');
INSERT INTO public.auth_permission VALUES (279, 'Can delete request', 70, 'delete_request');
INSERT INTO public.auth_permission VALUES (280, 'Can view request', 70, 'view_request');
INSERT INTO public.auth_permission VALUES (281, 'Can add delivery', 71, 'add_delivery');
INSERT INTO public.auth_permission VALUES (282, 'Can change delivery', 71, 'change_delivery');
INSERT INTO public.auth_permission VALUES (283, 'Can delete delivery', 71, 'delete_delivery');
INSERT INTO public.auth_permission VALUES (284, 'Can view delivery', 71, 'view_delivery');
INSERT INTO public.auth_permission VALUES (285, 'Can add amendment', 72, 'add_amendment');
INSERT INTO public.auth_permission VALUES (286, 'Can change amendment', 72, 'change_amendment');
INSERT INTO public.auth_permission VALUES (287, 'Can delete amendment', 72, 'delete_amendment');
INSERT INTO public.auth_permission VALUES (288, 'Can view amendment', 72, 'view_amendment');
INSERT INTO public.auth_permission VALUES (289, 'Can add amendment line', 73, 'add_amendmentline');
INSERT INTO public.auth_permission VALUES (290, 'Can change amendment line', 73, 'change_amendmentline');
INSERT INTO public.auth_permission VALUES (291, 'Can delete amendment line', 73, 'delete_amendmentline');
INSERT INTO public.auth_permission VALUES (292, 'Can view amendment line', 73, 'view_amendmentline');
INSERT INTO public.auth_permission VALUES (293, 'Can add restriction', 74, 'add_restriction');
INSERT INTO public.auth_permission VALUES (294, 'Can change restriction', 74, 'change_restriction');
INSERT INTO public.auth_permission VALUES (295, 'Can delete restriction', 74, 'delete_restriction');
INSERT INTO public.auth_permission VALUES (296, 'Can view restriction', 74, 'view_restriction');
INSERT INTO public.auth_permission VALUES (297, 'Can add privacy notice', 75, 'add_privacynotice');
INSERT INTO public.auth_permission VALUES (298, 'Can change privacy notice', 75, 'change_privacynotice');
INSERT INTO public.auth_permission VALUES (299, 'Can delete privacy notice', 75, 'delete_privacynotice');
INSERT INTO public.auth_permission VALUES (300, 'Can view privacy notice', 75, 'view_privacynotice');
INSERT INTO public.auth_permission VALUES (301, 'Can add notice receipt', 76, 'add_noticereceipt');
INSERT INTO public.auth_permission VALUES (302, 'Can change notice receipt', 76, 'change_noticereceipt');
INSERT INTO public.auth_permission VALUES (303, 'Can delete notice receipt', 76, 'delete_noticereceipt');
INSERT INTO public.auth_permission VALUES (304, 'Can view notice receipt', 76, 'view_noticereceipt');
INSERT INTO public.auth_permission VALUES (305, 'Can add paper chart', 77, 'add_paperchart');
INSERT INTO public.auth_permission VALUES (728, 'Can view device', 182, 'view_device');
INSERT INTO public.auth_permission VALUES (306, 'Can change paper chart', 77, 'change_paperchart');
INSERT INTO public.auth_permission VALUES (307, 'Can delete paper chart', 77, 'delete_paperchart');
INSERT INTO public.auth_permission VALUES (308, 'Can view paper chart', 77, 'view_paperchart');
INSERT INTO public.auth_permission VALUES (309, 'Can add chart move', 78, 'add_chartmove');
INSERT INTO public.auth_permission VALUES (310, 'Can change chart move', 78, 'change_chartmove');
INSERT INTO public.auth_permission VALUES (311, 'Can delete chart move', 78, 'delete_chartmove');
INSERT INTO public.auth_permission VALUES (312, 'Can view chart move', 78, 'view_chartmove');
INSERT INTO public.auth_permission VALUES (313, 'Can add call', 79, 'add_call');
INSERT INTO public.auth_permission VALUES (314, 'Can change call', 79, 'change_call');
INSERT INTO public.auth_permission VALUES (315, 'Can delete call', 79, 'delete_call');
INSERT INTO public.auth_permission VALUES (316, 'Can view call', 79, 'view_call');
INSERT INTO public.auth_permission VALUES (317, 'Can add message file', 80, 'add_messagefile');
INSERT INTO public.auth_permission VALUES (318, 'Can change message file', 80, 'change_messagefile');
INSERT INTO public.auth_permission VALUES (319, 'Can delete message file', 80, 'delete_messagefile');
INSERT INTO public.auth_permission VALUES (320, 'Can view message file', 80, 'view_messagefile');
INSERT INTO public.auth_permission VALUES (321, 'Can add hand off', 81, 'add_handoff');
INSERT INTO public.auth_permission VALUES (322, 'Can change hand off', 81, 'change_handoff');
INSERT INTO public.auth_permission VALUES (323, 'Can delete hand off', 81, 'delete_handoff');
INSERT INTO public.auth_permission VALUES (324, 'Can view hand off', 81, 'view_handoff');
INSERT INTO public.auth_permission VALUES (325, 'Can add list entry', 82, 'add_listentry');
INSERT INTO public.auth_permission VALUES (326, 'Can change list entry', 82, 'change_listentry');
INSERT INTO public.auth_permission VALUES (327, 'Can delete list entry', 82, 'delete_listentry');
INSERT INTO public.auth_permission VALUES (328, 'Can view list entry', 82, 'view_listentry');
INSERT INTO public.auth_permission VALUES (329, 'Can add message', 83, 'add_message');
INSERT INTO public.auth_permission VALUES (330, 'Can change message', 83, 'change_message');
INSERT INTO public.auth_permission VALUES (331, 'Can delete message', 83, 'delete_message');
INSERT INTO public.auth_permission VALUES (332, 'Can view message', 83, 'view_message');
INSERT INTO public.auth_permission VALUES (333, 'Can add phone door', 84, 'add_phonedoor');
INSERT INTO public.auth_permission VALUES (334, 'Can change phone door', 84, 'change_phonedoor');
INSERT INTO public.auth_permission VALUES (335, 'Can delete phone door', 84, 'delete_phonedoor');
INSERT INTO public.auth_permission VALUES (336, 'Can view phone door', 84, 'view_phonedoor');
INSERT INTO public.auth_permission VALUES (337, 'Can add call event', 85, 'add_callevent');
INSERT INTO public.auth_permission VALUES (338, 'Can change call event', 85, 'change_callevent');
INSERT INTO public.auth_permission VALUES (339, 'Can delete call event', 85, 'delete_callevent');
INSERT INTO public.auth_permission VALUES (340, 'Can view call event', 85, 'view_callevent');
INSERT INTO public.auth_permission VALUES (341, 'Can add on call', 86, 'add_oncall');
INSERT INTO public.auth_permission VALUES (342, 'Can change on call', 86, 'change_oncall');
INSERT INTO public.auth_permission VALUES (343, 'Can delete on call', 86, 'delete_oncall');
INSERT INTO public.auth_permission VALUES (344, 'Can view on call', 86, 'view_oncall');
INSERT INTO public.auth_permission VALUES (345, 'Can add promise', 87, 'add_promise');
INSERT INTO public.auth_permission VALUES (346, 'Can change promise', 87, 'change_promise');
INSERT INTO public.auth_permission VALUES (347, 'Can delete promise', 87, 'delete_promise');
INSERT INTO public.auth_permission VALUES (348, 'Can view promise', 87, 'view_promise');
INSERT INTO public.auth_permission VALUES (349, 'Can add ring', 88, 'add_ring');
INSERT INTO public.auth_permission VALUES (350, 'Can change ring', 88, 'change_ring');
INSERT INTO public.auth_permission VALUES (351, 'Can delete ring', 88, 'delete_ring');
INSERT INTO public.auth_permission VALUES (352, 'Can view ring', 88, 'view_ring');
INSERT INTO public.auth_permission VALUES (353, 'Can add visit type', 89, 'add_visittype');
INSERT INTO public.auth_permission VALUES (354, 'Can change visit type', 89, 'change_visittype');
INSERT INTO public.auth_permission VALUES (355, 'Can delete visit type', 89, 'delete_visittype');
INSERT INTO public.auth_permission VALUES (356, 'Can view visit type', 89, 'view_visittype');
INSERT INTO public.auth_permission VALUES (357, 'Can add appointment', 90, 'add_appointment');
INSERT INTO public.auth_permission VALUES (358, 'Can change appointment', 90, 'change_appointment');
INSERT INTO public.auth_permission VALUES (359, 'Can delete appointment', 90, 'delete_appointment');
INSERT INTO public.auth_permission VALUES (360, 'Can view appointment', 90, 'view_appointment');
INSERT INTO public.auth_permission VALUES (361, 'Can add away', 91, 'add_away');
INSERT INTO public.auth_permission VALUES (362, 'Can change away', 91, 'change_away');
INSERT INTO public.auth_permission VALUES (363, 'Can delete away', 91, 'delete_away');
INSERT INTO public.auth_permission VALUES (364, 'Can view away', 91, 'view_away');
INSERT INTO public.auth_permission VALUES (365, 'Can add block', 92, 'add_block');
INSERT INTO public.auth_permission VALUES (366, 'Can change block', 92, 'change_block');
INSERT INTO public.auth_permission VALUES (367, 'Can delete block', 92, 'delete_block');
INSERT INTO public.auth_permission VALUES (368, 'Can view block', 92, 'view_block');
INSERT INTO public.auth_permission VALUES (369, 'Can add feed', 93, 'add_feed');
INSERT INTO public.auth_permission VALUES (370, 'Can change feed', 93, 'change_feed');
INSERT INTO public.auth_permission VALUES (371, 'Can delete feed', 93, 'delete_feed');
INSERT INTO public.auth_permission VALUES (372, 'Can view feed', 93, 'view_feed');
INSERT INTO public.auth_permission VALUES (373, 'Can add holding', 94, 'add_holding');
INSERT INTO public.auth_permission VALUES (374, 'Can change holding', 94, 'change_holding');
INSERT INTO public.auth_permission VALUES (375, 'Can delete holding', 94, 'delete_holding');
INSERT INTO public.auth_permission VALUES (376, 'Can view holding', 94, 'view_holding');
INSERT INTO public.auth_permission VALUES (377, 'Can add rule', 95, 'add_rule');
INSERT INTO public.auth_permission VALUES (378, 'Can change rule', 95, 'change_rule');
INSERT INTO public.auth_permission VALUES (379, 'Can delete rule', 95, 'delete_rule');
INSERT INTO public.auth_permission VALUES (380, 'Can view rule', 95, 'view_rule');
INSERT INTO public.auth_permission VALUES (381, 'Can add series', 96, 'add_series');
INSERT INTO public.auth_permission VALUES (382, 'Can change series', 96, 'change_series');
INSERT INTO public.auth_permission VALUES (383, 'Can delete series', 96, 'delete_series');
INSERT INTO public.auth_permission VALUES (384, 'Can view series', 96, 'view_series');
INSERT INTO public.auth_permission VALUES (385, 'Can add state change', 97, 'add_statechange');
INSERT INTO public.auth_permission VALUES (386, 'Can change state change', 97, 'change_statechange');
INSERT INTO public.auth_permission VALUES (387, 'Can delete state change', 97, 'delete_statechange');
INSERT INTO public.auth_permission VALUES (388, 'Can view state change', 97, 'view_statechange');
INSERT INTO public.auth_permission VALUES (389, 'Can add template', 98, 'add_template');
INSERT INTO public.auth_permission VALUES (390, 'Can change template', 98, 'change_template');
INSERT INTO public.auth_permission VALUES (391, 'Can delete template', 98, 'delete_template');
INSERT INTO public.auth_permission VALUES (392, 'Can view template', 98, 'view_template');
INSERT INTO public.auth_permission VALUES (393, 'Can add unit', 99, 'add_unit');
INSERT INTO public.auth_permission VALUES (394, 'Can change unit', 99, 'change_unit');
INSERT INTO public.auth_permission VALUES (395, 'Can delete unit', 99, 'delete_unit');
INSERT INTO public.auth_permission VALUES (396, 'Can view unit', 99, 'view_unit');
INSERT INTO public.auth_permission VALUES (397, 'Can add hold', 100, 'add_hold');
INSERT INTO public.auth_permission VALUES (398, 'Can change hold', 100, 'change_hold');
INSERT INTO public.auth_permission VALUES (399, 'Can delete hold', 100, 'delete_hold');
INSERT INTO public.auth_permission VALUES (400, 'Can view hold', 100, 'view_hold');
INSERT INTO public.auth_permission VALUES (401, 'Can add door', 101, 'add_door');
INSERT INTO public.auth_permission VALUES (402, 'Can change door', 101, 'change_door');
INSERT INTO public.auth_permission VALUES (403, 'Can delete door', 101, 'delete_door');
INSERT INTO public.auth_permission VALUES (404, 'Can view door', 101, 'view_door');
INSERT INTO public.auth_permission VALUES (405, 'Can add preference', 102, 'add_preference');
INSERT INTO public.auth_permission VALUES (406, 'Can change preference', 102, 'change_preference');
INSERT INTO public.auth_permission VALUES (407, 'Can delete preference', 102, 'delete_preference');
INSERT INTO public.auth_permission VALUES (408, 'Can view preference', 102, 'view_preference');
INSERT INTO public.auth_permission VALUES (409, 'Can add settings', 103, 'add_settings');
INSERT INTO public.auth_permission VALUES (410, 'Can change settings', 103, 'change_settings');
INSERT INTO public.auth_permission VALUES (411, 'Can delete settings', 103, 'delete_settings');
INSERT INTO public.auth_permission VALUES (412, 'Can view settings', 103, 'view_settings');
INSERT INTO public.auth_permission VALUES (413, 'Can add stopped', 104, 'add_stopped');
INSERT INTO public.auth_permission VALUES (414, 'Can change stopped', 104, 'change_stopped');
INSERT INTO public.auth_permission VALUES (415, 'Can delete stopped', 104, 'delete_stopped');
INSERT INTO public.auth_permission VALUES (416, 'Can view stopped', 104, 'view_stopped');
INSERT INTO public.auth_permission VALUES (417, 'Can add message', 105, 'add_message');
INSERT INTO public.auth_permission VALUES (418, 'Can change message', 105, 'change_message');
INSERT INTO public.auth_permission VALUES (419, 'Can delete message', 105, 'delete_message');
INSERT INTO public.auth_permission VALUES (420, 'Can view message', 105, 'view_message');
INSERT INTO public.auth_permission VALUES (421, 'Can add heard', 106, 'add_heard');
INSERT INTO public.auth_permission VALUES (422, 'Can change heard', 106, 'change_heard');
INSERT INTO public.auth_permission VALUES (423, 'Can delete heard', 106, 'delete_heard');
INSERT INTO public.auth_permission VALUES (424, 'Can view heard', 106, 'view_heard');
INSERT INTO public.auth_permission VALUES (425, 'Can add message event', 107, 'add_messageevent');
INSERT INTO public.auth_permission VALUES (426, 'Can change message event', 107, 'change_messageevent');
INSERT INTO public.auth_permission VALUES (427, 'Can delete message event', 107, 'delete_messageevent');
INSERT INTO public.auth_permission VALUES (428, 'Can view message event', 107, 'view_messageevent');
INSERT INTO public.auth_permission VALUES (429, 'Can add own text', 108, 'add_owntext');
INSERT INTO public.auth_permission VALUES (430, 'Can change own text', 108, 'change_owntext');
INSERT INTO public.auth_permission VALUES (431, 'Can delete own text', 108, 'delete_owntext');
INSERT INTO public.auth_permission VALUES (432, 'Can view own text', 108, 'view_owntext');
INSERT INTO public.auth_permission VALUES (433, 'Can add reminder rule', 109, 'add_reminderrule');
INSERT INTO public.auth_permission VALUES (434, 'Can change reminder rule', 109, 'change_reminderrule');
INSERT INTO public.auth_permission VALUES (435, 'Can delete reminder rule', 109, 'delete_reminderrule');
INSERT INTO public.auth_permission VALUES (436, 'Can view reminder rule', 109, 'view_reminderrule');
INSERT INTO public.auth_permission VALUES (437, 'Can add waiter', 110, 'add_waiter');
INSERT INTO public.auth_permission VALUES (438, 'Can change waiter', 110, 'change_waiter');
INSERT INTO public.auth_permission VALUES (439, 'Can delete waiter', 110, 'delete_waiter');
INSERT INTO public.auth_permission VALUES (440, 'Can view waiter', 110, 'view_waiter');
INSERT INTO public.auth_permission VALUES (441, 'Can add offer', 111, 'add_offer');
INSERT INTO public.auth_permission VALUES (442, 'Can change offer', 111, 'change_offer');
INSERT INTO public.auth_permission VALUES (443, 'Can delete offer', 111, 'delete_offer');
INSERT INTO public.auth_permission VALUES (444, 'Can view offer', 111, 'view_offer');
INSERT INTO public.auth_permission VALUES (445, 'Can add missed policy', 112, 'add_missedpolicy');
INSERT INTO public.auth_permission VALUES (446, 'Can change missed policy', 112, 'change_missedpolicy');
INSERT INTO public.auth_permission VALUES (447, 'Can delete missed policy', 112, 'delete_missedpolicy');
INSERT INTO public.auth_permission VALUES (448, 'Can view missed policy', 112, 'view_missedpolicy');
INSERT INTO public.auth_permission VALUES (449, 'Can add missed', 113, 'add_missed');
INSERT INTO public.auth_permission VALUES (450, 'Can change missed', 113, 'change_missed');
INSERT INTO public.auth_permission VALUES (451, 'Can delete missed', 113, 'delete_missed');
INSERT INTO public.auth_permission VALUES (452, 'Can view missed', 113, 'view_missed');
INSERT INTO public.auth_permission VALUES (453, 'Can add recall rule', 114, 'add_recallrule');
INSERT INTO public.auth_permission VALUES (454, 'Can change recall rule', 114, 'change_recallrule');
INSERT INTO public.auth_permission VALUES (455, 'Can delete recall rule', 114, 'delete_recallrule');
INSERT INTO public.auth_permission VALUES (456, 'Can view recall rule', 114, 'view_recallrule');
INSERT INTO public.auth_permission VALUES (457, 'Can add recall', 115, 'add_recall');
INSERT INTO public.auth_permission VALUES (458, 'Can change recall', 115, 'change_recall');
INSERT INTO public.auth_permission VALUES (459, 'Can delete recall', 115, 'delete_recall');
INSERT INTO public.auth_permission VALUES (460, 'Can view recall', 115, 'view_recall');
INSERT INTO public.auth_permission VALUES (461, 'Can add recall attempt', 116, 'add_recallattempt');
INSERT INTO public.auth_permission VALUES (462, 'Can change recall attempt', 116, 'change_recallattempt');
INSERT INTO public.auth_permission VALUES (463, 'Can delete recall attempt', 116, 'delete_recallattempt');
INSERT INTO public.auth_permission VALUES (464, 'Can view recall attempt', 116, 'view_recallattempt');
INSERT INTO public.auth_permission VALUES (465, 'Can add reschedule', 117, 'add_reschedule');
INSERT INTO public.auth_permission VALUES (466, 'Can change reschedule', 117, 'change_reschedule');
INSERT INTO public.auth_permission VALUES (467, 'Can delete reschedule', 117, 'delete_reschedule');
INSERT INTO public.auth_permission VALUES (468, 'Can view reschedule', 117, 'view_reschedule');
INSERT INTO public.auth_permission VALUES (469, 'Can add reschedule line', 118, 'add_rescheduleline');
INSERT INTO public.auth_permission VALUES (470, 'Can change reschedule line', 118, 'change_rescheduleline');
INSERT INTO public.auth_permission VALUES (471, 'Can delete reschedule line', 118, 'delete_rescheduleline');
INSERT INTO public.auth_permission VALUES (472, 'Can view reschedule line', 118, 'view_rescheduleline');
INSERT INTO public.auth_permission VALUES (473, 'Can add self booking', 119, 'add_selfbooking');
INSERT INTO public.auth_permission VALUES (474, 'Can change self booking', 119, 'change_selfbooking');
INSERT INTO public.auth_permission VALUES (475, 'Can delete self booking', 119, 'delete_selfbooking');
INSERT INTO public.auth_permission VALUES (476, 'Can view self booking', 119, 'view_selfbooking');
INSERT INTO public.auth_permission VALUES (477, 'Can add asked', 120, 'add_asked');
INSERT INTO public.auth_permission VALUES (478, 'Can change asked', 120, 'change_asked');
INSERT INTO public.auth_permission VALUES (479, 'Can delete asked', 120, 'delete_asked');
INSERT INTO public.auth_permission VALUES (480, 'Can view asked', 120, 'view_asked');
INSERT INTO public.auth_permission VALUES (481, 'Can add arrival', 121, 'add_arrival');
INSERT INTO public.auth_permission VALUES (482, 'Can change arrival', 121, 'change_arrival');
INSERT INTO public.auth_permission VALUES (483, 'Can delete arrival', 121, 'delete_arrival');
INSERT INTO public.auth_permission VALUES (484, 'Can view arrival', 121, 'view_arrival');
INSERT INTO public.auth_permission VALUES (485, 'Can add card', 122, 'add_card');
INSERT INTO public.auth_permission VALUES (486, 'Can change card', 122, 'change_card');
INSERT INTO public.auth_permission VALUES (487, 'Can delete card', 122, 'delete_card');
INSERT INTO public.auth_permission VALUES (488, 'Can view card', 122, 'view_card');
INSERT INTO public.auth_permission VALUES (489, 'Can add calling', 123, 'add_calling');
INSERT INTO public.auth_permission VALUES (490, 'Can change calling', 123, 'change_calling');
INSERT INTO public.auth_permission VALUES (491, 'Can delete calling', 123, 'delete_calling');
INSERT INTO public.auth_permission VALUES (492, 'Can view calling', 123, 'view_calling');
INSERT INTO public.auth_permission VALUES (493, 'Can add display', 124, 'add_display');
INSERT INTO public.auth_permission VALUES (494, 'Can change display', 124, 'change_display');
INSERT INTO public.auth_permission VALUES (495, 'Can delete display', 124, 'delete_display');
INSERT INTO public.auth_permission VALUES (496, 'Can view display', 124, 'view_display');
INSERT INTO public.auth_permission VALUES (497, 'Can add limit', 125, 'add_limit');
INSERT INTO public.auth_permission VALUES (498, 'Can change limit', 125, 'change_limit');
INSERT INTO public.auth_permission VALUES (499, 'Can delete limit', 125, 'delete_limit');
INSERT INTO public.auth_permission VALUES (500, 'Can view limit', 125, 'view_limit');
INSERT INTO public.auth_permission VALUES (501, 'Can add definition', 126, 'add_definition');
INSERT INTO public.auth_permission VALUES (502, 'Can change definition', 126, 'change_definition');
INSERT INTO public.auth_permission VALUES (503, 'Can delete definition', 126, 'delete_definition');
INSERT INTO public.auth_permission VALUES (504, 'Can view definition', 126, 'view_definition');
INSERT INTO public.auth_permission VALUES (505, 'Can add link', 127, 'add_link');
INSERT INTO public.auth_permission VALUES (506, 'Can change link', 127, 'change_link');
INSERT INTO public.auth_permission VALUES (507, 'Can delete link', 127, 'delete_link');
INSERT INTO public.auth_permission VALUES (508, 'Can view link', 127, 'view_link');
INSERT INTO public.auth_permission VALUES (509, 'Can add filled', 128, 'add_filled');
INSERT INTO public.auth_permission VALUES (510, 'Can change filled', 128, 'change_filled');
INSERT INTO public.auth_permission VALUES (511, 'Can delete filled', 128, 'delete_filled');
INSERT INTO public.auth_permission VALUES (512, 'Can view filled', 128, 'view_filled');
INSERT INTO public.auth_permission VALUES (513, 'Can add letterhead', 129, 'add_letterhead');
INSERT INTO public.auth_permission VALUES (514, 'Can change letterhead', 129, 'change_letterhead');
INSERT INTO public.auth_permission VALUES (515, 'Can delete letterhead', 129, 'delete_letterhead');
INSERT INTO public.auth_permission VALUES (516, 'Can view letterhead', 129, 'view_letterhead');
INSERT INTO public.auth_permission VALUES (517, 'Can add approval', 130, 'add_approval');
INSERT INTO public.auth_permission VALUES (518, 'Can change approval', 130, 'change_approval');
INSERT INTO public.auth_permission VALUES (519, 'Can delete approval', 130, 'delete_approval');
INSERT INTO public.auth_permission VALUES (520, 'Can view approval', 130, 'view_approval');
INSERT INTO public.auth_permission VALUES (521, 'Can add published', 131, 'add_published');
INSERT INTO public.auth_permission VALUES (522, 'Can change published', 131, 'change_published');
INSERT INTO public.auth_permission VALUES (523, 'Can delete published', 131, 'delete_published');
INSERT INTO public.auth_permission VALUES (524, 'Can view published', 131, 'view_published');
INSERT INTO public.auth_permission VALUES (525, 'Can add letter', 132, 'add_letter');
INSERT INTO public.auth_permission VALUES (526, 'Can change letter', 132, 'change_letter');
INSERT INTO public.auth_permission VALUES (527, 'Can delete letter', 132, 'delete_letter');
INSERT INTO public.auth_permission VALUES (528, 'Can view letter', 132, 'view_letter');
INSERT INTO public.auth_permission VALUES (529, 'Can add sending', 133, 'add_sending');
INSERT INTO public.auth_permission VALUES (530, 'Can change sending', 133, 'change_sending');
INSERT INTO public.auth_permission VALUES (531, 'Can delete sending', 133, 'delete_sending');
INSERT INTO public.auth_permission VALUES (532, 'Can view sending', 133, 'view_sending');
INSERT INTO public.auth_permission VALUES (533, 'Can add sending event', 134, 'add_sendingevent');
INSERT INTO public.auth_permission VALUES (534, 'Can change sending event', 134, 'change_sendingevent');
INSERT INTO public.auth_permission VALUES (535, 'Can delete sending event', 134, 'delete_sendingevent');
INSERT INTO public.auth_permission VALUES (536, 'Can view sending event', 134, 'view_sendingevent');
INSERT INTO public.auth_permission VALUES (537, 'Can add merge', 135, 'add_merge');
INSERT INTO public.auth_permission VALUES (538, 'Can change merge', 135, 'change_merge');
INSERT INTO public.auth_permission VALUES (539, 'Can delete merge', 135, 'delete_merge');
INSERT INTO public.auth_permission VALUES (540, 'Can view merge', 135, 'view_merge');
INSERT INTO public.auth_permission VALUES (541, 'Can add link rule', 136, 'add_linkrule');
INSERT INTO public.auth_permission VALUES (542, 'Can change link rule', 136, 'change_linkrule');
INSERT INTO public.auth_permission VALUES (543, 'Can delete link rule', 136, 'delete_linkrule');
INSERT INTO public.auth_permission VALUES (544, 'Can view link rule', 136, 'view_linkrule');
INSERT INTO public.auth_permission VALUES (545, 'Can add link', 137, 'add_link');
INSERT INTO public.auth_permission VALUES (546, 'Can change link', 137, 'change_link');
INSERT INTO public.auth_permission VALUES (547, 'Can delete link', 137, 'delete_link');
INSERT INTO public.auth_permission VALUES (548, 'Can view link', 137, 'view_link');
INSERT INTO public.auth_permission VALUES (549, 'Can add plain word', 138, 'add_plainword');
INSERT INTO public.auth_permission VALUES (550, 'Can change plain word', 138, 'change_plainword');
INSERT INTO public.auth_permission VALUES (551, 'Can delete plain word', 138, 'delete_plainword');
INSERT INTO public.auth_permission VALUES (552, 'Can view plain word', 138, 'view_plainword');
INSERT INTO public.auth_permission VALUES (553, 'Can add taken off', 139, 'add_takenoff');
INSERT INTO public.auth_permission VALUES (554, 'Can change taken off', 139, 'change_takenoff');
INSERT INTO public.auth_permission VALUES (555, 'Can delete taken off', 139, 'delete_takenoff');
INSERT INTO public.auth_permission VALUES (556, 'Can view taken off', 139, 'view_takenoff');
INSERT INTO public.auth_permission VALUES (557, 'Can add pace', 140, 'add_pace');
INSERT INTO public.auth_permission VALUES (558, 'Can change pace', 140, 'change_pace');
INSERT INTO public.auth_permission VALUES (559, 'Can delete pace', 140, 'delete_pace');
INSERT INTO public.auth_permission VALUES (560, 'Can view pace', 140, 'view_pace');
INSERT INTO public.auth_permission VALUES (561, 'Can add performer', 141, 'add_performer');
INSERT INTO public.auth_permission VALUES (562, 'Can change performer', 141, 'change_performer');
INSERT INTO public.auth_permission VALUES (563, 'Can delete performer', 141, 'delete_performer');
INSERT INTO public.auth_permission VALUES (564, 'Can view performer', 141, 'view_performer');
INSERT INTO public.auth_permission VALUES (565, 'Can add referral', 142, 'add_referral');
INSERT INTO public.auth_permission VALUES (566, 'Can change referral', 142, 'change_referral');
INSERT INTO public.auth_permission VALUES (567, 'Can delete referral', 142, 'delete_referral');
INSERT INTO public.auth_permission VALUES (568, 'Can view referral', 142, 'view_referral');
INSERT INTO public.auth_permission VALUES (569, 'Can add referral event', 143, 'add_referralevent');
INSERT INTO public.auth_permission VALUES (570, 'Can change referral event', 143, 'change_referralevent');
INSERT INTO public.auth_permission VALUES (571, 'Can delete referral event', 143, 'delete_referralevent');
INSERT INTO public.auth_permission VALUES (572, 'Can view referral event', 143, 'view_referralevent');
INSERT INTO public.auth_permission VALUES (573, 'Can add thread', 144, 'add_thread');
INSERT INTO public.auth_permission VALUES (574, 'Can change thread', 144, 'change_thread');
INSERT INTO public.auth_permission VALUES (575, 'Can delete thread', 144, 'delete_thread');
INSERT INTO public.auth_permission VALUES (576, 'Can view thread', 144, 'view_thread');
INSERT INTO public.auth_permission VALUES (577, 'Can add memo', 145, 'add_memo');
INSERT INTO public.auth_permission VALUES (578, 'Can change memo', 145, 'change_memo');
INSERT INTO public.auth_permission VALUES (579, 'Can delete memo', 145, 'delete_memo');
INSERT INTO public.auth_permission VALUES (580, 'Can view memo', 145, 'view_memo');
INSERT INTO public.auth_permission VALUES (581, 'Can add looked', 146, 'add_looked');
INSERT INTO public.auth_permission VALUES (582, 'Can change looked', 146, 'change_looked');
INSERT INTO public.auth_permission VALUES (583, 'Can delete looked', 146, 'delete_looked');
INSERT INTO public.auth_permission VALUES (584, 'Can view looked', 146, 'view_looked');
INSERT INTO public.auth_permission VALUES (585, 'Can add note', 147, 'add_note');
INSERT INTO public.auth_permission VALUES (586, 'Can change note', 147, 'change_note');
INSERT INTO public.auth_permission VALUES (587, 'Can delete note', 147, 'delete_note');
INSERT INTO public.auth_permission VALUES (588, 'Can view note', 147, 'view_note');
INSERT INTO public.auth_permission VALUES (589, 'Can add addendum', 148, 'add_addendum');
INSERT INTO public.auth_permission VALUES (590, 'Can change addendum', 148, 'change_addendum');
INSERT INTO public.auth_permission VALUES (591, 'Can delete addendum', 148, 'delete_addendum');
INSERT INTO public.auth_permission VALUES (592, 'Can view addendum', 148, 'view_addendum');
INSERT INTO public.auth_permission VALUES (593, 'Can add vital signs', 149, 'add_vitalsigns');
INSERT INTO public.auth_permission VALUES (594, 'Can change vital signs', 149, 'change_vitalsigns');
INSERT INTO public.auth_permission VALUES (595, 'Can delete vital signs', 149, 'delete_vitalsigns');
INSERT INTO public.auth_permission VALUES (596, 'Can view vital signs', 149, 'view_vitalsigns');
INSERT INTO public.auth_permission VALUES (597, 'Can add list attestation', 150, 'add_listattestation');
INSERT INTO public.auth_permission VALUES (598, 'Can change list attestation', 150, 'change_listattestation');
INSERT INTO public.auth_permission VALUES (599, 'Can delete list attestation', 150, 'delete_listattestation');
INSERT INTO public.auth_permission VALUES (600, 'Can view list attestation', 150, 'view_listattestation');
INSERT INTO public.auth_permission VALUES (601, 'Can add incoming entry', 151, 'add_incomingentry');
INSERT INTO public.auth_permission VALUES (602, 'Can change incoming entry', 151, 'change_incomingentry');
INSERT INTO public.auth_permission VALUES (603, 'Can delete incoming entry', 151, 'delete_incomingentry');
INSERT INTO public.auth_permission VALUES (604, 'Can view incoming entry', 151, 'view_incomingentry');
INSERT INTO public.auth_permission VALUES (605, 'Can add list entry', 152, 'add_listentry');
INSERT INTO public.auth_permission VALUES (606, 'Can change list entry', 152, 'change_listentry');
INSERT INTO public.auth_permission VALUES (607, 'Can delete list entry', 152, 'delete_listentry');
INSERT INTO public.auth_permission VALUES (608, 'Can view list entry', 152, 'view_listentry');
INSERT INTO public.auth_permission VALUES (609, 'Can add gestation', 153, 'add_gestation');
INSERT INTO public.auth_permission VALUES (610, 'Can change gestation', 153, 'change_gestation');
INSERT INTO public.auth_permission VALUES (611, 'Can delete gestation', 153, 'delete_gestation');
INSERT INTO public.auth_permission VALUES (612, 'Can view gestation', 153, 'view_gestation');
INSERT INTO public.auth_permission VALUES (613, 'Can add cosignature', 154, 'add_cosignature');
INSERT INTO public.auth_permission VALUES (614, 'Can change cosignature', 154, 'change_cosignature');
INSERT INTO public.auth_permission VALUES (615, 'Can delete cosignature', 154, 'delete_cosignature');
INSERT INTO public.auth_permission VALUES (616, 'Can view cosignature', 154, 'view_cosignature');
INSERT INTO public.auth_permission VALUES (617, 'Can add note route', 155, 'add_noteroute');
INSERT INTO public.auth_permission VALUES (618, 'Can change note route', 155, 'change_noteroute');
INSERT INTO public.auth_permission VALUES (619, 'Can delete note route', 155, 'delete_noteroute');
INSERT INTO public.auth_permission VALUES (620, 'Can view note route', 155, 'view_noteroute');
INSERT INTO public.auth_permission VALUES (621, 'Can add template order', 156, 'add_templateorder');
INSERT INTO public.auth_permission VALUES (622, 'Can change template order', 156, 'change_templateorder');
INSERT INTO public.auth_permission VALUES (623, 'Can delete template order', 156, 'delete_templateorder');
INSERT INTO public.auth_permission VALUES (624, 'Can view template order', 156, 'view_templateorder');
INSERT INTO public.auth_permission VALUES (625, 'Can add published template', 157, 'add_publishedtemplate');
INSERT INTO public.auth_permission VALUES (626, 'Can change published template', 157, 'change_publishedtemplate');
INSERT INTO public.auth_permission VALUES (627, 'Can delete published template', 157, 'delete_publishedtemplate');
INSERT INTO public.auth_permission VALUES (628, 'Can view published template', 157, 'view_publishedtemplate');
INSERT INTO public.auth_permission VALUES (629, 'Can add note revision', 158, 'add_noterevision');
INSERT INTO public.auth_permission VALUES (630, 'Can change note revision', 158, 'change_noterevision');
INSERT INTO public.auth_permission VALUES (631, 'Can delete note revision', 158, 'delete_noterevision');
INSERT INTO public.auth_permission VALUES (632, 'Can view note revision', 158, 'view_noterevision');
INSERT INTO public.auth_permission VALUES (633, 'Can add order', 159, 'add_order');
INSERT INTO public.auth_permission VALUES (634, 'Can change order', 159, 'change_order');
INSERT INTO public.auth_permission VALUES (635, 'Can delete order', 159, 'delete_order');
INSERT INTO public.auth_permission VALUES (636, 'Can view order', 159, 'view_order');
INSERT INTO public.auth_permission VALUES (637, 'Can add laboratory', 160, 'add_laboratory');
INSERT INTO public.auth_permission VALUES (638, 'Can change laboratory', 160, 'change_laboratory');
INSERT INTO public.auth_permission VALUES (639, 'Can delete laboratory', 160, 'delete_laboratory');
INSERT INTO public.auth_permission VALUES (640, 'Can view laboratory', 160, 'view_laboratory');
INSERT INTO public.auth_permission VALUES (641, 'Can add order set', 161, 'add_orderset');
INSERT INTO public.auth_permission VALUES (642, 'Can change order set', 161, 'change_orderset');
INSERT INTO public.auth_permission VALUES (643, 'Can delete order set', 161, 'delete_orderset');
INSERT INTO public.auth_permission VALUES (644, 'Can view order set', 161, 'view_orderset');
INSERT INTO public.auth_permission VALUES (645, 'Can add requisition', 162, 'add_requisition');
INSERT INTO public.auth_permission VALUES (646, 'Can change requisition', 162, 'change_requisition');
INSERT INTO public.auth_permission VALUES (647, 'Can delete requisition', 162, 'delete_requisition');
INSERT INTO public.auth_permission VALUES (648, 'Can view requisition', 162, 'view_requisition');
INSERT INTO public.auth_permission VALUES (649, 'Can add lab test', 163, 'add_labtest');
INSERT INTO public.auth_permission VALUES (650, 'Can change lab test', 163, 'change_labtest');
INSERT INTO public.auth_permission VALUES (651, 'Can delete lab test', 163, 'delete_labtest');
INSERT INTO public.auth_permission VALUES (652, 'Can view lab test', 163, 'view_labtest');
INSERT INTO public.auth_permission VALUES (653, 'Can add notice', 164, 'add_notice');
INSERT INTO public.auth_permission VALUES (654, 'Can change notice', 164, 'change_notice');
INSERT INTO public.auth_permission VALUES (655, 'Can delete notice', 164, 'delete_notice');
INSERT INTO public.auth_permission VALUES (656, 'Can view notice', 164, 'view_notice');
INSERT INTO public.auth_permission VALUES (657, 'Can add immunization registry', 165, 'add_immunizationregistry');
INSERT INTO public.auth_permission VALUES (658, 'Can change immunization registry', 165, 'change_immunizationregistry');
INSERT INTO public.auth_permission VALUES (659, 'Can delete immunization registry', 165, 'delete_immunizationregistry');
INSERT INTO public.auth_permission VALUES (660, 'Can view immunization registry', 165, 'view_immunizationregistry');
INSERT INTO public.auth_permission VALUES (661, 'Can add vaccine lot', 166, 'add_vaccinelot');
INSERT INTO public.auth_permission VALUES (662, 'Can change vaccine lot', 166, 'change_vaccinelot');
INSERT INTO public.auth_permission VALUES (663, 'Can delete vaccine lot', 166, 'delete_vaccinelot');
INSERT INTO public.auth_permission VALUES (664, 'Can view vaccine lot', 166, 'view_vaccinelot');
INSERT INTO public.auth_permission VALUES (665, 'Can add vaccine dose', 167, 'add_vaccinedose');
INSERT INTO public.auth_permission VALUES (666, 'Can change vaccine dose', 167, 'change_vaccinedose');
INSERT INTO public.auth_permission VALUES (667, 'Can delete vaccine dose', 167, 'delete_vaccinedose');
INSERT INTO public.auth_permission VALUES (668, 'Can view vaccine dose', 167, 'view_vaccinedose');
INSERT INTO public.auth_permission VALUES (669, 'Can add lot move', 168, 'add_lotmove');
INSERT INTO public.auth_permission VALUES (670, 'Can change lot move', 168, 'change_lotmove');
INSERT INTO public.auth_permission VALUES (671, 'Can delete lot move', 168, 'delete_lotmove');
INSERT INTO public.auth_permission VALUES (672, 'Can view lot move', 168, 'view_lotmove');
INSERT INTO public.auth_permission VALUES (673, 'Can add vaccine report', 169, 'add_vaccinereport');
INSERT INTO public.auth_permission VALUES (674, 'Can change vaccine report', 169, 'change_vaccinereport');
INSERT INTO public.auth_permission VALUES (675, 'Can delete vaccine report', 169, 'delete_vaccinereport');
INSERT INTO public.auth_permission VALUES (676, 'Can view vaccine report', 169, 'view_vaccinereport');
INSERT INTO public.auth_permission VALUES (677, 'Can add wrong dose', 170, 'add_wrongdose');
INSERT INTO public.auth_permission VALUES (678, 'Can change wrong dose', 170, 'change_wrongdose');
INSERT INTO public.auth_permission VALUES (679, 'Can delete wrong dose', 170, 'delete_wrongdose');
INSERT INTO public.auth_permission VALUES (680, 'Can view wrong dose', 170, 'view_wrongdose');
INSERT INTO public.auth_permission VALUES (681, 'Can add schedule release', 171, 'add_schedulerelease');
INSERT INTO public.auth_permission VALUES (682, 'Can change schedule release', 171, 'change_schedulerelease');
INSERT INTO public.auth_permission VALUES (683, 'Can delete schedule release', 171, 'delete_schedulerelease');
INSERT INTO public.auth_permission VALUES (684, 'Can view schedule release', 171, 'view_schedulerelease');
INSERT INTO public.auth_permission VALUES (685, 'Can add schedule fact', 172, 'add_schedulefact');
INSERT INTO public.auth_permission VALUES (686, 'Can change schedule fact', 172, 'change_schedulefact');
INSERT INTO public.auth_permission VALUES (687, 'Can delete schedule fact', 172, 'delete_schedulefact');
INSERT INTO public.auth_permission VALUES (688, 'Can view schedule fact', 172, 'view_schedulefact');
INSERT INTO public.auth_permission VALUES (689, 'Can add lab message', 173, 'add_labmessage');
INSERT INTO public.auth_permission VALUES (690, 'Can change lab message', 173, 'change_labmessage');
INSERT INTO public.auth_permission VALUES (691, 'Can delete lab message', 173, 'delete_labmessage');
INSERT INTO public.auth_permission VALUES (692, 'Can view lab message', 173, 'view_labmessage');
INSERT INTO public.auth_permission VALUES (693, 'Can add lab report', 174, 'add_labreport');
INSERT INTO public.auth_permission VALUES (694, 'Can change lab report', 174, 'change_labreport');
INSERT INTO public.auth_permission VALUES (695, 'Can delete lab report', 174, 'delete_labreport');
INSERT INTO public.auth_permission VALUES (696, 'Can view lab report', 174, 'view_labreport');
INSERT INTO public.auth_permission VALUES (697, 'Can add lab result', 175, 'add_labresult');
INSERT INTO public.auth_permission VALUES (698, 'Can change lab result', 175, 'change_labresult');
INSERT INTO public.auth_permission VALUES (699, 'Can delete lab result', 175, 'delete_labresult');
INSERT INTO public.auth_permission VALUES (700, 'Can view lab result', 175, 'view_labresult');
INSERT INTO public.auth_permission VALUES (701, 'Can add lab entry', 176, 'add_labentry');
INSERT INTO public.auth_permission VALUES (702, 'Can change lab entry', 176, 'change_labentry');
INSERT INTO public.auth_permission VALUES (703, 'Can delete lab entry', 176, 'delete_labentry');
INSERT INTO public.auth_permission VALUES (704, 'Can view lab entry', 176, 'view_labentry');
INSERT INTO public.auth_permission VALUES (705, 'Can add office test', 177, 'add_officetest');
INSERT INTO public.auth_permission VALUES (706, 'Can change office test', 177, 'change_officetest');
INSERT INTO public.auth_permission VALUES (707, 'Can delete office test', 177, 'delete_officetest');
INSERT INTO public.auth_permission VALUES (708, 'Can view office test', 177, 'view_officetest');
INSERT INTO public.auth_permission VALUES (709, 'Can add kit lot', 178, 'add_kitlot');
INSERT INTO public.auth_permission VALUES (710, 'Can change kit lot', 178, 'change_kitlot');
INSERT INTO public.auth_permission VALUES (711, 'Can delete kit lot', 178, 'delete_kitlot');
INSERT INTO public.auth_permission VALUES (712, 'Can view kit lot', 178, 'view_kitlot');
INSERT INTO public.auth_permission VALUES (713, 'Can add control', 179, 'add_control');
INSERT INTO public.auth_permission VALUES (714, 'Can change control', 179, 'change_control');
INSERT INTO public.auth_permission VALUES (715, 'Can delete control', 179, 'delete_control');
INSERT INTO public.auth_permission VALUES (716, 'Can view control', 179, 'view_control');
INSERT INTO public.auth_permission VALUES (717, 'Can add qc run', 180, 'add_qcrun');
INSERT INTO public.auth_permission VALUES (718, 'Can change qc run', 180, 'change_qcrun');
INSERT INTO public.auth_permission VALUES (719, 'Can delete qc run', 180, 'delete_qcrun');
INSERT INTO public.auth_permission VALUES (720, 'Can view qc run', 180, 'view_qcrun');
INSERT INTO public.auth_permission VALUES (721, 'Can add tested', 181, 'add_tested');
INSERT INTO public.auth_permission VALUES (722, 'Can change tested', 181, 'change_tested');
INSERT INTO public.auth_permission VALUES (723, 'Can delete tested', 181, 'delete_tested');
INSERT INTO public.auth_permission VALUES (724, 'Can view tested', 181, 'view_tested');
INSERT INTO public.auth_permission VALUES (725, 'Can add device', 182, 'add_device');
INSERT INTO public.auth_permission VALUES (726, 'Can change device', 182, 'change_device');
INSERT INTO public.auth_permission VALUES (727, 'Can delete device', 182, 'delete_device');
INSERT INTO public.auth_permission VALUES (729, 'Can add device calibration', 183, 'add_devicecalibration');
INSERT INTO public.auth_permission VALUES (730, 'Can change device calibration', 183, 'change_devicecalibration');
INSERT INTO public.auth_permission VALUES (731, 'Can delete device calibration', 183, 'delete_devicecalibration');
INSERT INTO public.auth_permission VALUES (732, 'Can view device calibration', 183, 'view_devicecalibration');
INSERT INTO public.auth_permission VALUES (733, 'Can add device file', 184, 'add_devicefile');
INSERT INTO public.auth_permission VALUES (734, 'Can change device file', 184, 'change_devicefile');
INSERT INTO public.auth_permission VALUES (735, 'Can delete device file', 184, 'delete_devicefile');
INSERT INTO public.auth_permission VALUES (736, 'Can view device file', 184, 'view_devicefile');
INSERT INTO public.auth_permission VALUES (737, 'Can add instrument book', 185, 'add_instrumentbook');
INSERT INTO public.auth_permission VALUES (738, 'Can change instrument book', 185, 'change_instrumentbook');
INSERT INTO public.auth_permission VALUES (739, 'Can delete instrument book', 185, 'delete_instrumentbook');
INSERT INTO public.auth_permission VALUES (740, 'Can view instrument book', 185, 'view_instrumentbook');
INSERT INTO public.auth_permission VALUES (741, 'Can add screened', 186, 'add_screened');
INSERT INTO public.auth_permission VALUES (742, 'Can change screened', 186, 'change_screened');
INSERT INTO public.auth_permission VALUES (743, 'Can delete screened', 186, 'delete_screened');
INSERT INTO public.auth_permission VALUES (744, 'Can view screened', 186, 'view_screened');
INSERT INTO public.auth_permission VALUES (745, 'Can add equipment', 187, 'add_equipment');
INSERT INTO public.auth_permission VALUES (746, 'Can change equipment', 187, 'change_equipment');
INSERT INTO public.auth_permission VALUES (747, 'Can delete equipment', 187, 'delete_equipment');
INSERT INTO public.auth_permission VALUES (748, 'Can view equipment', 187, 'view_equipment');
INSERT INTO public.auth_permission VALUES (749, 'Can add decided', 188, 'add_decided');
INSERT INTO public.auth_permission VALUES (750, 'Can change decided', 188, 'change_decided');
INSERT INTO public.auth_permission VALUES (751, 'Can delete decided', 188, 'delete_decided');
INSERT INTO public.auth_permission VALUES (752, 'Can view decided', 188, 'view_decided');
INSERT INTO public.auth_permission VALUES (753, 'Can add log entry', 189, 'add_logentry');
INSERT INTO public.auth_permission VALUES (754, 'Can change log entry', 189, 'change_logentry');
INSERT INTO public.auth_permission VALUES (755, 'Can delete log entry', 189, 'delete_logentry');
INSERT INTO public.auth_permission VALUES (756, 'Can view log entry', 189, 'view_logentry');
INSERT INTO public.auth_permission VALUES (757, 'Can add lot place', 190, 'add_lotplace');
INSERT INTO public.auth_permission VALUES (758, 'Can change lot place', 190, 'change_lotplace');
INSERT INTO public.auth_permission VALUES (759, 'Can delete lot place', 190, 'delete_lotplace');
INSERT INTO public.auth_permission VALUES (760, 'Can view lot place', 190, 'view_lotplace');
INSERT INTO public.auth_permission VALUES (761, 'Can add missed entry', 191, 'add_missedentry');
INSERT INTO public.auth_permission VALUES (762, 'Can change missed entry', 191, 'change_missedentry');
INSERT INTO public.auth_permission VALUES (763, 'Can delete missed entry', 191, 'delete_missedentry');
INSERT INTO public.auth_permission VALUES (764, 'Can view missed entry', 191, 'view_missedentry');
INSERT INTO public.auth_permission VALUES (765, 'Can add procedure kind', 192, 'add_procedurekind');
INSERT INTO public.auth_permission VALUES (766, 'Can change procedure kind', 192, 'change_procedurekind');
INSERT INTO public.auth_permission VALUES (767, 'Can delete procedure kind', 192, 'delete_procedurekind');
INSERT INTO public.auth_permission VALUES (768, 'Can view procedure kind', 192, 'view_procedurekind');
INSERT INTO public.auth_permission VALUES (769, 'Can add time out read', 193, 'add_timeoutread');
INSERT INTO public.auth_permission VALUES (770, 'Can change time out read', 193, 'change_timeoutread');
INSERT INTO public.auth_permission VALUES (771, 'Can delete time out read', 193, 'delete_timeoutread');
INSERT INTO public.auth_permission VALUES (772, 'Can view time out read', 193, 'view_timeoutread');
INSERT INTO public.auth_permission VALUES (773, 'Can add procedure done', 194, 'add_proceduredone');
INSERT INTO public.auth_permission VALUES (774, 'Can change procedure done', 194, 'change_proceduredone');
INSERT INTO public.auth_permission VALUES (775, 'Can delete procedure done', 194, 'delete_proceduredone');
INSERT INTO public.auth_permission VALUES (776, 'Can view procedure done', 194, 'view_proceduredone');
INSERT INTO public.auth_permission VALUES (777, 'Can add consent taken', 195, 'add_consenttaken');
INSERT INTO public.auth_permission VALUES (778, 'Can change consent taken', 195, 'change_consenttaken');
INSERT INTO public.auth_permission VALUES (779, 'Can delete consent taken', 195, 'delete_consenttaken');
INSERT INTO public.auth_permission VALUES (780, 'Can view consent taken', 195, 'view_consenttaken');
INSERT INTO public.auth_permission VALUES (781, 'Can add observed', 196, 'add_observed');
INSERT INTO public.auth_permission VALUES (782, 'Can change observed', 196, 'change_observed');
INSERT INTO public.auth_permission VALUES (783, 'Can delete observed', 196, 'delete_observed');
INSERT INTO public.auth_permission VALUES (784, 'Can view observed', 196, 'view_observed');
INSERT INTO public.auth_permission VALUES (785, 'Can add looked after', 197, 'add_lookedafter');
INSERT INTO public.auth_permission VALUES (786, 'Can change looked after', 197, 'change_lookedafter');
INSERT INTO public.auth_permission VALUES (787, 'Can delete looked after', 197, 'delete_lookedafter');
INSERT INTO public.auth_permission VALUES (788, 'Can view looked after', 197, 'view_lookedafter');
INSERT INTO public.auth_permission VALUES (789, 'Can add favourite', 198, 'add_favourite');
INSERT INTO public.auth_permission VALUES (790, 'Can change favourite', 198, 'change_favourite');
INSERT INTO public.auth_permission VALUES (791, 'Can delete favourite', 198, 'delete_favourite');
INSERT INTO public.auth_permission VALUES (792, 'Can view favourite', 198, 'view_favourite');
INSERT INTO public.auth_permission VALUES (793, 'Can add prescription', 199, 'add_prescription');
INSERT INTO public.auth_permission VALUES (794, 'Can change prescription', 199, 'change_prescription');
INSERT INTO public.auth_permission VALUES (795, 'Can delete prescription', 199, 'delete_prescription');
INSERT INTO public.auth_permission VALUES (796, 'Can view prescription', 199, 'view_prescription');
INSERT INTO public.auth_permission VALUES (797, 'Can add prescription event', 200, 'add_prescriptionevent');
INSERT INTO public.auth_permission VALUES (798, 'Can change prescription event', 200, 'change_prescriptionevent');
INSERT INTO public.auth_permission VALUES (799, 'Can delete prescription event', 200, 'delete_prescriptionevent');
INSERT INTO public.auth_permission VALUES (800, 'Can view prescription event', 200, 'view_prescriptionevent');
INSERT INTO public.auth_permission VALUES (801, 'Can add safety book', 201, 'add_safetybook');
INSERT INTO public.auth_permission VALUES (802, 'Can change safety book', 201, 'change_safetybook');
INSERT INTO public.auth_permission VALUES (803, 'Can delete safety book', 201, 'delete_safetybook');
INSERT INTO public.auth_permission VALUES (804, 'Can view safety book', 201, 'view_safetybook');
INSERT INTO public.auth_permission VALUES (805, 'Can add safety test', 202, 'add_safetytest');
INSERT INTO public.auth_permission VALUES (806, 'Can change safety test', 202, 'change_safetytest');
INSERT INTO public.auth_permission VALUES (807, 'Can delete safety test', 202, 'delete_safetytest');
INSERT INTO public.auth_permission VALUES (808, 'Can view safety test', 202, 'view_safetytest');
INSERT INTO public.auth_permission VALUES (809, 'Can add prescription alert', 203, 'add_prescriptionalert');
INSERT INTO public.auth_permission VALUES (810, 'Can change prescription alert', 203, 'change_prescriptionalert');
INSERT INTO public.auth_permission VALUES (811, 'Can delete prescription alert', 203, 'delete_prescriptionalert');
INSERT INTO public.auth_permission VALUES (812, 'Can view prescription alert', 203, 'view_prescriptionalert');
INSERT INTO public.auth_permission VALUES (813, 'Can add renewal', 204, 'add_renewal');
INSERT INTO public.auth_permission VALUES (814, 'Can change renewal', 204, 'change_renewal');
INSERT INTO public.auth_permission VALUES (815, 'Can delete renewal', 204, 'delete_renewal');
INSERT INTO public.auth_permission VALUES (816, 'Can view renewal', 204, 'view_renewal');
INSERT INTO public.auth_permission VALUES (817, 'Can add pharmacy', 205, 'add_pharmacy');
INSERT INTO public.auth_permission VALUES (818, 'Can change pharmacy', 205, 'change_pharmacy');
INSERT INTO public.auth_permission VALUES (819, 'Can delete pharmacy', 205, 'delete_pharmacy');
INSERT INTO public.auth_permission VALUES (820, 'Can view pharmacy', 205, 'view_pharmacy');
INSERT INTO public.auth_permission VALUES (821, 'Can add patient pharmacy', 206, 'add_patientpharmacy');
INSERT INTO public.auth_permission VALUES (822, 'Can change patient pharmacy', 206, 'change_patientpharmacy');
INSERT INTO public.auth_permission VALUES (823, 'Can delete patient pharmacy', 206, 'delete_patientpharmacy');
INSERT INTO public.auth_permission VALUES (824, 'Can view patient pharmacy', 206, 'view_patientpharmacy');
INSERT INTO public.auth_permission VALUES (825, 'Can add dispatch', 207, 'add_dispatch');
INSERT INTO public.auth_permission VALUES (826, 'Can change dispatch', 207, 'change_dispatch');
INSERT INTO public.auth_permission VALUES (827, 'Can delete dispatch', 207, 'delete_dispatch');
INSERT INTO public.auth_permission VALUES (828, 'Can view dispatch', 207, 'view_dispatch');
INSERT INTO public.auth_permission VALUES (829, 'Can add pharmacy message', 208, 'add_pharmacymessage');
INSERT INTO public.auth_permission VALUES (830, 'Can change pharmacy message', 208, 'change_pharmacymessage');
INSERT INTO public.auth_permission VALUES (831, 'Can delete pharmacy message', 208, 'delete_pharmacymessage');
INSERT INTO public.auth_permission VALUES (832, 'Can view pharmacy message', 208, 'view_pharmacymessage');
INSERT INTO public.auth_permission VALUES (833, 'Can add controlled agreement', 209, 'add_controlledagreement');
INSERT INTO public.auth_permission VALUES (834, 'Can change controlled agreement', 209, 'change_controlledagreement');
INSERT INTO public.auth_permission VALUES (835, 'Can delete controlled agreement', 209, 'delete_controlledagreement');
INSERT INTO public.auth_permission VALUES (836, 'Can view controlled agreement', 209, 'view_controlledagreement');
INSERT INTO public.auth_permission VALUES (837, 'Can add monitoring check', 210, 'add_monitoringcheck');
INSERT INTO public.auth_permission VALUES (838, 'Can change monitoring check', 210, 'change_monitoringcheck');
INSERT INTO public.auth_permission VALUES (839, 'Can delete monitoring check', 210, 'delete_monitoringcheck');
INSERT INTO public.auth_permission VALUES (840, 'Can view monitoring check', 210, 'view_monitoringcheck');
INSERT INTO public.auth_permission VALUES (841, 'Can add pill count', 211, 'add_pillcount');
INSERT INTO public.auth_permission VALUES (842, 'Can change pill count', 211, 'change_pillcount');
INSERT INTO public.auth_permission VALUES (843, 'Can delete pill count', 211, 'delete_pillcount');
INSERT INTO public.auth_permission VALUES (844, 'Can view pill count', 211, 'view_pillcount');
INSERT INTO public.auth_permission VALUES (845, 'Can add wire in', 212, 'add_wirein');
INSERT INTO public.auth_permission VALUES (846, 'Can change wire in', 212, 'change_wirein');
INSERT INTO public.auth_permission VALUES (847, 'Can delete wire in', 212, 'delete_wirein');
INSERT INTO public.auth_permission VALUES (848, 'Can view wire in', 212, 'view_wirein');
INSERT INTO public.auth_permission VALUES (849, 'Can add wire out', 213, 'add_wireout');
INSERT INTO public.auth_permission VALUES (850, 'Can change wire out', 213, 'change_wireout');
INSERT INTO public.auth_permission VALUES (851, 'Can delete wire out', 213, 'delete_wireout');
INSERT INTO public.auth_permission VALUES (852, 'Can view wire out', 213, 'view_wireout');
INSERT INTO public.auth_permission VALUES (853, 'Can add dictation pace', 214, 'add_dictationpace');
INSERT INTO public.auth_permission VALUES (854, 'Can change dictation pace', 214, 'change_dictationpace');
INSERT INTO public.auth_permission VALUES (855, 'Can delete dictation pace', 214, 'delete_dictationpace');
INSERT INTO public.auth_permission VALUES (856, 'Can view dictation pace', 214, 'view_dictationpace');
INSERT INTO public.auth_permission VALUES (857, 'Can add dictation', 215, 'add_dictation');
INSERT INTO public.auth_permission VALUES (858, 'Can change dictation', 215, 'change_dictation');
INSERT INTO public.auth_permission VALUES (859, 'Can delete dictation', 215, 'delete_dictation');
INSERT INTO public.auth_permission VALUES (860, 'Can view dictation', 215, 'view_dictation');
INSERT INTO public.auth_permission VALUES (861, 'Can add dictation blank', 216, 'add_dictationblank');
INSERT INTO public.auth_permission VALUES (862, 'Can change dictation blank', 216, 'change_dictationblank');
INSERT INTO public.auth_permission VALUES (863, 'Can delete dictation blank', 216, 'delete_dictationblank');
INSERT INTO public.auth_permission VALUES (864, 'Can view dictation blank', 216, 'view_dictationblank');
INSERT INTO public.auth_permission VALUES (865, 'Can add dictation step', 217, 'add_dictationstep');
INSERT INTO public.auth_permission VALUES (866, 'Can change dictation step', 217, 'change_dictationstep');
INSERT INTO public.auth_permission VALUES (867, 'Can delete dictation step', 217, 'delete_dictationstep');
INSERT INTO public.auth_permission VALUES (868, 'Can view dictation step', 217, 'view_dictationstep');
INSERT INTO public.auth_permission VALUES (869, 'Can add dictation text', 218, 'add_dictationtext');
INSERT INTO public.auth_permission VALUES (870, 'Can change dictation text', 218, 'change_dictationtext');
INSERT INTO public.auth_permission VALUES (871, 'Can delete dictation text', 218, 'delete_dictationtext');
INSERT INTO public.auth_permission VALUES (872, 'Can view dictation text', 218, 'view_dictationtext');
INSERT INTO public.auth_permission VALUES (873, 'Can add dictation version', 219, 'add_dictationversion');
INSERT INTO public.auth_permission VALUES (874, 'Can change dictation version', 219, 'change_dictationversion');
INSERT INTO public.auth_permission VALUES (875, 'Can delete dictation version', 219, 'delete_dictationversion');
INSERT INTO public.auth_permission VALUES (876, 'Can view dictation version', 219, 'view_dictationversion');
INSERT INTO public.auth_permission VALUES (877, 'Can add recording', 220, 'add_recording');
INSERT INTO public.auth_permission VALUES (878, 'Can change recording', 220, 'change_recording');
INSERT INTO public.auth_permission VALUES (879, 'Can delete recording', 220, 'delete_recording');
INSERT INTO public.auth_permission VALUES (880, 'Can view recording', 220, 'view_recording');
INSERT INTO public.auth_permission VALUES (881, 'Can add short form', 221, 'add_shortform');
INSERT INTO public.auth_permission VALUES (882, 'Can change short form', 221, 'change_shortform');
INSERT INTO public.auth_permission VALUES (883, 'Can delete short form', 221, 'delete_shortform');
INSERT INTO public.auth_permission VALUES (884, 'Can view short form', 221, 'view_shortform');
INSERT INTO public.auth_permission VALUES (885, 'Can add dictation hearing', 222, 'add_dictationhearing');
INSERT INTO public.auth_permission VALUES (886, 'Can change dictation hearing', 222, 'change_dictationhearing');
INSERT INTO public.auth_permission VALUES (887, 'Can delete dictation hearing', 222, 'delete_dictationhearing');
INSERT INTO public.auth_permission VALUES (888, 'Can view dictation hearing', 222, 'view_dictationhearing');
INSERT INTO public.auth_permission VALUES (889, 'Can add dictation draft', 223, 'add_dictationdraft');
INSERT INTO public.auth_permission VALUES (890, 'Can change dictation draft', 223, 'change_dictationdraft');
INSERT INTO public.auth_permission VALUES (891, 'Can delete dictation draft', 223, 'delete_dictationdraft');
INSERT INTO public.auth_permission VALUES (892, 'Can view dictation draft', 223, 'view_dictationdraft');
INSERT INTO public.auth_permission VALUES (893, 'Can add dictation lines', 224, 'add_dictationlines');
INSERT INTO public.auth_permission VALUES (894, 'Can change dictation lines', 224, 'change_dictationlines');
INSERT INTO public.auth_permission VALUES (895, 'Can delete dictation lines', 224, 'delete_dictationlines');
INSERT INTO public.auth_permission VALUES (896, 'Can view dictation lines', 224, 'view_dictationlines');
INSERT INTO public.auth_permission VALUES (897, 'Can add dictation draw', 225, 'add_dictationdraw');
INSERT INTO public.auth_permission VALUES (898, 'Can change dictation draw', 225, 'change_dictationdraw');
INSERT INTO public.auth_permission VALUES (899, 'Can delete dictation draw', 225, 'delete_dictationdraw');
INSERT INTO public.auth_permission VALUES (900, 'Can view dictation draw', 225, 'view_dictationdraw');
INSERT INTO public.auth_permission VALUES (901, 'Can add dictation review', 226, 'add_dictationreview');
INSERT INTO public.auth_permission VALUES (902, 'Can change dictation review', 226, 'change_dictationreview');
INSERT INTO public.auth_permission VALUES (903, 'Can delete dictation review', 226, 'delete_dictationreview');
INSERT INTO public.auth_permission VALUES (904, 'Can view dictation review', 226, 'view_dictationreview');
INSERT INTO public.auth_permission VALUES (905, 'Can add dictation error', 227, 'add_dictationerror');
INSERT INTO public.auth_permission VALUES (906, 'Can change dictation error', 227, 'change_dictationerror');
INSERT INTO public.auth_permission VALUES (907, 'Can delete dictation error', 227, 'delete_dictationerror');
INSERT INTO public.auth_permission VALUES (908, 'Can view dictation error', 227, 'view_dictationerror');
INSERT INTO public.auth_permission VALUES (909, 'Can add dictation sampling', 228, 'add_dictationsampling');
INSERT INTO public.auth_permission VALUES (910, 'Can change dictation sampling', 228, 'change_dictationsampling');
INSERT INTO public.auth_permission VALUES (911, 'Can delete dictation sampling', 228, 'delete_dictationsampling');
INSERT INTO public.auth_permission VALUES (912, 'Can view dictation sampling', 228, 'view_dictationsampling');
INSERT INTO public.auth_permission VALUES (913, 'Can add dictation take', 229, 'add_dictationtake');
INSERT INTO public.auth_permission VALUES (914, 'Can change dictation take', 229, 'change_dictationtake');
INSERT INTO public.auth_permission VALUES (915, 'Can delete dictation take', 229, 'delete_dictationtake');
INSERT INTO public.auth_permission VALUES (916, 'Can view dictation take', 229, 'view_dictationtake');
INSERT INTO public.auth_permission VALUES (917, 'Can add dictation stretch', 230, 'add_dictationstretch');
INSERT INTO public.auth_permission VALUES (918, 'Can change dictation stretch', 230, 'change_dictationstretch');
INSERT INTO public.auth_permission VALUES (919, 'Can delete dictation stretch', 230, 'delete_dictationstretch');
INSERT INTO public.auth_permission VALUES (920, 'Can view dictation stretch', 230, 'view_dictationstretch');
INSERT INTO public.auth_permission VALUES (921, 'Can add loose recording', 231, 'add_looserecording');
INSERT INTO public.auth_permission VALUES (922, 'Can change loose recording', 231, 'change_looserecording');
INSERT INTO public.auth_permission VALUES (923, 'Can delete loose recording', 231, 'delete_looserecording');
INSERT INTO public.auth_permission VALUES (924, 'Can view loose recording', 231, 'view_looserecording');
INSERT INTO public.auth_permission VALUES (925, 'Can add dictation chunk', 232, 'add_dictationchunk');
INSERT INTO public.auth_permission VALUES (926, 'Can change dictation chunk', 232, 'change_dictationchunk');
INSERT INTO public.auth_permission VALUES (927, 'Can delete dictation chunk', 232, 'delete_dictationchunk');
INSERT INTO public.auth_permission VALUES (928, 'Can view dictation chunk', 232, 'view_dictationchunk');
INSERT INTO public.auth_permission VALUES (929, 'Can add refused recording', 233, 'add_refusedrecording');
INSERT INTO public.auth_permission VALUES (930, 'Can change refused recording', 233, 'change_refusedrecording');
INSERT INTO public.auth_permission VALUES (931, 'Can delete refused recording', 233, 'delete_refusedrecording');
INSERT INTO public.auth_permission VALUES (932, 'Can view refused recording', 233, 'view_refusedrecording');
INSERT INTO public.auth_permission VALUES (933, 'Can add dictation hand', 234, 'add_dictationhand');
INSERT INTO public.auth_permission VALUES (934, 'Can change dictation hand', 234, 'change_dictationhand');
INSERT INTO public.auth_permission VALUES (935, 'Can delete dictation hand', 234, 'delete_dictationhand');
INSERT INTO public.auth_permission VALUES (936, 'Can view dictation hand', 234, 'view_dictationhand');
INSERT INTO public.auth_permission VALUES (937, 'Can add dictation correction', 235, 'add_dictationcorrection');
INSERT INTO public.auth_permission VALUES (938, 'Can change dictation correction', 235, 'change_dictationcorrection');
INSERT INTO public.auth_permission VALUES (939, 'Can delete dictation correction', 235, 'delete_dictationcorrection');
INSERT INTO public.auth_permission VALUES (940, 'Can view dictation correction', 235, 'view_dictationcorrection');
INSERT INTO public.auth_permission VALUES (941, 'Can add dictation left out', 236, 'add_dictationleftout');
INSERT INTO public.auth_permission VALUES (942, 'Can change dictation left out', 236, 'change_dictationleftout');
INSERT INTO public.auth_permission VALUES (943, 'Can delete dictation left out', 236, 'delete_dictationleftout');
INSERT INTO public.auth_permission VALUES (944, 'Can view dictation left out', 236, 'view_dictationleftout');
INSERT INTO public.auth_permission VALUES (945, 'Can add dictation heard', 237, 'add_dictationheard');
INSERT INTO public.auth_permission VALUES (946, 'Can change dictation heard', 237, 'change_dictationheard');
INSERT INTO public.auth_permission VALUES (947, 'Can delete dictation heard', 237, 'delete_dictationheard');
INSERT INTO public.auth_permission VALUES (948, 'Can view dictation heard', 237, 'view_dictationheard');
INSERT INTO public.auth_permission VALUES (949, 'Can add dictation copy', 238, 'add_dictationcopy');
INSERT INTO public.auth_permission VALUES (950, 'Can change dictation copy', 238, 'change_dictationcopy');
INSERT INTO public.auth_permission VALUES (951, 'Can delete dictation copy', 238, 'delete_dictationcopy');
INSERT INTO public.auth_permission VALUES (952, 'Can view dictation copy', 238, 'view_dictationcopy');
INSERT INTO public.auth_permission VALUES (953, 'Can add dictation copy letter', 239, 'add_dictationcopyletter');
INSERT INTO public.auth_permission VALUES (954, 'Can change dictation copy letter', 239, 'change_dictationcopyletter');
INSERT INTO public.auth_permission VALUES (955, 'Can delete dictation copy letter', 239, 'delete_dictationcopyletter');
INSERT INTO public.auth_permission VALUES (956, 'Can view dictation copy letter', 239, 'view_dictationcopyletter');
INSERT INTO public.auth_permission VALUES (957, 'Can add dictation hearing key', 240, 'add_dictationhearingkey');
INSERT INTO public.auth_permission VALUES (958, 'Can change dictation hearing key', 240, 'change_dictationhearingkey');
INSERT INTO public.auth_permission VALUES (959, 'Can delete dictation hearing key', 240, 'delete_dictationhearingkey');
INSERT INTO public.auth_permission VALUES (960, 'Can view dictation hearing key', 240, 'view_dictationhearingkey');
INSERT INTO public.auth_permission VALUES (961, 'Can add dictation hearing try', 241, 'add_dictationhearingtry');
INSERT INTO public.auth_permission VALUES (962, 'Can change dictation hearing try', 241, 'change_dictationhearingtry');
INSERT INTO public.auth_permission VALUES (963, 'Can delete dictation hearing try', 241, 'delete_dictationhearingtry');
INSERT INTO public.auth_permission VALUES (964, 'Can view dictation hearing try', 241, 'view_dictationhearingtry');
INSERT INTO public.auth_permission VALUES (965, 'Can add playing copy', 242, 'add_playingcopy');
INSERT INTO public.auth_permission VALUES (966, 'Can change playing copy', 242, 'change_playingcopy');
INSERT INTO public.auth_permission VALUES (967, 'Can delete playing copy', 242, 'delete_playingcopy');
INSERT INTO public.auth_permission VALUES (968, 'Can view playing copy', 242, 'view_playingcopy');
INSERT INTO public.auth_permission VALUES (969, 'Can add dictation style', 243, 'add_dictationstyle');
INSERT INTO public.auth_permission VALUES (970, 'Can change dictation style', 243, 'change_dictationstyle');
INSERT INTO public.auth_permission VALUES (971, 'Can delete dictation style', 243, 'delete_dictationstyle');
INSERT INTO public.auth_permission VALUES (972, 'Can view dictation style', 243, 'view_dictationstyle');
INSERT INTO public.auth_permission VALUES (973, 'Can add period close', 244, 'add_periodclose');
INSERT INTO public.auth_permission VALUES (974, 'Can change period close', 244, 'change_periodclose');
INSERT INTO public.auth_permission VALUES (975, 'Can delete period close', 244, 'delete_periodclose');
INSERT INTO public.auth_permission VALUES (976, 'Can view period close', 244, 'view_periodclose');
INSERT INTO public.auth_permission VALUES (977, 'Can add journal entry', 245, 'add_journalentry');
INSERT INTO public.auth_permission VALUES (978, 'Can change journal entry', 245, 'change_journalentry');
INSERT INTO public.auth_permission VALUES (979, 'Can delete journal entry', 245, 'delete_journalentry');
INSERT INTO public.auth_permission VALUES (980, 'Can view journal entry', 245, 'view_journalentry');
INSERT INTO public.auth_permission VALUES (981, 'Can add journal line', 246, 'add_journalline');
INSERT INTO public.auth_permission VALUES (982, 'Can change journal line', 246, 'change_journalline');
INSERT INTO public.auth_permission VALUES (983, 'Can delete journal line', 246, 'delete_journalline');
INSERT INTO public.auth_permission VALUES (984, 'Can view journal line', 246, 'view_journalline');
INSERT INTO public.auth_permission VALUES (985, 'Can add release', 247, 'add_release');
INSERT INTO public.auth_permission VALUES (986, 'Can change release', 247, 'change_release');
INSERT INTO public.auth_permission VALUES (987, 'Can delete release', 247, 'delete_release');
INSERT INTO public.auth_permission VALUES (988, 'Can view release', 247, 'view_release');
INSERT INTO public.auth_permission VALUES (989, 'Can add pair', 248, 'add_pair');
INSERT INTO public.auth_permission VALUES (990, 'Can change pair', 248, 'change_pair');
INSERT INTO public.auth_permission VALUES (991, 'Can delete pair', 248, 'delete_pair');
INSERT INTO public.auth_permission VALUES (992, 'Can view pair', 248, 'view_pair');
INSERT INTO public.auth_permission VALUES (993, 'Can add most units', 249, 'add_mostunits');
INSERT INTO public.auth_permission VALUES (994, 'Can change most units', 249, 'change_mostunits');
INSERT INTO public.auth_permission VALUES (995, 'Can delete most units', 249, 'delete_mostunits');
INSERT INTO public.auth_permission VALUES (996, 'Can view most units', 249, 'view_mostunits');
INSERT INTO public.auth_permission VALUES (997, 'Can add locality', 250, 'add_locality');
INSERT INTO public.auth_permission VALUES (998, 'Can change locality', 250, 'change_locality');
INSERT INTO public.auth_permission VALUES (999, 'Can delete locality', 250, 'delete_locality');
INSERT INTO public.auth_permission VALUES (1000, 'Can view locality', 250, 'view_locality');
INSERT INTO public.auth_permission VALUES (1001, 'Can add listed code', 251, 'add_listedcode');
INSERT INTO public.auth_permission VALUES (1002, 'Can change listed code', 251, 'change_listedcode');
INSERT INTO public.auth_permission VALUES (1003, 'Can delete listed code', 251, 'delete_listedcode');
INSERT INTO public.auth_permission VALUES (1004, 'Can view listed code', 251, 'view_listedcode');
INSERT INTO public.auth_permission VALUES (1005, 'Can add add on', 252, 'add_addon');
INSERT INTO public.auth_permission VALUES (1006, 'Can change add on', 252, 'change_addon');
INSERT INTO public.auth_permission VALUES (1007, 'Can delete add on', 252, 'delete_addon');
INSERT INTO public.auth_permission VALUES (1008, 'Can view add on', 252, 'view_addon');
INSERT INTO public.auth_permission VALUES (1009, 'Can add value', 253, 'add_value');
INSERT INTO public.auth_permission VALUES (1010, 'Can change value', 253, 'change_value');
INSERT INTO public.auth_permission VALUES (1011, 'Can delete value', 253, 'delete_value');
INSERT INTO public.auth_permission VALUES (1012, 'Can view value', 253, 'view_value');
INSERT INTO public.auth_permission VALUES (1013, 'Can add coverage code', 254, 'add_coveragecode');
INSERT INTO public.auth_permission VALUES (1014, 'Can change coverage code', 254, 'change_coveragecode');
INSERT INTO public.auth_permission VALUES (1015, 'Can delete coverage code', 254, 'delete_coveragecode');
INSERT INTO public.auth_permission VALUES (1016, 'Can view coverage code', 254, 'view_coveragecode');
INSERT INTO public.auth_permission VALUES (1017, 'Can add coding', 255, 'add_coding');
INSERT INTO public.auth_permission VALUES (1018, 'Can change coding', 255, 'change_coding');
INSERT INTO public.auth_permission VALUES (1019, 'Can delete coding', 255, 'delete_coding');
INSERT INTO public.auth_permission VALUES (1020, 'Can view coding', 255, 'view_coding');
INSERT INTO public.auth_permission VALUES (1021, 'Can add office service', 256, 'add_officeservice');
INSERT INTO public.auth_permission VALUES (1022, 'Can change office service', 256, 'change_officeservice');
INSERT INTO public.auth_permission VALUES (1023, 'Can delete office service', 256, 'delete_officeservice');
INSERT INTO public.auth_permission VALUES (1024, 'Can view office service', 256, 'view_officeservice');
INSERT INTO public.auth_permission VALUES (1025, 'Can add coded service', 257, 'add_codedservice');
INSERT INTO public.auth_permission VALUES (1026, 'Can change coded service', 257, 'change_codedservice');
INSERT INTO public.auth_permission VALUES (1027, 'Can delete coded service', 257, 'delete_codedservice');
INSERT INTO public.auth_permission VALUES (1028, 'Can view coded service', 257, 'view_codedservice');
INSERT INTO public.auth_permission VALUES (1029, 'Can add diagnosis', 258, 'add_diagnosis');
INSERT INTO public.auth_permission VALUES (1030, 'Can change diagnosis', 258, 'change_diagnosis');
INSERT INTO public.auth_permission VALUES (1031, 'Can delete diagnosis', 258, 'delete_diagnosis');
INSERT INTO public.auth_permission VALUES (1032, 'Can view diagnosis', 258, 'view_diagnosis');
INSERT INTO public.auth_permission VALUES (1033, 'Can add level element', 259, 'add_levelelement');
INSERT INTO public.auth_permission VALUES (1034, 'Can change level element', 259, 'change_levelelement');
INSERT INTO public.auth_permission VALUES (1035, 'Can delete level element', 259, 'delete_levelelement');
INSERT INTO public.auth_permission VALUES (1036, 'Can view level element', 259, 'view_levelelement');
INSERT INTO public.auth_permission VALUES (1037, 'Can add provider query', 260, 'add_providerquery');
INSERT INTO public.auth_permission VALUES (1038, 'Can change provider query', 260, 'change_providerquery');
INSERT INTO public.auth_permission VALUES (1039, 'Can delete provider query', 260, 'delete_providerquery');
INSERT INTO public.auth_permission VALUES (1040, 'Can view provider query', 260, 'view_providerquery');
INSERT INTO public.auth_permission VALUES (1041, 'Can add rejected suggestion', 261, 'add_rejectedsuggestion');
INSERT INTO public.auth_permission VALUES (1042, 'Can change rejected suggestion', 261, 'change_rejectedsuggestion');
INSERT INTO public.auth_permission VALUES (1043, 'Can delete rejected suggestion', 261, 'delete_rejectedsuggestion');
INSERT INTO public.auth_permission VALUES (1044, 'Can view rejected suggestion', 261, 'view_rejectedsuggestion');
INSERT INTO public.auth_permission VALUES (1045, 'Can add left as it is', 262, 'add_leftasitis');
INSERT INTO public.auth_permission VALUES (1046, 'Can change left as it is', 262, 'change_leftasitis');
INSERT INTO public.auth_permission VALUES (1047, 'Can delete left as it is', 262, 'delete_leftasitis');
INSERT INTO public.auth_permission VALUES (1048, 'Can view left as it is', 262, 'view_leftasitis');
INSERT INTO public.auth_permission VALUES (1049, 'Can add score switch', 263, 'add_scoreswitch');
INSERT INTO public.auth_permission VALUES (1050, 'Can change score switch', 263, 'change_scoreswitch');
INSERT INTO public.auth_permission VALUES (1051, 'Can delete score switch', 263, 'delete_scoreswitch');
INSERT INTO public.auth_permission VALUES (1052, 'Can view score switch', 263, 'view_scoreswitch');
INSERT INTO public.auth_permission VALUES (1053, 'Can add condition mark', 264, 'add_conditionmark');
INSERT INTO public.auth_permission VALUES (1054, 'Can change condition mark', 264, 'change_conditionmark');
INSERT INTO public.auth_permission VALUES (1055, 'Can delete condition mark', 264, 'delete_conditionmark');
INSERT INTO public.auth_permission VALUES (1056, 'Can view condition mark', 264, 'view_conditionmark');
INSERT INTO public.auth_permission VALUES (1057, 'Can add authorization', 265, 'add_authorization');
INSERT INTO public.auth_permission VALUES (1058, 'Can change authorization', 265, 'change_authorization');
INSERT INTO public.auth_permission VALUES (1059, 'Can delete authorization', 265, 'delete_authorization');
INSERT INTO public.auth_permission VALUES (1060, 'Can view authorization', 265, 'view_authorization');
INSERT INTO public.auth_permission VALUES (1061, 'Can add authorization event', 266, 'add_authorizationevent');
INSERT INTO public.auth_permission VALUES (1062, 'Can change authorization event', 266, 'change_authorizationevent');
INSERT INTO public.auth_permission VALUES (1063, 'Can delete authorization event', 266, 'delete_authorizationevent');
INSERT INTO public.auth_permission VALUES (1064, 'Can view authorization event', 266, 'view_authorizationevent');
INSERT INTO public.auth_permission VALUES (1065, 'Can add formulary', 267, 'add_formulary');
INSERT INTO public.auth_permission VALUES (1066, 'Can change formulary', 267, 'change_formulary');
INSERT INTO public.auth_permission VALUES (1067, 'Can delete formulary', 267, 'delete_formulary');
INSERT INTO public.auth_permission VALUES (1068, 'Can view formulary', 267, 'view_formulary');
INSERT INTO public.auth_permission VALUES (1069, 'Can add formulary line', 268, 'add_formularyline');
INSERT INTO public.auth_permission VALUES (1070, 'Can change formulary line', 268, 'change_formularyline');
INSERT INTO public.auth_permission VALUES (1071, 'Can delete formulary line', 268, 'delete_formularyline');
INSERT INTO public.auth_permission VALUES (1072, 'Can view formulary line', 268, 'view_formularyline');
INSERT INTO public.auth_permission VALUES (1073, 'Can add signed packet', 269, 'add_signedpacket');
INSERT INTO public.auth_permission VALUES (1074, 'Can change signed packet', 269, 'change_signedpacket');
INSERT INTO public.auth_permission VALUES (1075, 'Can delete signed packet', 269, 'delete_signedpacket');
INSERT INTO public.auth_permission VALUES (1076, 'Can view signed packet', 269, 'view_signedpacket');
INSERT INTO public.auth_permission VALUES (1077, 'Can add charge', 270, 'add_charge');
INSERT INTO public.auth_permission VALUES (1078, 'Can change charge', 270, 'change_charge');
INSERT INTO public.auth_permission VALUES (1079, 'Can delete charge', 270, 'delete_charge');
INSERT INTO public.auth_permission VALUES (1080, 'Can view charge', 270, 'view_charge');
INSERT INTO public.auth_permission VALUES (1081, 'Can add account event', 271, 'add_accountevent');
INSERT INTO public.auth_permission VALUES (1082, 'Can change account event', 271, 'change_accountevent');
INSERT INTO public.auth_permission VALUES (1083, 'Can delete account event', 271, 'delete_accountevent');
INSERT INTO public.auth_permission VALUES (1084, 'Can view account event', 271, 'view_accountevent');
INSERT INTO public.auth_permission VALUES (1085, 'Can add fee', 272, 'add_fee');
INSERT INTO public.auth_permission VALUES (1086, 'Can change fee', 272, 'change_fee');
INSERT INTO public.auth_permission VALUES (1087, 'Can delete fee', 272, 'delete_fee');
INSERT INTO public.auth_permission VALUES (1088, 'Can view fee', 272, 'view_fee');
INSERT INTO public.auth_permission VALUES (1089, 'Can add receipt', 273, 'add_receipt');
INSERT INTO public.auth_permission VALUES (1090, 'Can change receipt', 273, 'change_receipt');
INSERT INTO public.auth_permission VALUES (1091, 'Can delete receipt', 273, 'delete_receipt');
INSERT INTO public.auth_permission VALUES (1092, 'Can view receipt', 273, 'view_receipt');
INSERT INTO public.auth_permission VALUES (1093, 'Can add statement', 274, 'add_statement');
INSERT INTO public.auth_permission VALUES (1094, 'Can change statement', 274, 'change_statement');
INSERT INTO public.auth_permission VALUES (1095, 'Can delete statement', 274, 'delete_statement');
INSERT INTO public.auth_permission VALUES (1096, 'Can view statement', 274, 'view_statement');
INSERT INTO public.auth_permission VALUES (1097, 'Can add refund', 275, 'add_refund');
INSERT INTO public.auth_permission VALUES (1098, 'Can change refund', 275, 'change_refund');
INSERT INTO public.auth_permission VALUES (1099, 'Can delete refund', 275, 'delete_refund');
INSERT INTO public.auth_permission VALUES (1100, 'Can view refund', 275, 'view_refund');
INSERT INTO public.auth_permission VALUES (1101, 'Can add taken back', 276, 'add_takenback');
INSERT INTO public.auth_permission VALUES (1102, 'Can change taken back', 276, 'change_takenback');
INSERT INTO public.auth_permission VALUES (1103, 'Can delete taken back', 276, 'delete_takenback');
INSERT INTO public.auth_permission VALUES (1104, 'Can view taken back', 276, 'view_takenback');
INSERT INTO public.auth_permission VALUES (1105, 'Can add code audit', 277, 'add_codeaudit');
INSERT INTO public.auth_permission VALUES (1106, 'Can change code audit', 277, 'change_codeaudit');
INSERT INTO public.auth_permission VALUES (1107, 'Can delete code audit', 277, 'delete_codeaudit');
INSERT INTO public.auth_permission VALUES (1108, 'Can view code audit', 277, 'view_codeaudit');
INSERT INTO public.auth_permission VALUES (1109, 'Can add audited chart', 278, 'add_auditedchart');
INSERT INTO public.auth_permission VALUES (1110, 'Can change audited chart', 278, 'change_auditedchart');
INSERT INTO public.auth_permission VALUES (1111, 'Can delete audited chart', 278, 'delete_auditedchart');
INSERT INTO public.auth_permission VALUES (1112, 'Can view audited chart', 278, 'view_auditedchart');
INSERT INTO public.auth_permission VALUES (1113, 'Can add code judgement', 279, 'add_codejudgement');
INSERT INTO public.auth_permission VALUES (1114, 'Can change code judgement', 279, 'change_codejudgement');
INSERT INTO public.auth_permission VALUES (1115, 'Can delete code judgement', 279, 'delete_codejudgement');
INSERT INTO public.auth_permission VALUES (1116, 'Can view code judgement', 279, 'view_codejudgement');
INSERT INTO public.auth_permission VALUES (1117, 'Can add claim', 280, 'add_claim');
INSERT INTO public.auth_permission VALUES (1118, 'Can change claim', 280, 'change_claim');
INSERT INTO public.auth_permission VALUES (1119, 'Can delete claim', 280, 'delete_claim');
INSERT INTO public.auth_permission VALUES (1120, 'Can view claim', 280, 'view_claim');
INSERT INTO public.auth_permission VALUES (1121, 'Can add claim line', 281, 'add_claimline');
INSERT INTO public.auth_permission VALUES (1122, 'Can change claim line', 281, 'change_claimline');
INSERT INTO public.auth_permission VALUES (1123, 'Can delete claim line', 281, 'delete_claimline');
INSERT INTO public.auth_permission VALUES (1124, 'Can view claim line', 281, 'view_claimline');
INSERT INTO public.auth_permission VALUES (1125, 'Can add decision', 282, 'add_decision');
INSERT INTO public.auth_permission VALUES (1126, 'Can change decision', 282, 'change_decision');
INSERT INTO public.auth_permission VALUES (1127, 'Can delete decision', 282, 'delete_decision');
INSERT INTO public.auth_permission VALUES (1128, 'Can view decision', 282, 'view_decision');
INSERT INTO public.auth_permission VALUES (1129, 'Can add decision line', 283, 'add_decisionline');
INSERT INTO public.auth_permission VALUES (1130, 'Can change decision line', 283, 'change_decisionline');
INSERT INTO public.auth_permission VALUES (1131, 'Can delete decision line', 283, 'delete_decisionline');
INSERT INTO public.auth_permission VALUES (1132, 'Can view decision line', 283, 'view_decisionline');
INSERT INTO public.auth_permission VALUES (1133, 'Can add inbound file', 284, 'add_inboundfile');
INSERT INTO public.auth_permission VALUES (1134, 'Can change inbound file', 284, 'change_inboundfile');
INSERT INTO public.auth_permission VALUES (1135, 'Can delete inbound file', 284, 'delete_inboundfile');
INSERT INTO public.auth_permission VALUES (1136, 'Can view inbound file', 284, 'view_inboundfile');
INSERT INTO public.auth_permission VALUES (1137, 'Can add outbound file', 285, 'add_outboundfile');
INSERT INTO public.auth_permission VALUES (1138, 'Can change outbound file', 285, 'change_outboundfile');
INSERT INTO public.auth_permission VALUES (1139, 'Can delete outbound file', 285, 'delete_outboundfile');
INSERT INTO public.auth_permission VALUES (1140, 'Can view outbound file', 285, 'view_outboundfile');
INSERT INTO public.auth_permission VALUES (1141, 'Can add remittance', 286, 'add_remittance');
INSERT INTO public.auth_permission VALUES (1142, 'Can change remittance', 286, 'change_remittance');
INSERT INTO public.auth_permission VALUES (1143, 'Can delete remittance', 286, 'delete_remittance');
INSERT INTO public.auth_permission VALUES (1144, 'Can view remittance', 286, 'view_remittance');
INSERT INTO public.auth_permission VALUES (1145, 'Can add provider adjustment', 287, 'add_provideradjustment');
INSERT INTO public.auth_permission VALUES (1146, 'Can change provider adjustment', 287, 'change_provideradjustment');
INSERT INTO public.auth_permission VALUES (1147, 'Can delete provider adjustment', 287, 'delete_provideradjustment');
INSERT INTO public.auth_permission VALUES (1148, 'Can view provider adjustment', 287, 'view_provideradjustment');
INSERT INTO public.auth_permission VALUES (1149, 'Can add claim event', 288, 'add_claimevent');
INSERT INTO public.auth_permission VALUES (1150, 'Can change claim event', 288, 'change_claimevent');
INSERT INTO public.auth_permission VALUES (1151, 'Can delete claim event', 288, 'delete_claimevent');
INSERT INTO public.auth_permission VALUES (1152, 'Can view claim event', 288, 'view_claimevent');
INSERT INTO public.auth_permission VALUES (1153, 'Can add not ours', 289, 'add_notours');
INSERT INTO public.auth_permission VALUES (1154, 'Can change not ours', 289, 'change_notours');
INSERT INTO public.auth_permission VALUES (1155, 'Can delete not ours', 289, 'delete_notours');
INSERT INTO public.auth_permission VALUES (1156, 'Can view not ours', 289, 'view_notours');
INSERT INTO public.auth_permission VALUES (1157, 'Can add remit choice', 290, 'add_remitchoice');
INSERT INTO public.auth_permission VALUES (1158, 'Can change remit choice', 290, 'change_remitchoice');
INSERT INTO public.auth_permission VALUES (1159, 'Can delete remit choice', 290, 'delete_remitchoice');
INSERT INTO public.auth_permission VALUES (1160, 'Can view remit choice', 290, 'view_remitchoice');
INSERT INTO public.auth_permission VALUES (1161, 'Can add settlement', 291, 'add_settlement');
INSERT INTO public.auth_permission VALUES (1162, 'Can change settlement', 291, 'change_settlement');
INSERT INTO public.auth_permission VALUES (1163, 'Can delete settlement', 291, 'delete_settlement');
INSERT INTO public.auth_permission VALUES (1164, 'Can view settlement', 291, 'view_settlement');
INSERT INTO public.auth_permission VALUES (1165, 'Can add proof result', 292, 'add_proofresult');
INSERT INTO public.auth_permission VALUES (1166, 'Can change proof result', 292, 'change_proofresult');
INSERT INTO public.auth_permission VALUES (1167, 'Can delete proof result', 292, 'delete_proofresult');
INSERT INTO public.auth_permission VALUES (1168, 'Can view proof result', 292, 'view_proofresult');
INSERT INTO public.auth_permission VALUES (1169, 'Can add deposit', 293, 'add_deposit');
INSERT INTO public.auth_permission VALUES (1170, 'Can change deposit', 293, 'change_deposit');
INSERT INTO public.auth_permission VALUES (1171, 'Can delete deposit', 293, 'delete_deposit');
INSERT INTO public.auth_permission VALUES (1172, 'Can view deposit', 293, 'view_deposit');
INSERT INTO public.auth_permission VALUES (1173, 'Can add downtime pack', 294, 'add_downtimepack');
INSERT INTO public.auth_permission VALUES (1174, 'Can change downtime pack', 294, 'change_downtimepack');
INSERT INTO public.auth_permission VALUES (1175, 'Can delete downtime pack', 294, 'delete_downtimepack');
INSERT INTO public.auth_permission VALUES (1176, 'Can view downtime pack', 294, 'view_downtimepack');
INSERT INTO public.auth_permission VALUES (1177, 'Can add downtime settings', 295, 'add_downtimesettings');
INSERT INTO public.auth_permission VALUES (1178, 'Can change downtime settings', 295, 'change_downtimesettings');
INSERT INTO public.auth_permission VALUES (1179, 'Can delete downtime settings', 295, 'delete_downtimesettings');
INSERT INTO public.auth_permission VALUES (1180, 'Can view downtime settings', 295, 'view_downtimesettings');
INSERT INTO public.auth_permission VALUES (1181, 'Can add fax mood', 296, 'add_faxmood');
INSERT INTO public.auth_permission VALUES (1182, 'Can change fax mood', 296, 'change_faxmood');
INSERT INTO public.auth_permission VALUES (1183, 'Can delete fax mood', 296, 'delete_faxmood');
INSERT INTO public.auth_permission VALUES (1184, 'Can view fax mood', 296, 'view_faxmood');
INSERT INTO public.auth_permission VALUES (1185, 'Can add handed call', 297, 'add_handedcall');
INSERT INTO public.auth_permission VALUES (1186, 'Can change handed call', 297, 'change_handedcall');
INSERT INTO public.auth_permission VALUES (1187, 'Can delete handed call', 297, 'delete_handedcall');
INSERT INTO public.auth_permission VALUES (1188, 'Can view handed call', 297, 'view_handedcall');
INSERT INTO public.auth_permission VALUES (1189, 'Can add fax news', 298, 'add_faxnews');
INSERT INTO public.auth_permission VALUES (1190, 'Can change fax news', 298, 'change_faxnews');
INSERT INTO public.auth_permission VALUES (1191, 'Can delete fax news', 298, 'delete_faxnews');
INSERT INTO public.auth_permission VALUES (1192, 'Can view fax news', 298, 'view_faxnews');
INSERT INTO public.auth_permission VALUES (1193, 'Can add mood', 299, 'add_mood');
INSERT INTO public.auth_permission VALUES (1194, 'Can change mood', 299, 'change_mood');
INSERT INTO public.auth_permission VALUES (1195, 'Can delete mood', 299, 'delete_mood');
INSERT INTO public.auth_permission VALUES (1196, 'Can view mood', 299, 'view_mood');
INSERT INTO public.auth_permission VALUES (1197, 'Can add taken', 300, 'add_taken');
INSERT INTO public.auth_permission VALUES (1198, 'Can change taken', 300, 'change_taken');
INSERT INTO public.auth_permission VALUES (1199, 'Can delete taken', 300, 'delete_taken');
INSERT INTO public.auth_permission VALUES (1200, 'Can view taken', 300, 'view_taken');
INSERT INTO public.auth_permission VALUES (1201, 'Can add news', 301, 'add_news');
INSERT INTO public.auth_permission VALUES (1202, 'Can change news', 301, 'change_news');
INSERT INTO public.auth_permission VALUES (1203, 'Can delete news', 301, 'delete_news');
INSERT INTO public.auth_permission VALUES (1204, 'Can view news', 301, 'view_news');
INSERT INTO public.auth_permission VALUES (1205, 'Can add lab mood', 302, 'add_labmood');
INSERT INTO public.auth_permission VALUES (1206, 'Can change lab mood', 302, 'change_labmood');
INSERT INTO public.auth_permission VALUES (1207, 'Can delete lab mood', 302, 'delete_labmood');
INSERT INTO public.auth_permission VALUES (1208, 'Can view lab mood', 302, 'view_labmood');
INSERT INTO public.auth_permission VALUES (1209, 'Can add lab order', 303, 'add_laborder');
INSERT INTO public.auth_permission VALUES (1210, 'Can change lab order', 303, 'change_laborder');
INSERT INTO public.auth_permission VALUES (1211, 'Can delete lab order', 303, 'delete_laborder');
INSERT INTO public.auth_permission VALUES (1212, 'Can view lab order', 303, 'view_laborder');
INSERT INTO public.auth_permission VALUES (1213, 'Can add lab news', 304, 'add_labnews');
INSERT INTO public.auth_permission VALUES (1214, 'Can change lab news', 304, 'change_labnews');
INSERT INTO public.auth_permission VALUES (1215, 'Can delete lab news', 304, 'delete_labnews');
INSERT INTO public.auth_permission VALUES (1216, 'Can view lab news', 304, 'view_labnews');
INSERT INTO public.auth_permission VALUES (1217, 'Can add memory', 305, 'add_memory');
INSERT INTO public.auth_permission VALUES (1218, 'Can change memory', 305, 'change_memory');
INSERT INTO public.auth_permission VALUES (1219, 'Can delete memory', 305, 'delete_memory');
INSERT INTO public.auth_permission VALUES (1220, 'Can view memory', 305, 'view_memory');
INSERT INTO public.auth_permission VALUES (1221, 'Can add mail', 306, 'add_mail');
INSERT INTO public.auth_permission VALUES (1222, 'Can change mail', 306, 'change_mail');
INSERT INTO public.auth_permission VALUES (1223, 'Can delete mail', 306, 'delete_mail');
INSERT INTO public.auth_permission VALUES (1224, 'Can view mail', 306, 'view_mail');
INSERT INTO public.auth_permission VALUES (1225, 'Can add pharmacy mood', 307, 'add_pharmacymood');
INSERT INTO public.auth_permission VALUES (1226, 'Can change pharmacy mood', 307, 'change_pharmacymood');
INSERT INTO public.auth_permission VALUES (1227, 'Can delete pharmacy mood', 307, 'delete_pharmacymood');
INSERT INTO public.auth_permission VALUES (1228, 'Can view pharmacy mood', 307, 'view_pharmacymood');
INSERT INTO public.auth_permission VALUES (1229, 'Can add pharmacy news', 308, 'add_pharmacynews');
INSERT INTO public.auth_permission VALUES (1230, 'Can change pharmacy news', 308, 'change_pharmacynews');
INSERT INTO public.auth_permission VALUES (1231, 'Can delete pharmacy news', 308, 'delete_pharmacynews');
INSERT INTO public.auth_permission VALUES (1232, 'Can view pharmacy news', 308, 'view_pharmacynews');
INSERT INTO public.auth_permission VALUES (1233, 'Can add pharmacy taken', 309, 'add_pharmacytaken');
INSERT INTO public.auth_permission VALUES (1234, 'Can change pharmacy taken', 309, 'change_pharmacytaken');
INSERT INTO public.auth_permission VALUES (1235, 'Can delete pharmacy taken', 309, 'delete_pharmacytaken');
INSERT INTO public.auth_permission VALUES (1236, 'Can view pharmacy taken', 309, 'view_pharmacytaken');

INSERT INTO public.django_content_type VALUES (1, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (3, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (4, 'axes', 'accessattempt');
INSERT INTO public.django_content_type VALUES (5, 'axes', 'accesslog');
INSERT INTO public.django_content_type VALUES (6, 'axes', 'accessfailurelog');
INSERT INTO public.django_content_type VALUES (7, 'axes', 'accessattemptexpiration');
INSERT INTO public.django_content_type VALUES (8, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (9, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (10, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (11, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (12, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (13, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (14, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type VALUES (15, 'kernel', 'firstresult');
INSERT INTO public.django_content_type VALUES (16, 'kernel', 'storedfile');
INSERT INTO public.django_content_type VALUES (17, 'kernel', 'outboxfact');
INSERT INTO public.django_content_type VALUES (18, 'kernel', 'world');
INSERT INTO public.django_content_type VALUES (19, 'kernel', 'scheduledrun');
INSERT INTO public.django_content_type VALUES (20, 'security', 'user');
INSERT INTO public.django_content_type VALUES (21, 'security', 'auditevent');
INSERT INTO public.django_content_type VALUES (22, 'security', 'auditseal');
INSERT INTO public.django_content_type VALUES (23, 'security', 'auditsubject');
INSERT INTO public.django_content_type VALUES (24, 'security', 'denial');
INSERT INTO public.django_content_type VALUES (25, 'security', 'sealhorizon');
INSERT INTO public.django_content_type VALUES (26, 'security', 'labelling');
INSERT INTO public.django_content_type VALUES (27, 'security', 'consent');
INSERT INTO public.django_content_type VALUES (28, 'security', 'access');
INSERT INTO public.django_content_type VALUES (29, 'security', 'passwordcode');
INSERT INTO public.django_content_type VALUES (30, 'security', 'session');
INSERT INTO public.django_content_type VALUES (31, 'security', 'signinrules');
INSERT INTO public.django_content_type VALUES (32, 'practice', 'numbersequence');
INSERT INTO public.django_content_type VALUES (33, 'practice', 'payer');
INSERT INTO public.django_content_type VALUES (34, 'practice', 'site');
INSERT INTO public.django_content_type VALUES (35, 'practice', 'practice');
INSERT INTO public.django_content_type VALUES (36, 'practice', 'staff');
INSERT INTO public.django_content_type VALUES (37, 'practice', 'workitem');
INSERT INTO public.django_content_type VALUES (38, 'practice', 'examroom');
INSERT INTO public.django_content_type VALUES (39, 'practice', 'closure');
INSERT INTO public.django_content_type VALUES (40, 'patients', 'patient');
INSERT INTO public.django_content_type VALUES (41, 'patients', 'nameword');
INSERT INTO public.django_content_type VALUES (42, 'patients', 'permittedperson');
INSERT INTO public.django_content_type VALUES (43, 'patients', 'knownword');
INSERT INTO public.django_content_type VALUES (44, 'patients', 'said');
INSERT INTO public.django_content_type VALUES (45, 'patients', 'labelsize');
INSERT INTO public.django_content_type VALUES (46, 'patients', 'merge');
INSERT INTO public.django_content_type VALUES (47, 'patients', 'mergepart');
INSERT INTO public.django_content_type VALUES (48, 'patients', 'maybesame');
INSERT INTO public.django_content_type VALUES (49, 'patients', 'contact');
INSERT INTO public.django_content_type VALUES (50, 'patients', 'cardfact');
INSERT INTO public.django_content_type VALUES (51, 'coverage', 'policy');
INSERT INTO public.django_content_type VALUES (52, 'coverage', 'line');
INSERT INTO public.django_content_type VALUES (53, 'coverage', 'case');
INSERT INTO public.django_content_type VALUES (54, 'coverage', 'check');
INSERT INTO public.django_content_type VALUES (55, 'encounters', 'encounter');
INSERT INTO public.django_content_type VALUES (56, 'encounters', 'stagechange');
INSERT INTO public.django_content_type VALUES (57, 'documents', 'document');
INSERT INTO public.django_content_type VALUES (58, 'documents', 'documentchange');
INSERT INTO public.django_content_type VALUES (59, 'documents', 'paperfile');
INSERT INTO public.django_content_type VALUES (60, 'documents', 'pagetext');
INSERT INTO public.django_content_type VALUES (61, 'documents', 'officekeeping');
INSERT INTO public.django_content_type VALUES (62, 'documents', 'officekind');
INSERT INTO public.django_content_type VALUES (63, 'documents', 'destruction');
INSERT INTO public.django_content_type VALUES (64, 'documents', 'hold');
INSERT INTO public.django_content_type VALUES (65, 'documents', 'leaf');
INSERT INTO public.django_content_type VALUES (66, 'disclosures', 'disclosure');
INSERT INTO public.django_content_type VALUES (67, 'faxes', 'faxline');
INSERT INTO public.django_content_type VALUES (68, 'faxes', 'fax');
INSERT INTO public.django_content_type VALUES (69, 'faxes', 'faxevent');
INSERT INTO public.django_content_type VALUES (70, 'releases', 'request');
INSERT INTO public.django_content_type VALUES (71, 'releases', 'delivery');
INSERT INTO public.django_content_type VALUES (72, 'rights', 'amendment');
INSERT INTO public.django_content_type VALUES (73, 'rights', 'amendmentline');
INSERT INTO public.django_content_type VALUES (74, 'rights', 'restriction');
INSERT INTO public.django_content_type VALUES (75, 'rights', 'privacynotice');
INSERT INTO public.django_content_type VALUES (76, 'rights', 'noticereceipt');
INSERT INTO public.django_content_type VALUES (77, 'charts', 'paperchart');
INSERT INTO public.django_content_type VALUES (78, 'charts', 'chartmove');
INSERT INTO public.django_content_type VALUES (79, 'calls', 'call');
INSERT INTO public.django_content_type VALUES (80, 'calls', 'messagefile');
INSERT INTO public.django_content_type VALUES (81, 'calls', 'handoff');
INSERT INTO public.django_content_type VALUES (82, 'calls', 'listentry');
INSERT INTO public.django_content_type VALUES (83, 'calls', 'message');
INSERT INTO public.django_content_type VALUES (84, 'calls', 'phonedoor');
INSERT INTO public.django_content_type VALUES (85, 'calls', 'callevent');
INSERT INTO public.django_content_type VALUES (86, 'calls', 'oncall');
INSERT INTO public.django_content_type VALUES (87, 'calls', 'promise');
INSERT INTO public.django_content_type VALUES (88, 'calls', 'ring');
INSERT INTO public.django_content_type VALUES (89, 'scheduling', 'visittype');
INSERT INTO public.django_content_type VALUES (90, 'scheduling', 'appointment');
INSERT INTO public.django_content_type VALUES (91, 'scheduling', 'away');
INSERT INTO public.django_content_type VALUES (92, 'scheduling', 'block');
INSERT INTO public.django_content_type VALUES (93, 'scheduling', 'feed');
INSERT INTO public.django_content_type VALUES (94, 'scheduling', 'holding');
INSERT INTO public.django_content_type VALUES (95, 'scheduling', 'rule');
INSERT INTO public.django_content_type VALUES (96, 'scheduling', 'series');
INSERT INTO public.django_content_type VALUES (97, 'scheduling', 'statechange');
INSERT INTO public.django_content_type VALUES (98, 'scheduling', 'template');
INSERT INTO public.django_content_type VALUES (99, 'scheduling', 'unit');
INSERT INTO public.django_content_type VALUES (100, 'scheduling', 'hold');
INSERT INTO public.django_content_type VALUES (101, 'outreach', 'door');
INSERT INTO public.django_content_type VALUES (102, 'outreach', 'preference');
INSERT INTO public.django_content_type VALUES (103, 'outreach', 'settings');
INSERT INTO public.django_content_type VALUES (104, 'outreach', 'stopped');
INSERT INTO public.django_content_type VALUES (105, 'outreach', 'message');
INSERT INTO public.django_content_type VALUES (106, 'outreach', 'heard');
INSERT INTO public.django_content_type VALUES (107, 'outreach', 'messageevent');
INSERT INTO public.django_content_type VALUES (108, 'outreach', 'owntext');
INSERT INTO public.django_content_type VALUES (109, 'outreach', 'reminderrule');
INSERT INTO public.django_content_type VALUES (110, 'outreach', 'waiter');
INSERT INTO public.django_content_type VALUES (111, 'outreach', 'offer');
INSERT INTO public.django_content_type VALUES (112, 'outreach', 'missedpolicy');
INSERT INTO public.django_content_type VALUES (113, 'outreach', 'missed');
INSERT INTO public.django_content_type VALUES (114, 'outreach', 'recallrule');
INSERT INTO public.django_content_type VALUES (115, 'outreach', 'recall');
INSERT INTO public.django_content_type VALUES (116, 'outreach', 'recallattempt');
INSERT INTO public.django_content_type VALUES (117, 'outreach', 'reschedule');
INSERT INTO public.django_content_type VALUES (118, 'outreach', 'rescheduleline');
INSERT INTO public.django_content_type VALUES (119, 'outreach', 'selfbooking');
INSERT INTO public.django_content_type VALUES (120, 'outreach', 'asked');
INSERT INTO public.django_content_type VALUES (121, 'check_in', 'arrival');
INSERT INTO public.django_content_type VALUES (122, 'check_in', 'card');
INSERT INTO public.django_content_type VALUES (123, 'flow', 'calling');
INSERT INTO public.django_content_type VALUES (124, 'flow', 'display');
INSERT INTO public.django_content_type VALUES (125, 'flow', 'limit');
INSERT INTO public.django_content_type VALUES (126, 'forms', 'definition');
INSERT INTO public.django_content_type VALUES (127, 'forms', 'link');
INSERT INTO public.django_content_type VALUES (128, 'forms', 'filled');
INSERT INTO public.django_content_type VALUES (129, 'letters', 'letterhead');
INSERT INTO public.django_content_type VALUES (130, 'letters', 'approval');
INSERT INTO public.django_content_type VALUES (131, 'letters', 'published');
INSERT INTO public.django_content_type VALUES (132, 'letters', 'letter');
INSERT INTO public.django_content_type VALUES (133, 'letters', 'sending');
INSERT INTO public.django_content_type VALUES (134, 'letters', 'sendingevent');
INSERT INTO public.django_content_type VALUES (135, 'letters', 'merge');
INSERT INTO public.django_content_type VALUES (136, 'letters', 'linkrule');
INSERT INTO public.django_content_type VALUES (137, 'letters', 'link');
INSERT INTO public.django_content_type VALUES (138, 'letters', 'plainword');
INSERT INTO public.django_content_type VALUES (139, 'letters', 'takenoff');
INSERT INTO public.django_content_type VALUES (140, 'referrals', 'pace');
INSERT INTO public.django_content_type VALUES (141, 'referrals', 'performer');
INSERT INTO public.django_content_type VALUES (142, 'referrals', 'referral');
INSERT INTO public.django_content_type VALUES (143, 'referrals', 'referralevent');
INSERT INTO public.django_content_type VALUES (144, 'memos', 'thread');
INSERT INTO public.django_content_type VALUES (145, 'memos', 'memo');
INSERT INTO public.django_content_type VALUES (146, 'memos', 'looked');
INSERT INTO public.django_content_type VALUES (147, 'charting', 'note');
INSERT INTO public.django_content_type VALUES (148, 'charting', 'addendum');
INSERT INTO public.django_content_type VALUES (149, 'charting', 'vitalsigns');
INSERT INTO public.django_content_type VALUES (150, 'charting', 'listattestation');
INSERT INTO public.django_content_type VALUES (151, 'charting', 'incomingentry');
INSERT INTO public.django_content_type VALUES (152, 'charting', 'listentry');
INSERT INTO public.django_content_type VALUES (153, 'charting', 'gestation');
INSERT INTO public.django_content_type VALUES (154, 'charting', 'cosignature');
INSERT INTO public.django_content_type VALUES (155, 'charting', 'noteroute');
INSERT INTO public.django_content_type VALUES (156, 'charting', 'templateorder');
INSERT INTO public.django_content_type VALUES (157, 'charting', 'publishedtemplate');
INSERT INTO public.django_content_type VALUES (158, 'charting', 'noterevision');
INSERT INTO public.django_content_type VALUES (159, 'orders', 'order');
INSERT INTO public.django_content_type VALUES (160, 'orders', 'laboratory');
INSERT INTO public.django_content_type VALUES (161, 'orders', 'orderset');
INSERT INTO public.django_content_type VALUES (162, 'orders', 'requisition');
INSERT INTO public.django_content_type VALUES (163, 'orders', 'labtest');
INSERT INTO public.django_content_type VALUES (164, 'orders', 'notice');
INSERT INTO public.django_content_type VALUES (165, 'immunizations', 'immunizationregistry');
INSERT INTO public.django_content_type VALUES (166, 'immunizations', 'vaccinelot');
INSERT INTO public.django_content_type VALUES (167, 'immunizations', 'vaccinedose');
INSERT INTO public.django_content_type VALUES (168, 'immunizations', 'lotmove');
INSERT INTO public.django_content_type VALUES (169, 'immunizations', 'vaccinereport');
INSERT INTO public.django_content_type VALUES (170, 'immunizations', 'wrongdose');
INSERT INTO public.django_content_type VALUES (171, 'immunizations', 'schedulerelease');
INSERT INTO public.django_content_type VALUES (172, 'immunizations', 'schedulefact');
INSERT INTO public.django_content_type VALUES (173, 'results', 'labmessage');
INSERT INTO public.django_content_type VALUES (174, 'results', 'labreport');
INSERT INTO public.django_content_type VALUES (175, 'results', 'labresult');
INSERT INTO public.django_content_type VALUES (176, 'results', 'labentry');
INSERT INTO public.django_content_type VALUES (177, 'office_lab', 'officetest');
INSERT INTO public.django_content_type VALUES (178, 'office_lab', 'kitlot');
INSERT INTO public.django_content_type VALUES (179, 'office_lab', 'control');
INSERT INTO public.django_content_type VALUES (180, 'office_lab', 'qcrun');
INSERT INTO public.django_content_type VALUES (181, 'office_lab', 'tested');
INSERT INTO public.django_content_type VALUES (182, 'devices', 'device');
INSERT INTO public.django_content_type VALUES (183, 'devices', 'devicecalibration');
INSERT INTO public.django_content_type VALUES (184, 'devices', 'devicefile');
INSERT INTO public.django_content_type VALUES (185, 'screening', 'instrumentbook');
INSERT INTO public.django_content_type VALUES (186, 'screening', 'screened');
INSERT INTO public.django_content_type VALUES (187, 'upkeep', 'equipment');
INSERT INTO public.django_content_type VALUES (188, 'upkeep', 'decided');
INSERT INTO public.django_content_type VALUES (189, 'upkeep', 'logentry');
INSERT INTO public.django_content_type VALUES (190, 'upkeep', 'lotplace');
INSERT INTO public.django_content_type VALUES (191, 'upkeep', 'missedentry');
INSERT INTO public.django_content_type VALUES (192, 'procedures', 'procedurekind');
INSERT INTO public.django_content_type VALUES (193, 'procedures', 'timeoutread');
INSERT INTO public.django_content_type VALUES (194, 'procedures', 'proceduredone');
INSERT INTO public.django_content_type VALUES (195, 'procedures', 'consenttaken');
INSERT INTO public.django_content_type VALUES (196, 'procedures', 'observed');
INSERT INTO public.django_content_type VALUES (197, 'procedures', 'lookedafter');
INSERT INTO public.django_content_type VALUES (198, 'prescriptions', 'favourite');
INSERT INTO public.django_content_type VALUES (199, 'prescriptions', 'prescription');
INSERT INTO public.django_content_type VALUES (200, 'prescriptions', 'prescriptionevent');
INSERT INTO public.django_content_type VALUES (201, 'prescriptions', 'safetybook');
INSERT INTO public.django_content_type VALUES (202, 'prescriptions', 'safetytest');
INSERT INTO public.django_content_type VALUES (203, 'prescriptions', 'prescriptionalert');
INSERT INTO public.django_content_type VALUES (204, 'prescriptions', 'renewal');
INSERT INTO public.django_content_type VALUES (205, 'prescriptions', 'pharmacy');
INSERT INTO public.django_content_type VALUES (206, 'prescriptions', 'patientpharmacy');
INSERT INTO public.django_content_type VALUES (207, 'prescriptions', 'dispatch');
INSERT INTO public.django_content_type VALUES (208, 'prescriptions', 'pharmacymessage');
INSERT INTO public.django_content_type VALUES (209, 'prescriptions', 'controlledagreement');
INSERT INTO public.django_content_type VALUES (210, 'prescriptions', 'monitoringcheck');
INSERT INTO public.django_content_type VALUES (211, 'prescriptions', 'pillcount');
INSERT INTO public.django_content_type VALUES (212, 'prescriptions', 'wirein');
INSERT INTO public.django_content_type VALUES (213, 'prescriptions', 'wireout');
INSERT INTO public.django_content_type VALUES (214, 'dictation', 'dictationpace');
INSERT INTO public.django_content_type VALUES (215, 'dictation', 'dictation');
INSERT INTO public.django_content_type VALUES (216, 'dictation', 'dictationblank');
INSERT INTO public.django_content_type VALUES (217, 'dictation', 'dictationstep');
INSERT INTO public.django_content_type VALUES (218, 'dictation', 'dictationtext');
INSERT INTO public.django_content_type VALUES (219, 'dictation', 'dictationversion');
INSERT INTO public.django_content_type VALUES (220, 'dictation', 'recording');
INSERT INTO public.django_content_type VALUES (221, 'dictation', 'shortform');
INSERT INTO public.django_content_type VALUES (222, 'dictation', 'dictationhearing');
INSERT INTO public.django_content_type VALUES (223, 'dictation', 'dictationdraft');
INSERT INTO public.django_content_type VALUES (224, 'dictation', 'dictationlines');
INSERT INTO public.django_content_type VALUES (225, 'dictation', 'dictationdraw');
INSERT INTO public.django_content_type VALUES (226, 'dictation', 'dictationreview');
INSERT INTO public.django_content_type VALUES (227, 'dictation', 'dictationerror');
INSERT INTO public.django_content_type VALUES (228, 'dictation', 'dictationsampling');
INSERT INTO public.django_content_type VALUES (229, 'dictation', 'dictationtake');
INSERT INTO public.django_content_type VALUES (230, 'dictation', 'dictationstretch');
INSERT INTO public.django_content_type VALUES (231, 'dictation', 'looserecording');
INSERT INTO public.django_content_type VALUES (232, 'dictation', 'dictationchunk');
INSERT INTO public.django_content_type VALUES (233, 'dictation', 'refusedrecording');
INSERT INTO public.django_content_type VALUES (234, 'dictation', 'dictationhand');
INSERT INTO public.django_content_type VALUES (235, 'dictation', 'dictationcorrection');
INSERT INTO public.django_content_type VALUES (236, 'dictation', 'dictationleftout');
INSERT INTO public.django_content_type VALUES (237, 'dictation', 'dictationheard');
INSERT INTO public.django_content_type VALUES (238, 'dictation', 'dictationcopy');
INSERT INTO public.django_content_type VALUES (239, 'dictation', 'dictationcopyletter');
INSERT INTO public.django_content_type VALUES (240, 'dictation', 'dictationhearingkey');
INSERT INTO public.django_content_type VALUES (241, 'dictation', 'dictationhearingtry');
INSERT INTO public.django_content_type VALUES (242, 'dictation', 'playingcopy');
INSERT INTO public.django_content_type VALUES (243, 'dictation', 'dictationstyle');
INSERT INTO public.django_content_type VALUES (244, 'ledger', 'periodclose');
INSERT INTO public.django_content_type VALUES (245, 'ledger', 'journalentry');
INSERT INTO public.django_content_type VALUES (246, 'ledger', 'journalline');
INSERT INTO public.django_content_type VALUES (247, 'code_lists', 'release');
INSERT INTO public.django_content_type VALUES (248, 'code_lists', 'pair');
INSERT INTO public.django_content_type VALUES (249, 'code_lists', 'mostunits');
INSERT INTO public.django_content_type VALUES (250, 'code_lists', 'locality');
INSERT INTO public.django_content_type VALUES (251, 'code_lists', 'listedcode');
INSERT INTO public.django_content_type VALUES (252, 'code_lists', 'addon');
INSERT INTO public.django_content_type VALUES (253, 'code_lists', 'value');
INSERT INTO public.django_content_type VALUES (254, 'code_lists', 'coveragecode');
INSERT INTO public.django_content_type VALUES (255, 'coding', 'coding');
INSERT INTO public.django_content_type VALUES (256, 'coding', 'officeservice');
INSERT INTO public.django_content_type VALUES (257, 'coding', 'codedservice');
INSERT INTO public.django_content_type VALUES (258, 'coding', 'diagnosis');
INSERT INTO public.django_content_type VALUES (259, 'coding', 'levelelement');
INSERT INTO public.django_content_type VALUES (260, 'coding', 'providerquery');
INSERT INTO public.django_content_type VALUES (261, 'coding', 'rejectedsuggestion');
INSERT INTO public.django_content_type VALUES (262, 'coding', 'leftasitis');
INSERT INTO public.django_content_type VALUES (263, 'recapture', 'scoreswitch');
INSERT INTO public.django_content_type VALUES (264, 'recapture', 'conditionmark');
INSERT INTO public.django_content_type VALUES (265, 'authorizations', 'authorization');
INSERT INTO public.django_content_type VALUES (266, 'authorizations', 'authorizationevent');
INSERT INTO public.django_content_type VALUES (267, 'authorizations', 'formulary');
INSERT INTO public.django_content_type VALUES (268, 'authorizations', 'formularyline');
INSERT INTO public.django_content_type VALUES (269, 'authorizations', 'signedpacket');
INSERT INTO public.django_content_type VALUES (270, 'billing', 'charge');
INSERT INTO public.django_content_type VALUES (271, 'billing', 'accountevent');
INSERT INTO public.django_content_type VALUES (272, 'billing', 'fee');
INSERT INTO public.django_content_type VALUES (273, 'billing', 'receipt');
INSERT INTO public.django_content_type VALUES (274, 'billing', 'statement');
INSERT INTO public.django_content_type VALUES (275, 'billing', 'refund');
INSERT INTO public.django_content_type VALUES (276, 'billing', 'takenback');
INSERT INTO public.django_content_type VALUES (277, 'code_audits', 'codeaudit');
INSERT INTO public.django_content_type VALUES (278, 'code_audits', 'auditedchart');
INSERT INTO public.django_content_type VALUES (279, 'code_audits', 'codejudgement');
INSERT INTO public.django_content_type VALUES (280, 'claims', 'claim');
INSERT INTO public.django_content_type VALUES (281, 'claims', 'claimline');
INSERT INTO public.django_content_type VALUES (282, 'claims', 'decision');
INSERT INTO public.django_content_type VALUES (283, 'claims', 'decisionline');
INSERT INTO public.django_content_type VALUES (284, 'claims', 'inboundfile');
INSERT INTO public.django_content_type VALUES (285, 'claims', 'outboundfile');
INSERT INTO public.django_content_type VALUES (286, 'claims', 'remittance');
INSERT INTO public.django_content_type VALUES (287, 'claims', 'provideradjustment');
INSERT INTO public.django_content_type VALUES (288, 'claims', 'claimevent');
INSERT INTO public.django_content_type VALUES (289, 'claims', 'notours');
INSERT INTO public.django_content_type VALUES (290, 'claims', 'remitchoice');
INSERT INTO public.django_content_type VALUES (291, 'claims', 'settlement');
INSERT INTO public.django_content_type VALUES (292, 'books', 'proofresult');
INSERT INTO public.django_content_type VALUES (293, 'books', 'deposit');
INSERT INTO public.django_content_type VALUES (294, 'downtime', 'downtimepack');
INSERT INTO public.django_content_type VALUES (295, 'downtime', 'downtimesettings');
INSERT INTO public.django_content_type VALUES (296, 'fax_simulator', 'faxmood');
INSERT INTO public.django_content_type VALUES (297, 'fax_simulator', 'handedcall');
INSERT INTO public.django_content_type VALUES (298, 'fax_simulator', 'faxnews');
INSERT INTO public.django_content_type VALUES (299, 'gateway_simulator', 'mood');
INSERT INTO public.django_content_type VALUES (300, 'gateway_simulator', 'taken');
INSERT INTO public.django_content_type VALUES (301, 'gateway_simulator', 'news');
INSERT INTO public.django_content_type VALUES (302, 'lab_simulator', 'labmood');
INSERT INTO public.django_content_type VALUES (303, 'lab_simulator', 'laborder');
INSERT INTO public.django_content_type VALUES (304, 'lab_simulator', 'labnews');
INSERT INTO public.django_content_type VALUES (305, 'payer_simulator', 'memory');
INSERT INTO public.django_content_type VALUES (306, 'payer_simulator', 'mail');
INSERT INTO public.django_content_type VALUES (307, 'pharmacy_simulator', 'pharmacymood');
INSERT INTO public.django_content_type VALUES (308, 'pharmacy_simulator', 'pharmacynews');
INSERT INTO public.django_content_type VALUES (309, 'pharmacy_simulator', 'pharmacytaken');

INSERT INTO public.django_migrations VALUES (1, 'contenttypes', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (2, 'contenttypes', '0002_remove_content_type_name', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (3, 'auth', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (4, 'auth', '0002_alter_permission_name_max_length', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (5, 'auth', '0003_alter_user_email_max_length', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (6, 'auth', '0004_alter_user_username_opts', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (7, 'auth', '0005_alter_user_last_login_null', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (8, 'auth', '0006_require_contenttypes_0002', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (9, 'auth', '0007_alter_validators_add_error_messages', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (10, 'auth', '0008_alter_user_username_max_length', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (11, 'auth', '0009_alter_user_last_name_max_length', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (12, 'auth', '0010_alter_group_name_max_length', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (13, 'auth', '0011_update_proxy_permissions', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (14, 'auth', '0012_alter_user_first_name_max_length', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (15, 'security', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (16, 'practice', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (17, 'kernel', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (18, 'patients', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (19, 'calls', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (20, 'scheduling', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (21, 'patients', '0002_known_words', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (22, 'scheduling', '0002_one_walk_in', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (23, 'practice', '0002_work_of_a_visit', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (24, 'patients', '0003_in_order', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (25, 'scheduling', '0003_units_templates_holdings', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (26, 'scheduling', '0004_what_was_is_taken_over', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (27, 'practice', '0003_hours_are_of_the_schedule', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (28, 'practice', '0004_work_of_a_kind', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (29, 'patients', '0004_comfort_card', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (30, 'patients', '0005_said', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (31, 'patients', '0006_label_sizes', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (32, 'patients', '0007_payers_tell', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (33, 'patients', '0008_merges', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (34, 'kernel', '0002_jobs', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (35, 'kernel', '0003_moving', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (36, 'patients', '0009_moving', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (37, 'patients', '0010_maybe_same', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (38, 'patients', '0011_card', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (39, 'patients', '0012_confidential_ways', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (40, 'encounters', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (41, 'encounters', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (42, 'encounters', '0003_mistaken_arrivals', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (43, 'prescriptions', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (44, 'prescriptions', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (45, 'prescriptions', '0003_safety', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (46, 'prescriptions', '0004_append_only_safety', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (47, 'prescriptions', '0005_renewals', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (48, 'patients', '0013_card_facts', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (49, 'prescriptions', '0006_pharmacies', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (50, 'prescriptions', '0007_pharmacies_left', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (51, 'prescriptions', '0008_dispatches', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (52, 'prescriptions', '0009_append_only_messages', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (53, 'prescriptions', '0010_controlled', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (54, 'prescriptions', '0011_append_only_controlled', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (55, 'prescriptions', '0012_wire', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (56, 'coverage', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (57, 'coverage', '0002_one_policy_in_a_place', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (58, 'coverage', '0003_line_case_check', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (59, 'coverage', '0004_by_member_id', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (60, 'authorizations', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (61, 'authorizations', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (62, 'authorizations', '0003_signed_packets', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (63, 'axes', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (64, 'axes', '0002_auto_20151217_2044', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (65, 'axes', '0003_auto_20160322_0929', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (66, 'axes', '0004_auto_20181024_1538', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (67, 'axes', '0005_remove_accessattempt_trusted', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (68, 'axes', '0006_remove_accesslog_trusted', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (69, 'axes', '0007_alter_accessattempt_unique_together', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (70, 'axes', '0008_accessfailurelog', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (71, 'axes', '0009_add_session_hash', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (72, 'axes', '0010_accessattemptexpiration', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (73, 'scheduling', '0005_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (74, 'scheduling', '0006_nothing_is_deleted', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (75, 'scheduling', '0007_appointment_case', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (76, 'scheduling', '0008_holds', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (77, 'ledger', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (78, 'ledger', '0002_balanced', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (79, 'ledger', '0003_line_by_patient', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (80, 'ledger', '0004_fees_to_patients', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (81, 'charting', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (82, 'coding', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (83, 'billing', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (84, 'billing', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (85, 'billing', '0003_reversals_and_refunds', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (86, 'billing', '0004_refunds_stay', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (87, 'billing', '0005_fees_for_missed_visits', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (88, 'books', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (89, 'books', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (90, 'calls', '0002_telephone', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (91, 'calls', '0003_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (92, 'calls', '0004_missed_rings', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (93, 'charting', '0002_signed_stays', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (94, 'charting', '0003_lists', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (95, 'charting', '0004_measures', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (96, 'charting', '0005_words', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (97, 'charting', '0006_routes_and_cosignatures', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (98, 'charting', '0007_note_templates', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (99, 'charting', '0008_revisions', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (100, 'charting', '0009_last_period', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (101, 'charts', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (102, 'charts', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (103, 'documents', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (104, 'check_in', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (105, 'check_in', '0002_card_arrival_case_and_more', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (106, 'claims', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (107, 'claims', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (108, 'claims', '0003_resolving', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (109, 'claims', '0004_asides', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (110, 'claims', '0005_answers_are_files', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (111, 'claims', '0006_a_policy_or_a_case', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (112, 'claims', '0007_no_fee_in_a_claim', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (113, 'claims', '0008_claims_of_a_payer', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (114, 'claims', '0009_posted_later', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (115, 'coding', '0002_level_elements', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (116, 'coding', '0003_provider_queries', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (117, 'coding', '0004_rejected_suggestions', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (118, 'code_audits', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (119, 'code_lists', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (120, 'code_lists', '0002_lists_of_words', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (121, 'code_lists', '0003_rxnorm', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (122, 'code_lists', '0004_national_coverage', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (123, 'code_lists', '0005_hcc', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (124, 'coding', '0005_left_as_it_is', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (125, 'coding', '0006_places_and_kinds', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (126, 'orders', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (127, 'orders', '0002_order_number', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (128, 'documents', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (129, 'documents', '0003_files', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (130, 'documents', '0004_files_of_before', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (131, 'documents', '0005_files_hold_it', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (132, 'documents', '0006_types_of_the_office', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (133, 'documents', '0007_holds', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (134, 'documents', '0008_arrangements', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (135, 'documents', '0009_alter_paperfile_door', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (136, 'results', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (137, 'orders', '0003_laboratories', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (138, 'results', '0002_entries', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (139, 'results', '0003_append_only_entries', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (140, 'results', '0004_words', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (141, 'documents', '0010_devices', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (142, 'devices', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (143, 'devices', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (144, 'devices', '0003_struck', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (145, 'letters', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (146, 'letters', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (147, 'letters', '0003_letters', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (148, 'letters', '0004_append_only_sendings', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (149, 'referrals', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (150, 'referrals', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (151, 'letters', '0005_faxes', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (152, 'letters', '0006_mail_merge', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (153, 'letters', '0007_postcards', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (154, 'letters', '0008_links', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (155, 'letters', '0009_plain_words', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (156, 'letters', '0010_taken_off', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (157, 'dictation', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (158, 'dictation', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (159, 'dictation', '0003_drafts', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (160, 'dictation', '0004_append_only_hearing', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (161, 'dictation', '0005_lines', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (162, 'dictation', '0006_append_only_lines', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (163, 'dictation', '0007_reviews', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (164, 'dictation', '0008_append_only_reviews', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (165, 'dictation', '0009_reminders', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (166, 'dictation', '0010_recorder', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (167, 'dictation', '0011_pedals_and_moving', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (168, 'dictation', '0012_ahead_forgot_version', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (169, 'dictation', '0013_what_authors_correct', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (170, 'dictation', '0014_recogniser_of_the_network', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (171, 'dictation', '0015_what_hears_on_this_machine', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (172, 'dictation', '0016_danger_words_heard', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (173, 'dictation', '0017_copies', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (174, 'dictation', '0018_a_key_and_a_try', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (175, 'dictation', '0019_pass_speed', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (176, 'dictation', '0020_playing_copies', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (177, 'dictation', '0021_heard_or_read', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (178, 'dictation', '0022_styles', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (179, 'disclosures', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (180, 'disclosures', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (181, 'disclosures', '0003_abouts', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (182, 'downtime', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (183, 'fax_simulator', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (184, 'faxes', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (185, 'faxes', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (186, 'faxes', '0003_abouts', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (187, 'flow', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (188, 'forms', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (189, 'forms', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (190, 'forms', '0003_who_pays_alone', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (191, 'gateway_simulator', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (192, 'immunizations', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (193, 'immunizations', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (194, 'immunizations', '0003_set_aside', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (195, 'immunizations', '0004_schedule', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (196, 'immunizations', '0005_fact_of_visit', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (197, 'lab_simulator', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (198, 'memos', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (199, 'memos', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (200, 'mfa', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (201, 'mfa', '0002_authenticator_timestamps', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (202, 'mfa', '0003_authenticator_type_uniq', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (203, 'office_lab', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (204, 'office_lab', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (205, 'orders', '0004_notices', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (206, 'orders', '0005_notices_struck', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (207, 'outreach', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (208, 'outreach', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (209, 'outreach', '0003_waitlist', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (210, 'outreach', '0004_missed', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (211, 'outreach', '0005_recalls', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (212, 'outreach', '0006_append_only_attempts', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (213, 'outreach', '0007_absences', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (214, 'outreach', '0008_self_booking', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (215, 'outreach', '0009_texts_after_calls', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (216, 'outreach', '0010_missed_fees', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (217, 'outreach', '0011_result', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (218, 'payer_simulator', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (219, 'pharmacy_simulator', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (220, 'procedures', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (221, 'procedures', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (222, 'procrastinate', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (223, 'procrastinate', '0002_drop_started_at_column', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (224, 'procrastinate', '0003_drop_started_at_column', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (225, 'procrastinate', '0004_drop_procrastinate_version_table', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (226, 'procrastinate', '0005_fix_procrastinate_fetch_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (227, 'procrastinate', '0006_fix_trigger_status_events_insert', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (228, 'procrastinate', '0007_add_queueing_lock_column', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (229, 'procrastinate', '0008_close_fetch_job_race_condition', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (230, 'procrastinate', '0009_add_defer_job_function', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (231, 'procrastinate', '0010_add_procrastinate_periodic_defers', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (232, 'procrastinate', '0011_add_foreign_key_index', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (233, 'procrastinate', '0012_add_locks_to_periodic_defer', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (234, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (235, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (236, 'procrastinate', '0015_add_trigger_on_job_deletion', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (237, 'procrastinate', '0016_delete_finished_jobs', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (238, 'procrastinate', '0017_add_checks_to_finish_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (239, 'procrastinate', '0018_add_checks_to_retry_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (240, 'procrastinate', '0019_fix_finish_job_compat_issue', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (241, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (242, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (243, 'procrastinate', '0022_null_locks_excluded', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (244, 'procrastinate', '0023_remove_old_finish_job_function', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (245, 'procrastinate', '0024_job_id_bigint', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (246, 'procrastinate', '0025_add_models', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (247, 'procrastinate', '0026_add_job_priority', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (248, 'procrastinate', '0027_add_periodic_job_priority', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (249, 'procrastinate', '0028_add_cancel_states', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (250, 'procrastinate', '0029_add_additional_params_to_retry_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (251, 'procrastinate', '0030_alter_procrastinateevent_options', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (252, 'procrastinate', '0031_add_indexes_for_fetch_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (253, 'procrastinate', '0032_pre_cancel_notification', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (254, 'procrastinate', '0033_post_cancel_notification', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (255, 'procrastinate', '0034_pre_add_heartbeat', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (256, 'procrastinate', '0035_post_add_heartbeat', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (257, 'procrastinate', '0036_add_worker_model', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (258, 'procrastinate', '0037_pre_batch_defer_jobs', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (259, 'procrastinate', '0038_post_batch_defer_jobs', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (260, 'procrastinate', '0039_pre_priority_lock_fetch_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (261, 'procrastinate', '0040_pre_retry_failed_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (262, 'procrastinate', '0041_post_retry_failed_job', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (263, 'recapture', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (264, 'recapture', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (265, 'releases', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (266, 'releases', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (267, 'releases', '0003_faxed', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (268, 'releases', '0004_authorization', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (269, 'results', '0005_message_numbers', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (270, 'rights', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (271, 'rights', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (272, 'rights', '0003_restrictions', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (273, 'rights', '0004_notices', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (274, 'rights', '0005_named', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (275, 'screening', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (276, 'screening', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (277, 'security', '0002_append_only', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (278, 'security', '0003_refused', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (279, 'security', '0004_seal_horizon', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (280, 'security', '0005_labels', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (281, 'security', '0006_seal_kid', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (282, 'security', '0007_sign_in', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (283, 'upkeep', '0001_initial', '1970-01-01 00:00:00+00');
INSERT INTO public.django_migrations VALUES (284, 'upkeep', '0002_append_only', '1970-01-01 00:00:00+00');

SELECT pg_catalog.setval('public.audit_horizon_id_seq', 1, false);

SELECT pg_catalog.setval('public.audit_subject_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);

SELECT pg_catalog.setval('public.auth_permission_id_seq', 1236, true);

SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);

SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);

SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);

SELECT pg_catalog.setval('public.django_content_type_id_seq', 309, true);

SELECT pg_catalog.setval('public.django_migrations_id_seq', 284, true);

SELECT pg_catalog.setval('public.document_page_id_seq', 1, false);

SELECT pg_catalog.setval('public.form_link_definition_id_seq', 1, false);

SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);

SELECT pg_catalog.setval('public.patient_merge_part_id_seq', 1, false);

SELECT pg_catalog.setval('public.patient_name_word_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);

SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);

ALTER TABLE ONLY public.vaccine_report
    ADD CONSTRAINT a_dose_is_told_once UNIQUE (dose_id, what);

ALTER TABLE ONLY public.patient_pharmacy
    ADD CONSTRAINT a_pharmacy_of_a_patient_once UNIQUE (patient_id, pharmacy_id);

ALTER TABLE ONLY public.document_leaf
    ADD CONSTRAINT a_place_has_one_page UNIQUE (document_id, arranged, place);

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT a_time_is_offered_once UNIQUE (waiter_id, provider_id, starts);

ALTER TABLE ONLY public.outreach_reschedule_line
    ADD CONSTRAINT a_visit_once_in_an_absence UNIQUE (batch_id, appointment_id);

ALTER TABLE ONLY public.account_event
    ADD CONSTRAINT account_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.amendment_line
    ADD CONSTRAINT amendment_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_number_key UNIQUE (number);

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription_alert
    ADD CONSTRAINT an_alert_once UNIQUE (prescription_id, key);

ALTER TABLE ONLY public.appointment_holding
    ADD CONSTRAINT appointment_holding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_number_key UNIQUE (number);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appointment_series
    ADD CONSTRAINT appointment_series_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.appointment_state
    ADD CONSTRAINT appointment_state_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_template_approval
    ADD CONSTRAINT approved_once UNIQUE (key, language, version);

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_appointment_id_key UNIQUE (appointment_id);

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_encounter_id_key UNIQUE (encounter_id);

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.audit_horizon
    ADD CONSTRAINT audit_horizon_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT audit_place_once UNIQUE (audit_id, place);

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY public.audit_subject
    ADD CONSTRAINT audit_subject_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT audited_once UNIQUE (audit_id, coding_id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);

ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT billing_fee_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_event
    ADD CONSTRAINT call_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_hand_off
    ADD CONSTRAINT call_hand_off_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_list_entry
    ADD CONSTRAINT call_list_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_message_file
    ADD CONSTRAINT call_message_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_message
    ADD CONSTRAINT call_message_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_number_key UNIQUE (number);

ALTER TABLE ONLY public.call_on_call
    ADD CONSTRAINT call_on_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_phone_door
    ADD CONSTRAINT call_phone_door_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_promise
    ADD CONSTRAINT call_promise_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_ring
    ADD CONSTRAINT call_ring_key_key UNIQUE (key);

ALTER TABLE ONLY public.call_ring
    ADD CONSTRAINT call_ring_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_appointment_id_key UNIQUE (appointment_id);

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_coded_service_id_key UNIQUE (coded_service_id);

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_number_key UNIQUE (number);

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim_event
    ADD CONSTRAINT claim_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim_line
    ADD CONSTRAINT claim_line_control_key UNIQUE (control);

ALTER TABLE ONLY public.claim_line
    ADD CONSTRAINT claim_line_once UNIQUE (claim_id, line);

ALTER TABLE ONLY public.claim_line
    ADD CONSTRAINT claim_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_number_key UNIQUE (number);

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claim_settlement
    ADD CONSTRAINT claim_settlement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claims_inbound
    ADD CONSTRAINT claims_inbound_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.claims_outbound
    ADD CONSTRAINT claims_outbound_control_key UNIQUE (control);

ALTER TABLE ONLY public.claims_outbound
    ADD CONSTRAINT claims_outbound_name_key UNIQUE (name);

ALTER TABLE ONLY public.claims_outbound
    ADD CONSTRAINT claims_outbound_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_closure
    ADD CONSTRAINT closed_once UNIQUE (site_id, "on");

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT code_audit_chart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_audit_judgement
    ADD CONSTRAINT code_audit_judgement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_audit
    ADD CONSTRAINT code_audit_number_key UNIQUE (number);

ALTER TABLE ONLY public.code_audit
    ADD CONSTRAINT code_audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_audit_judgement
    ADD CONSTRAINT code_judged_once UNIQUE (chart_id, code_id);

ALTER TABLE ONLY public.code_list_add_on
    ADD CONSTRAINT code_list_add_on_pkey PRIMARY KEY (release_id, code, "primary", valid_from);

ALTER TABLE ONLY public.code_list_code
    ADD CONSTRAINT code_list_code_pkey PRIMARY KEY (release_id, code);

ALTER TABLE ONLY public.code_list_coverage
    ADD CONSTRAINT code_list_coverage_pkey PRIMARY KEY (release_id, article, use, "group", code);

ALTER TABLE ONLY public.code_list_locality
    ADD CONSTRAINT code_list_locality_pkey PRIMARY KEY (release_id, contractor, state, locality);

ALTER TABLE ONLY public.code_list_pair
    ADD CONSTRAINT code_list_pair_pkey PRIMARY KEY (release_id, first, second, valid_from);

ALTER TABLE ONLY public.code_list
    ADD CONSTRAINT code_list_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_list_units
    ADD CONSTRAINT code_list_units_pkey PRIMARY KEY (release_id, code);

ALTER TABLE ONLY public.code_list_value
    ADD CONSTRAINT code_list_value_pkey PRIMARY KEY (release_id, code, modifier);

ALTER TABLE ONLY public.coding_diagnosis
    ADD CONSTRAINT coding_diagnosis_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding
    ADD CONSTRAINT coding_encounter_id_key UNIQUE (encounter_id);

ALTER TABLE ONLY public.coding_left
    ADD CONSTRAINT coding_left_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_level_element
    ADD CONSTRAINT coding_level_element_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding
    ADD CONSTRAINT coding_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_provider_query
    ADD CONSTRAINT coding_provider_query_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_rejected
    ADD CONSTRAINT coding_rejected_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_service_line
    ADD CONSTRAINT coding_service_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_service
    ADD CONSTRAINT coding_service_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.controlled_agreement
    ADD CONSTRAINT controlled_agreement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coverage_case
    ADD CONSTRAINT coverage_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coverage_policy
    ADD CONSTRAINT coverage_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.deposit
    ADD CONSTRAINT deposit_number_key UNIQUE (number);

ALTER TABLE ONLY public.deposit
    ADD CONSTRAINT deposit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_calibration
    ADD CONSTRAINT device_calibration_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_calibration
    ADD CONSTRAINT device_calibration_strikes_id_key UNIQUE (strikes_id);

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_number_key UNIQUE (number);

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device
    ADD CONSTRAINT device_serial_key UNIQUE (serial);

ALTER TABLE ONLY public.coding_diagnosis
    ADD CONSTRAINT diagnosis_once UNIQUE (coding_id, code);

ALTER TABLE ONLY public.dictation_blank
    ADD CONSTRAINT dictation_blank_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_chunk
    ADD CONSTRAINT dictation_chunk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_copy_letter
    ADD CONSTRAINT dictation_copy_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_copy
    ADD CONSTRAINT dictation_copy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_correction
    ADD CONSTRAINT dictation_correction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_draft
    ADD CONSTRAINT dictation_draft_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_draft
    ADD CONSTRAINT dictation_draft_recording_id_key UNIQUE (recording_id);

ALTER TABLE ONLY public.dictation_draw
    ADD CONSTRAINT dictation_draw_dictation_id_key UNIQUE (dictation_id);

ALTER TABLE ONLY public.dictation_draw
    ADD CONSTRAINT dictation_draw_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_draw
    ADD CONSTRAINT dictation_draw_text_id_key UNIQUE (text_id);

ALTER TABLE ONLY public.dictation_error
    ADD CONSTRAINT dictation_error_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_hand
    ADD CONSTRAINT dictation_hand_person_id_key UNIQUE (person_id);

ALTER TABLE ONLY public.dictation_hand
    ADD CONSTRAINT dictation_hand_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_heard
    ADD CONSTRAINT dictation_heard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_hearing_key
    ADD CONSTRAINT dictation_hearing_key_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_hearing
    ADD CONSTRAINT dictation_hearing_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_hearing_try
    ADD CONSTRAINT dictation_hearing_try_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_left_out
    ADD CONSTRAINT dictation_left_out_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_lines
    ADD CONSTRAINT dictation_lines_dictation_id_key UNIQUE (dictation_id);

ALTER TABLE ONLY public.dictation_lines
    ADD CONSTRAINT dictation_lines_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_loose
    ADD CONSTRAINT dictation_loose_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation
    ADD CONSTRAINT dictation_number_key UNIQUE (number);

ALTER TABLE ONLY public.dictation_pace
    ADD CONSTRAINT dictation_pace_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation
    ADD CONSTRAINT dictation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_playing_copy
    ADD CONSTRAINT dictation_playing_copy_original_key UNIQUE (original);

ALTER TABLE ONLY public.dictation_playing_copy
    ADD CONSTRAINT dictation_playing_copy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_recording
    ADD CONSTRAINT dictation_recording_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_refused
    ADD CONSTRAINT dictation_refused_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_review
    ADD CONSTRAINT dictation_review_draw_id_key UNIQUE (draw_id);

ALTER TABLE ONLY public.dictation_review
    ADD CONSTRAINT dictation_review_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_sampling
    ADD CONSTRAINT dictation_sampling_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_short_form
    ADD CONSTRAINT dictation_short_form_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_step
    ADD CONSTRAINT dictation_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_stretch
    ADD CONSTRAINT dictation_stretch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_style
    ADD CONSTRAINT dictation_style_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_take
    ADD CONSTRAINT dictation_take_dictation_id_key UNIQUE (dictation_id);

ALTER TABLE ONLY public.dictation_take
    ADD CONSTRAINT dictation_take_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_text
    ADD CONSTRAINT dictation_text_dictation_id_key UNIQUE (dictation_id);

ALTER TABLE ONLY public.dictation_text
    ADD CONSTRAINT dictation_text_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_version
    ADD CONSTRAINT dictation_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosed_once UNIQUE (cause_kind, cause_id);

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);

ALTER TABLE ONLY public.document_change
    ADD CONSTRAINT document_change_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_destruction
    ADD CONSTRAINT document_destruction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_file
    ADD CONSTRAINT document_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_hold
    ADD CONSTRAINT document_hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_keeping
    ADD CONSTRAINT document_keeping_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_kind
    ADD CONSTRAINT document_kind_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_leaf
    ADD CONSTRAINT document_leaf_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_page
    ADD CONSTRAINT document_page_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.downtime_pack
    ADD CONSTRAINT downtime_pack_name_key UNIQUE (name);

ALTER TABLE ONLY public.downtime_pack
    ADD CONSTRAINT downtime_pack_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.downtime_settings
    ADD CONSTRAINT downtime_settings_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.drug_authorization_event
    ADD CONSTRAINT drug_authorization_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.drug_authorization
    ADD CONSTRAINT drug_authorization_number_key UNIQUE (number);

ALTER TABLE ONLY public.drug_authorization_packet
    ADD CONSTRAINT drug_authorization_packet_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.drug_authorization
    ADD CONSTRAINT drug_authorization_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_recall
    ADD CONSTRAINT due_once_by_a_rule UNIQUE (rule_id, patient_id, due_on);

ALTER TABLE ONLY public.eligibility_check
    ADD CONSTRAINT eligibility_check_number_key UNIQUE (number);

ALTER TABLE ONLY public.eligibility_check
    ADD CONSTRAINT eligibility_check_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.eligibility_line
    ADD CONSTRAINT eligibility_line_pkey PRIMARY KEY (payer_id);

ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT encounter_number_key UNIQUE (number);

ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT encounter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.encounter_stage
    ADD CONSTRAINT encounter_stage_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.fax_event
    ADD CONSTRAINT fax_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.fax_event
    ADD CONSTRAINT fax_event_told_key UNIQUE (told);

ALTER TABLE ONLY public.fax
    ADD CONSTRAINT fax_key_key UNIQUE (key);

ALTER TABLE ONLY public.fax_line
    ADD CONSTRAINT fax_line_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.fax
    ADD CONSTRAINT fax_number_key UNIQUE (number);

ALTER TABLE ONLY public.fax
    ADD CONSTRAINT fax_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.billing_fee
    ADD CONSTRAINT fee_once_a_date UNIQUE (code, valid_from);

ALTER TABLE ONLY public.flow_calling
    ADD CONSTRAINT flow_calling_pkey PRIMARY KEY (encounter_id);

ALTER TABLE ONLY public.flow_display
    ADD CONSTRAINT flow_display_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.flow_display
    ADD CONSTRAINT flow_display_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.flow_limit
    ADD CONSTRAINT flow_limit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.form_definition
    ADD CONSTRAINT form_definition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.form_filled
    ADD CONSTRAINT form_filled_once_a_link UNIQUE (link_id, definition_id);

ALTER TABLE ONLY public.form_filled
    ADD CONSTRAINT form_filled_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.form_link_definition
    ADD CONSTRAINT form_link_definition_link_id_definition_id_ec12c20b_uniq UNIQUE (link_id, definition_id);

ALTER TABLE ONLY public.form_link_definition
    ADD CONSTRAINT form_link_definition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.form_link
    ADD CONSTRAINT form_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.form_link
    ADD CONSTRAINT form_link_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.formulary_line
    ADD CONSTRAINT formulary_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.formulary
    ADD CONSTRAINT formulary_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gateway_mood
    ADD CONSTRAINT gateway_mood_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.gateway_news
    ADD CONSTRAINT gateway_news_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.gateway_taken
    ADD CONSTRAINT gateway_taken_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gestation
    ADD CONSTRAINT gestation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.immunization_registry
    ADD CONSTRAINT immunization_registry_only_key UNIQUE ("only");

ALTER TABLE ONLY public.immunization_registry
    ADD CONSTRAINT immunization_registry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.instrument_book
    ADD CONSTRAINT instrument_book_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.insurance_card
    ADD CONSTRAINT insurance_card_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_number_key UNIQUE (number);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_reverses_id_key UNIQUE (reverses_id);

ALTER TABLE ONLY public.journal_line
    ADD CONSTRAINT journal_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kernel_file
    ADD CONSTRAINT kernel_file_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY public.kernel_first_result
    ADD CONSTRAINT kernel_first_result_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.kernel_outbox
    ADD CONSTRAINT kernel_outbox_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.kernel_scheduled_run
    ADD CONSTRAINT kernel_scheduled_run_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.lab_entry
    ADD CONSTRAINT lab_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lab_message
    ADD CONSTRAINT lab_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lab_notice
    ADD CONSTRAINT lab_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_once UNIQUE (key);

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lab_result
    ADD CONSTRAINT lab_result_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.lab_test
    ADD CONSTRAINT lab_test_once UNIQUE (laboratory_id, code);

ALTER TABLE ONLY public.lab_test
    ADD CONSTRAINT lab_test_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.laboratory
    ADD CONSTRAINT laboratory_key_key UNIQUE (key);

ALTER TABLE ONLY public.laboratory
    ADD CONSTRAINT laboratory_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_left
    ADD CONSTRAINT left_once UNIQUE (kind, ref, code);

ALTER TABLE ONLY public.letter_head
    ADD CONSTRAINT letter_head_pkey PRIMARY KEY (site_id);

ALTER TABLE ONLY public.letter_link
    ADD CONSTRAINT letter_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_link_rule
    ADD CONSTRAINT letter_link_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_link
    ADD CONSTRAINT letter_link_sending_id_key UNIQUE (sending_id);

ALTER TABLE ONLY public.letter_link
    ADD CONSTRAINT letter_link_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.letter_merge
    ADD CONSTRAINT letter_merge_key_key UNIQUE (key);

ALTER TABLE ONLY public.letter_merge
    ADD CONSTRAINT letter_merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_merge_taken_off
    ADD CONSTRAINT letter_merge_taken_off_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_number_key UNIQUE (number);

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_plain_word
    ADD CONSTRAINT letter_plain_word_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_sending_event
    ADD CONSTRAINT letter_sending_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_sending
    ADD CONSTRAINT letter_sending_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_template_approval
    ADD CONSTRAINT letter_template_approval_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.letter_template
    ADD CONSTRAINT letter_template_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_service_line
    ADD CONSTRAINT line_once UNIQUE (coding_id, line);

ALTER TABLE ONLY public.list_attestation
    ADD CONSTRAINT list_attestation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.call_list_entry
    ADD CONSTRAINT list_entry_once UNIQUE (which, key);

ALTER TABLE ONLY public.list_entry
    ADD CONSTRAINT list_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.list_incoming
    ADD CONSTRAINT list_incoming_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.code_list
    ADD CONSTRAINT list_taken_once UNIQUE (kind, digest, valid_from, valid_to);

ALTER TABLE ONLY public.memo_looked
    ADD CONSTRAINT looked_once UNIQUE (thread_id, user_id);

ALTER TABLE ONLY public.memo_looked
    ADD CONSTRAINT memo_looked_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.memo
    ADD CONSTRAINT memo_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.memo_thread
    ADD CONSTRAINT memo_thread_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.monitoring_check
    ADD CONSTRAINT monitoring_check_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_name_word
    ADD CONSTRAINT name_word_once UNIQUE (patient_id, word);

ALTER TABLE ONLY public.appointment_holding
    ADD CONSTRAINT no_lane_held_twice EXCLUDE USING gist (unit_id WITH =, lane WITH =, during WITH &&) WHERE (live);

ALTER TABLE ONLY public.note_addendum
    ADD CONSTRAINT note_addendum_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.note_cosignature
    ADD CONSTRAINT note_cosignature_note_id_key UNIQUE (note_id);

ALTER TABLE ONLY public.note_cosignature
    ADD CONSTRAINT note_cosignature_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_encounter_id_key UNIQUE (encounter_id);

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.note_revision
    ADD CONSTRAINT note_revision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.note_route
    ADD CONSTRAINT note_route_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.note_template_order
    ADD CONSTRAINT note_template_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.note_template
    ADD CONSTRAINT note_template_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.notice_receipt
    ADD CONSTRAINT notice_receipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_control
    ADD CONSTRAINT office_control_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_order
    ADD CONSTRAINT office_order_number_key UNIQUE (number);

ALTER TABLE ONLY public.office_order
    ADD CONSTRAINT office_order_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_qc_run
    ADD CONSTRAINT office_qc_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_test
    ADD CONSTRAINT office_test_key_key UNIQUE (key);

ALTER TABLE ONLY public.office_test_kit
    ADD CONSTRAINT office_test_kit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_test
    ADD CONSTRAINT office_test_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_instead_of_id_key UNIQUE (instead_of_id);

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.dictation_chunk
    ADD CONSTRAINT one_chunk_once UNIQUE (stretch_id, number);

ALTER TABLE ONLY public.dictation_correction
    ADD CONSTRAINT one_correction_once UNIQUE (dictation_id, heard, meant);

ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT one_encounter_per_cause UNIQUE (cause_kind, cause_id);

ALTER TABLE ONLY public.form_definition
    ADD CONSTRAINT one_form_of_a_version UNIQUE (key, version);

ALTER TABLE ONLY public.flow_limit
    ADD CONSTRAINT one_limit_about_it UNIQUE (kind, stage);

ALTER TABLE ONLY public.note_template
    ADD CONSTRAINT one_note_template_of_a_version UNIQUE (key, version);

ALTER TABLE ONLY public.call_on_call
    ADD CONSTRAINT one_person_on_call EXCLUDE USING gist (tstzrange(starts, ends, '[)'::text) WITH &&);

ALTER TABLE ONLY public.coverage_policy
    ADD CONSTRAINT one_policy_in_a_place EXCLUDE USING gist (patient_id WITH =, "order" WITH =, daterange(starts, ends, '[]'::text) WITH &&);

ALTER TABLE ONLY public.dictation_blank
    ADD CONSTRAINT one_reason_a_blank UNIQUE (dictation_id, word_id);

ALTER TABLE ONLY public.list_entry
    ADD CONSTRAINT one_row_a_version UNIQUE (entry_id, version);

ALTER TABLE ONLY public.document_kind
    ADD CONSTRAINT one_row_a_version_of_a_type UNIQUE (key, version);

ALTER TABLE ONLY public.schedule_rule
    ADD CONSTRAINT one_rule_about_it UNIQUE NULLS NOT DISTINCT (unit_id, visit_type_id, label);

ALTER TABLE ONLY public.dictation_short_form
    ADD CONSTRAINT one_short_form UNIQUE NULLS NOT DISTINCT (owner_id, short);

ALTER TABLE ONLY public.dictation_stretch
    ADD CONSTRAINT one_stretch_once UNIQUE (take_id, number);

ALTER TABLE ONLY public.schedule_template
    ADD CONSTRAINT one_template_at_a_time EXCLUDE USING gist (unit_id WITH =, site_id WITH =, daterange(valid_from, valid_to, '[]'::text) WITH &&) WHERE ((replaced_at IS NULL));

ALTER TABLE ONLY public.letter_template
    ADD CONSTRAINT one_template_of_a_version UNIQUE (key, language, version);

ALTER TABLE ONLY public.outreach_text
    ADD CONSTRAINT one_text_of_a_purpose UNIQUE (purpose, language, detail);

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT one_walk_in_at_a_time EXCLUDE USING gist (during WITH &&, patient_id WITH =) WHERE ((((state)::text = ANY (ARRAY[('arrived'::character varying)::text, ('booked'::character varying)::text, ('confirmed'::character varying)::text])) AND walk_in));

ALTER TABLE ONLY public.order_set
    ADD CONSTRAINT order_set_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_door
    ADD CONSTRAINT outreach_door_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.outreach_heard
    ADD CONSTRAINT outreach_heard_key_key UNIQUE (key);

ALTER TABLE ONLY public.outreach_heard
    ADD CONSTRAINT outreach_heard_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_message_event
    ADD CONSTRAINT outreach_message_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_message
    ADD CONSTRAINT outreach_message_key_key UNIQUE (key);

ALTER TABLE ONLY public.outreach_message
    ADD CONSTRAINT outreach_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_missed
    ADD CONSTRAINT outreach_missed_appointment_id_key UNIQUE (appointment_id);

ALTER TABLE ONLY public.outreach_missed
    ADD CONSTRAINT outreach_missed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_missed_policy
    ADD CONSTRAINT outreach_missed_policy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_missed_policy
    ADD CONSTRAINT outreach_missed_policy_valid_from_key UNIQUE (valid_from);

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT outreach_offer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_preference
    ADD CONSTRAINT outreach_preference_pkey PRIMARY KEY (patient_id);

ALTER TABLE ONLY public.outreach_recall_attempt
    ADD CONSTRAINT outreach_recall_attempt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_recall
    ADD CONSTRAINT outreach_recall_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_recall_rule
    ADD CONSTRAINT outreach_recall_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_reminder_rule
    ADD CONSTRAINT outreach_reminder_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_reschedule_line
    ADD CONSTRAINT outreach_reschedule_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_reschedule
    ADD CONSTRAINT outreach_reschedule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_self_booking
    ADD CONSTRAINT outreach_self_booking_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.outreach_settings
    ADD CONSTRAINT outreach_settings_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.outreach_stopped
    ADD CONSTRAINT outreach_stopped_pkey PRIMARY KEY (digits);

ALTER TABLE ONLY public.outreach_text
    ADD CONSTRAINT outreach_text_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outreach_waiter
    ADD CONSTRAINT outreach_waiter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.document_page
    ADD CONSTRAINT page_read_once UNIQUE (file_id, page);

ALTER TABLE ONLY public.patient_maybe_same
    ADD CONSTRAINT pair_asked_once UNIQUE (one, other);

ALTER TABLE ONLY public.paper_chart_move
    ADD CONSTRAINT paper_chart_move_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.paper_chart
    ADD CONSTRAINT paper_chart_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_card_fact
    ADD CONSTRAINT patient_card_fact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_contact
    ADD CONSTRAINT patient_contact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_known_word
    ADD CONSTRAINT patient_known_word_pkey PRIMARY KEY (word);

ALTER TABLE ONLY public.patient_label_size
    ADD CONSTRAINT patient_label_size_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.patient_maybe_same
    ADD CONSTRAINT patient_maybe_same_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_merge_part
    ADD CONSTRAINT patient_merge_part_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_merge
    ADD CONSTRAINT patient_merge_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient
    ADD CONSTRAINT patient_mrn_key UNIQUE (mrn);

ALTER TABLE ONLY public.patient_name_word
    ADD CONSTRAINT patient_name_word_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_permitted_person
    ADD CONSTRAINT patient_permitted_person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_pharmacy
    ADD CONSTRAINT patient_pharmacy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient
    ADD CONSTRAINT patient_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.patient_said
    ADD CONSTRAINT patient_said_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payer_mail
    ADD CONSTRAINT payer_mail_name_key UNIQUE (name);

ALTER TABLE ONLY public.payer_mail
    ADD CONSTRAINT payer_mail_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.payer_memory
    ADD CONSTRAINT payer_memory_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.period_close
    ADD CONSTRAINT period_close_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pharmacy_message
    ADD CONSTRAINT pharmacy_message_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pharmacy
    ADD CONSTRAINT pharmacy_npi_key UNIQUE (npi);

ALTER TABLE ONLY public.pharmacy
    ADD CONSTRAINT pharmacy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pharmacy_wire_in
    ADD CONSTRAINT pharmacy_wire_in_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pharmacy_wire_in
    ADD CONSTRAINT pharmacy_wire_in_sha256_key UNIQUE (sha256);

ALTER TABLE ONLY public.pharmacy_wire_out
    ADD CONSTRAINT pharmacy_wire_out_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.pill_count
    ADD CONSTRAINT pill_count_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_diagnosis
    ADD CONSTRAINT position_once UNIQUE (coding_id, "position") DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.practice_closure
    ADD CONSTRAINT practice_closure_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_number
    ADD CONSTRAINT practice_number_pkey PRIMARY KEY (prefix);

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_only_key UNIQUE ("only");

ALTER TABLE ONLY public.practice_payer
    ADD CONSTRAINT practice_payer_key_key UNIQUE (key);

ALTER TABLE ONLY public.practice_payer
    ADD CONSTRAINT practice_payer_number_key UNIQUE (number);

ALTER TABLE ONLY public.practice_payer
    ADD CONSTRAINT practice_payer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice
    ADD CONSTRAINT practice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_room
    ADD CONSTRAINT practice_room_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_site
    ADD CONSTRAINT practice_site_key_key UNIQUE (key);

ALTER TABLE ONLY public.practice_site
    ADD CONSTRAINT practice_site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_staff
    ADD CONSTRAINT practice_staff_key_key UNIQUE (key);

ALTER TABLE ONLY public.practice_staff
    ADD CONSTRAINT practice_staff_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_staff
    ADD CONSTRAINT practice_staff_user_id_key UNIQUE (user_id);

ALTER TABLE ONLY public.practice_work
    ADD CONSTRAINT practice_work_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription_alert
    ADD CONSTRAINT prescription_alert_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription_dispatch
    ADD CONSTRAINT prescription_dispatch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription_event
    ADD CONSTRAINT prescription_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription_favourite
    ADD CONSTRAINT prescription_favourite_name_key UNIQUE (name);

ALTER TABLE ONLY public.prescription_favourite
    ADD CONSTRAINT prescription_favourite_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_number_key UNIQUE (number);

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.prescription_renewal
    ADD CONSTRAINT prescription_renewal_number_key UNIQUE (number);

ALTER TABLE ONLY public.prescription_renewal
    ADD CONSTRAINT prescription_renewal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.privacy_notice
    ADD CONSTRAINT privacy_notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.privacy_notice
    ADD CONSTRAINT privacy_notice_version_key UNIQUE (version);

ALTER TABLE ONLY public.procedure_after
    ADD CONSTRAINT procedure_after_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_consent
    ADD CONSTRAINT procedure_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_instead_of_id_key UNIQUE (instead_of_id);

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_kind
    ADD CONSTRAINT procedure_kind_key_key UNIQUE (key);

ALTER TABLE ONLY public.procedure_kind
    ADD CONSTRAINT procedure_kind_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_observation
    ADD CONSTRAINT procedure_observation_number_key UNIQUE (number);

ALTER TABLE ONLY public.procedure_observation
    ADD CONSTRAINT procedure_observation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procedure_observation
    ADD CONSTRAINT procedure_observation_procedure_id_key UNIQUE (procedure_id);

ALTER TABLE ONLY public.procedure_time_out
    ADD CONSTRAINT procedure_time_out_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);

ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.proof_result
    ADD CONSTRAINT proof_result_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recapture_mark
    ADD CONSTRAINT recapture_mark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.recapture_score_switch
    ADD CONSTRAINT recapture_score_switch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_number_key UNIQUE (number);

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.receipt_taken_back
    ADD CONSTRAINT receipt_taken_back_pkey PRIMARY KEY (receipt_id);

ALTER TABLE ONLY public.referral_event
    ADD CONSTRAINT referral_event_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_number_key UNIQUE (number);

ALTER TABLE ONLY public.referral_pace
    ADD CONSTRAINT referral_pace_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.referral_performer
    ADD CONSTRAINT referral_performer_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_number_key UNIQUE (number);

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.coding_rejected
    ADD CONSTRAINT rejected_once UNIQUE (coding_id, code);

ALTER TABLE ONLY public.release_delivery
    ADD CONSTRAINT release_delivery_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.release_request
    ADD CONSTRAINT release_request_number_key UNIQUE (number);

ALTER TABLE ONLY public.release_request
    ADD CONSTRAINT release_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remit_choice
    ADD CONSTRAINT remit_choice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remit_decision_line
    ADD CONSTRAINT remit_decision_line_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remit_decision
    ADD CONSTRAINT remit_decision_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remit_not_ours
    ADD CONSTRAINT remit_not_ours_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remit_provider_adjustment
    ADD CONSTRAINT remit_provider_adjustment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remittance
    ADD CONSTRAINT remittance_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.requisition
    ADD CONSTRAINT requisition_number_key UNIQUE (number);

ALTER TABLE ONLY public.requisition
    ADD CONSTRAINT requisition_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.restriction
    ADD CONSTRAINT restriction_number_key UNIQUE (number);

ALTER TABLE ONLY public.restriction
    ADD CONSTRAINT restriction_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.practice_room
    ADD CONSTRAINT room_name_once UNIQUE (site_id, name);

ALTER TABLE ONLY public.safety_book
    ADD CONSTRAINT safety_book_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.safety_test
    ADD CONSTRAINT safety_test_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.remit_choice
    ADD CONSTRAINT said_once UNIQUE (remittance_id, part, claim_place, place);

ALTER TABLE ONLY public.schedule_away
    ADD CONSTRAINT schedule_away_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_block
    ADD CONSTRAINT schedule_block_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_feed
    ADD CONSTRAINT schedule_feed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_feed
    ADD CONSTRAINT schedule_feed_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY public.schedule_hold
    ADD CONSTRAINT schedule_hold_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_rule
    ADD CONSTRAINT schedule_rule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_template
    ADD CONSTRAINT schedule_template_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_unit
    ADD CONSTRAINT schedule_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.schedule_unit
    ADD CONSTRAINT schedule_unit_room_id_key UNIQUE (room_id);

ALTER TABLE ONLY public.schedule_unit
    ADD CONSTRAINT schedule_unit_staff_id_key UNIQUE (staff_id);

ALTER TABLE ONLY public.screened
    ADD CONSTRAINT screened_instead_of_id_key UNIQUE (instead_of_id);

ALTER TABLE ONLY public.screened
    ADD CONSTRAINT screened_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_access
    ADD CONSTRAINT security_access_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_consent
    ADD CONSTRAINT security_consent_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_denial
    ADD CONSTRAINT security_denial_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_label
    ADD CONSTRAINT security_label_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_password_code
    ADD CONSTRAINT security_password_code_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY public.security_sign_in_rules
    ADD CONSTRAINT security_sign_in_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_user
    ADD CONSTRAINT security_user_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.security_user
    ADD CONSTRAINT security_user_username_key UNIQUE (username);

ALTER TABLE ONLY public.coding_service
    ADD CONSTRAINT service_once_a_date UNIQUE (key, valid_from);

ALTER TABLE ONLY public.sim_fax_call
    ADD CONSTRAINT sim_fax_call_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sim_fax_mood
    ADD CONSTRAINT sim_fax_mood_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.sim_fax_news
    ADD CONSTRAINT sim_fax_news_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.sim_lab_mood
    ADD CONSTRAINT sim_lab_mood_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.sim_lab_news
    ADD CONSTRAINT sim_lab_news_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.sim_lab_order
    ADD CONSTRAINT sim_lab_order_pkey PRIMARY KEY (control_id);

ALTER TABLE ONLY public.sim_fax_call
    ADD CONSTRAINT sim_one_call UNIQUE (fax_id, attempt);

ALTER TABLE ONLY public.sim_pharmacy_mood
    ADD CONSTRAINT sim_pharmacy_mood_pkey PRIMARY KEY ("only");

ALTER TABLE ONLY public.sim_pharmacy_news
    ADD CONSTRAINT sim_pharmacy_news_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.sim_pharmacy_taken
    ADD CONSTRAINT sim_pharmacy_taken_pkey PRIMARY KEY (number);

ALTER TABLE ONLY public.statement
    ADD CONSTRAINT statement_number_key UNIQUE (number);

ALTER TABLE ONLY public.statement
    ADD CONSTRAINT statement_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.office_test_kit
    ADD CONSTRAINT test_kit_once UNIQUE (test_id, site_id, lot);

ALTER TABLE ONLY public.list_incoming
    ADD CONSTRAINT the_same_comes_in_once UNIQUE (patient_id, key);

ALTER TABLE ONLY public.upkeep_decided
    ADD CONSTRAINT upkeep_decided_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upkeep_entry
    ADD CONSTRAINT upkeep_entry_instead_of_id_key UNIQUE (instead_of_id);

ALTER TABLE ONLY public.upkeep_entry
    ADD CONSTRAINT upkeep_entry_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upkeep_equipment
    ADD CONSTRAINT upkeep_equipment_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upkeep_lot_place
    ADD CONSTRAINT upkeep_lot_place_lot_id_key UNIQUE (lot_id);

ALTER TABLE ONLY public.upkeep_lot_place
    ADD CONSTRAINT upkeep_lot_place_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upkeep_missed
    ADD CONSTRAINT upkeep_missed_once UNIQUE (equipment_id, due);

ALTER TABLE ONLY public.upkeep_missed
    ADD CONSTRAINT upkeep_missed_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.upkeep_equipment
    ADD CONSTRAINT upkeep_named_once UNIQUE (site_id, name);

ALTER TABLE ONLY public.vaccine_dose
    ADD CONSTRAINT vaccine_dose_instead_of_id_key UNIQUE (instead_of_id);

ALTER TABLE ONLY public.vaccine_dose
    ADD CONSTRAINT vaccine_dose_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vaccine_dose_wrong
    ADD CONSTRAINT vaccine_dose_wrong_dose_id_key UNIQUE (dose_id);

ALTER TABLE ONLY public.vaccine_dose_wrong
    ADD CONSTRAINT vaccine_dose_wrong_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vaccine_fact
    ADD CONSTRAINT vaccine_fact_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vaccine_lot_move
    ADD CONSTRAINT vaccine_lot_move_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vaccine_lot
    ADD CONSTRAINT vaccine_lot_once UNIQUE (site_id, cvx, lot, funding);

ALTER TABLE ONLY public.vaccine_lot
    ADD CONSTRAINT vaccine_lot_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vaccine_report
    ADD CONSTRAINT vaccine_report_control_id_key UNIQUE (control_id);

ALTER TABLE ONLY public.vaccine_report
    ADD CONSTRAINT vaccine_report_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.vaccine_schedule
    ADD CONSTRAINT vaccine_schedule_digest_key UNIQUE (digest);

ALTER TABLE ONLY public.vaccine_schedule
    ADD CONSTRAINT vaccine_schedule_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.visit_type
    ADD CONSTRAINT visit_type_pkey PRIMARY KEY (key);

ALTER TABLE ONLY public.vital_signs
    ADD CONSTRAINT vital_signs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.world
    ADD CONSTRAINT world_only_key UNIQUE ("only");

ALTER TABLE ONLY public.world
    ADD CONSTRAINT world_pkey PRIMARY KEY (id);

CREATE UNIQUE INDEX a_dose_has_its_number_alone ON public.vaccine_dose USING btree (number) WHERE (instead_of_id IS NULL);

CREATE UNIQUE INDEX a_dose_moves_once ON public.vaccine_lot_move USING btree (dose_id, what) WHERE (dose_id IS NOT NULL);

CREATE UNIQUE INDEX a_message_is_taken_in_once ON public.pharmacy_wire_in USING btree (sender, message_id) WHERE ((state)::text = 'taken in'::text);

CREATE UNIQUE INDEX a_pharmacy_on_the_wire_once ON public.pharmacy USING btree (wire) WHERE (NOT ((wire)::text = ''::text));

CREATE UNIQUE INDEX a_prescription_is_at_one_pharmacy ON public.prescription_dispatch USING btree (prescription_id) WHERE (NOT ((stand)::text = ANY ((ARRAY['cancelled'::character varying, 'not dispensed'::character varying, 'failed'::character varying])::text[])));

CREATE INDEX access_of_patient ON public.security_access USING btree (subject, began_at DESC);

CREATE INDEX access_of_user ON public.security_access USING btree (user_id, subject, ends_at);

CREATE INDEX access_to_review ON public.security_access USING btree (began_at) WHERE (reviewed_at IS NULL);

CREATE INDEX account_event_charge_id_e5619cd7 ON public.account_event USING btree (charge_id);

CREATE INDEX account_event_entry_id_b1834fd1 ON public.account_event USING btree (entry_id);

CREATE INDEX account_event_patient_id_18baf232 ON public.account_event USING btree (patient_id);

CREATE INDEX account_event_payer_id_8cd9ef6a ON public.account_event USING btree (payer_id);

CREATE INDEX agreement_by_patient ON public.controlled_agreement USING btree (patient_id, signed_on DESC);

CREATE INDEX alert_by_rule ON public.prescription_alert USING btree (rule);

CREATE INDEX amendment_by_item ON public.amendment USING btree (item_id);

CREATE INDEX amendment_by_patient ON public.amendment USING btree (patient_id, made_at DESC);

CREATE INDEX amendment_line_amendment_id_57de0f91 ON public.amendment_line USING btree (amendment_id);

CREATE INDEX amendment_number_7a753fd8_like ON public.amendment USING btree (number varchar_pattern_ops);

CREATE INDEX amendment_open ON public.amendment USING btree (due_on) WHERE ((answer)::text = 'open'::text);

CREATE INDEX amendment_patient_id_33de9c20 ON public.amendment USING btree (patient_id);

CREATE INDEX amendment_said ON public.amendment_line USING btree (amendment_id, id);

CREATE UNIQUE INDEX an_order_is_done_once ON public.procedure_done USING btree (order_id) WHERE (instead_of_id IS NULL);

CREATE UNIQUE INDEX an_order_is_tested_once ON public.office_tested USING btree (order_id) WHERE (instead_of_id IS NULL);

CREATE INDEX appointment_by_patient ON public.appointment USING btree (patient_id, booked_at DESC);

CREATE INDEX appointment_by_series ON public.appointment USING btree (series_id) WHERE (series_id IS NOT NULL);

CREATE INDEX appointment_by_start ON public.appointment USING btree (lower(during));

CREATE INDEX appointment_call_id_da006c48 ON public.appointment USING btree (call_id);

CREATE INDEX appointment_case_id_a6e632b0 ON public.appointment USING btree (case_id);

CREATE INDEX appointment_holding_appointment_id_f1f037f6 ON public.appointment_holding USING btree (appointment_id);

CREATE INDEX appointment_holding_hold_id_18a81e47 ON public.appointment_holding USING btree (hold_id);

CREATE INDEX appointment_holding_unit_id_6600ebcf ON public.appointment_holding USING btree (unit_id);

CREATE INDEX appointment_moved_to_id_5287f632 ON public.appointment USING btree (moved_to_id);

CREATE INDEX appointment_number_5027feb4_like ON public.appointment USING btree (number varchar_pattern_ops);

CREATE INDEX appointment_patient_id_02ab18c7 ON public.appointment USING btree (patient_id);

CREATE INDEX appointment_provider_id_74bc7673 ON public.appointment USING btree (provider_id);

CREATE INDEX appointment_series_id_195bf2be ON public.appointment USING btree (series_id);

CREATE INDEX appointment_series_patient_id_b72893b3 ON public.appointment_series USING btree (patient_id);

CREATE INDEX appointment_site_id_d2ba7e7a ON public.appointment USING btree (site_id);

CREATE INDEX appointment_state_appointment_id_5f33bdbb ON public.appointment_state USING btree (appointment_id);

CREATE INDEX appointment_visit_type_id_35adc008 ON public.appointment USING btree (visit_type_id);

CREATE INDEX appointment_visit_type_id_35adc008_like ON public.appointment USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX arrival_case_id_c8b07fb7 ON public.arrival USING btree (case_id);

CREATE INDEX arrival_coverage_id_56a68425 ON public.arrival USING btree (coverage_id);

CREATE INDEX asked_from ON public.outreach_asked USING btree (asker, at DESC);

CREATE INDEX asked_latest ON public.outreach_asked USING btree (at DESC);

CREATE UNIQUE INDEX asked_once ON public.outreach_asked USING btree (phone_digits, provider_id, starts) WHERE ((state)::text = 'waiting'::text);

CREATE UNIQUE INDEX asked_once_at_a_time ON public.document_destruction USING btree (file_id) WHERE ((decision)::text = ''::text);

CREATE INDEX attempt_in_order ON public.outreach_recall_attempt USING btree (recall_id, id);

CREATE INDEX audit_by_actor ON public.audit_event USING btree (actor_id, at DESC);

CREATE INDEX audit_by_subject ON public.audit_subject USING btree (subject, event_id DESC);

CREATE INDEX audit_event_xid ON public.audit_event USING btree (xid, id);

CREATE INDEX audit_of_accounts ON public.audit_event USING btree (object_id, id) WHERE ((object_kind)::text = 'user'::text);

CREATE INDEX audit_refused ON public.audit_event USING btree (word, at) WHERE ((outcome)::text = 'refused'::text);

CREATE INDEX audit_subject_event_id_65dc56c8 ON public.audit_subject USING btree (event_id);

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);

CREATE INDEX authorization_by_patient ON public.drug_authorization USING btree (patient_id, prepared_at DESC);

CREATE INDEX authorization_due ON public.drug_authorization USING btree (due_on) WHERE (due_on IS NOT NULL);

CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);

CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);

CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);

CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);

CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);

CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);

CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);

CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);

CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);

CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);

CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);

CREATE INDEX calibration_latest ON public.device_calibration USING btree (device_id, "on" DESC);

CREATE INDEX call_by_patient ON public.call USING btree (patient_id, started_at DESC);

CREATE INDEX call_event_call_id_5833237a ON public.call_event USING btree (call_id);

CREATE INDEX call_event_of_call ON public.call_event USING btree (call_id, at);

CREATE INDEX call_hand_off_to_id_c0f18d6c ON public.call_hand_off USING btree (to_id);

CREATE INDEX call_latest ON public.call USING btree (started_at DESC);

CREATE INDEX call_message_call_id_cc537c3b ON public.call_message USING btree (call_id);

CREATE INDEX call_message_file_id_dbc9e6cc ON public.call_message USING btree (file_id);

CREATE INDEX call_message_key_1669cab2_like ON public.call_message USING btree (key varchar_pattern_ops);

CREATE INDEX call_number_edaf836c_like ON public.call USING btree (number varchar_pattern_ops);

CREATE INDEX call_on_call_staff_id_0121f4e7 ON public.call_on_call USING btree (staff_id);

CREATE INDEX call_open ON public.call USING btree (started_at) WHERE (ended_at IS NULL);

CREATE INDEX call_patient_id_c83c54c5 ON public.call USING btree (patient_id);

CREATE INDEX call_promise_call_id_5220ccad ON public.call_promise USING btree (call_id);

CREATE INDEX call_ring_call_id_bb02d40e ON public.call_ring USING btree (call_id);

CREATE INDEX call_ring_key_6d6432ea_like ON public.call_ring USING btree (key varchar_pattern_ops);

CREATE INDEX call_with_call_id_ab946388 ON public.call USING btree (with_call_id);

CREATE INDEX card_by_patient ON public.insurance_card USING btree (patient_id, scanned_at DESC);

CREATE INDEX card_fact_latest ON public.patient_card_fact USING btree (patient_id, id DESC);

CREATE INDEX case_by_patient ON public.coverage_case USING btree (patient_id, opened_on DESC);

CREATE INDEX change_in_order ON public.document_change USING btree (document_id, id);

CREATE INDEX charge_by_patient ON public.charge USING btree (patient_id, date);

CREATE INDEX charge_by_visit ON public.charge USING btree (encounter_id);

CREATE INDEX charge_encounter_id_08639246 ON public.charge USING btree (encounter_id);

CREATE INDEX charge_number_2e608eb4_like ON public.charge USING btree (number varchar_pattern_ops);

CREATE INDEX charge_patient_id_74707c97 ON public.charge USING btree (patient_id);

CREATE INDEX charge_provider_id_e441175b ON public.charge USING btree (provider_id);

CREATE INDEX charge_site_id_c9e606c4 ON public.charge USING btree (site_id);

CREATE INDEX check_by_patient ON public.eligibility_check USING btree (patient_id, asked_at DESC);

CREATE INDEX check_by_visit ON public.eligibility_check USING btree (visit_id, asked_at DESC) WHERE (NOT (visit_id IS NULL));

CREATE INDEX check_open ON public.eligibility_check USING btree (asked_at) WHERE ((state)::text = ANY ((ARRAY['waiting'::character varying, 'asked'::character varying])::text[]));

CREATE INDEX claim_by_patient ON public.claim USING btree (patient_id, date DESC);

CREATE INDEX claim_by_payer ON public.claim USING btree (payer_id, date DESC);

CREATE INDEX claim_by_state ON public.claim USING btree (state, date);

CREATE INDEX claim_by_visit ON public.claim USING btree (encounter_id);

CREATE INDEX claim_case_id_0383923b ON public.claim USING btree (case_id);

CREATE INDEX claim_coverage_id_efcabbc9 ON public.claim USING btree (coverage_id);

CREATE INDEX claim_encounter_id_c183eb70 ON public.claim USING btree (encounter_id);

CREATE INDEX claim_event_claim_id_85ef26ec ON public.claim_event USING btree (claim_id);

CREATE INDEX claim_file_id_a2f83082 ON public.claim USING btree (file_id);

CREATE INDEX claim_line_charge_id_a4eeac72 ON public.claim_line USING btree (charge_id);

CREATE INDEX claim_line_claim_id_b7702636 ON public.claim_line USING btree (claim_id);

CREATE INDEX claim_line_control_9079d4fb_like ON public.claim_line USING btree (control varchar_pattern_ops);

CREATE INDEX claim_number_62638e5c_like ON public.claim USING btree (number varchar_pattern_ops);

CREATE INDEX claim_patient_id_5f394f25 ON public.claim USING btree (patient_id);

CREATE INDEX claim_payer_id_dd8eb118 ON public.claim USING btree (payer_id);

CREATE INDEX claim_replaces_id_4b61c39d ON public.claim USING btree (replaces_id);

CREATE INDEX claim_settlement_line_id_ec5d5a4b ON public.claim_settlement USING btree (line_id);

CREATE INDEX claim_story ON public.claim_event USING btree (claim_id, id);

CREATE INDEX claims_outbound_name_6a561342_like ON public.claims_outbound USING btree (name varchar_pattern_ops);

CREATE INDEX claims_outbound_payer_id_0b8f262e ON public.claims_outbound USING btree (payer_id);

CREATE INDEX code_audit_chart_audit_id_f4f6434e ON public.code_audit_chart USING btree (audit_id);

CREATE INDEX code_audit_chart_coding_id_56d1209c ON public.code_audit_chart USING btree (coding_id);

CREATE INDEX code_audit_chart_encounter_id_97f19d52 ON public.code_audit_chart USING btree (encounter_id);

CREATE INDEX code_audit_chart_patient_id_56002aea ON public.code_audit_chart USING btree (patient_id);

CREATE INDEX code_audit_judgement_chart_id_22fd497e ON public.code_audit_judgement USING btree (chart_id);

CREATE INDEX code_audit_judgement_reason_f54fac8b ON public.code_audit_judgement USING btree (reason);

CREATE INDEX code_audit_judgement_reason_f54fac8b_like ON public.code_audit_judgement USING btree (reason varchar_pattern_ops);

CREATE INDEX code_audit_number_98e0ea6d_like ON public.code_audit USING btree (number varchar_pattern_ops);

CREATE INDEX code_audit_provider_id_675ce4fa ON public.code_audit USING btree (provider_id);

CREATE INDEX coding_diagnosis_coding_id_91392ef5 ON public.coding_diagnosis USING btree (coding_id);

CREATE INDEX coding_level_element_coding_id_f8fa4f4a ON public.coding_level_element USING btree (coding_id);

CREATE INDEX coding_note_id_9dbe0cc9 ON public.coding USING btree (note_id);

CREATE INDEX coding_patient_id_9cfc1d99 ON public.coding USING btree (patient_id);

CREATE INDEX coding_provider_query_coding_id_1ef728e9 ON public.coding_provider_query USING btree (coding_id);

CREATE INDEX coding_provider_query_template_0c048c30 ON public.coding_provider_query USING btree (template);

CREATE INDEX coding_provider_query_template_0c048c30_like ON public.coding_provider_query USING btree (template varchar_pattern_ops);

CREATE INDEX coding_rejected_coding_id_01dd3694 ON public.coding_rejected USING btree (coding_id);

CREATE INDEX coding_rejected_reason_228855ef ON public.coding_rejected USING btree (reason);

CREATE INDEX coding_rejected_reason_228855ef_like ON public.coding_rejected USING btree (reason varchar_pattern_ops);

CREATE INDEX coding_service_key_4116d49b ON public.coding_service USING btree (key);

CREATE INDEX coding_service_key_4116d49b_like ON public.coding_service USING btree (key varchar_pattern_ops);

CREATE INDEX coding_service_line_coding_id_6f11b6ef ON public.coding_service_line USING btree (coding_id);

CREATE INDEX coding_service_line_key_5febd56c ON public.coding_service_line USING btree (key);

CREATE INDEX coding_service_line_key_5febd56c_like ON public.coding_service_line USING btree (key varchar_pattern_ops);

CREATE INDEX consent_of_order ON public.procedure_consent USING btree (order_id, id);

CREATE INDEX consent_of_patient ON public.security_consent USING btree (subject) WHERE (revoked_at IS NULL);

CREATE INDEX controlled_agreement_patient_id_f27cc59b ON public.controlled_agreement USING btree (patient_id);

CREATE INDEX controlled_agreement_prescriber_id_28d4e3b2 ON public.controlled_agreement USING btree (prescriber_id);

CREATE INDEX cosignature_waits ON public.note_cosignature USING btree (asked_at) WHERE (signed_at IS NULL);

CREATE INDEX coverage_by_code ON public.code_list_coverage USING btree (release_id, use, code);

CREATE INDEX coverage_case_patient_id_fc4ef123 ON public.coverage_case USING btree (patient_id);

CREATE INDEX coverage_case_payer_id_a277295d ON public.coverage_case USING btree (payer_id);

CREATE INDEX coverage_policy_patient_id_457541e5 ON public.coverage_policy USING btree (patient_id);

CREATE INDEX coverage_policy_payer_id_bf4a8f02 ON public.coverage_policy USING btree (payer_id);

CREATE INDEX decisions_of_claim ON public.remit_decision USING btree (claim_id, id);

CREATE INDEX deposit_entry_id_2ada3794 ON public.deposit USING btree (entry_id);

CREATE INDEX deposit_latest ON public.deposit USING btree (date DESC);

CREATE INDEX deposit_number_b5c8fc64_like ON public.deposit USING btree (number varchar_pattern_ops);

CREATE INDEX device_calibration_device_id_777c94d0 ON public.device_calibration USING btree (device_id);

CREATE INDEX device_file_at_visit ON public.device_file USING btree (encounter_id);

CREATE INDEX device_file_document_id_a3e4778e ON public.device_file USING btree (document_id);

CREATE INDEX device_file_encounter_id_189c0347 ON public.device_file USING btree (encounter_id);

CREATE INDEX device_file_number_379cc74d_like ON public.device_file USING btree (number varchar_pattern_ops);

CREATE UNIQUE INDEX device_file_once ON public.device_file USING btree (sha256) WHERE (NOT ((state)::text = 'struck'::text));

CREATE INDEX device_file_order_id_b8d1e41d ON public.device_file USING btree (order_id);

CREATE INDEX device_file_patient_id_26ec05b0 ON public.device_file USING btree (patient_id);

CREATE INDEX device_file_report_id_f52a9403 ON public.device_file USING btree (report_id);

CREATE INDEX device_serial_5e22b2dc_like ON public.device USING btree (serial varchar_pattern_ops);

CREATE INDEX diagnosis_code ON public.coding_diagnosis USING btree (code);

CREATE INDEX dictation_author_id_7afb49cb ON public.dictation USING btree (author_id);

CREATE INDEX dictation_blank_dictation_id_3fa7512e ON public.dictation_blank USING btree (dictation_id);

CREATE INDEX dictation_by_patient ON public.dictation USING btree (patient_id, sent_at DESC);

CREATE INDEX dictation_chunk_stretch_id_87bcc32c ON public.dictation_chunk USING btree (stretch_id);

CREATE INDEX dictation_copy_dictation_id_ecdc6995 ON public.dictation_copy USING btree (dictation_id);

CREATE INDEX dictation_copy_letter_copy_id_ebb51f4a ON public.dictation_copy_letter USING btree (copy_id);

CREATE INDEX dictation_copy_letter_letter_id_5863ad3f ON public.dictation_copy_letter USING btree (letter_id);

CREATE INDEX dictation_copy_performer_id_c86e8560 ON public.dictation_copy USING btree (performer_id);

CREATE INDEX dictation_correction_dictation_id_68565e33 ON public.dictation_correction USING btree (dictation_id);

CREATE INDEX dictation_draw_typist_id_39231a21 ON public.dictation_draw USING btree (typist_id);

CREATE INDEX dictation_encounter_id_d926d6f6 ON public.dictation USING btree (encounter_id);

CREATE INDEX dictation_error_review_id_aba68585 ON public.dictation_error USING btree (review_id);

CREATE INDEX dictation_heard_dictation_id_03fc53d3 ON public.dictation_heard USING btree (dictation_id);

CREATE INDEX dictation_hearing_try_hearing_id_42e1b816 ON public.dictation_hearing_try USING btree (hearing_id);

CREATE INDEX dictation_left_out_author_id_8a56135c ON public.dictation_left_out USING btree (author_id);

CREATE INDEX dictation_lines_typist_id_675ba948 ON public.dictation_lines USING btree (typist_id);

CREATE INDEX dictation_loose_dictation_id_47787408 ON public.dictation_loose USING btree (dictation_id);

CREATE INDEX dictation_number_add7b8ba_like ON public.dictation USING btree (number varchar_pattern_ops);

CREATE INDEX dictation_open ON public.dictation USING btree (due_at) WHERE ((state)::text = ANY ((ARRAY['queued'::character varying, 'typing'::character varying, 'held'::character varying])::text[]));

CREATE INDEX dictation_owner_id_a76ec5bf ON public.dictation USING btree (owner_id);

CREATE INDEX dictation_patient_id_983ee7e0 ON public.dictation USING btree (patient_id);

CREATE INDEX dictation_playing_copy_original_d2edebf4_like ON public.dictation_playing_copy USING btree (original varchar_pattern_ops);

CREATE INDEX dictation_recording_dictation_id_c70675ef ON public.dictation_recording USING btree (dictation_id);

CREATE INDEX dictation_review_reviewer_id_8e78c576 ON public.dictation_review USING btree (reviewer_id);

CREATE INDEX dictation_sampling_typist_id_e50a1d45 ON public.dictation_sampling USING btree (typist_id);

CREATE INDEX dictation_short_form_owner_id_367901b0 ON public.dictation_short_form USING btree (owner_id);

CREATE INDEX dictation_step_dictation_id_3ba302be ON public.dictation_step USING btree (dictation_id);

CREATE INDEX dictation_stretch_take_id_c2a43c1a ON public.dictation_stretch USING btree (take_id);

CREATE INDEX dictation_take_by_id_4335d3a3 ON public.dictation_take USING btree (by_id);

CREATE INDEX dictation_take_encounter_id_3888baae ON public.dictation_take USING btree (encounter_id);

CREATE INDEX dictation_version_dictation_id_db75e051 ON public.dictation_version USING btree (dictation_id);

CREATE INDEX disclosure_by_patient ON public.disclosure USING btree (patient_id, at DESC);

CREATE INDEX disclosure_by_time ON public.disclosure USING btree (at DESC);

CREATE INDEX disclosure_encounter_id_334b1a31 ON public.disclosure USING btree (encounter_id);

CREATE INDEX disclosure_patient_id_bd49aaac ON public.disclosure USING btree (patient_id);

CREATE INDEX dispatch_latest ON public.prescription_dispatch USING btree (sent_at DESC);

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);

CREATE INDEX django_session_user_id_43804bfd ON public.django_session USING btree (user_id);

CREATE INDEX document_arranged ON public.document USING btree (id) WHERE (arranged > 0);

CREATE INDEX document_by_patient ON public.document USING btree (patient_id, added_at DESC);

CREATE INDEX document_change_document_id_a9f8d7e3 ON public.document_change USING btree (document_id);

CREATE INDEX document_destruction_file_id_0b48c44e ON public.document_destruction USING btree (file_id);

CREATE INDEX document_encounter_id_6bacf21b ON public.document USING btree (encounter_id);

CREATE INDEX document_file_came_with_id_49911479 ON public.document_file USING btree (came_with_id);

CREATE INDEX document_file_for_patient_id_3904955b ON public.document_file USING btree (for_patient_id);

CREATE INDEX document_file_id_a8b14c22 ON public.document USING btree (file_id);

CREATE INDEX document_gone_into_id_2575a129 ON public.document USING btree (gone_into_id);

CREATE INDEX document_hold_document_id_cc6e7a12 ON public.document_hold USING btree (document_id);

CREATE INDEX document_hold_patient_id_777db0e4 ON public.document_hold USING btree (patient_id);

CREATE INDEX document_inbox ON public.document USING btree (added_at) WHERE ((state)::text = 'to file'::text);

CREATE INDEX document_kind_signer_id_4678e41f ON public.document_kind USING btree (signer_id);

CREATE INDEX document_leaf_document_id_c69319e9 ON public.document_leaf USING btree (document_id);

CREATE INDEX document_leaf_file_id_c3c24ec0 ON public.document_leaf USING btree (file_id);

CREATE INDEX document_page_file_id_a1ae80eb ON public.document_page USING btree (file_id);

CREATE INDEX document_patient_id_ab21eae3 ON public.document USING btree (patient_id);

CREATE INDEX document_signer_id_3916f6ed ON public.document USING btree (signer_id);

CREATE INDEX doses_of_visit ON public.vaccine_dose USING btree (encounter_id);

CREATE INDEX downtime_pack_made_at_f285ea42 ON public.downtime_pack USING btree (made_at);

CREATE INDEX downtime_pack_name_6c7ad365_like ON public.downtime_pack USING btree (name varchar_pattern_ops);

CREATE INDEX draw_by_typist ON public.dictation_draw USING btree (typist_id);

CREATE INDEX drug_authorization_encounter_id_b4eb836e ON public.drug_authorization USING btree (encounter_id);

CREATE INDEX drug_authorization_event_authorization_id_e7470e66 ON public.drug_authorization_event USING btree (authorization_id);

CREATE INDEX drug_authorization_number_717c4ff1_like ON public.drug_authorization USING btree (number varchar_pattern_ops);

CREATE INDEX drug_authorization_packet_authorization_id_0cecec7f ON public.drug_authorization_packet USING btree (authorization_id);

CREATE INDEX drug_authorization_packet_signer_id_caacdbee ON public.drug_authorization_packet USING btree (signer_id);

CREATE INDEX drug_authorization_patient_id_9aba3feb ON public.drug_authorization USING btree (patient_id);

CREATE INDEX drug_authorization_policy_id_e08e70f9 ON public.drug_authorization USING btree (policy_id);

CREATE INDEX drug_authorization_prescription_id_5808041e ON public.drug_authorization USING btree (prescription_id);

CREATE UNIQUE INDEX due_once_for_a_kind ON public.outreach_recall USING btree (patient_id, visit_type_id) WHERE ((state)::text = 'due'::text);

CREATE INDEX eligibility_check_number_ee56ef50_like ON public.eligibility_check USING btree (number varchar_pattern_ops);

CREATE INDEX eligibility_check_patient_id_20eea7ac ON public.eligibility_check USING btree (patient_id);

CREATE INDEX eligibility_check_policy_id_6b9bcf00 ON public.eligibility_check USING btree (policy_id);

CREATE INDEX encounter_by_day ON public.encounter USING btree (date, site_id);

CREATE INDEX encounter_by_patient ON public.encounter USING btree (patient_id, date DESC);

CREATE INDEX encounter_number_95326d2a_like ON public.encounter USING btree (number varchar_pattern_ops);

CREATE INDEX encounter_patient_id_e5436902 ON public.encounter USING btree (patient_id);

CREATE INDEX encounter_provider_id_fc2f2c1e ON public.encounter USING btree (provider_id);

CREATE INDEX encounter_site_id_5f09fae0 ON public.encounter USING btree (site_id);

CREATE INDEX encounter_stage_encounter_id_ffb5d648 ON public.encounter_stage USING btree (encounter_id);

CREATE INDEX entry_by_cause ON public.journal_entry USING btree (cause_kind, cause_id);

CREATE INDEX entry_by_date ON public.journal_entry USING btree (date, id);

CREATE INDEX error_of_review ON public.dictation_error USING btree (review_id, id);

CREATE INDEX event_by_cause ON public.account_event USING btree (cause_kind, cause_id);

CREATE INDEX event_by_charge ON public.account_event USING btree (charge_id);

CREATE INDEX event_by_date ON public.account_event USING btree (date);

CREATE INDEX event_by_patient ON public.account_event USING btree (patient_id, id);

CREATE INDEX event_of_authorization ON public.drug_authorization_event USING btree (authorization_id, id);

CREATE INDEX event_of_prescription ON public.prescription_event USING btree (prescription_id, id);

CREATE INDEX event_of_referral ON public.referral_event USING btree (referral_id, id);

CREATE INDEX event_of_sending ON public.letter_sending_event USING btree (sending_id);

CREATE INDEX facts_for_the_schedule ON public.vaccine_fact USING btree (patient_id, code, id);

CREATE INDEX fax_by_patient ON public.fax USING btree (patient_id, made_at DESC);

CREATE INDEX fax_document_id_83624447 ON public.fax USING btree (document_id);

CREATE INDEX fax_encounter_id_e1202f31 ON public.fax USING btree (encounter_id);

CREATE INDEX fax_event_fax_id_e6ef2e41 ON public.fax_event USING btree (fax_id);

CREATE INDEX fax_event_told_50014905_like ON public.fax_event USING btree (told varchar_pattern_ops);

CREATE INDEX fax_key_a028addf_like ON public.fax USING btree (key varchar_pattern_ops);

CREATE INDEX fax_latest ON public.fax USING btree (made_at DESC);

CREATE INDEX fax_number_5b71cfdd_like ON public.fax USING btree (number varchar_pattern_ops);

CREATE INDEX fax_patient_id_ef4d97d5 ON public.fax USING btree (patient_id);

CREATE INDEX fax_story ON public.fax_event USING btree (fax_id, id);

CREATE INDEX fax_waits ON public.fax USING btree (try_at, id) WHERE ((state)::text = 'queued'::text);

CREATE INDEX file_waits ON public.document_file USING btree (state, came_at) WHERE ((state)::text = ANY ((ARRAY['new'::character varying, 'taken'::character varying])::text[]));

CREATE INDEX filled_by_patient ON public.form_filled USING btree (patient_id, filled_at DESC);

CREATE UNIQUE INDEX first_accept_wins ON public.outreach_offer USING btree (hold_id) WHERE ((state)::text = 'accepted'::text);

CREATE INDEX flow_display_site_id_a2b6766e ON public.flow_display USING btree (site_id);

CREATE INDEX flow_display_token_hash_3d95afde_like ON public.flow_display USING btree (token_hash varchar_pattern_ops);

CREATE INDEX flow_limit_kind_a2c0bd21 ON public.flow_limit USING btree (kind);

CREATE INDEX flow_limit_kind_a2c0bd21_like ON public.flow_limit USING btree (kind varchar_pattern_ops);

CREATE INDEX form_definition_key_7cf1426e ON public.form_definition USING btree (key);

CREATE INDEX form_definition_key_7cf1426e_like ON public.form_definition USING btree (key varchar_pattern_ops);

CREATE INDEX form_filled_appointment_id_8cb401cb ON public.form_filled USING btree (appointment_id);

CREATE INDEX form_filled_definition_id_7081b10c ON public.form_filled USING btree (definition_id);

CREATE INDEX form_filled_link_id_eaa12b56 ON public.form_filled USING btree (link_id);

CREATE INDEX form_filled_patient_id_ac2aa796 ON public.form_filled USING btree (patient_id);

CREATE INDEX form_link_appointment_id_d1b25b73 ON public.form_link USING btree (appointment_id);

CREATE INDEX form_link_by_visit ON public.form_link USING btree (appointment_id);

CREATE INDEX form_link_definition_definition_id_1ac2744d ON public.form_link_definition USING btree (definition_id);

CREATE INDEX form_link_definition_link_id_39fd0d8e ON public.form_link_definition USING btree (link_id);

CREATE INDEX form_link_patient_id_80761258 ON public.form_link USING btree (patient_id);

CREATE INDEX form_link_token_hash_52207ff6_like ON public.form_link USING btree (token_hash varchar_pattern_ops);

CREATE INDEX formulary_line_formulary_id_01a8b85c ON public.formulary_line USING btree (formulary_id);

CREATE INDEX formulary_of_payer ON public.formulary USING btree (payer_id, plan, starts DESC);

CREATE INDEX formulary_payer_id_c77d6824 ON public.formulary USING btree (payer_id);

CREATE INDEX gateway_news_key_269a79e2_like ON public.gateway_news USING btree (key varchar_pattern_ops);

CREATE INDEX gestation_latest ON public.gestation USING btree (patient_id, id DESC);

CREATE INDEX gestation_patient_id_57911d08 ON public.gestation USING btree (patient_id);

CREATE INDEX heard_of_dictation ON public.dictation_heard USING btree (dictation_id, id);

CREATE INDEX hold_in_force ON public.document_hold USING btree (patient_id) WHERE (ended_at IS NULL);

CREATE INDEX hold_standing ON public.schedule_hold USING btree (until) WHERE (ended_at IS NULL);

CREATE INDEX holding_by_start ON public.appointment_holding USING btree (unit_id, lower(during)) WHERE live;

CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));

CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);

CREATE INDEX inbound_aside ON public.claims_inbound USING btree (received_at DESC, id DESC) WHERE ((state)::text = 'quarantined'::text);

CREATE INDEX inbound_latest ON public.claims_inbound USING btree (received_at DESC);

CREATE INDEX incoming_open ON public.list_incoming USING btree (patient_id) WHERE ((decision)::text = 'open'::text);

CREATE INDEX insurance_card_back_id_7e16b157 ON public.insurance_card USING btree (back_id);

CREATE INDEX insurance_card_front_id_4f8b278e ON public.insurance_card USING btree (front_id);

CREATE INDEX insurance_card_patient_id_8a648c88 ON public.insurance_card USING btree (patient_id);

CREATE INDEX insurance_card_policy_id_98814318 ON public.insurance_card USING btree (policy_id);

CREATE INDEX journal_entry_number_604c3f83_like ON public.journal_entry USING btree (number varchar_pattern_ops);

CREATE INDEX journal_line_entry_id_90f26900 ON public.journal_line USING btree (entry_id);

CREATE UNIQUE INDEX kept_once_by_content ON public.document_file USING btree (sha256) WHERE (NOT ((state)::text = 'gone'::text));

CREATE INDEX kernel_file_sha256_46603021_like ON public.kernel_file USING btree (sha256 varchar_pattern_ops);

CREATE INDEX kernel_first_result_key_baad80da_like ON public.kernel_first_result USING btree (key varchar_pattern_ops);

CREATE INDEX kernel_scheduled_run_name_5a5141e5_like ON public.kernel_scheduled_run USING btree (name varchar_pattern_ops);

CREATE INDEX known_word_letters ON public.patient_known_word USING btree (letters);

CREATE INDEX known_word_like ON public.patient_known_word USING gin (word public.gin_trgm_ops);

CREATE INDEX known_word_sound ON public.patient_known_word USING btree (sound);

CREATE INDEX lab_entry_of ON public.lab_entry USING btree (report_id, at);

CREATE INDEX lab_entry_report_id_8e46ebac ON public.lab_entry USING btree (report_id);

CREATE INDEX lab_message_late ON public.lab_message USING btree (came_at DESC) WHERE ((state)::text = 'refused'::text);

CREATE INDEX lab_message_number ON public.lab_message USING btree (control_id);

CREATE INDEX lab_message_of ON public.lab_message USING btree (facility, came_at DESC);

CREATE UNIQUE INDEX lab_message_once ON public.lab_message USING btree (sender, facility, control_id) WHERE (NOT ((state)::text = 'refused'::text));

CREATE INDEX lab_message_open ON public.lab_message USING btree (came_at) WHERE ((state)::text = ANY ((ARRAY['waits'::character varying, 'unmatched'::character varying])::text[]));

CREATE INDEX lab_message_patient_id_6c726ce1 ON public.lab_message USING btree (patient_id);

CREATE INDEX lab_notice_document_id_d5c03e4c ON public.lab_notice USING btree (document_id);

CREATE INDEX lab_notice_requisition_id_29289c85 ON public.lab_notice USING btree (requisition_id);

CREATE INDEX lab_paper_waits ON public.lab_result USING btree (came_at) WHERE ((document_id IS NULL) AND (file_id IS NOT NULL));

CREATE INDEX lab_report_encounter_id_41878516 ON public.lab_report USING btree (encounter_id);

CREATE INDEX lab_report_filler ON public.lab_report USING btree (filler);

CREATE INDEX lab_report_message_id_40b66fe5 ON public.lab_report USING btree (message_id);

CREATE INDEX lab_report_of_patient ON public.lab_report USING btree (patient_id, came_at DESC);

CREATE INDEX lab_report_open ON public.lab_report USING btree (level DESC, came_at) WHERE ((state)::text = 'to sign'::text);

CREATE INDEX lab_report_order_id_f4d9b9af ON public.lab_report USING btree (order_id);

CREATE INDEX lab_report_patient_id_c9d51b6c ON public.lab_report USING btree (patient_id);

CREATE INDEX lab_report_raise ON public.lab_report USING btree (critical_since) WHERE ((raised_at IS NULL) AND ((state)::text = 'to sign'::text));

CREATE INDEX lab_report_signer_id_c7408751 ON public.lab_report USING btree (signer_id);

CREATE INDEX lab_result_document_id_41eb9e8e ON public.lab_result USING btree (document_id);

CREATE INDEX lab_result_message_id_854261c5 ON public.lab_result USING btree (message_id);

CREATE INDEX lab_result_replaced_by_id_0ce8b5ef ON public.lab_result USING btree (replaced_by_id);

CREATE INDEX lab_result_report_id_7d28303b ON public.lab_result USING btree (report_id);

CREATE UNIQUE INDEX lab_result_stands_once ON public.lab_result USING btree (report_id, key) WHERE (replaced_by_id IS NULL);

CREATE INDEX lab_result_words ON public.lab_result USING gin (to_tsvector('english'::regconfig, COALESCE(translate(((COALESCE(words, ''::character varying))::text || COALESCE((COALESCE(' '::text, ''::text) || COALESCE((COALESCE(value, ''::text) || COALESCE((COALESCE(' '::text, ''::text) || COALESCE(notes, ''::text)), ''::text)), ''::text)), ''::text)), '<>'::text, '  '::text), ''::text)));

CREATE INDEX lab_test_laboratory_id_30a5abbc ON public.lab_test USING btree (laboratory_id);

CREATE INDEX label_in_force ON public.security_label USING btree (label) WHERE (ended_at IS NULL);

CREATE INDEX label_of_patient ON public.security_label USING btree (subject) WHERE (ended_at IS NULL);

CREATE INDEX label_of_visit ON public.security_label USING gin (things) WHERE (ended_at IS NULL);

CREATE INDEX laboratory_key_e05f104e_like ON public.laboratory USING btree (key varchar_pattern_ops);

CREATE INDEX left_out_by_author ON public.dictation_left_out USING btree (author_id, meant, id);

CREATE INDEX letter_by_patient ON public.letter USING btree (patient_id, made_at DESC);

CREATE INDEX letter_encounter_id_4c33ea39 ON public.letter USING btree (encounter_id);

CREATE INDEX letter_link_token_hash_081cb718_like ON public.letter_link USING btree (token_hash varchar_pattern_ops);

CREATE INDEX letter_merge_id_9902b84b ON public.letter USING btree (merge_id);

CREATE INDEX letter_merge_taken_off_merge_id_9bd28e77 ON public.letter_merge_taken_off USING btree (merge_id);

CREATE INDEX letter_merge_taken_off_patient_id_00882afa ON public.letter_merge_taken_off USING btree (patient_id);

CREATE INDEX letter_merge_template_key_ea90fe21 ON public.letter_merge USING btree (template_key);

CREATE INDEX letter_merge_template_key_ea90fe21_like ON public.letter_merge USING btree (template_key varchar_pattern_ops);

CREATE INDEX letter_number_f80daf6d_like ON public.letter USING btree (number varchar_pattern_ops);

CREATE INDEX letter_of_copy ON public.dictation_copy_letter USING btree (copy_id, id);

CREATE INDEX letter_open ON public.letter USING btree (made_at DESC) WHERE (NOT ((state)::text = ANY ((ARRAY['sent'::character varying, 'withdrawn'::character varying])::text[])));

CREATE INDEX letter_patient_id_0264ca7e ON public.letter USING btree (patient_id);

CREATE INDEX letter_plain_of_id_c3c7c1e1 ON public.letter USING btree (plain_of_id);

CREATE INDEX letter_sending_event_sending_id_8caf1a80 ON public.letter_sending_event USING btree (sending_id);

CREATE INDEX letter_sending_letter_id_10bb23fe ON public.letter_sending USING btree (letter_id);

CREATE INDEX letter_signer_id_cd92c3f6 ON public.letter USING btree (signer_id);

CREATE INDEX letter_site_id_81588b62 ON public.letter USING btree (site_id);

CREATE INDEX letter_template_approval_key_df419653 ON public.letter_template_approval USING btree (key);

CREATE INDEX letter_template_approval_key_df419653_like ON public.letter_template_approval USING btree (key varchar_pattern_ops);

CREATE INDEX letter_template_key_add4a4ed ON public.letter_template USING btree (key);

CREATE INDEX letter_template_key_add4a4ed_like ON public.letter_template USING btree (key varchar_pattern_ops);

CREATE INDEX letter_template_key_c28bee5e ON public.letter USING btree (template_key);

CREATE INDEX letter_template_key_c28bee5e_like ON public.letter USING btree (template_key varchar_pattern_ops);

CREATE INDEX line_by_account ON public.journal_line USING btree (account, entry_id);

CREATE INDEX line_by_first_word ON public.formulary_line USING btree (formulary_id, first);

CREATE INDEX line_by_patient ON public.journal_line USING btree (patient_id, account);

CREATE INDEX lines_by_time ON public.dictation_lines USING btree (at);

CREATE INDEX list_attestation_encounter_id_e64af2e7 ON public.list_attestation USING btree (encounter_id);

CREATE INDEX list_attestation_patient_id_fe29e416 ON public.list_attestation USING btree (patient_id);

CREATE INDEX list_entry_encounter_id_ea3d6f7b ON public.list_entry USING btree (encounter_id);

CREATE INDEX list_entry_patient_id_0c810f4e ON public.list_entry USING btree (patient_id);

CREATE INDEX list_incoming_encounter_id_51d4a894 ON public.list_incoming USING btree (encounter_id);

CREATE INDEX list_incoming_patient_id_894bd435 ON public.list_incoming USING btree (patient_id);

CREATE INDEX mail_waiting ON public.payer_mail USING btree (due) WHERE (NOT fetched);

CREATE INDEX memo_by_id_75b3d503 ON public.memo USING btree (by_id);

CREATE INDEX memo_by_patient ON public.memo_thread USING btree (patient_id, last_at DESC);

CREATE INDEX memo_in_order ON public.memo USING btree (thread_id, id);

CREATE INDEX memo_looked_thread_id_36cb1838 ON public.memo_looked USING btree (thread_id);

CREATE INDEX memo_looked_user_id_2e5926c8 ON public.memo_looked USING btree (user_id);

CREATE INDEX memo_thread_id_0b4265bb ON public.memo USING btree (thread_id);

CREATE INDEX memo_thread_patient_id_80274262 ON public.memo_thread USING btree (patient_id);

CREATE INDEX memo_thread_starter_id_b85dd138 ON public.memo_thread USING btree (starter_id);

CREATE INDEX memo_thread_to_user_id_1215baa2 ON public.memo_thread USING btree (to_user_id);

CREATE INDEX merge_latest ON public.letter_merge USING btree (made_at DESC);

CREATE INDEX merge_of_merged ON public.patient_merge USING btree (merged);

CREATE INDEX merge_of_survivor ON public.patient_merge USING btree (survivor, merged_at DESC);

CREATE UNIQUE INDEX merged_once_at_a_time ON public.patient_merge USING btree (merged) WHERE (undone_at IS NULL);

CREATE INDEX message_about ON public.outreach_message USING btree (about_id);

CREATE INDEX message_latest ON public.outreach_message USING btree (made_at DESC);

CREATE INDEX message_of_dispatch ON public.pharmacy_message USING btree (dispatch_id, id);

CREATE INDEX message_of_patient ON public.outreach_message USING btree (patient_id, made_at DESC);

CREATE INDEX message_story ON public.outreach_message_event USING btree (message_id, id);

CREATE INDEX message_to ON public.outreach_message USING btree (to_key, made_at DESC);

CREATE INDEX message_untold ON public.outreach_message USING btree (handed_at) WHERE ((state)::text = 'handed'::text);

CREATE INDEX message_waits ON public.outreach_message USING btree (not_before, id) WHERE ((state)::text = 'queued'::text);

CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);

CREATE INDEX missed_of_patient ON public.outreach_missed USING btree (patient_id, at DESC);

CREATE UNIQUE INDEX missed_once ON public.code_audit_judgement USING btree (chart_id, kind, instead) WHERE ((verdict)::text = 'missed'::text);

CREATE INDEX monitoring_check_patient_id_5cb988f4 ON public.monitoring_check USING btree (patient_id);

CREATE INDEX monitoring_latest ON public.monitoring_check USING btree (patient_id, at DESC);

CREATE INDEX moves_of_a_chart ON public.paper_chart_move USING btree (chart_id, at DESC);

CREATE INDEX moves_of_lot ON public.vaccine_lot_move USING btree (lot_id, id DESC);

CREATE INDEX name_word_in_order ON public.patient_name_word USING btree (word, sort_key);

CREATE INDEX news_waiting ON public.gateway_news USING btree (due) WHERE (NOT fetched);

CREATE INDEX note_addendum_note_id_00613daf ON public.note_addendum USING btree (note_id);

CREATE INDEX note_cosignature_supervisor_id_2319674f ON public.note_cosignature USING btree (supervisor_id);

CREATE INDEX note_patient_id_54b9c7e4 ON public.note USING btree (patient_id);

CREATE INDEX note_revision_addendum_id_1424db85 ON public.note_revision USING btree (addendum_id);

CREATE INDEX note_revision_note_id_de8c74fe ON public.note_revision USING btree (note_id);

CREATE INDEX note_revision_words ON public.note_revision USING gin (to_tsvector('english'::regconfig, COALESCE(translate(text, '<>'::text, '  '::text), ''::text)));

CREATE INDEX note_route_author_id_7ba51d95 ON public.note_route USING btree (author_id);

CREATE INDEX note_route_reader_id_fee46fb7 ON public.note_route USING btree (reader_id);

CREATE INDEX note_unsigned ON public.note USING btree (started_at) WHERE (signed_at IS NULL);

CREATE INDEX note_words ON public.note USING gin (to_tsvector('english'::regconfig, COALESCE(translate(text, '<>'::text, '  '::text), ''::text)));

CREATE INDEX notice_by_patient ON public.notice_receipt USING btree (patient_id, id DESC);

CREATE INDEX notice_receipt_notice_id_c9bcf568 ON public.notice_receipt USING btree (notice_id);

CREATE INDEX notice_receipt_patient_id_68750642 ON public.notice_receipt USING btree (patient_id);

CREATE INDEX observed_now ON public.procedure_observation USING btree (until) WHERE (ended_at IS NULL);

CREATE INDEX offer_open ON public.outreach_offer USING btree (until) WHERE ((state)::text = 'open'::text);

CREATE INDEX office_control_site_id_f5b14976 ON public.office_control USING btree (site_id);

CREATE INDEX office_control_test_id_fab64192 ON public.office_control USING btree (test_id);

CREATE INDEX office_order_encounter_id_b1b5c9b5 ON public.office_order USING btree (encounter_id);

CREATE INDEX office_order_key_902d2c2d ON public.office_order USING btree (key);

CREATE INDEX office_order_key_902d2c2d_like ON public.office_order USING btree (key varchar_pattern_ops);

CREATE INDEX office_order_number_43999e40_like ON public.office_order USING btree (number varchar_pattern_ops);

CREATE INDEX office_order_patient_id_ce678809 ON public.office_order USING btree (patient_id);

CREATE INDEX office_order_requisition_id_024e89ca ON public.office_order USING btree (requisition_id);

CREATE INDEX office_qc_run_control_id_dba15f05 ON public.office_qc_run USING btree (control_id);

CREATE INDEX office_qc_run_kit_id_e5a716f0 ON public.office_qc_run USING btree (kit_id);

CREATE INDEX office_test_key_e18c96da_like ON public.office_test USING btree (key varchar_pattern_ops);

CREATE INDEX office_test_kit_site_id_52a0d1a8 ON public.office_test_kit USING btree (site_id);

CREATE INDEX office_test_kit_test_id_05c31f08 ON public.office_test_kit USING btree (test_id);

CREATE INDEX office_tested_encounter_id_ba6854a2 ON public.office_tested USING btree (encounter_id);

CREATE INDEX office_tested_kit_id_b372201b ON public.office_tested USING btree (kit_id);

CREATE INDEX office_tested_order_id_0bd03999 ON public.office_tested USING btree (order_id);

CREATE INDEX office_tested_patient_id_a71491eb ON public.office_tested USING btree (patient_id);

CREATE UNIQUE INDEX one_control_of_a_level ON public.office_control USING btree (test_id, site_id, level) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_copy_for_each ON public.dictation_copy USING btree (dictation_id, performer_id) WHERE (gone_at IS NULL);

CREATE UNIQUE INDEX one_denial ON public.security_denial USING btree (user_id, subject) WHERE (lifted_at IS NULL);

CREATE UNIQUE INDEX one_form_in_use ON public.form_definition USING btree (key) WHERE (retired_at IS NULL);

CREATE UNIQUE INDEX one_lab_notice_stands ON public.lab_notice USING btree (requisition_id) WHERE (struck_at IS NULL);

CREATE UNIQUE INDEX one_loose_once ON public.dictation_loose USING btree (sha256) WHERE (NOT ((sha256)::text = ''::text));

CREATE UNIQUE INDEX one_open_item_per_key ON public.practice_work USING btree (kind, key) WHERE ((NOT ((state)::text = 'done'::text)) AND (NOT ((key)::text = ''::text)));

CREATE UNIQUE INDEX one_open_of_a_field ON public.patient_said USING btree (patient_id, field) WHERE ((state)::text = 'open'::text);

CREATE UNIQUE INDEX one_open_renewal_of_a_prescription ON public.prescription_renewal USING btree (prescription_id) WHERE ((stands)::text = ANY ((ARRAY['to prepare'::character varying, 'to decide'::character varying])::text[]));

CREATE UNIQUE INDEX one_open_take ON public.dictation_take USING btree (encounter_id, by_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX one_payer_asked_at_a_time ON public.drug_authorization USING btree (prescription_id, policy_id) WHERE (due_on IS NOT NULL);

CREATE UNIQUE INDEX one_performer_of_an_npi ON public.referral_performer USING btree (npi) WHERE (NOT ((npi)::text = ''::text));

CREATE UNIQUE INDEX one_preferred_pharmacy ON public.patient_pharmacy USING btree (patient_id) WHERE preferred;

CREATE UNIQUE INDEX one_recording_once ON public.dictation_recording USING btree (dictation_id, sha256) WHERE (NOT ((sha256)::text = ''::text));

CREATE UNIQUE INDEX one_time_of_a_visit ON public.coding_level_element USING btree (coding_id) WHERE ((kind)::text = 'minutes'::text);

CREATE UNIQUE INDEX one_try_of_a_recogniser_at_a_time ON public.dictation_hearing_try USING btree (hearing_id) WHERE (ended_at IS NULL);

CREATE INDEX order_by_visit ON public.office_order USING btree (encounter_id);

CREATE INDEX order_open ON public.office_order USING btree (ordered_at) WHERE ((state)::text = 'ordered'::text);

CREATE INDEX order_set_key_a7f9ce47_like ON public.order_set USING btree (key varchar_pattern_ops);

CREATE INDEX order_set_laboratory_id_273b496b ON public.order_set USING btree (laboratory_id);

CREATE INDEX outbound_unsent ON public.claims_outbound USING btree (made_at) WHERE (sent_at IS NULL);

CREATE INDEX outbox_waiting ON public.kernel_outbox USING btree (id) WHERE (delivered_at IS NULL);

CREATE INDEX outreach_asked_appointment_id_23f1840e ON public.outreach_asked USING btree (appointment_id);

CREATE INDEX outreach_asked_hold_id_2a4da80d ON public.outreach_asked USING btree (hold_id);

CREATE INDEX outreach_asked_patient_id_781a5854 ON public.outreach_asked USING btree (patient_id);

CREATE INDEX outreach_asked_provider_id_9c99afde ON public.outreach_asked USING btree (provider_id);

CREATE INDEX outreach_asked_site_id_dbdd3d73 ON public.outreach_asked USING btree (site_id);

CREATE INDEX outreach_asked_visit_type_id_afba0272 ON public.outreach_asked USING btree (visit_type_id);

CREATE INDEX outreach_asked_visit_type_id_afba0272_like ON public.outreach_asked USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX outreach_heard_key_96b8aac0_like ON public.outreach_heard USING btree (key varchar_pattern_ops);

CREATE INDEX outreach_heard_message_id_9c571bc5 ON public.outreach_heard USING btree (message_id);

CREATE INDEX outreach_message_event_message_id_42a4b7ca ON public.outreach_message_event USING btree (message_id);

CREATE INDEX outreach_message_key_cd8ea9d5_like ON public.outreach_message USING btree (key varchar_pattern_ops);

CREATE INDEX outreach_message_patient_id_972bdb9f ON public.outreach_message USING btree (patient_id);

CREATE INDEX outreach_missed_patient_id_47cbed4e ON public.outreach_missed USING btree (patient_id);

CREATE INDEX outreach_missed_policy_id_a1680ab2 ON public.outreach_missed USING btree (policy_id);

CREATE INDEX outreach_offer_appointment_id_6dec403d ON public.outreach_offer USING btree (appointment_id);

CREATE INDEX outreach_offer_hold_id_43052933 ON public.outreach_offer USING btree (hold_id);

CREATE INDEX outreach_offer_provider_id_317cd8ba ON public.outreach_offer USING btree (provider_id);

CREATE INDEX outreach_offer_site_id_b95fdd49 ON public.outreach_offer USING btree (site_id);

CREATE INDEX outreach_offer_waiter_id_4dc9a31c ON public.outreach_offer USING btree (waiter_id);

CREATE INDEX outreach_recall_appointment_id_fdae3e20 ON public.outreach_recall USING btree (appointment_id);

CREATE INDEX outreach_recall_attempt_recall_id_023886a9 ON public.outreach_recall_attempt USING btree (recall_id);

CREATE INDEX outreach_recall_patient_id_77fd89db ON public.outreach_recall USING btree (patient_id);

CREATE INDEX outreach_recall_rule_id_8cc3667a ON public.outreach_recall USING btree (rule_id);

CREATE INDEX outreach_recall_rule_visit_type_id_80cf883d ON public.outreach_recall_rule USING btree (visit_type_id);

CREATE INDEX outreach_recall_rule_visit_type_id_80cf883d_like ON public.outreach_recall_rule USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX outreach_recall_visit_type_id_f0632d2f ON public.outreach_recall USING btree (visit_type_id);

CREATE INDEX outreach_recall_visit_type_id_f0632d2f_like ON public.outreach_recall USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX outreach_reschedule_line_appointment_id_d6f3fecd ON public.outreach_reschedule_line USING btree (appointment_id);

CREATE INDEX outreach_reschedule_line_batch_id_1d72a75d ON public.outreach_reschedule_line USING btree (batch_id);

CREATE INDEX outreach_reschedule_provider_id_7ae394af ON public.outreach_reschedule USING btree (provider_id);

CREATE INDEX outreach_stopped_digits_0240a376_like ON public.outreach_stopped USING btree (digits varchar_pattern_ops);

CREATE INDEX outreach_waiter_instead_of_id_34091e2e ON public.outreach_waiter USING btree (instead_of_id);

CREATE INDEX outreach_waiter_patient_id_78f09f85 ON public.outreach_waiter USING btree (patient_id);

CREATE INDEX outreach_waiter_visit_type_id_bdeeb555 ON public.outreach_waiter USING btree (visit_type_id);

CREATE INDEX outreach_waiter_visit_type_id_bdeeb555_like ON public.outreach_waiter USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX packet_of_authorization ON public.drug_authorization_packet USING btree (authorization_id, id);

CREATE INDEX page_words ON public.document_page USING gin (words);

CREATE INDEX paper_chart_away ON public.paper_chart USING btree (due, since) WHERE (NOT (("where")::text = 'shelf'::text));

CREATE INDEX paper_chart_by_patient ON public.paper_chart USING btree (patient_id);

CREATE INDEX paper_chart_move_chart_id_c862bc3f ON public.paper_chart_move USING btree (chart_id);

CREATE INDEX paper_chart_patient_id_8ed31fbe ON public.paper_chart USING btree (patient_id);

CREATE INDEX paper_chart_to_abstract ON public.paper_chart USING btree (since) WHERE ((abstraction)::text = 'waits'::text);

CREATE INDEX patient_born ON public.patient USING btree (birth_date, sort_key);

CREATE INDEX patient_card_fact_patient_id_ec6114aa ON public.patient_card_fact USING btree (patient_id);

CREATE INDEX patient_contact_patient_id_73e63702 ON public.patient_contact USING btree (patient_id);

CREATE INDEX patient_guarantor_id_0a056eb9 ON public.patient USING btree (guarantor_id);

CREATE INDEX patient_household ON public.patient USING btree (household_id);

CREATE INDEX patient_known_word_word_9de764af_like ON public.patient_known_word USING btree (word varchar_pattern_ops);

CREATE INDEX patient_label_size_key_92f3b2ab_like ON public.patient_label_size USING btree (key varchar_pattern_ops);

CREATE INDEX patient_merge_part_merge_id_fa82a6d8 ON public.patient_merge_part USING btree (merge_id);

CREATE INDEX patient_merged_into_id_91722470 ON public.patient USING btree (merged_into_id);

CREATE INDEX patient_mrn_82a0bf7b_like ON public.patient USING btree (mrn varchar_pattern_ops);

CREATE INDEX patient_name_word_patient_id_352b2808 ON public.patient_name_word USING btree (patient_id);

CREATE INDEX patient_pcp_id_61a4a790 ON public.patient USING btree (pcp_id);

CREATE INDEX patient_permitted_person_patient_id_1484db79 ON public.patient_permitted_person USING btree (patient_id);

CREATE INDEX patient_pharmacy_patient_id_a063a703 ON public.patient_pharmacy USING btree (patient_id);

CREATE INDEX patient_pharmacy_pharmacy_id_90e95b15 ON public.patient_pharmacy USING btree (pharmacy_id);

CREATE INDEX patient_phone ON public.patient USING btree (phone_digits, sort_key) WHERE (NOT ((phone_digits)::text = ''::text));

CREATE INDEX patient_phone_four ON public.patient USING btree ("right"((phone_digits)::text, 4), sort_key);

CREATE INDEX patient_phone_part ON public.patient USING gin (phone_digits public.gin_trgm_ops);

CREATE INDEX patient_phone_seven ON public.patient USING btree ("right"((phone_digits)::text, 7), sort_key);

CREATE INDEX patient_said_patient_id_53cc94db ON public.patient_said USING btree (patient_id);

CREATE INDEX payer_mail_name_fa6489f5_like ON public.payer_mail USING btree (name varchar_pattern_ops);

CREATE UNIQUE INDEX payment_posted_once ON public.remittance USING btree (payer_name, trace, date, amount_cents) WHERE (posted_at IS NOT NULL);

CREATE INDEX permitted_phone ON public.patient_permitted_person USING btree (phone_digits) WHERE (NOT ((phone_digits)::text = ''::text));

CREATE INDEX pharmacy_by_town ON public.pharmacy USING btree (state, city, name);

CREATE INDEX pharmacy_message_dispatch_id_47f9d2e9 ON public.pharmacy_message USING btree (dispatch_id);

CREATE INDEX pharmacy_npi_80f62484_like ON public.pharmacy USING btree (npi varchar_pattern_ops);

CREATE INDEX pharmacy_wire_in_dispatch_id_34100589 ON public.pharmacy_wire_in USING btree (dispatch_id);

CREATE INDEX pharmacy_wire_in_encounter_id_bebf0a84 ON public.pharmacy_wire_in USING btree (encounter_id);

CREATE INDEX pharmacy_wire_in_patient_id_47d48218 ON public.pharmacy_wire_in USING btree (patient_id);

CREATE INDEX pharmacy_wire_in_renewal_id_e243620d ON public.pharmacy_wire_in USING btree (renewal_id);

CREATE INDEX pharmacy_wire_in_sha256_a4437b3e_like ON public.pharmacy_wire_in USING btree (sha256 varchar_pattern_ops);

CREATE INDEX pharmacy_wire_out_dispatch_id_84534c6c ON public.pharmacy_wire_out USING btree (dispatch_id);

CREATE INDEX pharmacy_wire_out_encounter_id_17b8c0a1 ON public.pharmacy_wire_out USING btree (encounter_id);

CREATE INDEX pharmacy_wire_out_patient_id_41b9782b ON public.pharmacy_wire_out USING btree (patient_id);

CREATE INDEX pharmacy_wire_out_pharmacy_id_f9feed0b ON public.pharmacy_wire_out USING btree (pharmacy_id);

CREATE INDEX pharmacy_wire_out_renewal_id_235fecf2 ON public.pharmacy_wire_out USING btree (renewal_id);

CREATE INDEX pill_count_prescription_id_faea8593 ON public.pill_count USING btree (prescription_id);

CREATE INDEX plain_word_latest ON public.letter_plain_word USING btree (term, id DESC);

CREATE INDEX policy_by_member_id ON public.coverage_policy USING btree (member_id);

CREATE INDEX policy_by_patient ON public.coverage_policy USING btree (patient_id, "order");

CREATE INDEX practice_closure_site_id_12c91fc9 ON public.practice_closure USING btree (site_id);

CREATE INDEX practice_number_prefix_a6d0d731_like ON public.practice_number USING btree (prefix varchar_pattern_ops);

CREATE INDEX practice_payer_key_f19c31ce_like ON public.practice_payer USING btree (key varchar_pattern_ops);

CREATE INDEX practice_payer_number_53befcac_like ON public.practice_payer USING btree (number varchar_pattern_ops);

CREATE INDEX practice_room_site_id_963f3fa7 ON public.practice_room USING btree (site_id);

CREATE INDEX practice_site_key_44602d05_like ON public.practice_site USING btree (key varchar_pattern_ops);

CREATE INDEX practice_staff_key_739adbd6_like ON public.practice_staff USING btree (key varchar_pattern_ops);

CREATE INDEX practice_staff_site_id_63b5c401 ON public.practice_staff USING btree (site_id);

CREATE INDEX practice_work_owner_id_67cad91e ON public.practice_work USING btree (owner_id);

CREATE INDEX prescription_alert_prescription_id_7ffd59d8 ON public.prescription_alert USING btree (prescription_id);

CREATE INDEX prescription_by_patient ON public.prescription USING btree (patient_id, prepared_at DESC);

CREATE INDEX prescription_by_visit ON public.prescription USING btree (encounter_id);

CREATE INDEX prescription_dispatch_encounter_id_cd8e9482 ON public.prescription_dispatch USING btree (encounter_id);

CREATE INDEX prescription_dispatch_patient_id_170bc9b5 ON public.prescription_dispatch USING btree (patient_id);

CREATE INDEX prescription_dispatch_pharmacy_id_c2d9821d ON public.prescription_dispatch USING btree (pharmacy_id);

CREATE INDEX prescription_dispatch_prescription_id_3af0327f ON public.prescription_dispatch USING btree (prescription_id);

CREATE INDEX prescription_encounter_id_f2c008ac ON public.prescription USING btree (encounter_id);

CREATE INDEX prescription_event_prescription_id_a60cacee ON public.prescription_event USING btree (prescription_id);

CREATE INDEX prescription_favourite_name_32abc2e1_like ON public.prescription_favourite USING btree (name varchar_pattern_ops);

CREATE INDEX prescription_follows_id_11a3cf24 ON public.prescription USING btree (follows_id);

CREATE INDEX prescription_number_23711007_like ON public.prescription USING btree (number varchar_pattern_ops);

CREATE INDEX prescription_patient_id_df4034fb ON public.prescription USING btree (patient_id);

CREATE INDEX prescription_pharmacy_id_65dc4e11 ON public.prescription USING btree (pharmacy_id);

CREATE INDEX prescription_prescriber_id_0d5ac27d ON public.prescription USING btree (prescriber_id);

CREATE INDEX prescription_renewal_encounter_id_9d99d79e ON public.prescription_renewal USING btree (encounter_id);

CREATE INDEX prescription_renewal_made_id_419b585d ON public.prescription_renewal USING btree (made_id);

CREATE INDEX prescription_renewal_number_ca54c63d_like ON public.prescription_renewal USING btree (number varchar_pattern_ops);

CREATE INDEX prescription_renewal_patient_id_fcfafea2 ON public.prescription_renewal USING btree (patient_id);

CREATE INDEX prescription_renewal_prescription_id_3e4c8c5c ON public.prescription_renewal USING btree (prescription_id);

CREATE INDEX prescription_to_sign ON public.prescription USING btree (prepared_at) WHERE ((state)::text = 'to sign'::text);

CREATE INDEX procedure_after_procedure_id_027973a4 ON public.procedure_after USING btree (procedure_id);

CREATE INDEX procedure_at_visit ON public.procedure_done USING btree (encounter_id);

CREATE INDEX procedure_consent_document_id_021c5e87 ON public.procedure_consent USING btree (document_id);

CREATE INDEX procedure_consent_encounter_id_e6b813c0 ON public.procedure_consent USING btree (encounter_id);

CREATE INDEX procedure_consent_obtained_by_id_b8685e79 ON public.procedure_consent USING btree (obtained_by_id);

CREATE INDEX procedure_consent_order_id_92acaff5 ON public.procedure_consent USING btree (order_id);

CREATE INDEX procedure_consent_patient_id_334d75d0 ON public.procedure_consent USING btree (patient_id);

CREATE INDEX procedure_done_doer_id_24c5583d ON public.procedure_done USING btree (doer_id);

CREATE INDEX procedure_done_encounter_id_2254e332 ON public.procedure_done USING btree (encounter_id);

CREATE INDEX procedure_done_key_5fa4f95d ON public.procedure_done USING btree (key);

CREATE INDEX procedure_done_key_5fa4f95d_like ON public.procedure_done USING btree (key varchar_pattern_ops);

CREATE INDEX procedure_done_order_id_3d54a83b ON public.procedure_done USING btree (order_id);

CREATE INDEX procedure_done_patient_id_2ab14401 ON public.procedure_done USING btree (patient_id);

CREATE INDEX procedure_done_supervisor_id_38695530 ON public.procedure_done USING btree (supervisor_id);

CREATE INDEX procedure_done_time_out_id_f232bafb ON public.procedure_done USING btree (time_out_id);

CREATE INDEX procedure_done_witness_id_74792a09 ON public.procedure_done USING btree (witness_id);

CREATE INDEX procedure_kind_key_a6f0a869_like ON public.procedure_kind USING btree (key varchar_pattern_ops);

CREATE INDEX procedure_observation_number_e11c8282_like ON public.procedure_observation USING btree (number varchar_pattern_ops);

CREATE INDEX procedure_time_out_encounter_id_c3cfe195 ON public.procedure_time_out USING btree (encounter_id);

CREATE INDEX procedure_time_out_order_id_7b48ea0f ON public.procedure_time_out USING btree (order_id);

CREATE INDEX procedure_time_out_patient_id_72e9d6d2 ON public.procedure_time_out USING btree (patient_id);

CREATE INDEX procedure_time_out_second_id_2916f2cb ON public.procedure_time_out USING btree (second_id);

CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);

CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));

CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);

CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);

CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);

CREATE INDEX promise_due ON public.call_promise USING btree (due_at);

CREATE INDEX promise_of_call ON public.call_promise USING btree (call_id);

CREATE INDEX proof_latest ON public.proof_result USING btree (at DESC);

CREATE INDEX qc_of_control ON public.office_qc_run USING btree (control_id, id);

CREATE INDEX qc_of_kit ON public.office_qc_run USING btree (kit_id, id);

CREATE UNIQUE INDEX query_open_once ON public.coding_provider_query USING btree (coding_id, template, start, "end") WHERE ((state)::text = 'open'::text);

CREATE INDEX recall_due ON public.outreach_recall USING btree (due_on) WHERE ((state)::text = 'due'::text);

CREATE INDEX recapture_mark_encounter_id_f83be3af ON public.recapture_mark USING btree (encounter_id);

CREATE INDEX recapture_mark_patient_id_01e45b89 ON public.recapture_mark USING btree (patient_id);

CREATE INDEX recapture_marks_of_year ON public.recapture_mark USING btree (year, patient_id);

CREATE INDEX receipt_by_day ON public.receipt USING btree (date, method);

CREATE INDEX receipt_encounter_id_6e7ef35a ON public.receipt USING btree (encounter_id);

CREATE INDEX receipt_number_a10e1b07_like ON public.receipt USING btree (number varchar_pattern_ops);

CREATE INDEX receipt_patient_id_403da1b4 ON public.receipt USING btree (patient_id);

CREATE INDEX recording_by_content ON public.dictation_recording USING btree (sha256);

CREATE INDEX referral_by_patient ON public.referral USING btree (patient_id, made_at DESC);

CREATE INDEX referral_encounter_id_40b76c6f ON public.referral USING btree (encounter_id);

CREATE INDEX referral_event_referral_id_010d6ba4 ON public.referral_event USING btree (referral_id);

CREATE INDEX referral_letter_id_43851621 ON public.referral USING btree (letter_id);

CREATE INDEX referral_number_53f7b1e3_like ON public.referral USING btree (number varchar_pattern_ops);

CREATE INDEX referral_open ON public.referral USING btree (due_on) WHERE (NOT ((state)::text = 'closed'::text));

CREATE INDEX referral_patient_id_77738fbe ON public.referral USING btree (patient_id);

CREATE INDEX referral_performer_id_124ba9bc ON public.referral USING btree (performer_id);

CREATE INDEX referral_report_id_efdb8da8 ON public.referral USING btree (report_id);

CREATE INDEX referral_requester_id_3a97cb97 ON public.referral USING btree (requester_id);

CREATE INDEX refund_by_day ON public.refund USING btree (date, method);

CREATE INDEX refund_number_94961bb4_like ON public.refund USING btree (number varchar_pattern_ops);

CREATE INDEX refund_patient_id_f77b0ee6 ON public.refund USING btree (patient_id);

CREATE INDEX rejected_code ON public.coding_rejected USING btree (code);

CREATE INDEX release_by_patient ON public.release_request USING btree (patient_id, made_at DESC);

CREATE INDEX release_delivery_request_id_36bc5a74 ON public.release_delivery USING btree (request_id);

CREATE INDEX release_open ON public.release_request USING btree (due_on) WHERE ((state)::text = 'open'::text);

CREATE INDEX release_request_number_329700bb_like ON public.release_request USING btree (number varchar_pattern_ops);

CREATE INDEX release_request_paper_document_id_a11b062d ON public.release_request USING btree (paper_document_id);

CREATE INDEX release_request_patient_id_82ebf2f0 ON public.release_request USING btree (patient_id);

CREATE INDEX remit_choice_claim_id_876f8d8d ON public.remit_choice USING btree (claim_id);

CREATE INDEX remit_choice_line_id_c417ba37 ON public.remit_choice USING btree (line_id);

CREATE INDEX remit_choice_remittance_id_6f472a96 ON public.remit_choice USING btree (remittance_id);

CREATE INDEX remit_decision_claim_id_4c5038b0 ON public.remit_decision USING btree (claim_id);

CREATE INDEX remit_decision_line_decision_id_1732f985 ON public.remit_decision_line USING btree (decision_id);

CREATE INDEX remit_decision_line_line_id_be545a3a ON public.remit_decision_line USING btree (line_id);

CREATE INDEX remit_decision_remittance_id_69ad4070 ON public.remit_decision USING btree (remittance_id);

CREATE INDEX remit_not_ours_remittance_id_c9da3703 ON public.remit_not_ours USING btree (remittance_id);

CREATE INDEX remit_provider_adjustment_remittance_id_d4a676a4 ON public.remit_provider_adjustment USING btree (remittance_id);

CREATE INDEX remittance_aside ON public.remittance USING btree (date, id) WHERE ((state)::text = 'quarantined'::text);

CREATE INDEX remittance_file_id_d022a62b ON public.remittance USING btree (file_id);

CREATE INDEX remittance_latest ON public.remittance USING btree (date DESC);

CREATE INDEX remittance_payer_id_8e91ef76 ON public.remittance USING btree (payer_id);

CREATE INDEX renewal_by_patient ON public.prescription_renewal USING btree (patient_id, asked_at DESC);

CREATE INDEX renewal_open ON public.prescription_renewal USING btree (asked_at) WHERE (answered_at IS NULL);

CREATE INDEX report_to_send ON public.vaccine_report USING btree (try_at) WHERE (try_at IS NOT NULL);

CREATE INDEX requisition_due ON public.requisition USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX requisition_encounter_id_bee6556e ON public.requisition USING btree (encounter_id);

CREATE INDEX requisition_laboratory_id_229a654e ON public.requisition USING btree (laboratory_id);

CREATE INDEX requisition_number_e61d50a3_like ON public.requisition USING btree (number varchar_pattern_ops);

CREATE INDEX requisition_of_visit ON public.requisition USING btree (encounter_id);

CREATE INDEX requisition_patient_id_17b59d87 ON public.requisition USING btree (patient_id);

CREATE INDEX requisition_provider_id_6d79beeb ON public.requisition USING btree (provider_id);

CREATE INDEX requisition_to_send ON public.requisition USING btree (try_at) WHERE (try_at IS NOT NULL);

CREATE INDEX restriction_by_patient ON public.restriction USING btree (patient_id, made_at DESC);

CREATE INDEX restriction_number_f6392c3d_like ON public.restriction USING btree (number varchar_pattern_ops);

CREATE INDEX restriction_open ON public.restriction USING btree (made_at) WHERE ((standing)::text = 'open'::text);

CREATE INDEX restriction_patient_id_33afc70e ON public.restriction USING btree (patient_id);

CREATE INDEX ring_latest ON public.call_ring USING btree (rang_at DESC) WHERE (call_id IS NULL);

CREATE INDEX safety_test_latest ON public.safety_test USING btree (at DESC);

CREATE INDEX said_by_patient ON public.patient_said USING btree (patient_id, said_at DESC);

CREATE UNIQUE INDEX same_bytes_once ON public.claims_inbound USING btree (sha256) WHERE (NOT ((state)::text = 'duplicate'::text));

CREATE INDEX schedule_away_unit_id_bece5189 ON public.schedule_away USING btree (unit_id);

CREATE INDEX schedule_block_template_id_0d9aec2e ON public.schedule_block USING btree (template_id);

CREATE INDEX schedule_feed_staff_id_6bf4a0fd ON public.schedule_feed USING btree (staff_id);

CREATE INDEX schedule_feed_token_hash_3384e0c6_like ON public.schedule_feed USING btree (token_hash varchar_pattern_ops);

CREATE INDEX schedule_hold_provider_id_f4927a24 ON public.schedule_hold USING btree (provider_id);

CREATE INDEX schedule_hold_site_id_0a5f83e4 ON public.schedule_hold USING btree (site_id);

CREATE INDEX schedule_hold_visit_type_id_f70139cc ON public.schedule_hold USING btree (visit_type_id);

CREATE INDEX schedule_hold_visit_type_id_f70139cc_like ON public.schedule_hold USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX schedule_rule_unit_id_0b0d4064 ON public.schedule_rule USING btree (unit_id);

CREATE INDEX schedule_rule_visit_type_id_06ddeb84 ON public.schedule_rule USING btree (visit_type_id);

CREATE INDEX schedule_rule_visit_type_id_06ddeb84_like ON public.schedule_rule USING btree (visit_type_id varchar_pattern_ops);

CREATE INDEX schedule_template_site_id_54869acb ON public.schedule_template USING btree (site_id);

CREATE INDEX schedule_template_unit_id_eeecccb0 ON public.schedule_template USING btree (unit_id);

CREATE INDEX schedule_unit_group_438b0d04 ON public.schedule_unit USING btree ("group");

CREATE INDEX schedule_unit_group_438b0d04_like ON public.schedule_unit USING btree ("group" varchar_pattern_ops);

CREATE INDEX schedule_unit_site_id_e840f571 ON public.schedule_unit USING btree (site_id);

CREATE INDEX screened_at_visit ON public.screened USING btree (encounter_id);

CREATE INDEX screened_course ON public.screened USING btree (patient_id, key);

CREATE INDEX screened_encounter_id_ef756e3e ON public.screened USING btree (encounter_id);

CREATE INDEX screened_patient_id_83063807 ON public.screened USING btree (patient_id);

CREATE INDEX security_access_user_id_70cc5a80 ON public.security_access USING btree (user_id);

CREATE INDEX security_consent_labelling_id_5a50fbec ON public.security_consent USING btree (labelling_id);

CREATE INDEX security_denial_user_id_a688f83b ON public.security_denial USING btree (user_id);

CREATE INDEX security_label_employee_id_41ec394c ON public.security_label USING btree (employee_id);

CREATE INDEX security_label_written_by_id_b2f6a88c ON public.security_label USING btree (written_by_id);

CREATE INDEX security_user_username_258cb6fd_like ON public.security_user USING btree (username varchar_pattern_ops);

CREATE INDEX sim_fax_news_call_id_e5012da4 ON public.sim_fax_news USING btree (call_id);

CREATE INDEX sim_fax_news_key_205742ab_like ON public.sim_fax_news USING btree (key varchar_pattern_ops);

CREATE INDEX sim_fax_waiting ON public.sim_fax_news USING btree (due) WHERE (NOT fetched);

CREATE INDEX sim_lab_news_key_15c82924_like ON public.sim_lab_news USING btree (key varchar_pattern_ops);

CREATE INDEX sim_lab_order_control_id_f89430d3_like ON public.sim_lab_order USING btree (control_id varchar_pattern_ops);

CREATE INDEX sim_lab_waiting ON public.sim_lab_news USING btree (due) WHERE (NOT told);

CREATE INDEX sim_pharmacy_news_of ON public.sim_pharmacy_news USING btree ("order");

CREATE INDEX sim_pharmacy_of_order ON public.sim_pharmacy_taken USING btree ("order");

CREATE INDEX sim_pharmacy_taken_number_ed59ac85_like ON public.sim_pharmacy_taken USING btree (number varchar_pattern_ops);

CREATE INDEX sim_pharmacy_waiting ON public.sim_pharmacy_news USING btree (due) WHERE (NOT told);

CREATE INDEX stage_in_order ON public.encounter_stage USING btree (encounter_id, id);

CREATE INDEX state_in_order ON public.appointment_state USING btree (appointment_id, id);

CREATE INDEX statement_by_patient ON public.statement USING btree (patient_id, made_at DESC);

CREATE INDEX statement_number_86145ea5_like ON public.statement USING btree (number varchar_pattern_ops);

CREATE INDEX statement_patient_id_54976406 ON public.statement USING btree (patient_id);

CREATE INDEX step_of_dictation ON public.dictation_step USING btree (dictation_id, id);

CREATE INDEX tested_at_visit ON public.office_tested USING btree (encounter_id);

CREATE INDEX tested_with_kit ON public.office_tested USING btree (kit_id);

CREATE INDEX time_out_of_order ON public.procedure_time_out USING btree (order_id, id);

CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY ((ARRAY['totp'::character varying, 'recovery_codes'::character varying])::text[]));

CREATE INDEX upkeep_decided_equipment_id_09b6e3a4 ON public.upkeep_decided USING btree (equipment_id);

CREATE INDEX upkeep_entry_equipment_id_60b7e7f5 ON public.upkeep_entry USING btree (equipment_id);

CREATE INDEX upkeep_equipment_site_id_9d856767 ON public.upkeep_equipment USING btree (site_id);

CREATE INDEX upkeep_log ON public.upkeep_entry USING btree (equipment_id, at DESC);

CREATE INDEX upkeep_lot_place_equipment_id_ee9b7c31 ON public.upkeep_lot_place USING btree (equipment_id);

CREATE INDEX upkeep_missed_equipment_id_19865727 ON public.upkeep_missed USING btree (equipment_id);

CREATE INDEX vaccine_dose_encounter_id_150beddf ON public.vaccine_dose USING btree (encounter_id);

CREATE INDEX vaccine_dose_lot_id_05e665a4 ON public.vaccine_dose USING btree (lot_id);

CREATE INDEX vaccine_dose_patient_id_255f759f ON public.vaccine_dose USING btree (patient_id);

CREATE INDEX vaccine_fact_encounter_id_d9bbba54 ON public.vaccine_fact USING btree (encounter_id);

CREATE INDEX vaccine_fact_patient_id_92a6e853 ON public.vaccine_fact USING btree (patient_id);

CREATE INDEX vaccine_lot_move_dose_id_34a15e6b ON public.vaccine_lot_move USING btree (dose_id);

CREATE INDEX vaccine_lot_move_lot_id_e9e65c66 ON public.vaccine_lot_move USING btree (lot_id);

CREATE INDEX vaccine_lot_site_id_c1d99613 ON public.vaccine_lot USING btree (site_id);

CREATE INDEX vaccine_report_control_id_3a02d1f0_like ON public.vaccine_report USING btree (control_id varchar_pattern_ops);

CREATE INDEX vaccine_report_dose_id_587ca820 ON public.vaccine_report USING btree (dose_id);

CREATE INDEX vaccine_schedule_digest_b4578546_like ON public.vaccine_schedule USING btree (digest varchar_pattern_ops);

CREATE INDEX version_of_dictation ON public.dictation_version USING btree (dictation_id, id);

CREATE INDEX visit_type_key_ef597e37_like ON public.visit_type USING btree (key varchar_pattern_ops);

CREATE INDEX vital_signs_encounter_id_dd1b2ab1 ON public.vital_signs USING btree (encounter_id);

CREATE INDEX vitals_latest ON public.vital_signs USING btree (encounter_id, id DESC);

CREATE INDEX waiter_waits ON public.outreach_waiter USING btree (urgency DESC, since) WHERE ((state)::text = 'waiting'::text);

CREATE INDEX wire_aside ON public.pharmacy_wire_in USING btree (came_at) WHERE ((state)::text = 'set aside'::text);

CREATE INDEX wire_to_go ON public.pharmacy_wire_out USING btree (go_at) WHERE ((state)::text = 'to go'::text);

CREATE INDEX wire_to_read ON public.pharmacy_wire_in USING btree (came_at) WHERE ((state)::text = 'to read'::text);

CREATE INDEX wire_unanswered ON public.pharmacy_wire_out USING btree (answer_by) WHERE ((state)::text = 'gone'::text);

CREATE INDEX work_about ON public.practice_work USING btree (ref_kind, ref_id);

CREATE INDEX work_of_kind ON public.practice_work USING btree (kind, priority, due_at, id) WHERE (NOT ((state)::text = 'done'::text));

CREATE INDEX work_open ON public.practice_work USING btree (queue, priority, due_at) WHERE (NOT ((state)::text = 'done'::text));

CREATE TRIGGER account_event_append_only BEFORE DELETE OR UPDATE ON public.account_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER account_event_no_truncate BEFORE TRUNCATE ON public.account_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER amendment_line_append_only BEFORE DELETE OR UPDATE ON public.amendment_line FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER amendment_line_no_truncate BEFORE TRUNCATE ON public.amendment_line FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appointment_state_append_only BEFORE DELETE OR UPDATE ON public.appointment_state FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER appointment_state_no_truncate BEFORE TRUNCATE ON public.appointment_state FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON public.audit_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON public.audit_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_seal_append_only BEFORE DELETE OR UPDATE ON public.audit_seal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_seal_no_truncate BEFORE TRUNCATE ON public.audit_seal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_subject_append_only BEFORE DELETE OR UPDATE ON public.audit_subject FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER audit_subject_no_truncate BEFORE TRUNCATE ON public.audit_subject FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER call_event_append_only BEFORE DELETE OR UPDATE ON public.call_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER call_event_no_truncate BEFORE TRUNCATE ON public.call_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER charge_append_only BEFORE DELETE OR UPDATE ON public.charge FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER charge_no_truncate BEFORE TRUNCATE ON public.charge FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER claim_event_append_only BEFORE DELETE OR UPDATE ON public.claim_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER claim_event_no_truncate BEFORE TRUNCATE ON public.claim_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER claim_settlement_append_only BEFORE DELETE OR UPDATE ON public.claim_settlement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER claim_settlement_no_truncate BEFORE TRUNCATE ON public.claim_settlement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER coding_left_append_only BEFORE DELETE OR UPDATE ON public.coding_left FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER coding_left_no_truncate BEFORE TRUNCATE ON public.coding_left FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER deposit_append_only BEFORE DELETE OR UPDATE ON public.deposit FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER deposit_no_truncate BEFORE TRUNCATE ON public.deposit FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER device_calibration_append_only BEFORE DELETE OR UPDATE ON public.device_calibration FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER device_calibration_no_truncate BEFORE TRUNCATE ON public.device_calibration FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_copy_letter_append_only BEFORE DELETE OR UPDATE ON public.dictation_copy_letter FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_copy_letter_no_truncate BEFORE TRUNCATE ON public.dictation_copy_letter FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_correction_append_only BEFORE DELETE OR UPDATE ON public.dictation_correction FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_correction_no_truncate BEFORE TRUNCATE ON public.dictation_correction FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_draw_append_only BEFORE DELETE OR UPDATE ON public.dictation_draw FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_draw_no_truncate BEFORE TRUNCATE ON public.dictation_draw FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_heard_append_only BEFORE DELETE OR UPDATE ON public.dictation_heard FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_heard_no_truncate BEFORE TRUNCATE ON public.dictation_heard FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_hearing_append_only BEFORE DELETE OR UPDATE ON public.dictation_hearing FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_hearing_no_truncate BEFORE TRUNCATE ON public.dictation_hearing FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_left_out_append_only BEFORE DELETE OR UPDATE ON public.dictation_left_out FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_left_out_no_truncate BEFORE TRUNCATE ON public.dictation_left_out FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_lines_append_only BEFORE DELETE OR UPDATE ON public.dictation_lines FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_lines_no_truncate BEFORE TRUNCATE ON public.dictation_lines FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_pace_append_only BEFORE DELETE OR UPDATE ON public.dictation_pace FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_pace_no_truncate BEFORE TRUNCATE ON public.dictation_pace FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_sampling_append_only BEFORE DELETE OR UPDATE ON public.dictation_sampling FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_sampling_no_truncate BEFORE TRUNCATE ON public.dictation_sampling FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_step_append_only BEFORE DELETE OR UPDATE ON public.dictation_step FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_step_no_truncate BEFORE TRUNCATE ON public.dictation_step FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_style_append_only BEFORE DELETE OR UPDATE ON public.dictation_style FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_style_no_truncate BEFORE TRUNCATE ON public.dictation_style FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_version_append_only BEFORE DELETE OR UPDATE ON public.dictation_version FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER dictation_version_no_truncate BEFORE TRUNCATE ON public.dictation_version FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER disclosure_append_only BEFORE DELETE OR UPDATE ON public.disclosure FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER disclosure_no_truncate BEFORE TRUNCATE ON public.disclosure FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_change_append_only BEFORE DELETE OR UPDATE ON public.document_change FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_change_no_truncate BEFORE TRUNCATE ON public.document_change FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_keeping_append_only BEFORE DELETE OR UPDATE ON public.document_keeping FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_keeping_no_truncate BEFORE TRUNCATE ON public.document_keeping FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_kind_append_only BEFORE DELETE OR UPDATE ON public.document_kind FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_kind_no_truncate BEFORE TRUNCATE ON public.document_kind FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_leaf_append_only BEFORE DELETE OR UPDATE ON public.document_leaf FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER document_leaf_no_truncate BEFORE TRUNCATE ON public.document_leaf FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER drug_authorization_event_append_only BEFORE DELETE OR UPDATE ON public.drug_authorization_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER drug_authorization_event_no_truncate BEFORE TRUNCATE ON public.drug_authorization_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER drug_authorization_packet_append_only BEFORE DELETE OR UPDATE ON public.drug_authorization_packet FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER drug_authorization_packet_no_truncate BEFORE TRUNCATE ON public.drug_authorization_packet FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER encounter_stage_append_only BEFORE DELETE OR UPDATE ON public.encounter_stage FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER encounter_stage_no_truncate BEFORE TRUNCATE ON public.encounter_stage FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON public.journal_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.entry_must_balance();

CREATE TRIGGER fax_event_append_only BEFORE DELETE OR UPDATE ON public.fax_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER fax_event_no_truncate BEFORE TRUNCATE ON public.fax_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER form_filled_append_only BEFORE DELETE OR UPDATE ON public.form_filled FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER form_filled_no_truncate BEFORE TRUNCATE ON public.form_filled FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER formulary_append_only BEFORE DELETE OR UPDATE ON public.formulary FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER formulary_line_append_only BEFORE DELETE OR UPDATE ON public.formulary_line FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER formulary_line_no_truncate BEFORE TRUNCATE ON public.formulary_line FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER formulary_no_truncate BEFORE TRUNCATE ON public.formulary FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER instrument_book_append_only BEFORE DELETE OR UPDATE ON public.instrument_book FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER instrument_book_no_truncate BEFORE TRUNCATE ON public.instrument_book FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER journal_entry_append_only BEFORE DELETE OR UPDATE ON public.journal_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON public.journal_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER journal_line_append_only BEFORE DELETE OR UPDATE ON public.journal_line FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER journal_line_no_truncate BEFORE TRUNCATE ON public.journal_line FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER lab_entry_append_only BEFORE DELETE OR UPDATE ON public.lab_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER lab_entry_no_truncate BEFORE TRUNCATE ON public.lab_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_link_rule_append_only BEFORE DELETE OR UPDATE ON public.letter_link_rule FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_link_rule_no_truncate BEFORE TRUNCATE ON public.letter_link_rule FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_merge_append_only BEFORE DELETE OR UPDATE ON public.letter_merge FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_merge_no_truncate BEFORE TRUNCATE ON public.letter_merge FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_merge_taken_off_append_only BEFORE DELETE OR UPDATE ON public.letter_merge_taken_off FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_merge_taken_off_no_truncate BEFORE TRUNCATE ON public.letter_merge_taken_off FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_plain_word_append_only BEFORE DELETE OR UPDATE ON public.letter_plain_word FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_plain_word_no_truncate BEFORE TRUNCATE ON public.letter_plain_word FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_sending_append_only BEFORE DELETE OR UPDATE ON public.letter_sending FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_sending_event_append_only BEFORE DELETE OR UPDATE ON public.letter_sending_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_sending_event_no_truncate BEFORE TRUNCATE ON public.letter_sending_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_sending_no_truncate BEFORE TRUNCATE ON public.letter_sending FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_template_append_only BEFORE DELETE OR UPDATE ON public.letter_template FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_template_approval_append_only BEFORE DELETE OR UPDATE ON public.letter_template_approval FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_template_approval_no_truncate BEFORE TRUNCATE ON public.letter_template_approval FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER letter_template_no_truncate BEFORE TRUNCATE ON public.letter_template FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE CONSTRAINT TRIGGER line_balances AFTER INSERT ON public.journal_line DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.entry_must_balance();

CREATE TRIGGER list_attestation_append_only BEFORE DELETE OR UPDATE ON public.list_attestation FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER list_attestation_no_truncate BEFORE TRUNCATE ON public.list_attestation FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER list_entry_append_only BEFORE DELETE OR UPDATE ON public.list_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER list_entry_no_truncate BEFORE TRUNCATE ON public.list_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER memo_append_only BEFORE DELETE OR UPDATE ON public.memo FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER memo_no_truncate BEFORE TRUNCATE ON public.memo FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER monitoring_check_append_only BEFORE DELETE OR UPDATE ON public.monitoring_check FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER monitoring_check_no_truncate BEFORE TRUNCATE ON public.monitoring_check FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_addendum_append_only BEFORE DELETE OR UPDATE ON public.note_addendum FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_addendum_no_truncate BEFORE TRUNCATE ON public.note_addendum FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_cosigned_stays BEFORE DELETE OR UPDATE ON public.note_cosignature FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_no_truncate BEFORE TRUNCATE ON public.note FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_revision_append_only BEFORE DELETE OR UPDATE ON public.note_revision FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_revision_no_truncate BEFORE TRUNCATE ON public.note_revision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_route_append_only BEFORE DELETE OR UPDATE ON public.note_route FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_route_no_truncate BEFORE TRUNCATE ON public.note_route FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_signed_stays BEFORE DELETE OR UPDATE ON public.note FOR EACH ROW WHEN ((old.signed_at IS NOT NULL)) EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_template_append_only BEFORE DELETE OR UPDATE ON public.note_template FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_template_no_truncate BEFORE TRUNCATE ON public.note_template FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_template_order_append_only BEFORE DELETE OR UPDATE ON public.note_template_order FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER note_template_order_no_truncate BEFORE TRUNCATE ON public.note_template_order FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER notice_receipt_append_only BEFORE DELETE OR UPDATE ON public.notice_receipt FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER notice_receipt_no_truncate BEFORE TRUNCATE ON public.notice_receipt FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER office_qc_run_append_only BEFORE DELETE OR UPDATE ON public.office_qc_run FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER office_qc_run_no_truncate BEFORE TRUNCATE ON public.office_qc_run FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER office_tested_append_only BEFORE DELETE OR UPDATE ON public.office_tested FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER office_tested_no_truncate BEFORE TRUNCATE ON public.office_tested FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outreach_heard_append_only BEFORE DELETE OR UPDATE ON public.outreach_heard FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outreach_heard_no_truncate BEFORE TRUNCATE ON public.outreach_heard FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outreach_message_event_append_only BEFORE DELETE OR UPDATE ON public.outreach_message_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outreach_message_event_no_truncate BEFORE TRUNCATE ON public.outreach_message_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outreach_recall_attempt_append_only BEFORE DELETE OR UPDATE ON public.outreach_recall_attempt FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER outreach_recall_attempt_no_truncate BEFORE TRUNCATE ON public.outreach_recall_attempt FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER paper_chart_move_append_only BEFORE DELETE OR UPDATE ON public.paper_chart_move FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER paper_chart_move_no_truncate BEFORE TRUNCATE ON public.paper_chart_move FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patient_card_fact_append_only BEFORE DELETE OR UPDATE ON public.patient_card_fact FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patient_card_fact_no_truncate BEFORE TRUNCATE ON public.patient_card_fact FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patient_merge_part_append_only BEFORE DELETE OR UPDATE ON public.patient_merge_part FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER patient_merge_part_no_truncate BEFORE TRUNCATE ON public.patient_merge_part FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER period_close_append_only BEFORE DELETE OR UPDATE ON public.period_close FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER period_close_no_truncate BEFORE TRUNCATE ON public.period_close FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER pharmacy_message_append_only BEFORE DELETE OR UPDATE ON public.pharmacy_message FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER pharmacy_message_no_truncate BEFORE TRUNCATE ON public.pharmacy_message FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER pill_count_append_only BEFORE DELETE OR UPDATE ON public.pill_count FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER pill_count_no_truncate BEFORE TRUNCATE ON public.pill_count FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER prescription_alert_append_only BEFORE DELETE OR UPDATE ON public.prescription_alert FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER prescription_alert_no_truncate BEFORE TRUNCATE ON public.prescription_alert FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER prescription_event_append_only BEFORE DELETE OR UPDATE ON public.prescription_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER prescription_event_no_truncate BEFORE TRUNCATE ON public.prescription_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER privacy_notice_append_only BEFORE DELETE OR UPDATE ON public.privacy_notice FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER privacy_notice_no_truncate BEFORE TRUNCATE ON public.privacy_notice FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_after_append_only BEFORE DELETE OR UPDATE ON public.procedure_after FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_after_no_truncate BEFORE TRUNCATE ON public.procedure_after FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_consent_append_only BEFORE DELETE OR UPDATE ON public.procedure_consent FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_consent_no_truncate BEFORE TRUNCATE ON public.procedure_consent FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_done_append_only BEFORE DELETE OR UPDATE ON public.procedure_done FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_done_no_truncate BEFORE TRUNCATE ON public.procedure_done FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_time_out_append_only BEFORE DELETE OR UPDATE ON public.procedure_time_out FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procedure_time_out_no_truncate BEFORE TRUNCATE ON public.procedure_time_out FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();

CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();

CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();

CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();

CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();

CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();

CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();

CREATE TRIGGER proof_result_append_only BEFORE DELETE OR UPDATE ON public.proof_result FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER proof_result_no_truncate BEFORE TRUNCATE ON public.proof_result FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER recapture_mark_append_only BEFORE DELETE OR UPDATE ON public.recapture_mark FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER recapture_mark_no_truncate BEFORE TRUNCATE ON public.recapture_mark FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER recapture_score_switch_append_only BEFORE DELETE OR UPDATE ON public.recapture_score_switch FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER recapture_score_switch_no_truncate BEFORE TRUNCATE ON public.recapture_score_switch FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER receipt_append_only BEFORE DELETE OR UPDATE ON public.receipt FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER receipt_no_truncate BEFORE TRUNCATE ON public.receipt FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER receipt_taken_back_append_only BEFORE DELETE OR UPDATE ON public.receipt_taken_back FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER receipt_taken_back_no_truncate BEFORE TRUNCATE ON public.receipt_taken_back FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER referral_event_append_only BEFORE DELETE OR UPDATE ON public.referral_event FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER referral_event_no_truncate BEFORE TRUNCATE ON public.referral_event FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER referral_pace_append_only BEFORE DELETE OR UPDATE ON public.referral_pace FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER referral_pace_no_truncate BEFORE TRUNCATE ON public.referral_pace FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER refund_append_only BEFORE DELETE OR UPDATE ON public.refund FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER refund_no_truncate BEFORE TRUNCATE ON public.refund FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER release_delivery_append_only BEFORE DELETE OR UPDATE ON public.release_delivery FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER release_delivery_no_truncate BEFORE TRUNCATE ON public.release_delivery FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_decision_append_only BEFORE DELETE OR UPDATE ON public.remit_decision FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_decision_line_append_only BEFORE DELETE OR UPDATE ON public.remit_decision_line FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_decision_line_no_truncate BEFORE TRUNCATE ON public.remit_decision_line FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_decision_no_truncate BEFORE TRUNCATE ON public.remit_decision FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_not_ours_append_only BEFORE DELETE OR UPDATE ON public.remit_not_ours FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_not_ours_no_truncate BEFORE TRUNCATE ON public.remit_not_ours FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_provider_adjustment_append_only BEFORE DELETE OR UPDATE ON public.remit_provider_adjustment FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER remit_provider_adjustment_no_truncate BEFORE TRUNCATE ON public.remit_provider_adjustment FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER safety_book_append_only BEFORE DELETE OR UPDATE ON public.safety_book FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER safety_book_no_truncate BEFORE TRUNCATE ON public.safety_book FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER safety_test_append_only BEFORE DELETE OR UPDATE ON public.safety_test FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER safety_test_no_truncate BEFORE TRUNCATE ON public.safety_test FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER screened_append_only BEFORE DELETE OR UPDATE ON public.screened FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER screened_no_truncate BEFORE TRUNCATE ON public.screened FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER statement_append_only BEFORE DELETE OR UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER statement_no_truncate BEFORE TRUNCATE ON public.statement FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER upkeep_decided_append_only BEFORE DELETE OR UPDATE ON public.upkeep_decided FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER upkeep_decided_no_truncate BEFORE TRUNCATE ON public.upkeep_decided FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER upkeep_entry_append_only BEFORE DELETE OR UPDATE ON public.upkeep_entry FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER upkeep_entry_no_truncate BEFORE TRUNCATE ON public.upkeep_entry FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER upkeep_missed_append_only BEFORE DELETE OR UPDATE ON public.upkeep_missed FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER upkeep_missed_no_truncate BEFORE TRUNCATE ON public.upkeep_missed FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_dose_append_only BEFORE DELETE OR UPDATE ON public.vaccine_dose FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_dose_no_truncate BEFORE TRUNCATE ON public.vaccine_dose FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_dose_wrong_append_only BEFORE DELETE OR UPDATE ON public.vaccine_dose_wrong FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_dose_wrong_no_truncate BEFORE TRUNCATE ON public.vaccine_dose_wrong FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_fact_append_only BEFORE DELETE OR UPDATE ON public.vaccine_fact FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_fact_no_truncate BEFORE TRUNCATE ON public.vaccine_fact FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_lot_move_append_only BEFORE DELETE OR UPDATE ON public.vaccine_lot_move FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_lot_move_no_truncate BEFORE TRUNCATE ON public.vaccine_lot_move FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_schedule_append_only BEFORE DELETE OR UPDATE ON public.vaccine_schedule FOR EACH ROW EXECUTE FUNCTION public.refuse_change();

CREATE TRIGGER vaccine_schedule_no_truncate BEFORE TRUNCATE ON public.vaccine_schedule FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();

ALTER TABLE ONLY public.account_event
    ADD CONSTRAINT account_event_charge_id_e5619cd7_fk_charge_id FOREIGN KEY (charge_id) REFERENCES public.charge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_event
    ADD CONSTRAINT account_event_entry_id_b1834fd1_fk_journal_entry_id FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_event
    ADD CONSTRAINT account_event_patient_id_18baf232_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.account_event
    ADD CONSTRAINT account_event_payer_id_8cd9ef6a_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.amendment_line
    ADD CONSTRAINT amendment_line_amendment_id_57de0f91_fk_amendment_id FOREIGN KEY (amendment_id) REFERENCES public.amendment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.amendment
    ADD CONSTRAINT amendment_patient_id_33de9c20_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_call_id_da006c48_fk_call_id FOREIGN KEY (call_id) REFERENCES public.call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_case_id_a6e632b0_fk_coverage_case_id FOREIGN KEY (case_id) REFERENCES public.coverage_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment_holding
    ADD CONSTRAINT appointment_holding_appointment_id_f1f037f6_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment_holding
    ADD CONSTRAINT appointment_holding_hold_id_18a81e47_fk_schedule_hold_id FOREIGN KEY (hold_id) REFERENCES public.schedule_hold(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment_holding
    ADD CONSTRAINT appointment_holding_unit_id_6600ebcf_fk_schedule_unit_id FOREIGN KEY (unit_id) REFERENCES public.schedule_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_moved_to_id_5287f632_fk_appointment_id FOREIGN KEY (moved_to_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_patient_id_02ab18c7_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_provider_id_74bc7673_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_series_id_195bf2be_fk_appointment_series_id FOREIGN KEY (series_id) REFERENCES public.appointment_series(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment_series
    ADD CONSTRAINT appointment_series_patient_id_b72893b3_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_site_id_d2ba7e7a_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment_state
    ADD CONSTRAINT appointment_state_appointment_id_5f33bdbb_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.appointment
    ADD CONSTRAINT appointment_visit_type_id_35adc008_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_appointment_id_1b5ef508_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_case_id_c8b07fb7_fk_coverage_case_id FOREIGN KEY (case_id) REFERENCES public.coverage_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_coverage_id_56a68425_fk_coverage_policy_id FOREIGN KEY (coverage_id) REFERENCES public.coverage_policy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.arrival
    ADD CONSTRAINT arrival_encounter_id_7361ee1f_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.audit_seal
    ADD CONSTRAINT audit_seal_event_id_81cd6836_fk_audit_event_id FOREIGN KEY (event_id) REFERENCES public.audit_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.audit_subject
    ADD CONSTRAINT audit_subject_event_id_65dc56c8_fk_audit_event_id FOREIGN KEY (event_id) REFERENCES public.audit_event(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_event
    ADD CONSTRAINT call_event_call_id_5833237a_fk_call_id FOREIGN KEY (call_id) REFERENCES public.call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_hand_off
    ADD CONSTRAINT call_hand_off_to_id_c0f18d6c_fk_security_user_id FOREIGN KEY (to_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_message
    ADD CONSTRAINT call_message_call_id_cc537c3b_fk_call_id FOREIGN KEY (call_id) REFERENCES public.call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_message
    ADD CONSTRAINT call_message_file_id_dbc9e6cc_fk_call_message_file_id FOREIGN KEY (file_id) REFERENCES public.call_message_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_on_call
    ADD CONSTRAINT call_on_call_staff_id_0121f4e7_fk_practice_staff_id FOREIGN KEY (staff_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_patient_id_c83c54c5_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_promise
    ADD CONSTRAINT call_promise_call_id_5220ccad_fk_call_id FOREIGN KEY (call_id) REFERENCES public.call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call_ring
    ADD CONSTRAINT call_ring_call_id_bb02d40e_fk_call_id FOREIGN KEY (call_id) REFERENCES public.call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.call
    ADD CONSTRAINT call_with_call_id_ab946388_fk_call_id FOREIGN KEY (with_call_id) REFERENCES public.call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_appointment_id_b06de8cc_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_coded_service_id_134d07ed_fk_coding_service_line_id FOREIGN KEY (coded_service_id) REFERENCES public.coding_service_line(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_encounter_id_08639246_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_patient_id_74707c97_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_provider_id_e441175b_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.charge
    ADD CONSTRAINT charge_site_id_c9e606c4_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_case_id_0383923b_fk_coverage_case_id FOREIGN KEY (case_id) REFERENCES public.coverage_case(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_coverage_id_efcabbc9_fk_coverage_policy_id FOREIGN KEY (coverage_id) REFERENCES public.coverage_policy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_encounter_id_c183eb70_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim_event
    ADD CONSTRAINT claim_event_claim_id_85ef26ec_fk_claim_id FOREIGN KEY (claim_id) REFERENCES public.claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_file_id_a2f83082_fk_claims_outbound_id FOREIGN KEY (file_id) REFERENCES public.claims_outbound(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim_line
    ADD CONSTRAINT claim_line_charge_id_a4eeac72_fk_charge_id FOREIGN KEY (charge_id) REFERENCES public.charge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim_line
    ADD CONSTRAINT claim_line_claim_id_b7702636_fk_claim_id FOREIGN KEY (claim_id) REFERENCES public.claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_patient_id_5f394f25_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_payer_id_dd8eb118_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim
    ADD CONSTRAINT claim_replaces_id_4b61c39d_fk_claim_id FOREIGN KEY (replaces_id) REFERENCES public.claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claim_settlement
    ADD CONSTRAINT claim_settlement_line_id_ec5d5a4b_fk_remit_decision_line_id FOREIGN KEY (line_id) REFERENCES public.remit_decision_line(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.claims_outbound
    ADD CONSTRAINT claims_outbound_payer_id_0b8f262e_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT code_audit_chart_audit_id_f4f6434e_fk_code_audit_id FOREIGN KEY (audit_id) REFERENCES public.code_audit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT code_audit_chart_coding_id_56d1209c_fk_coding_id FOREIGN KEY (coding_id) REFERENCES public.coding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT code_audit_chart_encounter_id_97f19d52_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_audit_chart
    ADD CONSTRAINT code_audit_chart_patient_id_56002aea_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_audit_judgement
    ADD CONSTRAINT code_audit_judgement_chart_id_22fd497e_fk_code_audit_chart_id FOREIGN KEY (chart_id) REFERENCES public.code_audit_chart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_audit
    ADD CONSTRAINT code_audit_provider_id_675ce4fa_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_add_on
    ADD CONSTRAINT code_list_add_on_release_id_b4f84073_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_code
    ADD CONSTRAINT code_list_code_release_id_2694d5b6_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_coverage
    ADD CONSTRAINT code_list_coverage_release_id_eeb3777a_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_locality
    ADD CONSTRAINT code_list_locality_release_id_baf8ca19_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_pair
    ADD CONSTRAINT code_list_pair_release_id_d38c42aa_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_units
    ADD CONSTRAINT code_list_units_release_id_45caa65c_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.code_list_value
    ADD CONSTRAINT code_list_value_release_id_54967638_fk_code_list_id FOREIGN KEY (release_id) REFERENCES public.code_list(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding_diagnosis
    ADD CONSTRAINT coding_diagnosis_coding_id_91392ef5_fk_coding_id FOREIGN KEY (coding_id) REFERENCES public.coding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding
    ADD CONSTRAINT coding_encounter_id_c1676893_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding_level_element
    ADD CONSTRAINT coding_level_element_coding_id_f8fa4f4a_fk_coding_id FOREIGN KEY (coding_id) REFERENCES public.coding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding
    ADD CONSTRAINT coding_note_id_9dbe0cc9_fk_note_id FOREIGN KEY (note_id) REFERENCES public.note(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding
    ADD CONSTRAINT coding_patient_id_9cfc1d99_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding_provider_query
    ADD CONSTRAINT coding_provider_query_coding_id_1ef728e9_fk_coding_id FOREIGN KEY (coding_id) REFERENCES public.coding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding_rejected
    ADD CONSTRAINT coding_rejected_coding_id_01dd3694_fk_coding_id FOREIGN KEY (coding_id) REFERENCES public.coding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coding_service_line
    ADD CONSTRAINT coding_service_line_coding_id_6f11b6ef_fk_coding_id FOREIGN KEY (coding_id) REFERENCES public.coding(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.controlled_agreement
    ADD CONSTRAINT controlled_agreement_patient_id_f27cc59b_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.controlled_agreement
    ADD CONSTRAINT controlled_agreement_prescriber_id_28d4e3b2_fk_practice_ FOREIGN KEY (prescriber_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coverage_case
    ADD CONSTRAINT coverage_case_patient_id_fc4ef123_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coverage_case
    ADD CONSTRAINT coverage_case_payer_id_a277295d_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coverage_policy
    ADD CONSTRAINT coverage_policy_patient_id_457541e5_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.coverage_policy
    ADD CONSTRAINT coverage_policy_payer_id_bf4a8f02_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.deposit
    ADD CONSTRAINT deposit_entry_id_2ada3794_fk_journal_entry_id FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_calibration
    ADD CONSTRAINT device_calibration_device_id_777c94d0_fk_device_id FOREIGN KEY (device_id) REFERENCES public.device(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_calibration
    ADD CONSTRAINT device_calibration_strikes_id_b29a72bf_fk_device_calibration_id FOREIGN KEY (strikes_id) REFERENCES public.device_calibration(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_document_id_a3e4778e_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_encounter_id_189c0347_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_order_id_b8d1e41d_fk_office_order_id FOREIGN KEY (order_id) REFERENCES public.office_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_patient_id_26ec05b0_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.device_file
    ADD CONSTRAINT device_file_report_id_f52a9403_fk_lab_report_id FOREIGN KEY (report_id) REFERENCES public.lab_report(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation
    ADD CONSTRAINT dictation_author_id_7afb49cb_fk_practice_staff_id FOREIGN KEY (author_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_blank
    ADD CONSTRAINT dictation_blank_dictation_id_3fa7512e_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_chunk
    ADD CONSTRAINT dictation_chunk_stretch_id_87bcc32c_fk_dictation_stretch_id FOREIGN KEY (stretch_id) REFERENCES public.dictation_stretch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_copy
    ADD CONSTRAINT dictation_copy_dictation_id_ecdc6995_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_copy_letter
    ADD CONSTRAINT dictation_copy_letter_copy_id_ebb51f4a_fk_dictation_copy_id FOREIGN KEY (copy_id) REFERENCES public.dictation_copy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_copy_letter
    ADD CONSTRAINT dictation_copy_letter_letter_id_5863ad3f_fk_letter_id FOREIGN KEY (letter_id) REFERENCES public.letter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_copy
    ADD CONSTRAINT dictation_copy_performer_id_c86e8560_fk_referral_performer_id FOREIGN KEY (performer_id) REFERENCES public.referral_performer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_correction
    ADD CONSTRAINT dictation_correction_dictation_id_68565e33_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_draft
    ADD CONSTRAINT dictation_draft_recording_id_3ec3ef64_fk_dictation_recording_id FOREIGN KEY (recording_id) REFERENCES public.dictation_recording(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_draw
    ADD CONSTRAINT dictation_draw_dictation_id_e8e08a7c_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_draw
    ADD CONSTRAINT dictation_draw_text_id_11e103cb_fk_dictation_version_id FOREIGN KEY (text_id) REFERENCES public.dictation_version(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_draw
    ADD CONSTRAINT dictation_draw_typist_id_39231a21_fk_security_user_id FOREIGN KEY (typist_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation
    ADD CONSTRAINT dictation_encounter_id_d926d6f6_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_error
    ADD CONSTRAINT dictation_error_review_id_aba68585_fk_dictation_review_id FOREIGN KEY (review_id) REFERENCES public.dictation_review(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_hand
    ADD CONSTRAINT dictation_hand_person_id_7ead842b_fk_security_user_id FOREIGN KEY (person_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_heard
    ADD CONSTRAINT dictation_heard_dictation_id_03fc53d3_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_hearing_try
    ADD CONSTRAINT dictation_hearing_tr_hearing_id_42e1b816_fk_dictation FOREIGN KEY (hearing_id) REFERENCES public.dictation_hearing(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_left_out
    ADD CONSTRAINT dictation_left_out_author_id_8a56135c_fk_practice_staff_id FOREIGN KEY (author_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_lines
    ADD CONSTRAINT dictation_lines_dictation_id_775f523d_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_lines
    ADD CONSTRAINT dictation_lines_typist_id_675ba948_fk_security_user_id FOREIGN KEY (typist_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_loose
    ADD CONSTRAINT dictation_loose_dictation_id_47787408_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation
    ADD CONSTRAINT dictation_owner_id_a76ec5bf_fk_security_user_id FOREIGN KEY (owner_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation
    ADD CONSTRAINT dictation_patient_id_983ee7e0_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_recording
    ADD CONSTRAINT dictation_recording_dictation_id_c70675ef_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_review
    ADD CONSTRAINT dictation_review_draw_id_1e977aef_fk_dictation_draw_id FOREIGN KEY (draw_id) REFERENCES public.dictation_draw(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_review
    ADD CONSTRAINT dictation_review_reviewer_id_8e78c576_fk_security_user_id FOREIGN KEY (reviewer_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_sampling
    ADD CONSTRAINT dictation_sampling_typist_id_e50a1d45_fk_security_user_id FOREIGN KEY (typist_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_short_form
    ADD CONSTRAINT dictation_short_form_owner_id_367901b0_fk_security_user_id FOREIGN KEY (owner_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_step
    ADD CONSTRAINT dictation_step_dictation_id_3ba302be_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_stretch
    ADD CONSTRAINT dictation_stretch_take_id_c2a43c1a_fk_dictation_take_id FOREIGN KEY (take_id) REFERENCES public.dictation_take(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_take
    ADD CONSTRAINT dictation_take_by_id_4335d3a3_fk_security_user_id FOREIGN KEY (by_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_take
    ADD CONSTRAINT dictation_take_dictation_id_d474709d_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_take
    ADD CONSTRAINT dictation_take_encounter_id_3888baae_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_text
    ADD CONSTRAINT dictation_text_dictation_id_fda97be1_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.dictation_version
    ADD CONSTRAINT dictation_version_dictation_id_db75e051_fk_dictation_id FOREIGN KEY (dictation_id) REFERENCES public.dictation(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosure_encounter_id_334b1a31_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.disclosure
    ADD CONSTRAINT disclosure_patient_id_bd49aaac_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_user_id_43804bfd_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_change
    ADD CONSTRAINT document_change_document_id_a9f8d7e3_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_destruction
    ADD CONSTRAINT document_destruction_file_id_0b48c44e_fk_document_file_id FOREIGN KEY (file_id) REFERENCES public.document_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_encounter_id_6bacf21b_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_file
    ADD CONSTRAINT document_file_came_with_id_49911479_fk_document_file_id FOREIGN KEY (came_with_id) REFERENCES public.document_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_file
    ADD CONSTRAINT document_file_for_patient_id_3904955b_fk_patient_id FOREIGN KEY (for_patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_file_id_a8b14c22_fk_document_file_id FOREIGN KEY (file_id) REFERENCES public.document_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_gone_into_id_2575a129_fk_document_id FOREIGN KEY (gone_into_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_hold
    ADD CONSTRAINT document_hold_document_id_cc6e7a12_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_hold
    ADD CONSTRAINT document_hold_patient_id_777db0e4_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_kind
    ADD CONSTRAINT document_kind_signer_id_4678e41f_fk_practice_staff_id FOREIGN KEY (signer_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_leaf
    ADD CONSTRAINT document_leaf_document_id_c69319e9_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_leaf
    ADD CONSTRAINT document_leaf_file_id_c3c24ec0_fk_document_file_id FOREIGN KEY (file_id) REFERENCES public.document_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document_page
    ADD CONSTRAINT document_page_file_id_a1ae80eb_fk_document_file_id FOREIGN KEY (file_id) REFERENCES public.document_file(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_patient_id_ab21eae3_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_signer_id_3916f6ed_fk_practice_staff_id FOREIGN KEY (signer_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization_event
    ADD CONSTRAINT drug_authorization_e_authorization_id_e7470e66_fk_drug_auth FOREIGN KEY (authorization_id) REFERENCES public.drug_authorization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization
    ADD CONSTRAINT drug_authorization_encounter_id_b4eb836e_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization_packet
    ADD CONSTRAINT drug_authorization_p_authorization_id_0cecec7f_fk_drug_auth FOREIGN KEY (authorization_id) REFERENCES public.drug_authorization(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization_packet
    ADD CONSTRAINT drug_authorization_p_signer_id_caacdbee_fk_practice_ FOREIGN KEY (signer_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization
    ADD CONSTRAINT drug_authorization_patient_id_9aba3feb_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization
    ADD CONSTRAINT drug_authorization_policy_id_e08e70f9_fk_coverage_policy_id FOREIGN KEY (policy_id) REFERENCES public.coverage_policy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.drug_authorization
    ADD CONSTRAINT drug_authorization_prescription_id_5808041e_fk_prescription_id FOREIGN KEY (prescription_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.eligibility_check
    ADD CONSTRAINT eligibility_check_patient_id_20eea7ac_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.eligibility_check
    ADD CONSTRAINT eligibility_check_policy_id_6b9bcf00_fk_coverage_policy_id FOREIGN KEY (policy_id) REFERENCES public.coverage_policy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.eligibility_line
    ADD CONSTRAINT eligibility_line_payer_id_412c1eb4_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT encounter_patient_id_e5436902_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT encounter_provider_id_fc2f2c1e_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.encounter
    ADD CONSTRAINT encounter_site_id_5f09fae0_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.encounter_stage
    ADD CONSTRAINT encounter_stage_encounter_id_ffb5d648_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.fax
    ADD CONSTRAINT fax_document_id_83624447_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.fax
    ADD CONSTRAINT fax_encounter_id_e1202f31_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.fax_event
    ADD CONSTRAINT fax_event_fax_id_e6ef2e41_fk_fax_id FOREIGN KEY (fax_id) REFERENCES public.fax(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.fax
    ADD CONSTRAINT fax_patient_id_ef4d97d5_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.flow_calling
    ADD CONSTRAINT flow_calling_encounter_id_4e979bab_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.flow_display
    ADD CONSTRAINT flow_display_site_id_a2b6766e_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_filled
    ADD CONSTRAINT form_filled_appointment_id_8cb401cb_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_filled
    ADD CONSTRAINT form_filled_definition_id_7081b10c_fk_form_definition_id FOREIGN KEY (definition_id) REFERENCES public.form_definition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_filled
    ADD CONSTRAINT form_filled_link_id_eaa12b56_fk_form_link_id FOREIGN KEY (link_id) REFERENCES public.form_link(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_filled
    ADD CONSTRAINT form_filled_patient_id_ac2aa796_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_link
    ADD CONSTRAINT form_link_appointment_id_d1b25b73_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_link_definition
    ADD CONSTRAINT form_link_definition_definition_id_1ac2744d_fk_form_defi FOREIGN KEY (definition_id) REFERENCES public.form_definition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_link_definition
    ADD CONSTRAINT form_link_definition_link_id_39fd0d8e_fk_form_link_id FOREIGN KEY (link_id) REFERENCES public.form_link(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.form_link
    ADD CONSTRAINT form_link_patient_id_80761258_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.formulary_line
    ADD CONSTRAINT formulary_line_formulary_id_01a8b85c_fk_formulary_id FOREIGN KEY (formulary_id) REFERENCES public.formulary(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.formulary
    ADD CONSTRAINT formulary_payer_id_c77d6824_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.gestation
    ADD CONSTRAINT gestation_patient_id_57911d08_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.insurance_card
    ADD CONSTRAINT insurance_card_back_id_7e16b157_fk_document_id FOREIGN KEY (back_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.insurance_card
    ADD CONSTRAINT insurance_card_front_id_4f8b278e_fk_document_id FOREIGN KEY (front_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.insurance_card
    ADD CONSTRAINT insurance_card_patient_id_8a648c88_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.insurance_card
    ADD CONSTRAINT insurance_card_policy_id_98814318_fk_coverage_policy_id FOREIGN KEY (policy_id) REFERENCES public.coverage_policy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.journal_entry
    ADD CONSTRAINT journal_entry_reverses_id_deea2828_fk_journal_entry_id FOREIGN KEY (reverses_id) REFERENCES public.journal_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.journal_line
    ADD CONSTRAINT journal_line_entry_id_90f26900_fk_journal_entry_id FOREIGN KEY (entry_id) REFERENCES public.journal_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_entry
    ADD CONSTRAINT lab_entry_report_id_8e46ebac_fk_lab_report_id FOREIGN KEY (report_id) REFERENCES public.lab_report(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_message
    ADD CONSTRAINT lab_message_patient_id_6c726ce1_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_notice
    ADD CONSTRAINT lab_notice_document_id_d5c03e4c_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_notice
    ADD CONSTRAINT lab_notice_requisition_id_29289c85_fk_requisition_id FOREIGN KEY (requisition_id) REFERENCES public.requisition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_encounter_id_41878516_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_message_id_40b66fe5_fk_lab_message_id FOREIGN KEY (message_id) REFERENCES public.lab_message(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_order_id_f4d9b9af_fk_office_order_id FOREIGN KEY (order_id) REFERENCES public.office_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_patient_id_c9d51b6c_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_report
    ADD CONSTRAINT lab_report_signer_id_c7408751_fk_practice_staff_id FOREIGN KEY (signer_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_result
    ADD CONSTRAINT lab_result_document_id_41eb9e8e_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_result
    ADD CONSTRAINT lab_result_message_id_854261c5_fk_lab_message_id FOREIGN KEY (message_id) REFERENCES public.lab_message(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_result
    ADD CONSTRAINT lab_result_replaced_by_id_0ce8b5ef_fk_lab_result_id FOREIGN KEY (replaced_by_id) REFERENCES public.lab_result(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_result
    ADD CONSTRAINT lab_result_report_id_7d28303b_fk_lab_report_id FOREIGN KEY (report_id) REFERENCES public.lab_report(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.lab_test
    ADD CONSTRAINT lab_test_laboratory_id_30a5abbc_fk_laboratory_id FOREIGN KEY (laboratory_id) REFERENCES public.laboratory(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_encounter_id_4c33ea39_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter_head
    ADD CONSTRAINT letter_head_site_id_93c85e06_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter_link
    ADD CONSTRAINT letter_link_sending_id_aa966401_fk_letter_sending_id FOREIGN KEY (sending_id) REFERENCES public.letter_sending(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_merge_id_9902b84b_fk_letter_merge_id FOREIGN KEY (merge_id) REFERENCES public.letter_merge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter_merge_taken_off
    ADD CONSTRAINT letter_merge_taken_off_merge_id_9bd28e77_fk_letter_merge_id FOREIGN KEY (merge_id) REFERENCES public.letter_merge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter_merge_taken_off
    ADD CONSTRAINT letter_merge_taken_off_patient_id_00882afa_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_patient_id_0264ca7e_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_plain_of_id_c3c7c1e1_fk_letter_id FOREIGN KEY (plain_of_id) REFERENCES public.letter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter_sending_event
    ADD CONSTRAINT letter_sending_event_sending_id_8caf1a80_fk_letter_sending_id FOREIGN KEY (sending_id) REFERENCES public.letter_sending(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter_sending
    ADD CONSTRAINT letter_sending_letter_id_10bb23fe_fk_letter_id FOREIGN KEY (letter_id) REFERENCES public.letter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_signer_id_cd92c3f6_fk_practice_staff_id FOREIGN KEY (signer_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.letter
    ADD CONSTRAINT letter_site_id_81588b62_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.list_attestation
    ADD CONSTRAINT list_attestation_encounter_id_e64af2e7_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.list_attestation
    ADD CONSTRAINT list_attestation_patient_id_fe29e416_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.list_entry
    ADD CONSTRAINT list_entry_encounter_id_ea3d6f7b_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.list_entry
    ADD CONSTRAINT list_entry_patient_id_0c810f4e_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.list_incoming
    ADD CONSTRAINT list_incoming_encounter_id_51d4a894_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.list_incoming
    ADD CONSTRAINT list_incoming_patient_id_894bd435_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo
    ADD CONSTRAINT memo_by_id_75b3d503_fk_security_user_id FOREIGN KEY (by_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo_looked
    ADD CONSTRAINT memo_looked_thread_id_36cb1838_fk_memo_thread_id FOREIGN KEY (thread_id) REFERENCES public.memo_thread(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo_looked
    ADD CONSTRAINT memo_looked_user_id_2e5926c8_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo
    ADD CONSTRAINT memo_thread_id_0b4265bb_fk_memo_thread_id FOREIGN KEY (thread_id) REFERENCES public.memo_thread(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo_thread
    ADD CONSTRAINT memo_thread_patient_id_80274262_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo_thread
    ADD CONSTRAINT memo_thread_starter_id_b85dd138_fk_security_user_id FOREIGN KEY (starter_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.memo_thread
    ADD CONSTRAINT memo_thread_to_user_id_1215baa2_fk_security_user_id FOREIGN KEY (to_user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.monitoring_check
    ADD CONSTRAINT monitoring_check_patient_id_5cb988f4_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_addendum
    ADD CONSTRAINT note_addendum_note_id_00613daf_fk_note_id FOREIGN KEY (note_id) REFERENCES public.note(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_cosignature
    ADD CONSTRAINT note_cosignature_note_id_f0939c79_fk_note_id FOREIGN KEY (note_id) REFERENCES public.note(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_cosignature
    ADD CONSTRAINT note_cosignature_supervisor_id_2319674f_fk_practice_staff_id FOREIGN KEY (supervisor_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_encounter_id_21d66a75_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note
    ADD CONSTRAINT note_patient_id_54b9c7e4_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_revision
    ADD CONSTRAINT note_revision_addendum_id_1424db85_fk_note_addendum_id FOREIGN KEY (addendum_id) REFERENCES public.note_addendum(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_revision
    ADD CONSTRAINT note_revision_note_id_de8c74fe_fk_note_id FOREIGN KEY (note_id) REFERENCES public.note(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_route
    ADD CONSTRAINT note_route_author_id_7ba51d95_fk_practice_staff_id FOREIGN KEY (author_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.note_route
    ADD CONSTRAINT note_route_reader_id_fee46fb7_fk_practice_staff_id FOREIGN KEY (reader_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notice_receipt
    ADD CONSTRAINT notice_receipt_notice_id_c9bcf568_fk_privacy_notice_id FOREIGN KEY (notice_id) REFERENCES public.privacy_notice(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.notice_receipt
    ADD CONSTRAINT notice_receipt_patient_id_68750642_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_control
    ADD CONSTRAINT office_control_site_id_f5b14976_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_control
    ADD CONSTRAINT office_control_test_id_fab64192_fk_office_test_id FOREIGN KEY (test_id) REFERENCES public.office_test(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_order
    ADD CONSTRAINT office_order_encounter_id_b1b5c9b5_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_order
    ADD CONSTRAINT office_order_patient_id_ce678809_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_order
    ADD CONSTRAINT office_order_requisition_id_024e89ca_fk_requisition_id FOREIGN KEY (requisition_id) REFERENCES public.requisition(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_qc_run
    ADD CONSTRAINT office_qc_run_control_id_dba15f05_fk_office_control_id FOREIGN KEY (control_id) REFERENCES public.office_control(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_qc_run
    ADD CONSTRAINT office_qc_run_kit_id_e5a716f0_fk_office_test_kit_id FOREIGN KEY (kit_id) REFERENCES public.office_test_kit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_test_kit
    ADD CONSTRAINT office_test_kit_site_id_52a0d1a8_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_test_kit
    ADD CONSTRAINT office_test_kit_test_id_05c31f08_fk_office_test_id FOREIGN KEY (test_id) REFERENCES public.office_test(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_encounter_id_ba6854a2_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_instead_of_id_b1dcf364_fk_office_tested_id FOREIGN KEY (instead_of_id) REFERENCES public.office_tested(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_kit_id_b372201b_fk_office_test_kit_id FOREIGN KEY (kit_id) REFERENCES public.office_test_kit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_order_id_0bd03999_fk_office_order_id FOREIGN KEY (order_id) REFERENCES public.office_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.office_tested
    ADD CONSTRAINT office_tested_patient_id_a71491eb_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.order_set
    ADD CONSTRAINT order_set_laboratory_id_273b496b_fk_laboratory_id FOREIGN KEY (laboratory_id) REFERENCES public.laboratory(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_appointment_id_23f1840e_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_hold_id_2a4da80d_fk_schedule_hold_id FOREIGN KEY (hold_id) REFERENCES public.schedule_hold(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_patient_id_781a5854_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_provider_id_9c99afde_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_site_id_dbdd3d73_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_asked
    ADD CONSTRAINT outreach_asked_visit_type_id_afba0272_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_heard
    ADD CONSTRAINT outreach_heard_message_id_9c571bc5_fk_outreach_message_id FOREIGN KEY (message_id) REFERENCES public.outreach_message(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_message_event
    ADD CONSTRAINT outreach_message_eve_message_id_42a4b7ca_fk_outreach_ FOREIGN KEY (message_id) REFERENCES public.outreach_message(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_message
    ADD CONSTRAINT outreach_message_patient_id_972bdb9f_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_missed
    ADD CONSTRAINT outreach_missed_appointment_id_d0717f3f_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_missed
    ADD CONSTRAINT outreach_missed_patient_id_47cbed4e_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_missed
    ADD CONSTRAINT outreach_missed_policy_id_a1680ab2_fk_outreach_missed_policy_id FOREIGN KEY (policy_id) REFERENCES public.outreach_missed_policy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT outreach_offer_appointment_id_6dec403d_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT outreach_offer_hold_id_43052933_fk_schedule_hold_id FOREIGN KEY (hold_id) REFERENCES public.schedule_hold(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT outreach_offer_provider_id_317cd8ba_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT outreach_offer_site_id_b95fdd49_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_offer
    ADD CONSTRAINT outreach_offer_waiter_id_4dc9a31c_fk_outreach_waiter_id FOREIGN KEY (waiter_id) REFERENCES public.outreach_waiter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_preference
    ADD CONSTRAINT outreach_preference_patient_id_eb79d6cd_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_recall
    ADD CONSTRAINT outreach_recall_appointment_id_fdae3e20_fk_appointment_id FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_recall_attempt
    ADD CONSTRAINT outreach_recall_atte_recall_id_023886a9_fk_outreach_ FOREIGN KEY (recall_id) REFERENCES public.outreach_recall(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_recall
    ADD CONSTRAINT outreach_recall_patient_id_77fd89db_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_recall
    ADD CONSTRAINT outreach_recall_rule_id_8cc3667a_fk_outreach_recall_rule_id FOREIGN KEY (rule_id) REFERENCES public.outreach_recall_rule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_recall_rule
    ADD CONSTRAINT outreach_recall_rule_visit_type_id_80cf883d_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_recall
    ADD CONSTRAINT outreach_recall_visit_type_id_f0632d2f_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_reschedule_line
    ADD CONSTRAINT outreach_reschedule__appointment_id_d6f3fecd_fk_appointme FOREIGN KEY (appointment_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_reschedule_line
    ADD CONSTRAINT outreach_reschedule__batch_id_1d72a75d_fk_outreach_ FOREIGN KEY (batch_id) REFERENCES public.outreach_reschedule(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_reschedule
    ADD CONSTRAINT outreach_reschedule_provider_id_7ae394af_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_waiter
    ADD CONSTRAINT outreach_waiter_instead_of_id_34091e2e_fk_appointment_id FOREIGN KEY (instead_of_id) REFERENCES public.appointment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_waiter
    ADD CONSTRAINT outreach_waiter_patient_id_78f09f85_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.outreach_waiter
    ADD CONSTRAINT outreach_waiter_visit_type_id_bdeeb555_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.paper_chart_move
    ADD CONSTRAINT paper_chart_move_chart_id_c862bc3f_fk_paper_chart_id FOREIGN KEY (chart_id) REFERENCES public.paper_chart(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.paper_chart
    ADD CONSTRAINT paper_chart_patient_id_8ed31fbe_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_card_fact
    ADD CONSTRAINT patient_card_fact_patient_id_ec6114aa_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_contact
    ADD CONSTRAINT patient_contact_patient_id_73e63702_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient
    ADD CONSTRAINT patient_guarantor_id_0a056eb9_fk_patient_id FOREIGN KEY (guarantor_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_merge_part
    ADD CONSTRAINT patient_merge_part_merge_id_fa82a6d8_fk_patient_merge_id FOREIGN KEY (merge_id) REFERENCES public.patient_merge(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient
    ADD CONSTRAINT patient_merged_into_id_91722470_fk_patient_id FOREIGN KEY (merged_into_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_name_word
    ADD CONSTRAINT patient_name_word_patient_id_352b2808_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient
    ADD CONSTRAINT patient_pcp_id_61a4a790_fk_practice_staff_id FOREIGN KEY (pcp_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_permitted_person
    ADD CONSTRAINT patient_permitted_person_patient_id_1484db79_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_pharmacy
    ADD CONSTRAINT patient_pharmacy_patient_id_a063a703_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_pharmacy
    ADD CONSTRAINT patient_pharmacy_pharmacy_id_90e95b15_fk_pharmacy_id FOREIGN KEY (pharmacy_id) REFERENCES public.pharmacy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.patient_said
    ADD CONSTRAINT patient_said_patient_id_53cc94db_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_message
    ADD CONSTRAINT pharmacy_message_dispatch_id_47f9d2e9_fk_prescript FOREIGN KEY (dispatch_id) REFERENCES public.prescription_dispatch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_in
    ADD CONSTRAINT pharmacy_wire_in_dispatch_id_34100589_fk_prescript FOREIGN KEY (dispatch_id) REFERENCES public.prescription_dispatch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_in
    ADD CONSTRAINT pharmacy_wire_in_encounter_id_bebf0a84_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_in
    ADD CONSTRAINT pharmacy_wire_in_patient_id_47d48218_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_in
    ADD CONSTRAINT pharmacy_wire_in_renewal_id_e243620d_fk_prescription_renewal_id FOREIGN KEY (renewal_id) REFERENCES public.prescription_renewal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_out
    ADD CONSTRAINT pharmacy_wire_out_dispatch_id_84534c6c_fk_prescript FOREIGN KEY (dispatch_id) REFERENCES public.prescription_dispatch(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_out
    ADD CONSTRAINT pharmacy_wire_out_encounter_id_17b8c0a1_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_out
    ADD CONSTRAINT pharmacy_wire_out_patient_id_41b9782b_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_out
    ADD CONSTRAINT pharmacy_wire_out_pharmacy_id_f9feed0b_fk_pharmacy_id FOREIGN KEY (pharmacy_id) REFERENCES public.pharmacy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pharmacy_wire_out
    ADD CONSTRAINT pharmacy_wire_out_renewal_id_235fecf2_fk_prescript FOREIGN KEY (renewal_id) REFERENCES public.prescription_renewal(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.pill_count
    ADD CONSTRAINT pill_count_prescription_id_faea8593_fk_prescription_id FOREIGN KEY (prescription_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.practice_closure
    ADD CONSTRAINT practice_closure_site_id_12c91fc9_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.practice_room
    ADD CONSTRAINT practice_room_site_id_963f3fa7_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.practice_staff
    ADD CONSTRAINT practice_staff_site_id_63b5c401_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.practice_staff
    ADD CONSTRAINT practice_staff_user_id_1d23c139_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.practice_work
    ADD CONSTRAINT practice_work_owner_id_67cad91e_fk_security_user_id FOREIGN KEY (owner_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_alert
    ADD CONSTRAINT prescription_alert_prescription_id_7ffd59d8_fk_prescription_id FOREIGN KEY (prescription_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_dispatch
    ADD CONSTRAINT prescription_dispatc_prescription_id_3af0327f_fk_prescript FOREIGN KEY (prescription_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_dispatch
    ADD CONSTRAINT prescription_dispatch_encounter_id_cd8e9482_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_dispatch
    ADD CONSTRAINT prescription_dispatch_patient_id_170bc9b5_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_dispatch
    ADD CONSTRAINT prescription_dispatch_pharmacy_id_c2d9821d_fk_pharmacy_id FOREIGN KEY (pharmacy_id) REFERENCES public.pharmacy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_encounter_id_f2c008ac_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_event
    ADD CONSTRAINT prescription_event_prescription_id_a60cacee_fk_prescription_id FOREIGN KEY (prescription_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_follows_id_11a3cf24_fk_prescription_id FOREIGN KEY (follows_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_patient_id_df4034fb_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_pharmacy_id_65dc4e11_fk_pharmacy_id FOREIGN KEY (pharmacy_id) REFERENCES public.pharmacy(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription
    ADD CONSTRAINT prescription_prescriber_id_0d5ac27d_fk_practice_staff_id FOREIGN KEY (prescriber_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_renewal
    ADD CONSTRAINT prescription_renewal_encounter_id_9d99d79e_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_renewal
    ADD CONSTRAINT prescription_renewal_made_id_419b585d_fk_prescription_id FOREIGN KEY (made_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_renewal
    ADD CONSTRAINT prescription_renewal_patient_id_fcfafea2_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.prescription_renewal
    ADD CONSTRAINT prescription_renewal_prescription_id_3e4c8c5c_fk_prescript FOREIGN KEY (prescription_id) REFERENCES public.prescription(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_after
    ADD CONSTRAINT procedure_after_procedure_id_027973a4_fk_procedure_done_id FOREIGN KEY (procedure_id) REFERENCES public.procedure_done(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_consent
    ADD CONSTRAINT procedure_consent_document_id_021c5e87_fk_document_id FOREIGN KEY (document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_consent
    ADD CONSTRAINT procedure_consent_encounter_id_e6b813c0_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_consent
    ADD CONSTRAINT procedure_consent_obtained_by_id_b8685e79_fk_practice_staff_id FOREIGN KEY (obtained_by_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_consent
    ADD CONSTRAINT procedure_consent_order_id_92acaff5_fk_office_order_id FOREIGN KEY (order_id) REFERENCES public.office_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_consent
    ADD CONSTRAINT procedure_consent_patient_id_334d75d0_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_doer_id_24c5583d_fk_practice_staff_id FOREIGN KEY (doer_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_encounter_id_2254e332_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_instead_of_id_61bec445_fk_procedure_done_id FOREIGN KEY (instead_of_id) REFERENCES public.procedure_done(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_order_id_3d54a83b_fk_office_order_id FOREIGN KEY (order_id) REFERENCES public.office_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_patient_id_2ab14401_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_supervisor_id_38695530_fk_practice_staff_id FOREIGN KEY (supervisor_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_time_out_id_f232bafb_fk_procedure_time_out_id FOREIGN KEY (time_out_id) REFERENCES public.procedure_time_out(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_done
    ADD CONSTRAINT procedure_done_witness_id_74792a09_fk_practice_staff_id FOREIGN KEY (witness_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_observation
    ADD CONSTRAINT procedure_observatio_procedure_id_15014c69_fk_procedure FOREIGN KEY (procedure_id) REFERENCES public.procedure_done(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_time_out
    ADD CONSTRAINT procedure_time_out_encounter_id_c3cfe195_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_time_out
    ADD CONSTRAINT procedure_time_out_order_id_7b48ea0f_fk_office_order_id FOREIGN KEY (order_id) REFERENCES public.office_order(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_time_out
    ADD CONSTRAINT procedure_time_out_patient_id_72e9d6d2_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procedure_time_out
    ADD CONSTRAINT procedure_time_out_second_id_2916f2cb_fk_practice_staff_id FOREIGN KEY (second_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;

ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);

ALTER TABLE ONLY public.recapture_mark
    ADD CONSTRAINT recapture_mark_encounter_id_f83be3af_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.recapture_mark
    ADD CONSTRAINT recapture_mark_patient_id_01e45b89_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_encounter_id_6e7ef35a_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.receipt
    ADD CONSTRAINT receipt_patient_id_403da1b4_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.receipt_taken_back
    ADD CONSTRAINT receipt_taken_back_receipt_id_171b5149_fk_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.receipt(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_encounter_id_40b76c6f_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral_event
    ADD CONSTRAINT referral_event_referral_id_010d6ba4_fk_referral_id FOREIGN KEY (referral_id) REFERENCES public.referral(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_letter_id_43851621_fk_letter_id FOREIGN KEY (letter_id) REFERENCES public.letter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_patient_id_77738fbe_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_performer_id_124ba9bc_fk_referral_performer_id FOREIGN KEY (performer_id) REFERENCES public.referral_performer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_report_id_efdb8da8_fk_document_id FOREIGN KEY (report_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.referral
    ADD CONSTRAINT referral_requester_id_3a97cb97_fk_practice_staff_id FOREIGN KEY (requester_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.refund
    ADD CONSTRAINT refund_patient_id_f77b0ee6_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_delivery
    ADD CONSTRAINT release_delivery_request_id_36bc5a74_fk_release_request_id FOREIGN KEY (request_id) REFERENCES public.release_request(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_request
    ADD CONSTRAINT release_request_paper_document_id_a11b062d_fk_document_id FOREIGN KEY (paper_document_id) REFERENCES public.document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.release_request
    ADD CONSTRAINT release_request_patient_id_82ebf2f0_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_choice
    ADD CONSTRAINT remit_choice_claim_id_876f8d8d_fk_claim_id FOREIGN KEY (claim_id) REFERENCES public.claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_choice
    ADD CONSTRAINT remit_choice_line_id_c417ba37_fk_claim_line_id FOREIGN KEY (line_id) REFERENCES public.claim_line(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_choice
    ADD CONSTRAINT remit_choice_remittance_id_6f472a96_fk_remittance_id FOREIGN KEY (remittance_id) REFERENCES public.remittance(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_decision
    ADD CONSTRAINT remit_decision_claim_id_4c5038b0_fk_claim_id FOREIGN KEY (claim_id) REFERENCES public.claim(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_decision_line
    ADD CONSTRAINT remit_decision_line_decision_id_1732f985_fk_remit_decision_id FOREIGN KEY (decision_id) REFERENCES public.remit_decision(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_decision_line
    ADD CONSTRAINT remit_decision_line_line_id_be545a3a_fk_claim_line_id FOREIGN KEY (line_id) REFERENCES public.claim_line(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_decision
    ADD CONSTRAINT remit_decision_remittance_id_69ad4070_fk_remittance_id FOREIGN KEY (remittance_id) REFERENCES public.remittance(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_not_ours
    ADD CONSTRAINT remit_not_ours_remittance_id_c9da3703_fk_remittance_id FOREIGN KEY (remittance_id) REFERENCES public.remittance(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remit_provider_adjustment
    ADD CONSTRAINT remit_provider_adjus_remittance_id_d4a676a4_fk_remittanc FOREIGN KEY (remittance_id) REFERENCES public.remittance(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remittance
    ADD CONSTRAINT remittance_file_id_d022a62b_fk_claims_inbound_id FOREIGN KEY (file_id) REFERENCES public.claims_inbound(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.remittance
    ADD CONSTRAINT remittance_payer_id_8e91ef76_fk_practice_payer_id FOREIGN KEY (payer_id) REFERENCES public.practice_payer(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requisition
    ADD CONSTRAINT requisition_encounter_id_bee6556e_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requisition
    ADD CONSTRAINT requisition_laboratory_id_229a654e_fk_laboratory_id FOREIGN KEY (laboratory_id) REFERENCES public.laboratory(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requisition
    ADD CONSTRAINT requisition_patient_id_17b59d87_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.requisition
    ADD CONSTRAINT requisition_provider_id_6d79beeb_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.restriction
    ADD CONSTRAINT restriction_patient_id_33afc70e_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_away
    ADD CONSTRAINT schedule_away_unit_id_bece5189_fk_schedule_unit_id FOREIGN KEY (unit_id) REFERENCES public.schedule_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_block
    ADD CONSTRAINT schedule_block_template_id_0d9aec2e_fk_schedule_template_id FOREIGN KEY (template_id) REFERENCES public.schedule_template(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_feed
    ADD CONSTRAINT schedule_feed_staff_id_6bf4a0fd_fk_practice_staff_id FOREIGN KEY (staff_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_hold
    ADD CONSTRAINT schedule_hold_provider_id_f4927a24_fk_practice_staff_id FOREIGN KEY (provider_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_hold
    ADD CONSTRAINT schedule_hold_site_id_0a5f83e4_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_hold
    ADD CONSTRAINT schedule_hold_visit_type_id_f70139cc_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_rule
    ADD CONSTRAINT schedule_rule_unit_id_0b0d4064_fk_schedule_unit_id FOREIGN KEY (unit_id) REFERENCES public.schedule_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_rule
    ADD CONSTRAINT schedule_rule_visit_type_id_06ddeb84_fk_visit_type_key FOREIGN KEY (visit_type_id) REFERENCES public.visit_type(key) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_template
    ADD CONSTRAINT schedule_template_site_id_54869acb_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_template
    ADD CONSTRAINT schedule_template_unit_id_eeecccb0_fk_schedule_unit_id FOREIGN KEY (unit_id) REFERENCES public.schedule_unit(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_unit
    ADD CONSTRAINT schedule_unit_room_id_15f6df28_fk_practice_room_id FOREIGN KEY (room_id) REFERENCES public.practice_room(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_unit
    ADD CONSTRAINT schedule_unit_site_id_e840f571_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.schedule_unit
    ADD CONSTRAINT schedule_unit_staff_id_b1dab1e7_fk_practice_staff_id FOREIGN KEY (staff_id) REFERENCES public.practice_staff(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.screened
    ADD CONSTRAINT screened_encounter_id_ef756e3e_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.screened
    ADD CONSTRAINT screened_instead_of_id_d8c369ec_fk_screened_id FOREIGN KEY (instead_of_id) REFERENCES public.screened(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.screened
    ADD CONSTRAINT screened_patient_id_83063807_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.security_access
    ADD CONSTRAINT security_access_user_id_70cc5a80_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.security_consent
    ADD CONSTRAINT security_consent_labelling_id_5a50fbec_fk_security_label_id FOREIGN KEY (labelling_id) REFERENCES public.security_label(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.security_denial
    ADD CONSTRAINT security_denial_user_id_a688f83b_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.security_label
    ADD CONSTRAINT security_label_employee_id_41ec394c_fk_security_user_id FOREIGN KEY (employee_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.security_label
    ADD CONSTRAINT security_label_written_by_id_b2f6a88c_fk_security_user_id FOREIGN KEY (written_by_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.security_password_code
    ADD CONSTRAINT security_password_code_user_id_ab2f7acd_fk_security_user_id FOREIGN KEY (user_id) REFERENCES public.security_user(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.sim_fax_news
    ADD CONSTRAINT sim_fax_news_call_id_e5012da4_fk_sim_fax_call_id FOREIGN KEY (call_id) REFERENCES public.sim_fax_call(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.statement
    ADD CONSTRAINT statement_patient_id_54976406_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_decided
    ADD CONSTRAINT upkeep_decided_equipment_id_09b6e3a4_fk_upkeep_equipment_id FOREIGN KEY (equipment_id) REFERENCES public.upkeep_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_entry
    ADD CONSTRAINT upkeep_entry_equipment_id_60b7e7f5_fk_upkeep_equipment_id FOREIGN KEY (equipment_id) REFERENCES public.upkeep_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_entry
    ADD CONSTRAINT upkeep_entry_instead_of_id_64764db0_fk_upkeep_entry_id FOREIGN KEY (instead_of_id) REFERENCES public.upkeep_entry(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_equipment
    ADD CONSTRAINT upkeep_equipment_site_id_9d856767_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_lot_place
    ADD CONSTRAINT upkeep_lot_place_equipment_id_ee9b7c31_fk_upkeep_equipment_id FOREIGN KEY (equipment_id) REFERENCES public.upkeep_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_lot_place
    ADD CONSTRAINT upkeep_lot_place_lot_id_3e75d0cf_fk_vaccine_lot_id FOREIGN KEY (lot_id) REFERENCES public.vaccine_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.upkeep_missed
    ADD CONSTRAINT upkeep_missed_equipment_id_19865727_fk_upkeep_equipment_id FOREIGN KEY (equipment_id) REFERENCES public.upkeep_equipment(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_dose
    ADD CONSTRAINT vaccine_dose_encounter_id_150beddf_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_dose
    ADD CONSTRAINT vaccine_dose_instead_of_id_2baa3824_fk_vaccine_dose_id FOREIGN KEY (instead_of_id) REFERENCES public.vaccine_dose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_dose
    ADD CONSTRAINT vaccine_dose_lot_id_05e665a4_fk_vaccine_lot_id FOREIGN KEY (lot_id) REFERENCES public.vaccine_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_dose
    ADD CONSTRAINT vaccine_dose_patient_id_255f759f_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_dose_wrong
    ADD CONSTRAINT vaccine_dose_wrong_dose_id_c6197289_fk_vaccine_dose_id FOREIGN KEY (dose_id) REFERENCES public.vaccine_dose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_fact
    ADD CONSTRAINT vaccine_fact_encounter_id_d9bbba54_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_fact
    ADD CONSTRAINT vaccine_fact_patient_id_92a6e853_fk_patient_id FOREIGN KEY (patient_id) REFERENCES public.patient(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_lot_move
    ADD CONSTRAINT vaccine_lot_move_dose_id_34a15e6b_fk_vaccine_dose_id FOREIGN KEY (dose_id) REFERENCES public.vaccine_dose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_lot_move
    ADD CONSTRAINT vaccine_lot_move_lot_id_e9e65c66_fk_vaccine_lot_id FOREIGN KEY (lot_id) REFERENCES public.vaccine_lot(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_lot
    ADD CONSTRAINT vaccine_lot_site_id_c1d99613_fk_practice_site_id FOREIGN KEY (site_id) REFERENCES public.practice_site(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vaccine_report
    ADD CONSTRAINT vaccine_report_dose_id_587ca820_fk_vaccine_dose_id FOREIGN KEY (dose_id) REFERENCES public.vaccine_dose(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE ONLY public.vital_signs
    ADD CONSTRAINT vital_signs_encounter_id_dd1b2ab1_fk_encounter_id FOREIGN KEY (encounter_id) REFERENCES public.encounter(id) DEFERRABLE INITIALLY DEFERRED;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO office_app;

GRANT ALL ON FUNCTION public.entry_must_balance() TO office_app;

REVOKE ALL ON FUNCTION public.move_patient_rows(of_merge uuid, of_table text, of_column text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.move_patient_rows(of_merge uuid, of_table text, of_column text) TO office_app;

REVOKE ALL ON FUNCTION public.patient_key_of(of_table text, of_column text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.patient_key_of(of_table text, of_column text) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_notify_queue_abort_job_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_notify_queue_job_inserted_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_register_worker_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_trigger_function_status_events_update_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_unlink_periodic_defers_v1() TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) TO office_app;

GRANT ALL ON FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) TO office_app;

GRANT ALL ON FUNCTION public.refuse_change() TO office_app;

REVOKE ALL ON FUNCTION public.return_patient_rows(of_merge uuid, also jsonb) FROM PUBLIC;
GRANT ALL ON FUNCTION public.return_patient_rows(of_merge uuid, also jsonb) TO office_app;

GRANT SELECT,INSERT ON TABLE public.account_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.amendment TO office_app;

GRANT SELECT,INSERT ON TABLE public.amendment_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appointment TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appointment_holding TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.appointment_series TO office_app;

GRANT SELECT,INSERT ON TABLE public.appointment_state TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.arrival TO office_app;

GRANT SELECT,INSERT ON TABLE public.audit_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.audit_horizon TO office_app;

GRANT ALL ON SEQUENCE public.audit_horizon_id_seq TO office_app;

GRANT SELECT,INSERT ON TABLE public.audit_seal TO office_app;

GRANT SELECT,INSERT ON TABLE public.audit_subject TO office_app;

GRANT ALL ON SEQUENCE public.audit_subject_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO office_app;

GRANT ALL ON SEQUENCE public.auth_group_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO office_app;

GRANT ALL ON SEQUENCE public.auth_group_permissions_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO office_app;

GRANT ALL ON SEQUENCE public.auth_permission_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accessattempt TO office_app;

GRANT ALL ON SEQUENCE public.axes_accessattempt_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accessattemptexpiration TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accessfailurelog TO office_app;

GRANT ALL ON SEQUENCE public.axes_accessfailurelog_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.axes_accesslog TO office_app;

GRANT ALL ON SEQUENCE public.axes_accesslog_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.billing_fee TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call TO office_app;

GRANT SELECT,INSERT ON TABLE public.call_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_hand_off TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_list_entry TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_message TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_message_file TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_on_call TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_phone_door TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_promise TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.call_ring TO office_app;

GRANT SELECT,INSERT ON TABLE public.charge TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claim TO office_app;

GRANT SELECT,INSERT ON TABLE public.claim_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claim_line TO office_app;

GRANT SELECT,INSERT ON TABLE public.claim_settlement TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claims_inbound TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.claims_outbound TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_audit TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_audit_chart TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_audit_judgement TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_add_on TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_code TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_coverage TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_locality TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_pair TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_units TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.code_list_value TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding_diagnosis TO office_app;

GRANT SELECT,INSERT ON TABLE public.coding_left TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding_level_element TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding_provider_query TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding_rejected TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding_service TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coding_service_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.controlled_agreement TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coverage_case TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.coverage_policy TO office_app;

GRANT SELECT,INSERT ON TABLE public.deposit TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.device TO office_app;

GRANT SELECT,INSERT ON TABLE public.device_calibration TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.device_file TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_blank TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_chunk TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_copy TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_copy_letter TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_correction TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_draft TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_draw TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_error TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_hand TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_heard TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_hearing TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_hearing_key TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_hearing_try TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_left_out TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_lines TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_loose TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_pace TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_playing_copy TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_recording TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_refused TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_review TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_sampling TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_short_form TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_step TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_stretch TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_style TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_take TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.dictation_text TO office_app;

GRANT SELECT,INSERT ON TABLE public.dictation_version TO office_app;

GRANT SELECT,INSERT ON TABLE public.disclosure TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO office_app;

GRANT ALL ON SEQUENCE public.django_content_type_id_seq TO office_app;

GRANT SELECT ON TABLE public.django_migrations TO office_app;

GRANT ALL ON SEQUENCE public.django_migrations_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document TO office_app;

GRANT SELECT,INSERT ON TABLE public.document_change TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_destruction TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_file TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_hold TO office_app;

GRANT SELECT,INSERT ON TABLE public.document_keeping TO office_app;

GRANT SELECT,INSERT ON TABLE public.document_kind TO office_app;

GRANT SELECT,INSERT ON TABLE public.document_leaf TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_page TO office_app;

GRANT ALL ON SEQUENCE public.document_page_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.downtime_pack TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.downtime_settings TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.drug_authorization TO office_app;

GRANT SELECT,INSERT ON TABLE public.drug_authorization_event TO office_app;

GRANT SELECT,INSERT ON TABLE public.drug_authorization_packet TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.eligibility_check TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.eligibility_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.encounter TO office_app;

GRANT SELECT,INSERT ON TABLE public.encounter_stage TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.fax TO office_app;

GRANT SELECT,INSERT ON TABLE public.fax_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.fax_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.flow_calling TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.flow_display TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.flow_limit TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.form_definition TO office_app;

GRANT SELECT,INSERT ON TABLE public.form_filled TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.form_link TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.form_link_definition TO office_app;

GRANT ALL ON SEQUENCE public.form_link_definition_id_seq TO office_app;

GRANT SELECT,INSERT ON TABLE public.formulary TO office_app;

GRANT SELECT,INSERT ON TABLE public.formulary_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gateway_mood TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gateway_news TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gateway_taken TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.gestation TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.immunization_registry TO office_app;

GRANT SELECT,INSERT ON TABLE public.instrument_book TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.insurance_card TO office_app;

GRANT SELECT,INSERT ON TABLE public.journal_entry TO office_app;

GRANT SELECT,INSERT ON TABLE public.journal_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kernel_file TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kernel_first_result TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kernel_outbox TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kernel_scheduled_run TO office_app;

GRANT SELECT,INSERT ON TABLE public.lab_entry TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lab_message TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lab_notice TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lab_report TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lab_result TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.lab_test TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.laboratory TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.letter TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.letter_head TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.letter_link TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_link_rule TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_merge TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_merge_taken_off TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_plain_word TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_sending TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_sending_event TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_template TO office_app;

GRANT SELECT,INSERT ON TABLE public.letter_template_approval TO office_app;

GRANT SELECT,INSERT ON TABLE public.list_attestation TO office_app;

GRANT SELECT,INSERT ON TABLE public.list_entry TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.list_incoming TO office_app;

GRANT SELECT,INSERT ON TABLE public.memo TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memo_looked TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.memo_thread TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO office_app;

GRANT ALL ON SEQUENCE public.mfa_authenticator_id_seq TO office_app;

GRANT SELECT,INSERT ON TABLE public.monitoring_check TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.note TO office_app;

GRANT SELECT,INSERT ON TABLE public.note_addendum TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.note_cosignature TO office_app;

GRANT SELECT,INSERT ON TABLE public.note_revision TO office_app;

GRANT SELECT,INSERT ON TABLE public.note_route TO office_app;

GRANT SELECT,INSERT ON TABLE public.note_template TO office_app;

GRANT SELECT,INSERT ON TABLE public.note_template_order TO office_app;

GRANT SELECT,INSERT ON TABLE public.notice_receipt TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.office_control TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.office_order TO office_app;

GRANT SELECT,INSERT ON TABLE public.office_qc_run TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.office_test TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.office_test_kit TO office_app;

GRANT SELECT,INSERT ON TABLE public.office_tested TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.order_set TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_asked TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_door TO office_app;

GRANT SELECT,INSERT ON TABLE public.outreach_heard TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_message TO office_app;

GRANT SELECT,INSERT ON TABLE public.outreach_message_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_missed TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_missed_policy TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_offer TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_preference TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_recall TO office_app;

GRANT SELECT,INSERT ON TABLE public.outreach_recall_attempt TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_recall_rule TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_reminder_rule TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_reschedule TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_reschedule_line TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_self_booking TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_settings TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_stopped TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_text TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.outreach_waiter TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.paper_chart TO office_app;

GRANT SELECT,INSERT ON TABLE public.paper_chart_move TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient TO office_app;

GRANT SELECT,INSERT ON TABLE public.patient_card_fact TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_contact TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_known_word TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_label_size TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_maybe_same TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_merge TO office_app;

GRANT SELECT,INSERT ON TABLE public.patient_merge_part TO office_app;

GRANT ALL ON SEQUENCE public.patient_merge_part_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_name_word TO office_app;

GRANT ALL ON SEQUENCE public.patient_name_word_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_permitted_person TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_pharmacy TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.patient_said TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payer_mail TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.payer_memory TO office_app;

GRANT SELECT,INSERT ON TABLE public.period_close TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pharmacy TO office_app;

GRANT SELECT,INSERT ON TABLE public.pharmacy_message TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pharmacy_wire_in TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.pharmacy_wire_out TO office_app;

GRANT SELECT,INSERT ON TABLE public.pill_count TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_closure TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_number TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_payer TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_room TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_site TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_staff TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.practice_work TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.prescription TO office_app;

GRANT SELECT,INSERT ON TABLE public.prescription_alert TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.prescription_dispatch TO office_app;

GRANT SELECT,INSERT ON TABLE public.prescription_event TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.prescription_favourite TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.prescription_renewal TO office_app;

GRANT SELECT,INSERT ON TABLE public.privacy_notice TO office_app;

GRANT SELECT,INSERT ON TABLE public.procedure_after TO office_app;

GRANT SELECT,INSERT ON TABLE public.procedure_consent TO office_app;

GRANT SELECT,INSERT ON TABLE public.procedure_done TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procedure_kind TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procedure_observation TO office_app;

GRANT SELECT,INSERT ON TABLE public.procedure_time_out TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO office_app;

GRANT ALL ON SEQUENCE public.procrastinate_events_id_seq TO office_app;

GRANT ALL ON SEQUENCE public.procrastinate_jobs_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO office_app;

GRANT ALL ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO office_app;

GRANT ALL ON SEQUENCE public.procrastinate_workers_id_seq TO office_app;

GRANT SELECT,INSERT ON TABLE public.proof_result TO office_app;

GRANT SELECT,INSERT ON TABLE public.recapture_mark TO office_app;

GRANT SELECT,INSERT ON TABLE public.recapture_score_switch TO office_app;

GRANT SELECT,INSERT ON TABLE public.receipt TO office_app;

GRANT SELECT,INSERT ON TABLE public.receipt_taken_back TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referral TO office_app;

GRANT SELECT,INSERT ON TABLE public.referral_event TO office_app;

GRANT SELECT,INSERT ON TABLE public.referral_pace TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.referral_performer TO office_app;

GRANT SELECT,INSERT ON TABLE public.refund TO office_app;

GRANT SELECT,INSERT ON TABLE public.release_delivery TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.release_request TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.remit_choice TO office_app;

GRANT SELECT,INSERT ON TABLE public.remit_decision TO office_app;

GRANT SELECT,INSERT ON TABLE public.remit_decision_line TO office_app;

GRANT SELECT,INSERT ON TABLE public.remit_not_ours TO office_app;

GRANT SELECT,INSERT ON TABLE public.remit_provider_adjustment TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.remittance TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.requisition TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.restriction TO office_app;

GRANT SELECT,INSERT ON TABLE public.safety_book TO office_app;

GRANT SELECT,INSERT ON TABLE public.safety_test TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_away TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_block TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_feed TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_hold TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_rule TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_template TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.schedule_unit TO office_app;

GRANT SELECT,INSERT ON TABLE public.screened TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_access TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_consent TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_denial TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_label TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_password_code TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_sign_in_rules TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.security_user TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_fax_call TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_fax_mood TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_fax_news TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_lab_mood TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_lab_news TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_lab_order TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_pharmacy_mood TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_pharmacy_news TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sim_pharmacy_taken TO office_app;

GRANT SELECT,INSERT ON TABLE public.statement TO office_app;

GRANT SELECT,INSERT ON TABLE public.upkeep_decided TO office_app;

GRANT SELECT,INSERT ON TABLE public.upkeep_entry TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.upkeep_equipment TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.upkeep_lot_place TO office_app;

GRANT SELECT,INSERT ON TABLE public.upkeep_missed TO office_app;

GRANT SELECT,INSERT ON TABLE public.vaccine_dose TO office_app;

GRANT SELECT,INSERT ON TABLE public.vaccine_dose_wrong TO office_app;

GRANT SELECT,INSERT ON TABLE public.vaccine_fact TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vaccine_lot TO office_app;

GRANT SELECT,INSERT ON TABLE public.vaccine_lot_move TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vaccine_report TO office_app;

GRANT SELECT,INSERT ON TABLE public.vaccine_schedule TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.visit_type TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.vital_signs TO office_app;

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.world TO office_app;

