"""The office in which dictations are sent: at noon of a Tuesday, somebody who types, and a visit."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.kernel import clock
from medoffice.practice.tests.makers import Office, make_office
from medoffice.security.tests.makers import person
from medoffice.security.types import Actor


@pytest.fixture
def office() -> Iterator[Office]:
    """Dr Okafor's, while it is noon there."""
    with clock.frozen(datetime(2026, 11, 24, 18, tzinfo=UTC)):
        yield make_office()


@pytest.fixture
def moreau(office: Office) -> Actor:  # noqa: ARG001 - somebody of the office
    """Who types."""
    return person("moreau")


@pytest.fixture
def visit(office: Office) -> UUID:
    """A visit to Dr Okafor that has just begun."""
    return make_visit(office)
