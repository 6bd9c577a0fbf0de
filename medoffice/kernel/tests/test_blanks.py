"""A new world is copied from the blank: the same in every part as a migrated one, and nobody was ever in it."""

from collections.abc import Iterator

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel.worlds import blanks, catalog, current, databases
from medoffice.kernel.worlds.grants import wrong_grants
from medoffice.kernel.worlds.models import World
from medoffice.kernel.worlds.reports import wrong_reports

SHAPE = """
SELECT 'column', table_schema, table_name, column_name, ordinal_position || ' ' || data_type || ' ' || is_nullable
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
    """A world made just now, beside one that is a clone of the run's first, which was migrated."""
    name = f"{fresh_world}-new"
    catalog.create(name, "training")
    yield name
    catalog.drop(name)


def _asked(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return sorted(cursor.fetchall())


def _rows() -> dict[str, int]:
    tables = [name for name in connection.introspection.table_names() if name not in ("kernel_world", "django_session")]
    return {name: int(str(_asked(f'SELECT count(*) FROM "{name}"')[0][0])) for name in tables}  # noqa: S608 - its name


def test_a_new_world_is_in_every_part_as_a_migrated_one(fresh_world: str, new: str) -> None:
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
    with databases.maintenance() as link:
        assert link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [f"x_{fresh_world}-new"]).fetchall() == []
