"""What tests of the desk begin with: a Tuesday, an office whose times can be booked, payers that answer."""

from collections.abc import Iterator

import pytest
from django.test import Client

from medoffice.front_office.scheduling.tests.makers import NOW, make_bookable_office
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office
from medoffice.records.coverage.tests.makers import Door, connect
from medoffice.security.tests.makers import signed_in


@pytest.fixture
def tuesday() -> Iterator[None]:
    """The clock stands still."""
    with clock.frozen(NOW):
        yield


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    """The line to the payers."""
    return connect(monkeypatch, Door())


@pytest.fixture
def office() -> Office:
    """An office that works on weekdays."""
    return make_bookable_office()


@pytest.fixture
def desk(office: Office) -> Client:  # noqa: ARG001 - she works in an office
    """Receptionist Lind."""
    return signed_in("lind")
