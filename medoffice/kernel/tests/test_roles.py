"""The roles of the database: what a world's login, the owner and the report role cannot do, each refused by a right."""

from collections.abc import Iterator

import psycopg
import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel.postgres import address
from medoffice.kernel.worlds import catalog, current, databases
from medoffice.kernel.worlds.grants import APPEND_ONLY, apply_grants, wrong_grants
from medoffice.kernel.worlds.reports import reports, wrong_reports

REFUSED = psycopg.errors.InsufficientPrivilege
UNSEEN = (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedFunction, psycopg.errors.InvalidSchemaName)
READ_ONLY = (psycopg.errors.ReadOnlySqlTransaction, psycopg.errors.ObjectNotInPrerequisiteState)
STRUCTURE = [
    "DROP TABLE world",
    "CREATE TABLE mine (id int)",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE EXTENSION citext",
    "ALTER TABLE world ADD COLUMN mine int",
    "ALTER FUNCTION refuse_change() RENAME TO mine",
    "CREATE TRIGGER mine BEFORE INSERT ON world FOR EACH ROW EXECUTE FUNCTION refuse_change()",
    "TRUNCATE world",
    "DELETE FROM django_migrations",
    "COMMENT ON TABLE world IS 'mine'",
    "CREATE DATABASE mine",
    "CREATE ROLE mine",
    "DROP SCHEMA report CASCADE",
]
POWER = [
    "SET session_replication_role = replica",
    "SET ROLE office_owner",
    "SET ROLE postgres",
    "SET SESSION AUTHORIZATION office_owner",
    "GRANT office_owner TO office_app",
    "ALTER ROLE office_app CREATEDB",
    "ALTER SYSTEM SET fsync = off",
    "SELECT pg_reload_conf()",
]
MACHINE = [
    "COPY world TO PROGRAM 'id'",
    "COPY world FROM PROGRAM 'id'",
    "COPY world TO '/tmp/medoffice-stolen'",
    "COPY world FROM '/etc/passwd'",
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT pg_read_binary_file('/etc/passwd')",
    "SELECT pg_ls_dir('/')",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_export(1, '/tmp/medoffice-stolen')",
    "SELECT rolpassword FROM pg_authid",
]
HISTORY = [
    "DELETE FROM {}",
    "TRUNCATE {}",
    "SELECT 1 FROM {} FOR UPDATE",
    "MERGE INTO {} t USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
    "ALTER TABLE {} DISABLE TRIGGER ALL",
    "ALTER TABLE {} OWNER TO office_app",
    "DROP TABLE {}",
]


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def twin(fresh_world: str) -> Iterator[str]:
    """A second world beside the fresh one."""
    name = f"{fresh_world}-twin"
    catalog.clone(fresh_world, name, "training")
    yield name
    catalog.drop(name)


def signed_in(login: str, database: str) -> "psycopg.Connection[tuple[object, ...]]":
    """A session of a login in a database, as the server lets it be."""
    host = str(connection.settings_dict["HOST"])
    return psycopg.connect(host=host, port=5432, user=login, dbname=database, autocommit=True)


def refused(link: "psycopg.Connection[tuple[object, ...]]", statement: str, *also: type[psycopg.Error]) -> bool:
    try:
        link.execute(statement.encode())
    except psycopg.Error as error:
        if isinstance(error, (REFUSED, *also)):
            return True
        raise
    return False


def test_the_login_of_one_world_opens_no_other(fresh_world: str, twin: str) -> None:
    for login, other in ((fresh_world, twin), (twin, fresh_world)):
        with signed_in(f"w_{login}", f"w_{login}") as link:
            assert link.execute("SELECT name FROM world").fetchone() == (login,)
        for elsewhere in (f"w_{other}", "postgres", "template1"):
            with pytest.raises(psycopg.OperationalError, match=r"no pg_hba\.conf entry"):
                signed_in(f"w_{login}", elsewhere)
    for nobody in ("office_app", "office_report"):
        with pytest.raises(psycopg.OperationalError):
            signed_in(nobody, "postgres")


def test_without_the_servers_own_rules_the_right_to_connect_still_says_no(fresh_world: str, twin: str) -> None:
    """A server of somebody else's may have looser rules; the database's own grants hold by themselves."""
    both = [f"w_{fresh_world}", f"w_{twin}"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.rolname, d.datname FROM pg_roles r, pg_database d WHERE r.rolname = ANY(%s)"
            " AND d.datname = ANY(%s) AND has_database_privilege(r.oid, d.oid, 'CONNECT')",
            [[*both, "office_app"], [*both, "postgres", "template1"]],
        )
        may = set(cursor.fetchall())
    assert may == {(f"w_{fresh_world}", f"w_{fresh_world}"), (f"w_{twin}", f"w_{twin}")}


