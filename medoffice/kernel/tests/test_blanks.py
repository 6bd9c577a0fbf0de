"""A new world is made by script or copied from the blank: the same as a migrated one, and nobody was ever in it."""

from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.worlds import blanks, catalog, current, databases
from medoffice.kernel.worlds.grants import APP, apply_grants, wrong_grants
from medoffice.kernel.worlds.models import World
from medoffice.kernel.worlds.reports import wrong_reports

SHAPE = """
SELECT 'column', table_schema, table_name, column_name, rank() OVER (PARTITION BY table_schema, table_name
    ORDER BY ordinal_position) || ' ' || data_type || ' ' || is_nullable
    || ' ' || coalesce(column_default, '') FROM information_schema.columns WHERE table_schema IN ('public', 'report')
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '' FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'index', tablename, indexname, indexdef, '' FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '' FROM pg_trigger
    WHERE NOT tgisinternal
UNION ALL SELECT 'function', proname, pg_get_functiondef(oid), coalesce(proacl::text, ''), '' FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
UNION ALL SELECT 'rights', relname, coalesce(relacl::text, ''), relowner::regrole::text, '' FROM pg_class
    WHERE relnamespace IN ('public'::regnamespace, 'report'::regnamespace)
"""


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def new(fresh_world: str) -> Iterator[str]:
    """A world made just now, beside one that is a clone of the run's first, which was made by the script."""
    name = f"{fresh_world}-new"
    catalog.create(name, "training")
    yield name
    catalog.drop(name)


def _asked(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return sorted(cursor.fetchall())


def _unchecked(part: tuple[object, ...]) -> tuple[object, ...]:
    """A part without the words of a CHECK, which the server tells otherwise when it reads what it told."""
    return part[:3] if str(part[3]).startswith("CHECK") else part


def _rows() -> dict[str, int]:
    tables = [name for name in connection.introspection.table_names() if name not in ("kernel_world", "django_session")]
    return {name: int(str(_asked(f'SELECT count(*) FROM "{name}"')[0][0])) for name in tables}  # noqa: S608 - its name


def test_the_script_was_made_of_these_migrations() -> None:
    """If this fails a migration is new or another: ``make blank`` writes the script anew."""
    with blanks.SCRIPT.open(encoding="utf-8") as script:
        assert script.readline() == f"-- {blanks._named_by_migrations()}\n"


@pytest.mark.soak
def test_the_script_is_what_the_migrations_make() -> None:
    """All of them, one after the other: some minutes."""
    with catalog.making("migrated") as link, current.use("migrated", current.OWNER, being_made=True):
        databases.make_empty(link, "migrated")
        catalog.migrate()
        assert blanks.script() == blanks.SCRIPT.read_text(encoding="utf-8")
        World.objects.create(id=new_id(), name="migrated", kind="test", created_at=clock.real_now())
    try:
        with current.use("migrated", current.OWNER):
            migrated = _asked(SHAPE), _rows()
        catalog.create("scripted", "test")
        with current.use("scripted", current.OWNER):
            made = _asked(SHAPE), _rows()
        assert set(map(_unchecked, made[0])) ^ set(map(_unchecked, migrated[0])) == set()
        assert made[1] == migrated[1]
    finally:
        catalog.drop("migrated")
        catalog.drop("scripted")


def test_a_new_world_is_in_every_part_as_the_first_one(fresh_world: str, new: str) -> None:
    with current.use(fresh_world, current.OWNER):
        shape, rows, identity = _asked(SHAPE), _rows(), current.identity()
    assert len(shape) > 3_000
    with current.use(new, current.OWNER):
        assert _asked(SHAPE) == shape
        assert _rows() == rows
        assert (wrong_grants(), wrong_reports(), catalog.ensure_migrated(new)) == ([], [], False)
        world = World.objects.get()
        assert (world.name, world.kind) == (new, "training")
        assert current.identity() != identity


def test_nobody_can_connect_to_the_blank(new: str) -> None:
    assert new
    with databases.maintenance() as link:
        (blank,) = [row[0] for row in link.execute("SELECT datname FROM pg_database WHERE datname LIKE 'b\\_%'")]
    with pytest.raises(psycopg.OperationalError, match="not currently accepting connections"):
        psycopg.connect(dbname=blank, user=current.OWNER, host=settings.DATABASES["default"]["HOST"])


def test_a_blank_of_other_migrations_is_not_copied(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blanks, "_named_by_migrations", lambda: "b_of-another-release")
    assert not blanks.begin_as_blank(f"{fresh_world}-new")
    assert not blanks.fill_by_script()
    with databases.maintenance() as link:
        assert link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [f"x_{fresh_world}-new"]).fetchall() == []


def test_what_acts_as_the_owner_is_run_by_the_program_alone(fresh_world: str) -> None:
    told = (
        "SELECT has_function_privilege(who, oid, 'EXECUTE') FROM pg_proc, unnest(ARRAY[%s, 'office_report']) who"
        " WHERE prosecdef ORDER BY who"
    )
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute("GRANT EXECUTE ON FUNCTION move_patient_rows TO PUBLIC")
        apply_grants()
        cursor.execute(told, [APP])
        rights = [may for (may,) in cursor.fetchall()]
    assert rights == [True] * (len(rights) // 2) + [False] * (len(rights) // 2)
    assert len(rights) >= 4
