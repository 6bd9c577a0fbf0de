"""The database of the tests: one throw-away server for a run, one migrated template, a clone for each test process."""

import atexit
import importlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path


def _temp_root() -> Path:
    """The temp folder, unless the tests run as root and the server's user could not enter it."""
    place = Path(tempfile.gettempdir()).resolve()
    reachable = os.geteuid() != 0 or all(folder.stat().st_mode & 0o001 for folder in [place, *place.parents])
    return place if reachable else Path("/var/tmp")  # noqa: S108 - the folder made in it has a random name


_ROOT = _temp_root()
if "MEDOFFICE_TEST_DATA" not in os.environ:
    _PLACE = Path(tempfile.mkdtemp(prefix="medoffice-test-", dir=_ROOT))  # tests put other data folders into it too
    os.environ["MEDOFFICE_TEST_DATA"] = str(_PLACE / "office")
    atexit.register(shutil.rmtree, _PLACE, ignore_errors=True)
os.environ["MEDOFFICE_DATA"] = os.environ["MEDOFFICE_TEST_DATA"]
os.environ.setdefault("MEDOFFICE_CACHE", str(_ROOT / f"medoffice-cache-{os.geteuid()}"))

import pytest  # noqa: E402 - after the environment, which settings read
from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from hypothesis import settings as generated  # noqa: E402
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key  # noqa: E402

from medoffice.config.passwords import OfficePasswords  # noqa: E402
from medoffice.kernel.postgres.server import Server  # noqa: E402
from medoffice.kernel.worlds import catalog, current  # noqa: E402
from tests.made_once import clone_of  # noqa: E402

TEMPLATE = "tpl"
# No test judges seconds; where a change is judged, the generated cases are the same each time.
generated.register_profile("house", deadline=None, derandomize="CI" in os.environ)
generated.load_profile("house")
# Still argon2id, but cheap: hundreds of tests sign somebody in, and none judges how long that takes.
OfficePasswords.time_cost, OfficePasswords.memory_cost, OfficePasswords.parallelism = 1, 64, 1
_ASKS = {"db", "transactional_db", "_django_db_helper"}


def _read_settings_again() -> None:
    """pytest-django has read the settings before this file: no test may touch the data folder of a real office.

    What was changed in place since stays: the host of the databases, and the template loaders that cotton put in.
    """
    fresh = importlib.reload(importlib.import_module(os.environ["DJANGO_SETTINGS_MODULE"]))
    for name in filter(str.isupper, dir(fresh)):
        if name not in ("DATABASES", "TEMPLATES") and getattr(settings, name) != getattr(fresh, name):
            setattr(settings, name, getattr(fresh, name))
    if Path(os.environ["MEDOFFICE_TEST_DATA"]) != settings.DATA_DIR:
        raise pytest.UsageError(f"the tests would run in {settings.DATA_DIR}")


_read_settings_again()


def pytest_configure(config: pytest.Config) -> None:
    """In the first process: start the server and make the template. Workers find both."""
    if hasattr(config, "workerinput") or config.option.collectonly:
        return
    data = Path(os.environ["MEDOFFICE_TEST_DATA"])
    data.mkdir(mode=0o711, exist_ok=True)
    data.parent.chmod(0o711)
    config.stash[SERVER] = Server(data, durable=False)


SERVER = pytest.StashKey[Server]()
WORLD = pytest.StashKey[str]()
LEAVE = pytest.StashKey[Callable[[], None]]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """Start before workers are made, so that they inherit the address."""
    server = session.config.stash.get(SERVER, None)
    if server is not None:
        server.start()
        os.environ["MEDOFFICE_DB_HOST"] = str(server.socket)
        settings.DATABASES["default"]["HOST"] = str(server.socket)
        connections.settings["default"]["HOST"] = str(server.socket)
        with session.config.stash[blocking_manager_key].unblock():
            catalog.create(TEMPLATE, "test")


# Files of a minute and more. They are begun first, so that no process waits at the end for another's last one.
LONG = (
    "tests/journeys/",
    "tests/policy/",
    "tests/attack/",
    "tests/budgets/",
    "tests/fuzz/",
    "tests/architecture/test_house.py",
    "medoffice/config/",
    "medoffice/rehearsal/",
    "medoffice/exchange/simulators/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of long files before the others; else they stay in order."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server, whatever happened; its folder goes when the process ends."""
    server = config.stash.get(SERVER, None)
    if server is not None:
        server.stop()


def _own_world(config: pytest.Config) -> str:
    """This process's world, cloned from the template on first need."""
    name = config.stash.get(WORLD, "")
    if not name:
        name = config.stash[WORLD] = f"t-{getattr(config, 'workerinput', {}).get('workerid', 'master')}"
        with config.stash[blocking_manager_key].unblock():
            catalog.clone(TEMPLATE, name, "test")
    return name


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test that asks for the database runs in this process's world, from before its fixtures are made."""
    if item.get_closest_marker("django_db") is not None or _ASKS & set(getattr(item, "fixturenames", ())):
        item.stash[LEAVE] = current.enter(_own_world(item.config))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Leave the world after the fixtures have been torn down."""
    leave = item.stash.get(LEAVE, None)
    if leave is not None:
        leave()


@pytest.fixture(scope="session")
def django_db_setup() -> None:
    """Replaces pytest-django's: the worlds are there already."""


@pytest.fixture(scope="module")
def demo(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A small demo office, with two weeks behind it, for the tests of a file."""
    from medoffice.rehearsal.demo.api import make_demo_world, resume_demo_world

    name = f"demo-{worker_id}"
    with django_db_blocker.unblock():
        clone_of("tpl-demo", name, partial(make_demo_world, say=print, weeks=2, people=150))
        resume_demo_world(name)  # its clock has run since the template was made
        with current.use(name):
            yield name
        catalog.drop(name)


@contextmanager
def _world_of_its_own(name: str, blocker: DjangoDbBlocker) -> Iterator[str]:
    with blocker.unblock():
        catalog.clone(TEMPLATE, name, "test")
        with current.use(name):
            yield name
        catalog.drop(name)


@pytest.fixture
def fresh_world(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A world of this test's own, for tests that commit; current, and open, within the test."""
    with _world_of_its_own(f"f-{worker_id}", django_db_blocker) as name:
        yield name


@pytest.fixture(scope="module")
def world_of_file(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A world for the tests of a file, that commit and are in it together; current, and open, within them."""
    with _world_of_its_own(f"m-{worker_id}", django_db_blocker) as name:
        yield name