def test_nothing_that_a_session_may_say_makes_it_another_worlds(fresh_world: str, twin: str) -> None:
    with signed_in(f"w_{fresh_world}", f"w_{fresh_world}") as link:
        for statement in (f'SET ROLE "w_{twin}"', f'SET SESSION AUTHORIZATION "w_{twin}"'):
            assert refused(link, statement), statement
        assert (
            link.execute("SELECT extname FROM pg_extension WHERE extname IN ('dblink', 'postgres_fdw')").fetchall()
            == []
        )


@pytest.mark.parametrize("statement", [*STRUCTURE, *POWER, *MACHINE])
def test_the_running_program_cannot(fresh_world: str, statement: str) -> None:
    with signed_in(f"w_{fresh_world}", f"w_{fresh_world}") as link:
        assert refused(link, statement), statement


def test_the_running_program_cannot_change_history(fresh_world: str) -> None:
    assert len(APPEND_ONLY) > 20
    with signed_in(f"w_{fresh_world}", f"w_{fresh_world}") as link:
        said = [form.format(table) for table in sorted(APPEND_ONLY) for form in HISTORY]
        columns = "SELECT table_name, min(column_name::text) FROM information_schema.columns GROUP BY 1"
        first = {str(table): str(column) for table, column in link.execute(columns).fetchall()}
        said += [f"UPDATE {table} SET {first[table]} = DEFAULT" for table in sorted(APPEND_ONLY)]
        assert [statement for statement in said if not refused(link, statement)] == []
        link.execute("GRANT UPDATE, DELETE ON audit_event TO office_app")  # a warning, no error, and nothing granted
    assert wrong_grants() == []


@pytest.mark.usefixtures("fresh_world")
def test_every_right_in_the_catalogue_is_one_the_registry_says() -> None:
    assert wrong_grants() == []
    assert wrong_reports() == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolname, rolcanlogin FROM pg_roles WHERE rolsuper OR rolcreaterole OR rolbypassrls")
        assert cursor.fetchall() == [("postgres", True)]
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolcreatedb AND NOT rolsuper")
        assert cursor.fetchall() == [("office_owner",)]
        cursor.execute("SELECT rolcanlogin FROM pg_roles WHERE rolname = 'office_app'")
        assert cursor.fetchall() == [(False,)]


def test_a_function_that_others_may_run_is_told_and_closed_again(fresh_world: str) -> None:
    wrongs = {
        "GRANT EXECUTE ON FUNCTION {} TO PUBLIC": "return_patient_rows(uuid,jsonb)",
        "REVOKE EXECUTE ON FUNCTION {} FROM office_app": "return_patient_rows(uuid,jsonb)",
        "GRANT EXECUTE ON FUNCTION {} TO office_report": "refuse_change()",
    }
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        for wrong, name in wrongs.items():
            cursor.execute(wrong.format(name))
            assert wrong_grants() == [name], wrong
            apply_grants()
            assert wrong_grants() == [], wrong


def test_a_procedure_is_closed_as_a_function_is(fresh_world: str) -> None:
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute("CREATE PROCEDURE act_as_owner() LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'")
        assert wrong_grants() == ["act_as_owner()"]
        apply_grants()
        assert wrong_grants() == []
        cursor.execute("GRANT EXECUTE ON PROCEDURE act_as_owner() TO office_report")
        assert wrong_grants() == ["act_as_owner()"]
        apply_grants()
        assert wrong_grants() == []


def test_the_owner_makes_logins_of_worlds_and_no_other_role(fresh_world: str) -> None:
    with databases.maintenance() as link:
        for wrong in ("postgres", "office_owner", "w_", "w_Upper", 'w_a"b', "x_new", "w_a; DROP ROLE postgres"):
            with pytest.raises(psycopg.errors.InvalidParameterValue):
                link.execute("SELECT medoffice.make_login(%s, '')", [wrong])
            link.execute("SELECT medoffice.drop_login(%s)", [wrong])
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="verifier"):
            link.execute("SELECT medoffice.make_login(%s, 'in the clear')", [f"w_{fresh_world}"])
        for statement in (
            "CREATE ROLE mine",
            "ALTER ROLE office_app LOGIN",
            "GRANT pg_read_server_files TO office_app",
        ):
            with pytest.raises(REFUSED):
                link.execute(statement.encode())
        there = link.execute("SELECT count(*) FROM pg_roles WHERE rolname IN ('postgres', 'office_owner')").fetchone()
        assert there == (2,)


