-- The roles of medoffice on a PostgreSQL server (15 or newer). Run it as a superuser in the database `postgres`;
-- running it again changes nothing. `medoffice database sql` prints it, and the server that medoffice starts itself
-- runs it at each start.
--
--   office_owner   owns the worlds and migrates them; commands and the start of the office use it
--   office_app     what the running program may do; nobody signs in as it, each world has a login of its own in it
--   office_report  reads the views in the schema `report` of each world, and nothing else

DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['office_owner', 'office_app', 'office_report'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I', wanted);
        END IF;
    END LOOP;
END
$$;

ALTER ROLE office_owner LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE office_app NOLOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE office_report LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE office_report SET default_transaction_read_only = on;
ALTER ROLE office_report SET statement_timeout = '60s';
GRANT pg_signal_backend TO office_owner;  -- a world that is copied or dropped has no other clients

-- The owner makes the login of a world through these two functions, and so needs no right to make roles.
CREATE SCHEMA IF NOT EXISTS medoffice;
REVOKE ALL ON SCHEMA medoffice FROM PUBLIC;
GRANT USAGE ON SCHEMA medoffice TO office_owner;

CREATE OR REPLACE FUNCTION medoffice.make_login(world text, verifier text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF world !~ '^w_[a-z][a-z0-9-]{0,39}$' THEN
        RAISE EXCEPTION '% is not the name of a world', world USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = world) THEN
        EXECUTE format('CREATE ROLE %I LOGIN IN ROLE office_app', world);
        EXECUTE format('ALTER ROLE %I SET timezone = %L', world, 'UTC');
    ELSIF NOT medoffice.is_login(world) THEN
        RAISE EXCEPTION 'there is a role % that medoffice did not make', world USING ERRCODE = 'duplicate_object';
    END IF;
    IF verifier LIKE 'SCRAM-SHA-256$%' THEN
        EXECUTE format('ALTER ROLE %I PASSWORD %L', world, verifier);
    ELSIF verifier <> '' THEN
        RAISE EXCEPTION 'a password is given as its SCRAM verifier only' USING ERRCODE = 'invalid_parameter_value';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION medoffice.drop_login(world text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF medoffice.is_login(world) THEN
        EXECUTE format('DROP ROLE %I', world);
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION medoffice.is_login(world text) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM pg_roles r JOIN pg_auth_members m ON m.member = r.oid JOIN pg_roles g ON g.oid = m.roleid
        WHERE r.rolname = world AND world ~ '^w_[a-z][a-z0-9-]{0,39}$' AND g.rolname = 'office_app'
            AND NOT (r.rolsuper OR r.rolcreaterole OR r.rolcreatedb OR r.rolreplication OR r.rolbypassrls)
    )
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA medoffice FROM PUBLIC;
GRANT EXECUTE ON FUNCTION medoffice.make_login(text, text), medoffice.drop_login(text) TO office_owner;
