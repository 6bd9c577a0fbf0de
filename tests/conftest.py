"""The office whose every address is asked for things by many tests: made once in a run, as it was for each of them."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import clock
from medoffice.kernel.worlds import catalog, current
from tests.made_once import clone_of
from tests.policy.office import NOON, World, make_world


def _make_office(name: str) -> World:
    catalog.create(name, "test")
    with current.use(name), clock.frozen(NOON):
        return make_world()


@pytest.fixture(scope="module")
def office_made(worker_id: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, World]]:
    """The name of a world with the office, for the tests of a file, and what is in it."""
    name = f"o-{worker_id}"
    with django_db_blocker.unblock():
        yield name, clone_of("tpl-office", name, _make_office, "test")
        catalog.drop(name)


@pytest.fixture
def world(office_made: tuple[str, World], django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """The office at noon, as it was made: what a test does to it is taken back."""
    name, made = office_made
    whole = transaction.atomic()
    whole._from_testcase = True  # type: ignore[attr-defined] # as Django's own tests: what must be outermost may be in it
    with django_db_blocker.unblock(), current.use(name), clock.frozen(NOON), whole:
        yield made
        transaction.set_rollback(True)