@pytest.mark.usefixtures("fresh_world")
def test_a_role_that_we_did_not_make_is_left_alone() -> None:
    with signed_in("postgres", "postgres") as boss:
        boss.execute("CREATE ROLE w_theirs LOGIN CREATEDB")
        try:
            with databases.maintenance() as link, pytest.raises(psycopg.errors.DuplicateObject, match="did not make"):
                link.execute("SELECT medoffice.make_login('w_theirs', '')")
            with databases.maintenance() as link:
                link.execute("SELECT medoffice.drop_login('w_theirs')")
            assert boss.execute("SELECT count(*) FROM pg_roles WHERE rolname = 'w_theirs'").fetchone() == (1,)
        finally:
            boss.execute("DROP ROLE w_theirs")


def test_a_login_goes_with_its_world(fresh_world: str) -> None:
    catalog.clone(fresh_world, f"{fresh_world}-gone", "test")
    catalog.drop(f"{fresh_world}-gone")
    with databases.maintenance() as link:
        assert link.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [f"w_{fresh_world}-gone"]).fetchall() == []


def test_the_report_role_reads_the_views_and_nothing_else(fresh_world: str) -> None:
    assert len(reports.items()) > 5
    with signed_in("office_report", f"w_{fresh_world}") as link:
        for name in reports:
            link.execute(f"SELECT * FROM report.{name}".encode())
            assert refused(link, f"DELETE FROM report.{name}", *READ_ONLY)
        tables = "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        found = link.execute(f"{tables} WHERE n.nspname = 'public' AND c.relkind = 'r'".encode()).fetchall()
        assert len(found) > 50
        assert [table for (table,) in found if not refused(link, f'SELECT 1 FROM public."{table}" LIMIT 1')] == []
        link.execute("SET default_transaction_read_only = off")
        link.execute("SET search_path = public")
        known = (*UNSEEN, *READ_ONLY)
        said = [statement for statement in (*STRUCTURE, *POWER, *MACHINE) if not refused(link, statement, *known)]
        assert said == []


def test_no_report_shows_who_a_patient_is(fresh_world: str) -> None:
    """No column of a view comes from the tables of people, and none carries an id of a row about one."""
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT view_name, table_name, column_name FROM information_schema.view_column_usage"
            " WHERE view_schema = 'report' AND table_schema = 'public'"
        )
        used = cursor.fetchall()
        cursor.execute(
            "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'report'"
        )
        shown = cursor.fetchall()
    assert {view for view, _, _ in used} == set(reports)
    counted = {("call", name) for name in ("started_at", "touched_at", "ended_at", "due_at", "kind", "outcome_key")}
    counted |= {("note", name) for name in ("author", "started_at", "signed_at", "encounter_id")}  # an author is staff
    about = [row for row in used if row[1].startswith(("patient", "coverage", "call", "note"))]
    assert [row for row in about if row[1:] not in counted] == []
    assert [row for row in used if "patient_id" in row[2] or row[2] in ("words", "reason", "number", "by")] == []
    assert {(view, column) for view, column, kind in shown if kind == "uuid"} == {
        ("site", "id"),
        ("provider", "id"),
        ("payer", "id"),
    }


@pytest.mark.parametrize(
    ("statement", "view"),
    [
        ("DROP VIEW report.claims_by_state", "claims_by_state"),
        ("CREATE VIEW report.mine AS SELECT 1 AS one", "mine"),
        ("CREATE OR REPLACE VIEW report.payer AS SELECT id, key, name FROM practice_payer LIMIT 1", ""),
        ("COMMENT ON VIEW report.payer IS 'another'", "payer"),
        ("REVOKE SELECT ON report.payer FROM office_report", "payer"),
    ],
)
def test_a_view_that_is_not_as_registered_is_made_anew(fresh_world: str, statement: str, view: str) -> None:
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute(statement)
        assert wrong_reports() == ([view] if view else [])
    assert catalog.ensure_migrated(fresh_world) is bool(view)
    assert wrong_reports() == []


def test_the_owners_name_is_the_same_everywhere() -> None:
    assert address.OWNER == current.OWNER
